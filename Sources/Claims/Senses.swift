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

  private var sides: [String: Set<Side>] = [:]
  /// The phrases of each side, as the list has them.
  private var phrases: [Side: [String]] = [:]

  public static let builtIn = Senses(list)

  /// The lines of the built-in list.
  public static let list = String(decoding: PackageResources.senses_txt, as: UTF8.self)

  init(_ text: String) {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    for (n, line) in lines.enumerated() {
      for (place, part) in line.split(separator: "|").enumerated() {
        let side = Side(line: n, isSecond: place == 1)
        for phrase in part.split(separator: ";") {
          let words = phrase.split(separator: " ").map(String.init)
          sides[Self.key(words[0], words.dropFirst()), default: []].insert(side)
          phrases[side, default: []].append(words.joined(separator: " "))
        }
      }
    }
  }

  /// The senses of a relation in the third person: "turns away" is in the line of those that exclude.
  public func sides(of relation: String) -> Set<Side> {
    let words = relation.lowercased().split(separator: " ").map(String.init)
    guard let verb = words.first else { return [] }
    for lemma in Self.lemmas(ofThirdPerson: verb) {
      if let found = sides[Self.key(lemma, words.dropFirst())] { return found }
    }
    return sides[Self.key(verb, words.dropFirst())] ?? []
  }

  /// The verb phrases, as lemmas, that mean the same as a relation or the contrary of it.
  public func related(to relation: String) -> [String] {
    sides(of: relation).sorted { $0.line < $1.line }
      .flatMap { (phrases[$0] ?? []) + (phrases[$0.opposite] ?? []) }
  }

  /// "Cuts ties with" and "cut tie with" alike.
  private static func key(_ verb: String, _ rest: ArraySlice<String>) -> String {
    ([verb]
      + rest.map {
        $0.count > 3 && $0.hasSuffix("s") && !$0.hasSuffix("ss") ? String($0.dropLast()) : $0
      })
      .joined(separator: " ")
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
