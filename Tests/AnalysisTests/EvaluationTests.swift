import Claims
import Foundation
import Testing

@testable import Analysis

private let yaml = """
  frames: []
  relations: []
  entities:
    - {name: Norway, kind: state, aliases: [Kingdom of Norway], demonyms: [Norwegian], metonyms: [Oslo]}
    - {name: United States, kind: state, aliases: [US, U.S.], demonyms: [American], metonyms: [Washington]}
    - {name: Oslo Optics, kind: company}
  """

/// Claims made and claims wanted, one line each:
/// `subject | relation | object | key: value …`, with the keys `not`, `modality`, `scope`, `time`,
/// `says`, `surface`, `or` (`s / r / o`), `rule`, `quote`, `from` (the subject's words).
struct EvaluationTests {
  let evaluator: Evaluator

  init() throws { evaluator = Evaluator(vocabulary: try Vocabulary(yaml: yaml)) }

  private func keys(_ line: String) -> (triple: [String], rest: [String: String]) {
    let parts = line.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    let pairs = parts.dropFirst(3).map { part in
      let pair = part.split(separator: ":", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      return (pair[0], pair.count > 1 ? pair[1] : "")
    }
    return (Array(parts.prefix(3)), Dictionary(uniqueKeysWithValues: pairs))
  }

  private func made(_ line: String) -> Extracted.Made {
    let (triple, rest) = keys(line)
    let claim = Claim(
      subject: triple[0], relation: triple[1], object: triple[2],
      surface: rest["from"].map { Surface(subject: $0, relation: "", object: "") },
      polarity: rest["not"] == nil ? .positive : .negative,
      modality: rest["modality"].flatMap(Modality.init) ?? .asserted, scope: rest["scope"],
      time: rest["time"], attribution: rest["says"],
      evidence: Evidence(
        insight: "i", document: "d", source: nil, published: nil, quote: rest["quote"] ?? "",
        start: 0, end: 1))
    return Extracted.Made(claim: claim, rule: rest["rule"] ?? "some rule")
  }

  private func gold(_ lines: [String]) -> GoldInsight {
    GoldInsight(
      id: "i", text: "The passage.",
      claims: lines.map { line in
        let (triple, rest) = keys(line)
        let other = rest["or"].map { text -> [GoldClaim.Alternative] in
          let parts = text.components(separatedBy: " / ")
          return [.init(subject: parts[0], relation: parts[1], object: parts[2])]
        }
        return GoldClaim(
          id: "i#1", subject: triple[0], relation: triple[1], object: triple[2],
          polarity: rest["not"] == nil ? .positive : .negative,
          modality: rest["modality"].flatMap(Modality.init) ?? .asserted, scope: rest["scope"],
          time: rest["time"], attribution: rest["says"], surface: rest["surface"],
          alternatives: other)
      })
  }

  private func evaluation(
    _ wanted: [String], _ claims: [String], sentences: [String] = [],
    clauses: [Extracted.Clause] = []
  ) -> Evaluation {
    let extracted = Extracted(sentences: sentences, clauses: clauses, made: claims.map(made))
    return evaluator.evaluation(of: [(gold(wanted), extracted)])
  }

  @Test(arguments: [
    ("Norwegian labs", "labs of Oslo", 1), ("the labs' models", "a model", 2.0 / 3),
    ("US chip rules", "Washington's chip rule", 1), ("us", "US", 0), ("", "", 1), ("tea", "", 0),
    ("Oslo Optics", "Norway", 0), ("1,200 ships", "1200 ships", 1), ("is", "", 0),
  ])
  func `slots are as alike as their words`(_ a: String, _ b: String, _ likeness: Double) {
    let found = evaluator.bags.bag(a).likeness(to: evaluator.bags.bag(b))
    #expect(abs(found - likeness) < 1e-9)
  }

  @Test(arguments: [("is banned by", "bans"), ("has not led", "leads"), ("tapped", "taps")])
  func `a relation is the same in another form`(_ a: String, _ b: String) {
    let (one, other) = (evaluator.bags.relation(a), evaluator.bags.relation(b))
    #expect(one.shared(with: other) == other.size && other.size == 1)
  }

  @Test(arguments: [
    ("Norway | bans | drones", "Oslo | bans | the drones", true),
    ("Norway | bans | drones | surface: outlawed", "Norway | outlaws | drones", true),
    (
      "Norway | bans | drones | or: drones / are illegal in / Norway",
      "drones | are illegal in | Norway", true
    ),
    ("Norway | bans | drones", "drones | is banned by | Norway", true),
    ("Norway | bans | drones", "drones | bans | Norway", false),
    ("capacity | triples | ", "capacity | triples | in ten years", true),
    ("capacity | triples | the output", "capacity | triples | ", false),
    ("Norway | bans | drones | not", "Norway | does not ban | drones", true),
  ])
  func `a claim matches slot by slot`(_ wanted: String, _ claim: String, _ matches: Bool) {
    #expect(evaluation([wanted], [claim]).lenient.matched == (matches ? 1 : 0))
  }

  @Test func `one claim matches one claim, the best first`() {
    let found = evaluation(
      ["Norway | bans | large drones", "Norway | bans | large drones over towns"],
      ["Norway | bans | large drones over towns", "Norway | bans | large drones"])
    #expect(found.lenient.matched == 2)
    #expect(found.strict.matched == 2)
    #expect(
      evaluation(["Norway | bans | drones"], ["Norway | bans | drones", "Oslo | bans | drones"])
        .lenient == Score(matched: 1, made: 2, gold: 1))
  }

  @Test func `qualifiers are asked of the matched claims`() {
    let found = evaluation(
      [
        "Norway | bans | drones | not | time: in May", "Norway | sells | gas | scope: to the south",
        "Norway | buys | tea",
      ],
      [
        "Norway | bans | drones | time: May", "Norway | sells | gas | says: the minister",
        "Norway | eats | fish | not",
      ])
    #expect(found.lenient == Score(matched: 2, made: 3, gold: 3))
    #expect((found.polarity.right, found.polarity.of) == (1, 2))
    #expect((found.negatives.right, found.negatives.of) == (0, 1))
    #expect((found.modality.right, found.modality.of) == (2, 2))
    #expect(found.time == Score(matched: 1, made: 1, gold: 1))
    #expect(found.scope == Score(matched: 0, made: 0, gold: 1))
    #expect(found.attribution == Score(matched: 0, made: 1, gold: 0))
    #expect(found.time.f1 == 1)
    #expect(found.scope.f1 == 0)
  }

  @Test(arguments: [
    ("Norway | bans | drones", "Norway | likes | drones", ErrorKind.relationOtherwise),
    ("Norway | bans | drones", "drones | bans | Norway", .swapped),
    ("Norway | bans | drones", "Chile | bans | drones | from: It", .pronounResolvedWrongly),
    ("old port city of Bergen | bans | drones", "Bergen | bans | drones", .subjectTooShort),
    ("Bergen | bans | drones", "old port city Bergen | bans | drones", .subjectTooLong),
    ("Bergen | bans | drones", "Chile | bans | drones", .anotherSubject),
    ("Norway | bans | drones", "Norway | bans | ", .objectLeftOut),
    ("Norway | bans | large old loud drones", "Norway | bans | drones", .objectTooShort),
    ("Norway | bans | drones", "Norway | bans | large old loud drones", .objectTooLong),
    ("Norway | bans | drones", "Norway | bans | tea", .anotherObject),
    ("Norway | bans | drones", "Norway | bans | drones | not", .polarityReversed),
    (
      "Norway | bans | drones | modality: planned", "Norway | bans | drones",
      .modalityOther(gold: "planned", made: "asserted")
    ),
    ("Norway | bans | drones | time: May", "Norway | bans | drones", .qualifierMissed("time")),
    ("Norway | bans | drones", "Norway | bans | drones | scope: x", .qualifierInvented("scope")),
    (
      "Norway | bans | drones | says: Ola", "Norway | bans | drones | says: Kari",
      .qualifierOther("attribution")
    ),
  ])
  func `a near miss is told by the slot that differs`(
    _ wanted: String, _ claim: String, _ kind: ErrorKind
  ) {
    #expect(evaluation([wanted], [claim]).errors.map(\.kind) == [kind])
  }

  @Test func `a missed claim is told by its clause`() {
    func kind(_ clauses: [Extracted.Clause]) -> [ErrorKind] {
      evaluation(["Norway | prohibits | drones | surface: banned"], [], clauses: clauses)
        .errors.map(\.kind)
    }
    #expect(kind([]) == [.noClause])
    #expect(kind([.init(words: ["sold", "sell"], silence: "no subject")]) == [.noClause])
    #expect(kind([.init(words: ["banning", "ban"], silence: nil)]) == [.clauseSaysOther])
    #expect(
      kind([.init(words: ["banning", "ban"], silence: "no subject")])
        == [.noClaim(because: "no subject")])
  }

  @Test func `a conjunct left out is told by the claim beside it`() {
    let found = evaluation(
      ["Norway | bans | drones", "Norway | bans | scooters"], ["Norway | bans | drones"])
    #expect(found.errors.map(\.kind) == [.conjunctLeftOut])
  }

  @Test func `a claim too many is laid to its rule`() {
    let sentences = ["Norway bans drones, which cost money.", "The sky was blue."]
    let found = evaluation(
      ["Norway | bans | drones"],
      [
        "Norway | bans | drones | quote: \(sentences[0])",
        "Oslo | bans | drones | quote: \(sentences[0])",
        "drones | cost | money | rule: verb and object | quote: \(sentences[0])",
        "sky | is | blue | rule: state | quote: \(sentences[1])",
      ], sentences: sentences)
    #expect(
      Set(found.errors.map(\.kind)) == [
        .saidTwice, .extra(rule: "verb and object"), .sideRemark(rule: "state"),
      ])
  }

  @Test func `the costliest kind comes first`() {
    let found = evaluation(
      ["Norway | bans | drones", "Chile | sells | copper"],
      ["Norway | likes | drones", "sky | is | blue", "sea | is | green"])
    #expect(
      found.errors.map(\.kind) == [
        .relationOtherwise, .sideRemark(rule: "some rule"), .noClause,
      ])
    #expect(found.errors.map(\.cost) == [2, 2, 1])
  }
}
