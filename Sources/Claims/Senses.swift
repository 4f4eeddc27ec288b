/// What verbs mean, as far as it matters to whether two claims say the same, or can't both hold.
///
/// Lines of senses rather than pairs of words, because a text that denies another seldom takes the
/// very opposite of its word: who "admits" is set against who "turns away" and who "shuts out".
public struct Senses: Sendable {
  /// One of the two meanings that a line sets against each other.
  public struct Side: Sendable, Hashable {
    public var line: Int
    public var isSecond: Bool

    public var opposite: Side { Side(line: line, isSecond: !isSecond) }
    public var name: String { "\(line)" + (isSecond ? "b" : "a") }
  }

  private var sides: [Substring: Set<Side>] = [:]
  /// The phrases of the two sides of each line.
  private var phrases: [[[Substring]]] = []

  public static let builtIn = Senses(list)

  /// The lines of the built-in list.
  public static let list = String(decoding: PackageResources.senses_txt, as: UTF8.self)

  init(_ text: String) {
    // By bytes, because it is read at every start.
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#")
    {
      let parts = line.split(separator: UInt8(ascii: "|")).map { part in
        part.split(separator: UInt8(ascii: ";")).map { phrase in
          let start = phrase.drop { $0 == UInt8(ascii: " ") }
          return Substring(start.last == UInt8(ascii: " ") ? start.dropLast() : start)
        }
      }
      for (place, part) in parts.enumerated() {
        let side = Side(line: phrases.count, isSecond: place == 1)
        for phrase in part { sides[phrase, default: []].insert(side) }
      }
      phrases.append(parts)
    }
  }

  /// The senses of a relation in the third person: "turns away" is in the line of those that exclude.
  public func sides(of relation: String) -> Set<Side> {
    let words = relation.lowercased().split(separator: " ")
    guard let verb = words.first else { return [] }
    let rest = Self.singular(words.dropFirst())
    for lemma in Self.lemmas(ofThirdPerson: String(verb)) {
      if let found = sides[Substring(lemma + rest)] { return found }
    }
    return sides[verb + rest] ?? []
  }

  /// The verb phrases, as lemmas, that mean the same as a relation or the contrary of it.
  public func related(to relation: String) -> [String] {
    sides(of: relation).sorted { $0.line < $1.line }.flatMap {
      phrases[$0.line].joined().map(String.init)
    }
  }

  /// "Ties with" and "tie with" alike, which the list has as the latter, and without articles.
  private static func singular(_ rest: ArraySlice<Substring>) -> String {
    rest.filter { !["the", "a", "an", "its", "their"].contains($0) }.map {
      let isPlural = $0.count > 3 && $0.hasSuffix("s") && !$0.hasSuffix("ss")
      return " " + (isPlural ? $0.dropLast() : $0)
    }.joined()
  }

  private static func lemmas(ofThirdPerson verb: String) -> [String] {
    switch verb {
    case "is", "are": return ["be"]
    case "has": return ["have"]
    default:
      guard verb.hasSuffix("s"), verb.count > 2 else { return [] }
      if verb.hasSuffix("ies") { return [verb.dropLast(3) + "y"] }
      let lemma = String(verb.dropLast())
      return verb.hasSuffix("es") ? [lemma, String(lemma.dropLast())] : [lemma]
    }
  }
}
