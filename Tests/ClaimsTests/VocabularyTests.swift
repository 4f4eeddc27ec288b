import Claims
import Testing

struct VocabularyTests {
  let vocabulary = try? Vocabulary.builtIn()

  @Test func `the vocabulary has the frames, relations and entities of the field`() throws {
    let v = try #require(vocabulary)
    #expect(v.frames.count >= 12)
    #expect(v.relations.count >= 80)
    #expect(v.entities.count >= 150)
  }

  @Test func `no phrase stands for two relations`() throws {
    let v = try #require(vocabulary)
    for relation in v.relations.values {
      for phrase in relation.phrases ?? [] { #expect(v.relationByPhrase[phrase] == relation.name) }
      for noun in relation.nouns ?? [] { #expect(v.relationByNoun[noun] == relation.name) }
    }
  }

  @Test func `no alias stands for two entities, and every wider entity is known`() throws {
    let v = try #require(vocabulary)
    for entity in v.entities.values {
      for alias in entity.aliases ?? [] {
        #expect(v.entityByAlias[alias.lowercased()] == entity.name)
      }
      for wider in (entity.partOf ?? []) + (entity.narrowerThan ?? []) {
        #expect(v.entities[wider] != nil, "\(entity.name) is part of the unknown \(wider)")
      }
    }
  }

  @Test func `every relation's frame is known`() throws {
    let v = try #require(vocabulary)
    for relation in v.relations.values {
      if let frame = relation.frame { #expect(v.frames[frame] != nil, "\(relation.name)") }
    }
  }

  @Test func `the sample's lines are marked as illustrative`() {
    let lines = builtInSample.split(separator: "\n")
    #expect(lines.count >= 60)
    #expect(lines.allSatisfy { $0.contains("Illustrative") })
  }

  @Test func `a claim's id depends on its content alone`() {
    func claim(_ object: String) -> Claim {
      Claim(
        subject: "Norway", relation: "funds", object: object,
        evidence: Evidence(
          insight: "i1", document: "d", source: nil, published: nil, quote: "q", start: 0, end: 1))
    }
    #expect(claim("chips").id == claim("chips").id)
    #expect(claim("chips").id != claim("labs").id)
  }
}
