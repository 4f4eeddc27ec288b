import Claims
import Testing

@testable import Analysis

/// A vocabulary with what these tests need and no more.
private let yaml = """
  frames:
    - {name: leadership, kind: ordering, opposes: [[lead, lag], [lead, parity]]}
    - {name: gap, kind: trend_state, opposes: [[closed, open]]}
    - {name: control, kind: antonym, opposes: [[ban, allow]]}
    - {name: effect, kind: opposed_effect, opposes: [[raise, lower]]}
    - {name: release, kind: antonym, opposes: [[open, closed]]}
  relations:
    - {name: leads in, frame: leadership, pole: lead}
    - {name: leads, frame: leadership, pole: lead}
    - {name: lags behind, frame: leadership, pole: lag}
    - {name: overtakes, frame: leadership, pole: lead}
    - {name: co-leads with, frame: leadership, pole: parity}
    - {name: closes gap with, frame: gap, pole: closed}
    - {name: narrows gap with, frame: gap, pole: narrowing}
    - {name: bans, frame: control, pole: ban}
    - {name: allows, frame: control, pole: allow}
    - {name: raises, frame: effect, pole: raise}
    - {name: lowers, frame: effect, pole: lower}
    - {name: publishes, frame: release, pole: open}
    - {name: keeps closed, frame: release, pole: closed}
    - {name: sits in, traits: [functional]}
    - {name: depends on, traits: [implies uses]}
  entities:
    - {name: Norway, kind: state, demonyms: [Norwegian], metonyms: [Oslo]}
    - {name: Chile, kind: state, demonyms: [Chilean], metonyms: [Santiago]}
    - {name: Fjordchip, kind: company, aliases: [Fjordchip AS], part-of: [Norway]}
    - {name: Bergen, kind: place, part-of: [Vestland]}
    - {name: Vestland, kind: place, part-of: [Norway]}
    - {name: Stavanger, kind: place, part-of: [Norway]}
  """

/// One line a claim: `id: subject | relation | object`, then `!` for a denial, `?` for what is
/// possible, `(scope)`, `@time` and `=published` as further parts.
private func claim(_ line: String) -> Claim {
  let head = line.split(separator: ":", maxSplits: 1).map(String.init)
  let parts = head[1].split(separator: "|", omittingEmptySubsequences: false)
    .map { $0.split(separator: " ").joined(separator: " ") }
  var claim = Claim(
    id: head[0], subject: parts[0], relation: parts[1], object: parts[2],
    evidence: Evidence(
      insight: head[0], document: head[0], source: nil, published: nil, quote: "", start: 0,
      end: 0))
  for extra in parts.dropFirst(3) {
    switch extra.first {
    case "!": claim.polarity = .negative
    case "?": claim.modality = .possible
    case "(": claim.scope = String(extra.dropFirst().dropLast())
    case "@": claim.time = String(extra.dropFirst())
    case "=": claim.evidence.published = String(extra.dropFirst())
    default: break
    }
  }
  return claim
}

/// What is found in two claims: "label kind score", or "-".
private func verdict(_ a: String, _ b: String) throws -> String {
  let detector = ContradictionDetector(vocabulary: try Vocabulary(yaml: yaml))
  let found = detector.clashes(among: [claim(a), claim(b)])
  #expect(found == detector.clashes(among: [claim(b), claim(a)]))
  #expect(found.first == detector.judge(claim(b), claim(a)))
  guard let clash = found.first else { return "-" }
  return "\(clash.label.rawValue) \(clash.kind) \(clash.score)"
}

@Test(
  "two claims give this clash, whichever comes first",
  arguments: [
    // negation
    (
      "a: Norway | bans | X7 chips", "b: Norway | bans | X7 chips | !",
      "contradiction negation 0.95"
    ),
    (
      "a: Oslo | bans | sale of X7 chips", "b: Norway | bans | X7 | !",
      "contradiction negation 0.903"
    ),
    ("a: Norway | bans | X7 chips", "b: Norway | bans | X8 chips | !", "-"),
    ("a: Norway | bans | drones", "b: Norway | bans | heavy drones | !", "-"),
    (
      "a: Norway | bans | heavy drones", "b: Norway | bans | drones | !",
      "contradiction negation 0.903"
    ),
    ("a: Norway | bans | drones | ?", "b: Norway | bans | drones | !", "-"),
    ("a: ships | depends on | sonar", "b: ships | uses | sonar | !", "contradiction negation 0.95"),
    // antonym
    ("a: Norway | bans | X7 chips", "b: Norway | allows | X7 chips", "contradiction antonym 0.9"),
    ("a: Norway | bans | X7 chips", "b: Chile | allows | X7 chips", "-"),
    ("a: Norway | bans | X7 | (at sea)", "b: Norway | allows | X7 | (on land)", "-"),
    ("a: Norway | bans | X7 | (at sea)", "b: Norway | allows | X7", "tension antonym 0.54"),
    (
      "a: Norway | bans | X7 | @May 2020", "b: Norway | allows | X7 | @July 2021",
      "update reversal 0.9"
    ),
    // ordering
    ("a: Norway | leads in | sonar", "b: Chile | leads in | sonar", "contradiction ordering 0.9"),
    ("a: Norway | leads in | sonar", "b: Chile | leads in | radar", "-"),
    ("a: Norway | leads in | sonar", "b: Chile | leads in | passive sonar", "-"),
    ("a: Norway | leads in | sonar", "b: Fjordchip | leads in | sonar", "-"),
    (
      "a: Norway | leads in | sonar", "b: Norwegian labs | lags behind | Chile | (sonar)",
      "contradiction ordering 0.855"
    ),
    (
      "a: Norway | leads | Chile | (sonar)", "b: Chile | leads | Norway | (sonar)",
      "contradiction ordering 0.9"
    ),
    (
      "a: Norway | co-leads with | Chile | (AI)", "b: Chile | leads in | AI",
      "contradiction ordering 0.9"
    ),
    (
      "a: Norway | co-leads with | Chile | (AI)", "b: Chile | leads in | frontier models",
      "tension ordering 0.54"
    ),
    ("a: Norway | co-leads with | Chile | (AI)", "b: Chile | leads in | sonar", "-"),
    // trend_state
    (
      "a: Norway | closes gap with | Chile | (sonar)", "b: Chilean sonar | leads | Norwegian sonar",
      "contradiction trend_state 0.75"
    ),
    (
      "a: Norway | closes gap with | Chile | (AI performance)",
      "b: Chile | leads in | frontier models", "tension trend_state 0.45"
    ),
    ("a: Norway | narrows gap with | Chile | (sonar)", "b: Chile | leads in | sonar", "-"),
    (
      "a: Norway | closes gap with | Chile | (sonar) | =2024-03-01",
      "b: Chile | leads in | sonar | =2021-03-01", "update supersession 0.75"
    ),
    // functional
    (
      "a: Fjordchip | sits in | Bergen", "b: Fjordchip AS | sits in | Stavanger",
      "contradiction functional 0.9"
    ),
    ("a: Fjordchip | sits in | Bergen", "b: Fjordchip | sits in | Vestland", "-"),
    (
      "a: Fjordchip | sits in | Bergen", "b: Fjordchip | sits in | Atlantis",
      "tension functional 0.54"
    ),
    // superlative
    (
      "a: Nils | is most downloaded | song", "b: Olga | is most downloaded | song",
      "contradiction superlative 0.9"
    ),
    (
      "a: Nils | is most downloaded | song | @2019", "b: Olga | is most downloaded | song | @2021",
      "update supersession 0.9"
    ),
    // numeric
    (
      "a: Nils | costs | about $5 million", "b: Nils | costs | $60 million",
      "contradiction numeric 0.85"
    ),
    ("a: Nils | costs | $5.6m", "b: Nils | costs | just under six million dollars", "-"),
    ("a: Nils | costs | more than $5m", "b: Nils | costs | $60m", "-"),
    // quantifier
    (
      "a: Nils | keeps closed | every model", "b: Nils | publishes | one of its sonar models",
      "contradiction quantifier 0.85"
    ),
    (
      "a: Nils | is the only chip used for | sonar", "b: Olga | is used for | sonar",
      "contradiction quantifier 0.85"
    ),
    // opposed_effect
    (
      "a: tariffs | raises | price of sonar", "b: tariffs | lowers | price of sonar",
      "contradiction opposed_effect 0.85"
    ),
    ("a: tariffs | raises | price of sonar", "b: tariffs | lowers | price of radar", "-"),
  ])
func pair(_ a: String, _ b: String, _ expected: String) throws {
  #expect(try verdict(a, b) == expected)
}

@Test func `a clash says why in both claims' words, and what would save both`() throws {
  let detector = ContradictionDetector(vocabulary: try Vocabulary(yaml: yaml))
  let a = claim("a: Norway | co-leads with | Chile | (AI)")
  let b = claim("b: Chile | leads in | frontier models")
  #expect(
    detector.judge(b, a)
      == Clash(
        label: .tension, kind: "ordering", score: 0.54,
        why: "“Norway co-leads with Chile (AI)” against “Chile leads in frontier models”: "
          + "level is not ahead.",
        gates: Clash.Gates(scope: 0.6, time: 1, modality: 1, entity: 1),
        reconciledIf: "The lead is in another field than the one in which they are level.",
        a: a, b: b))
}

@Test func `clashes come surest first, then by id, in whatever order the claims came`() throws {
  let detector = ContradictionDetector(vocabulary: try Vocabulary(yaml: yaml))
  let claims = [
    claim("a: Norway | leads in | sonar"), claim("b: Chile | leads in | sonar"),
    claim("c: Norway | leads in | sonar | !"), claim("d: Norway | bans | drones"),
  ]
  let found = detector.clashes(among: claims)
  #expect(found.map { $0.a.id + $0.b.id } == ["ac", "ab"])
  #expect(detector.clashes(among: claims.reversed()) == found)
}

@Test func `new claims are compared with old ones and each other, old ones not again`() throws {
  let detector = ContradictionDetector(vocabulary: try Vocabulary(yaml: yaml))
  let old = [claim("a: Norway | leads in | sonar"), claim("b: Chile | leads in | sonar")]
  let new = [claim("c: Norway | leads in | sonar | !")]
  #expect(detector.clashes(of: new, against: old).map { $0.a.id + $0.b.id } == ["ac"])
  #expect(detector.clashes(of: new + old, against: old).count == 2)
}

@Test func `of very many claims that say one thing a new one is set against the latest`() throws {
  let detector = ContradictionDetector(vocabulary: try Vocabulary(yaml: yaml))
  let bans = (0..<100).map { claim("b\($0): Norway | bans | X7") }
  let leave = claim("c: Norway | allows | X7")
  let latest = Set(bans.suffix(ContradictionDetector.reach).map(\.id))
  #expect(Set(detector.clashes(among: bans + [leave]).map(\.a.id)) == latest)
  #expect(Set(detector.clashes(of: [leave], against: bans).map(\.a.id)) == latest)
}

@Test func `what one sentence says of two names together is no clash of the two`() throws {
  let detector = ContradictionDetector(vocabulary: try Vocabulary(yaml: yaml))
  var pair = ["a: Norway | leads in | sonar", "b: Chile | leads in | sonar"].map(claim)
  #expect(detector.clashes(among: pair).count == 1)
  let sentence = Evidence(
    insight: "i", document: "d", source: nil, published: nil,
    quote: "Norway and Chile are leading in sonar.", start: 0, end: 38)
  for n in pair.indices {
    pair[n].evidence = sentence
    pair[n].surface.relation = "leading"
  }
  #expect(detector.clashes(among: pair).isEmpty)
  pair[1].attribution = "Chile"
  #expect(detector.clashes(among: pair).count == 1)
}

@Test func `what a text says a thing is instead is no other word for what it is not`() throws {
  let detector = ContradictionDetector(vocabulary: try .builtIn())
  var pair = [
    "a: lens contest | is | simple two-horse race between Peru and Chile | !",
    "b: lens contest | is | matrix of Peru against Chile and open against closed designs",
  ].map(claim)
  #expect(detector.clashes(among: pair).count == 1)
  pair[1].evidence.insight = pair[0].evidence.insight
  #expect(detector.clashes(among: pair).isEmpty)
}
