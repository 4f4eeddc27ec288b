import Foundation
import Testing

@testable import Extraction

/// Minimal facts against `Golden/Open/minimal*.txt`; the head of `minimal.txt` says what is right.
struct OpenMinimalTests {
  @Test(
    "minimal facts are right and complete on golden sentences",
    arguments: [("minimal.txt", 0.97), ("minimal-reports.txt", 0.94)])
  func golden(file: String, least: Double) throws {
    let examples = OpenGolden.read(file)
    let found = try GoldenTests.extractor.get().openTuples(
      in: examples.map(\.text), minimal: true)
    var score = FactScore()
    for (example, tuples) in zip(examples, found) {
      score.add(tuples.map(\.parts), against: GoldFact.read(example.lines))
    }
    let report: Comment = "\(score.summary)\n\(score.misses.joined(separator: "\n"))"
    #expect(examples.count >= 60)
    #expect(score.f1 > least, report)
  }

  @Test func `a fact is binary`() throws {
    let found = try GoldenTests.extractor.get().openTuples(
      in: ["He sold the firm to Ann in 2001."], minimal: true)[0]
    #expect(
      found.map(\.parts) == [
        ["He", "sold", "the firm"], ["He", "sold the firm to", "Ann"],
        ["He", "sold the firm in", "2001"],
      ])
  }

  @Test(
    "what a fact needs to be true stays in it",
    arguments: [
      (
        "The board agreed to buy and sell ships.",
        ["The board | agreed to buy | ships", "The board | agreed to sell | ships"]
      ),
      ("Neither Oslo nor Bergen owns the port.", ["Neither Oslo nor Bergen | owns | the port"]),
      ("The judge found the search illegal.", ["The judge | found the search | illegal"]),
      (
        "The firm bought back the mills.", ["The firm | bought back | the mills"]
      ),
      (
        "She is an editor of two journals.",
        ["She | is | an editor of two journals", "She | is an editor of | two journals"]
      ),
      (
        "The lake lies at an altitude of 400 metres.",
        ["The lake | lies at | an altitude of 400 metres"]
      ),
      (
        "They sell tools such as saws.",
        ["They | sell | tools", "They | sell tools such as | saws"]
      ),
      (
        "The vote took place in June.", ["The vote | took place in | June"]
      ),
      (
        "She was produced by Ross and reached four towns.",
        ["She | was produced by | Ross", "She | reached | four towns"]
      ),
      (
        "He came with the aim of winning the cup.",
        ["He | came with | the aim", "He | came with the aim of winning | the cup"]
      ),
      (
        "Joan chairs the board that he runs as a club.",
        ["Joan | chairs | the board", "he | runs | the board", "he | runs the board as | a club"]
      ),
      ("In general, ships carry cars.", ["ships | carry | cars"]),
      ("Ships sail faster than rafts.", ["Ships | sail faster than | rafts"]),
      ("The mare surged ahead of the field.", ["The mare | surged ahead of | the field"]),
      (
        "Ann wrote a book about whales.",
        ["Ann | wrote | a book", "Ann | wrote a book about | whales"]
      ),
    ])
  func whole(sentence: String, facts: [String]) throws {
    let found = try GoldenTests.extractor.get().openTuples(in: [sentence], minimal: true)[0]
    #expect(found.map { $0.parts.joined(separator: " | ") } == facts)
  }

  @Test(
    "optional words",
    arguments: [
      ("[the] [old] firm", "firm", true), ("[the] [old] firm", "The old firm", true),
      ("[the] [old] firm", "the old", false),
      ("a [lake [in [the] north]]", "a lake in north", true),
      ("a [lake [in [the] north]]", "a in north", false),
      ("{he/[the] king} of Mali", "king of Mali", true), ("{he/[the] king}", "he king", false),
    ])
  func optional(pattern: String, words: String, matches: Bool) {
    #expect(GoldFact.wordings(of: pattern).contains(GoldFact.plain(words)) == matches)
  }
}

/// A fact of the golden file: every wording of each slot, for each way to divide it.
struct GoldFact {
  var ways: [[Set<String>]] = []

  /// Lines of one sentence; a line that begins with `or` belongs to the fact above.
  static func read(_ lines: [String]) -> [GoldFact] {
    var facts: [GoldFact] = []
    for line in lines {
      let isOther = line.hasPrefix("or ")
      let slots = (isOther ? String(line.dropFirst(3)) : line).components(separatedBy: " | ")
      if !isOther || facts.isEmpty { facts.append(GoldFact()) }
      facts[facts.count - 1].ways.append(slots.map(wordings))
    }
    return facts
  }

  func isSaid(by triple: [String]) -> Bool {
    ways.contains { way in
      way.count == triple.count && zip(way, triple).allSatisfy { $0.contains(Self.plain($1)) }
    }
  }

  /// A slot's wordings, with and without each of its [optional] words, with each of {one/another}.
  static func wordings(of slot: String) -> Set<String> {
    var rest = slot[...]
    return Set(branches(&rest).map(plain))
  }

  private static func branches(_ rest: inout Substring) -> [String] {
    var others: [String] = []
    var out = [""]
    while let next = rest.popFirst(), next != "]", next != "}" {
      switch next {
      case "[", "{":
        let inner = (next == "[" ? [""] : []) + branches(&rest)
        out = out.flatMap { start in inner.map { start + $0 } }
      case "/":
        others += out
        out = [""]
      default: out = out.map { $0 + String(next) }
      }
    }
    return others + out
  }

  /// Words alone: capitals and punctuation make no other fact.
  static func plain(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }
      .split(separator: " ").joined(separator: " ")
  }
}

/// Right triples among those found, and facts found among those there are.
struct FactScore {
  private var right = 0
  private var triples = 0
  private var said = 0
  private var facts = 0
  private(set) var misses: [String] = []

  var precision: Double { Double(right) / Double(max(triples, 1)) }
  var recall: Double { Double(said) / Double(max(facts, 1)) }
  var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
  var summary: String {
    "P \(right)/\(triples), R \(said)/\(facts), F1 \((f1 * 1000).rounded() / 1000)"
  }

  mutating func add(_ found: [[String]], against gold: [GoldFact]) {
    triples += found.count
    facts += gold.count
    for triple in found {
      if gold.contains(where: { $0.isSaid(by: triple) }) {
        right += 1
      } else {
        misses.append("wrong: \(triple.joined(separator: " | "))")
      }
    }
    for fact in gold {
      if found.contains(where: fact.isSaid) {
        said += 1
      } else {
        let words = fact.ways.first?.map { $0.max { $0.count < $1.count } ?? "" } ?? []
        misses.append("missed: \(words.joined(separator: " | "))")
      }
    }
  }
}
