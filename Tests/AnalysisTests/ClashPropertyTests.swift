import Claims
import Testing

@testable import Analysis

/// What holds of every pair, tried on all claims of the golden files with each other.
struct ClashPropertyTests {
  let vocabulary: Vocabulary
  let detector: ContradictionDetector
  let claims: [Claim]

  init() throws {
    vocabulary = try Vocabulary.builtIn()
    detector = ContradictionDetector(vocabulary: vocabulary)
    claims = GoldenPair.files.flatMap { GoldenPair.all(in: $0) }.flatMap { [$0.a, $0.b] }
    try #require(claims.count > 100)
  }

  @Test func `which of two claims comes first makes no difference`() {
    let matters = detector.matters(claims)
    for (a, b) in pairs(of: matters) where detector.judge(a, b) != detector.judge(b, a) {
      Issue.record("\(a.claim.sentence) against \(b.claim.sentence)")
    }
  }

  private func pairs(of matters: [Matter]) -> some Sequence<(Matter, Matter)> {
    matters.indices.lazy.flatMap { i in
      matters[(i + 1)...].lazy.map { (matters[i], $0) }
    }
  }

  @Test func `what two do to one thing is no clash, unless only one can own it`() {
    let relations = vocabulary.relations.keys.sorted()
    func matters(of subject: String) -> [Matter] {
      detector.matters(
        relations.map {
          Claim(
            id: "\(subject) \($0)", subject: subject, relation: $0, object: "Babako",
            evidence: Evidence(
              insight: "\(subject) \($0)", document: subject, source: subject,
              published: "2026-03-01",
              quote: "", start: 0, end: 0))
        })
    }
    let (one, other) = (matters(of: "Orvik"), matters(of: "Lindvik"))
    for (i, a) in one.enumerated() {
      for (j, b) in other.enumerated() where (i + j) % 5 == 0 && i != j {
        guard let clash = detector.judge(a, b) else { continue }
        #expect(clash.kind == "functional", "\(clash.why)")
      }
    }
  }

  @Test func `what is found among all is what is found pair by pair`() {
    func name(_ clash: Clash) -> [String] { [clash.a.id, clash.b.id, clash.kind] }
    let found = detector.clashes(among: claims)
    let among = Set(found.map(name))
    let matters = detector.matters(claims)
    for (a, b) in pairs(of: matters) where detector.judge(a, b) != nil {
      // The last word has who reads the phrases.
      guard let clash = detector.clashes(among: [a.claim, b.claim]).first else { continue }
      #expect(among.contains(name(clash)), "\(clash.why)")
    }
    for clash in found where clash.chain.isEmpty {
      #expect(detector.clashes(among: [clash.a, clash.b]).first == clash, "\(clash.why)")
    }
  }

  @Test func `a claim never clashes with itself, from another source or by another name`() {
    for claim in claims {
      var again = claim
      again.id += "'"
      again.evidence.source = "another"
      #expect(detector.judge(claim, again) == nil, "\(claim.id)")
      for name in aliases(of: claim.subject) {
        again.subject = name
        #expect(detector.judge(claim, again) == nil, "\(claim.id) as \(name)")
      }
    }
  }

  @Test func `relations of one frame and pole never clash when both are asserted`() throws {
    let ordered: Set<String> = ["ordering", "trend_state"]
    for a in vocabulary.relations.values.sorted(by: { $0.name < $1.name }) {
      for b in vocabulary.relations.values.sorted(by: { $0.name < $1.name })
      where a.frame != nil && a.frame == b.frame && a.pole == b.pole {
        if ordered.contains(a.frame.flatMap { vocabulary.frames[$0]?.kind } ?? "") { continue }
        let one = goldenClaim("Nils | \(a.name) | Olga", id: "a")
        let other = goldenClaim("Nils | \(b.name) | Olga", id: "b")
        #expect(detector.judge(one, other) == nil, "\(a.name) and \(b.name)")
      }
    }
  }

  @Test func `denying one side of a paraphrase is a negation`() throws {
    for relation in vocabulary.relations.values.sorted(by: { $0.name < $1.name }) {
      for phrase in [relation.name] + (relation.phrases ?? []) {
        for subject in ["Japan", "Tokyo"] {
          let a = goldenClaim("Japan | \(relation.name) | Fjordchip", id: "a")
          var b = goldenClaim("\(subject) | \(phrase) | Fjordchip", id: "b")
          b.polarity = .negative
          let clash = try #require(detector.judge(a, b), "\(relation.name), \(phrase)")
          #expect(clash.kind == "negation" && clash.label == .contradiction, "\(phrase)")
        }
      }
    }
  }

  @Test func `another scope or time never makes a clash surer`() throws {
    for pair in GoldenPair.files.flatMap({ GoldenPair.all(in: $0) }) {
      let before = detector.judge(pair.a, pair.b)
      for (scope, time) in [("in Atlantis", nil), (nil, "in 1931"), ("in Atlantis", "in 1931")] {
        var a = pair.a
        if let scope { a.scope = (a.scope.map { $0 + " " } ?? "") + scope }
        if let time { a.time = time }
        var b = pair.b
        if let scope { b.scope = scope == "in Atlantis" ? "at sea" : nil }
        if time != nil { b.time = "in 1968" }
        let after = detector.judge(a, b)
        let sure = before.flatMap { $0.label == .update ? nil : $0.score } ?? 0
        if let after, after.label != .update {
          #expect(after.score <= sure, "\(pair.a.id): \(after.why)")
        }
      }
    }
  }

  @Test func `what no lab of a state does none of its labs does, and another's may`() throws {
    let states = vocabulary.entities.values.filter { $0.kind == "state" && $0.demonyms != nil }
      .sorted { $0.name < $1.name }
    for lab in vocabulary.entities.values.sorted(by: { $0.name < $1.name }) {
      guard lab.kind == "lab", let home = states.firstIndex(where: { [$0.name] == lab.partOf })
      else { continue }
      let some = goldenClaim("\(lab.name) | uses | Nordlys", id: "b")
      for (place, kind) in [(home, "negation"), ((home + 1) % states.count, nil)] {
        let nation = try #require(states[place].demonyms?.first)
        var none = goldenClaim("\(nation) labs | uses | Nordlys", id: "a")
        none.polarity = .negative
        let clash = detector.judge(none, some)
        #expect(clash?.kind == kind, "\(nation), \(lab.name)")
        #expect(clash == detector.judge(some, none), "\(nation), \(lab.name)")
      }
    }
  }

  private func aliases(of name: String) -> [String] {
    guard
      let known = vocabulary.entityByAlias[name.lowercased()]
        ?? vocabulary.entityByMetonym[
          name.lowercased()]
    else { return [] }
    return [known] + (vocabulary.entities[known]?.aliases ?? [])
  }
}
