import Claims

extension RelationMatcher {
  /// Which relations of a store may match an asked one: some by their names, some by how they begin.
  ///
  /// Too many rather than too few; `match` decides. A store may have many thousands, as each verb that
  /// the vocabulary doesn't know is its own.
  func candidates(for asked: String) -> (names: Set<String>, beginnings: Set<String>) {
    let name = canonical(asked)
    let side = Asked(asked, name)
    var names: Set<String> = [asked, name]
    for entry in vocabulary.relations.values where match(side, entry.name) != nil {
      names.insert(entry.name)
      for phrase in entry.phrases ?? [] { names.formUnion(Self.forms(of: phrase)) }
    }
    for phrase in Senses.builtIn.related(to: name) {
      names.formUnion(Self.forms(of: phrase))
    }
    return (names, Self.beginnings(of: name))
  }

  /// The forms of a verb phrase that `canonical` takes for it.
  private static func forms(of phrase: String) -> [String] {
    let first = phrase.prefix { $0 != " " }
    let rest = phrase.dropFirst(first.count)
    if first == "be" { return ["be", "is", "are", "was", "were"].map { $0 + rest } }
    return [phrase]
      + ["\(first)s", "\(first)es", "\(first.dropLast())ies"]
      .filter { Phrase.singular($0) == first }.map { $0 + rest }
  }

  /// How a relation begins that matches by its words alone.
  private static func beginnings(of name: String) -> Set<String> {
    let words = Phrase(name).words
    guard let first = words.first else { return [] }
    guard first == "is" else {
      // "is banned" for "bans".
      let isVerb = words.count == 1 && name.hasSuffix("s")
      guard isVerb else { return Set(refusals + [stem(first)]) }
      // "supplies" is said by "is the largest supplier of" too.
      let doers = ([""] + WordList.longestFirst("top").map { $0 + " " }).map {
        "is \($0)\(stem(first))"
      }
      // "is run by", "is held by"; "declines to sign".
      let passives = Stem.beginnings(of: Stem.of(first)).map { "is " + $0 }
      return Set(
        doers + passives + refusals
          + [stem(first), "is " + name.lowercased().dropLast(name.hasSuffix("es") ? 2 : 1)])
    }
    guard words.count > 1 else { return [] }
    // "is the only chip used for" says "is used for", "is main route for" "is route for".
    var out: Set<String> = words.count > 2 ? ["is "] : []
    for article in ["", "a ", "an ", "the "] { out.insert("is " + article + stem(words[1])) }
    // "refines" for "is refiner of".
    if let doer = Self.doer(Phrase(name)) { out.formUnion(Stem.beginnings(of: doer)) }
    // "bans" for "is banned".
    if words.count == 2, words[1].hasSuffix("ed") { out.insert(String(words[1].dropLast(3))) }
    return out
  }

  private static let refusals = WordList.longestFirst("refusing").map { $0 + "s to " }

  /// A word without the letter that its plural or third person changes.
  private static func stem(_ word: String) -> String {
    word.count > 3 ? String(word.dropLast()) : word
  }
}
