import Testing

@testable import Claims

@Suite struct VocabularyLinesTests {
  private func entries(_ text: String) -> Vocabulary.Entries? {
    Array(text.utf8).withUnsafeBytes { Vocabulary.Entries(lines: $0) }
  }

  @Test func `the shipped vocabulary is read as YAML reads it`() throws {
    let shipped = try Vocabulary.Entries.builtIn()
    // Or each command would wait for the YAML reader.
    #expect(Vocabulary.Entries(lines: Vocabulary.Entries.shippedText) == shipped)
    #expect(try Vocabulary.Entries(yaml: shipped.yaml) == shipped)
    #expect(entries(try shipped.yaml) ?? shipped == shipped)
    #expect(shipped.count > 300)
  }

  @Test func `an entry a line is read`() throws {
    let text = """
      # who may oppose whom
      frames:
        - {name: rank, opposes: [[ahead, behind], [ahead, level]], kind: ordering}

      entities:
        - {name: Élan, kind: company, aliases: [the  Élan, Europe's Élan]}
      """
    #expect(entries(text) == nil, "two spaces are for the YAML reader")
    let single = text.replacing("the  ", with: "the ")
    #expect(try entries(single) == Vocabulary.Entries(yaml: single))
  }

  @Test(
    "what means more in YAML is left to its reader",
    arguments: [
      "entities:\n  - {name: 'a b', kind: c}", "entities:\n  - name: a\n    kind: b",
      "entities:\n  - {name: a, kind: b} c", "entities:\n  - {name: &x a, kind: b}",
      "things:\n  - {name: a}", "entities:\n  - {name: a, kind: ~}", "entities:\n  - {kind: b}",
      "entities: [{name: a, kind: b}]",
    ])
  func leavesTheRest(_ text: String) { #expect(entries(text) == nil) }
}
