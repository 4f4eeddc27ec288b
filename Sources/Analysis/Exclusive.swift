import Claims

/// What only one may be: "is the only domestic accelerator used for training", "is the sole supplier".
///
/// Also made of claims without "only", so that the two can be set beside each other.
struct Exclusive: Sendable {
  var isOnly: Bool
  /// The tokens of what it is said to be or do, without "only" and where it is from.
  var predicate: [String]
  /// The same with the scope, as a place may stand in either.
  var whole: Set<String>
  /// Of these those that are no place, nor a state.
  var placeless: Set<String>
  /// "The only domestic one" leaves room for foreign ones.
  var isDomestic: Bool
  /// "The only Chinese foundry making them" leaves room for foreign ones, and for what is no foundry.
  var origin: Set<String> = []
  var sort: String?

  var key: String { predicate.sorted().joined(separator: " ") }
  var wholeKey: String { whole.sorted().joined(separator: " ") }
  var placelessKey: String { placeless.sorted().joined(separator: " ") }

  /// The stem of the verb that one does who is called so: an enforcer enforces.
  private static func verb(of agent: String?) -> String? {
    guard let agent, agent.count > 4, agent.hasSuffix("er") || agent.hasSuffix("or") else {
      return nil
    }
    let root = agent.dropLast(2)
    return root.hasSuffix("i") ? root.dropLast() + "y" : String(root)
  }

  /// Who alone does what: "is the only Chinese foundry that makes", "is sole firm making".
  private static func maker(_ said: [String], _ words: Words) -> (name: [String], verb: String)? {
    guard let only = said.prefix(3).firstIndex(where: { words["sole"].contains($0) }),
      let verb = said.last, said.count > only + 2
    else { return nil }
    let name = Array(said[(only + 1)..<(said.count - 1)])
    if let relative = name.last, ["that", "which", "who"].contains(relative) {
      return name.count > 1 ? (name.dropLast(), verb) : nil
    }
    return verb.count > 5 && verb.hasSuffix("ing") ? (name, verb) : nil
  }

  /// The same by what one is called for doing it: "is only Gulf investor in".
  private static func doer(_ said: [String], _ words: Words) -> (name: [String], verb: String)? {
    guard let only = said.prefix(3).firstIndex(where: { words["sole"].contains($0) }),
      said.count > only + 3, let preposition = said.last, ["in", "of"].contains(preposition),
      let verb = verb(of: said[said.count - 2])
    else { return nil }
    return (Array(said[(only + 1)..<(said.count - 2)]), verb)
  }

  /// Of the raw words of a relation.
  init?(
    relation said: [String], object: String, scope: String?, isSole: Bool = false, keys: MatchKeys
  ) {
    let words = keys.words
    guard said.first == "is" else {
      // Whoever enforces a law is an enforcer of it.
      guard said.count == 1 || said.count == 2 && said[1] == "in", let verb = said.first,
        !object.isEmpty
      else { return nil }
      isOnly = isSole
      isDomestic = false
      predicate = [stem(verb)] + keys.key(object).tokens
      (whole, placeless) = Self.whole(predicate, scope, keys)
      return
    }
    if let maker = Self.maker(said, words) ?? Self.doer(said, words) {
      let own = keys.key(maker.name.joined(separator: " "))
      isOnly = true
      isDomestic = maker.name.contains { words["domestic"].contains($0) }
      origin = own.states
      sort = own.tokens.last.flatMap { keys.isActor($0) || own.states.contains($0) ? nil : $0 }
      predicate = [stem(maker.verb)] + keys.key(object).tokens
      (whole, placeless) = Self.whole(predicate, scope, keys)
      return
    }
    var all = Array(said.dropFirst()) + rawWords(object)
    if let article = all.first, ["the", "a", "an"].contains(article) { all.removeFirst() }
    isOnly = all.prefix(3).contains { words["sole"].contains($0) }
    guard isOnly || all.count > 1 else { return nil }
    isDomestic = all.contains { words["domestic"].contains($0) }
    all.removeAll { words["sole"].contains($0) || words["domestic"].contains($0) }
    // Of "accelerator used for training" the use is what is exclusive, whatever the thing is.
    let isUse = { (word: String) in word.count > 3 && word.hasSuffix("ed") && word != "united" }
    if let verb = all.firstIndex(where: isUse), verb < all.count - 1 {
      all = Array(all[verb...])
    }
    let isAgent = said.count > (isOnly ? 3 : 2) && said.last == "of"
    let agent =
      isAgent && !words["no doer"].contains(all.first ?? "") ? Self.verb(of: all.first) : nil
    if agent != nil { all.removeFirst() }
    predicate = [agent].compactMap(\.self) + keys.key(all.joined(separator: " ")).tokens
    (whole, placeless) = Self.whole(predicate, scope, keys)
    // "Is the only place": the only one of all places, by nothing that is named.
    guard !predicate.allSatisfy({ words["anything"].contains($0) }) else { return nil }
  }

  /// With the scope, unless that is the world, and of these what is no place.
  private static func whole(
    _ predicate: [String], _ scope: String?, _ keys: MatchKeys
  ) -> (Set<String>, placeless: Set<String>) {
    let scope = scope.map { keys.key($0).tokens } ?? []
    let whole = Set(predicate + scope.filter { !keys.words["worldwide"].contains($0) })
    return (whole, whole.filter { !keys.isPlaceOrState($0) })
  }
}
