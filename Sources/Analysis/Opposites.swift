import Claims

/// Words that exclude each other when they are said of one thing: opposites, and everyday exclusives.
struct Opposites: Sendable {
  private var antonyms: [String: Set<String>] = [:]
  /// Those that say how a thing is, rather than what is done.
  private var states: Set<String> = []
  private var things: [String: Set<String>] = [:]
  private let beings: Set<String>
  private let kin: [Set<String>]
  private var classes: [String: [Set<String>]] = [:]

  static let builtIn = Opposites(
    antonyms: [PackageResources.antonyms_txt, PackageResources.opposites_txt]
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n"),
    exclusives: String(decoding: PackageResources.exclusives_txt, as: UTF8.self))

  init(antonyms list: String, exclusives: String) {
    for line in list.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count == 3 else { continue }
      let (a, b) = (stem(parts[1]), stem(parts[2]))
      if parts[0] == "n" {
        things[a, default: []].insert(b)
        things[b, default: []].insert(a)
        continue
      }
      if parts[0] == "a" { states.formUnion([a, b]) }
      antonyms[a, default: []].insert(b)
      antonyms[b, default: []].insert(a)
    }
    var beings: Set<String> = []
    var kin: [Set<String>] = []
    for line in exclusives.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let members = parts[1].split(separator: " ")
        .map { Set($0.split(separator: "|").map { bareStem(String($0)) }) }
      if parts[0] == "being" {
        beings.formUnion(members.joined())
      } else if parts[0] == "kin" {
        kin += members
      } else {
        classes[String(parts[0]), default: []] += members
      }
    }
    self.beings = beings
    self.kin = kin
  }

  /// Whether the two stems are opposites, in a list or by a prefix: "legal" and "illegal".
  func areOpposite(_ a: String, _ b: String) -> Bool {
    guard a != b else { return false }
    if antonyms[a]?.contains(b) ?? false { return true }
    if Self.ranks.contains(a), Self.ranks.contains(b) { return true }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return Self.prefixes.contains { long == $0 + short } && short.count > 3
  }

  /// Whether a stem of the one is the opposite of one of the other.
  func areOpposite(_ a: Set<String>, _ b: Set<String>) -> Bool {
    a.contains { word in b.contains { areOpposite(word, $0) } }
  }

  /// Whether the two are things that one doesn't make, have or report at once: a profit, a loss.
  func areOppositeThings(_ a: String, _ b: String) -> Bool { things[a]?.contains(b) ?? false }
  func oppositeThings(of word: String) -> [String] { (things[word] ?? []).sorted() }
  func isThing(_ word: String) -> Bool { things[word] != nil }

  /// Whether the stem tells how a thing is, and has an opposite in a list: "closed".
  func isState(_ stem: String) -> Bool { states.contains(stem) }

  /// Whether anything is opposite to the stem: in a list, by what a prefix leaves of it, or with a
  /// prefix before an adjective's ending.
  func mayOppose(_ stem: String) -> Bool {
    antonyms[stem] != nil || Self.ranks.contains(stem)
      || Self.endings.contains(where: stem.hasSuffix)
      || Self.prefixes.contains { stem.hasPrefix($0) && stem.count - $0.count > 3 }
  }

  /// Of one ranking a thing has one place.
  private static let ranks = Set(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
      .map(stem))

  private static let endings = [
    "abl", "ibl", "iv", "al", "ar", "ant", "ent", "ic", "ous", "ful", "ect", "ish",
  ]

  /// All stems that ``areOpposite(_:_:)`` to this one.
  func opposites(of word: String) -> [String] {
    var found = antonyms[word] ?? []
    if Self.ranks.contains(word) { found.formUnion(Self.ranks.subtracting([word])) }
    for prefix in Self.prefixes {
      if word.count > 3 { found.insert(prefix + word) }
      if word.hasPrefix(prefix), word.count - prefix.count > 3 {
        found.insert(String(word.dropFirst(prefix.count)))
      }
    }
    return found.sorted()
  }

  /// The one of two opposites that stands for both.
  func first(of word: String) -> String { antonyms[word]?.min().map { min($0, word) } ?? word }

  private static let ofSubjects: Set<String> = ["subject", "species", "age", "years"]
  private static let goals = [" to", " towards", " toward", " for", " past"]
  private static let prefixes = ["un", "in", "im", "ir", "il", "dis", "non"]

  /// What a claim tells of an everyday being without a name: "a man", "two dogs".
  func scene(_ claim: Claim, subject: MatchKey, words: Words) -> Matter.Scene? {
    guard subject.identifiers.isEmpty, subject.states.isEmpty,
      let head = subject.tokens.last.map(bareStem), beings.contains(head),
      claim.attribution == nil
    else { return nil }
    // Who walks to a shop is in the street.
    let isGoal = Self.goals.contains(where: claim.relation.hasSuffix)
    let text = [claim.relation, isGoal ? "" : claim.object, claim.scope ?? ""]
      .joined(separator: " ")
    let said = rawWords(text).filter {
      !words["stop"].contains($0) && !words["copula"].contains($0)
    }
    return Matter.Scene(
      head: head, kin: kin(of: head), being: Set(subject.tokens.map(bareStem)),
      said: Set(said.map(bareStem)))
  }

  /// Which kin a being belongs to; two that share one may be the same being.
  func kin(of head: String) -> Set<Int> { Set(kin.indices.filter { kin[$0].contains(head) }) }

  /// Whether words say of beings what one can't be and do at a time.
  func exclude(_ a: Set<String>, _ b: Set<String>) -> Bool {
    classes.contains { !Self.ofSubjects.contains($0.key) && Self.exclude(a, b, in: $0.value) }
  }

  /// Whether two subjects are beings of different kinds.
  func areDifferentBeings(_ a: Set<String>, _ b: Set<String>) -> Bool {
    Self.ofSubjects.contains { Self.exclude(a, b, in: classes[$0] ?? []) }
  }

  private static func exclude(_ a: Set<String>, _ b: Set<String>, in members: [Set<String>]) -> Bool
  {
    let x = members.indices.filter { !members[$0].isDisjoint(with: a) }
    let y = members.indices.filter { !members[$0].isDisjoint(with: b) }
    return !x.isEmpty && !y.isEmpty && Set(x).isDisjoint(with: y)
  }
}

/// A stem with its last consonant once, so that "sitting" and "sits" meet.
func bareStem(_ word: String) -> String {
  var found = stem(word)
  if found == word, word.count > 4, word.hasSuffix("ing") { found.removeLast(3) }
  if found.count > 3, found.last == found.dropLast().last { found.removeLast() }
  if found.count > 3, found.hasSuffix("e") { found.removeLast() }
  return found
}
