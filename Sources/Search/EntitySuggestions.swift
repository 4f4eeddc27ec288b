import Claims

/// Two names that may be one, and why.
public struct EntitySuggestion: Hashable, Sendable {
  /// The rarer name.
  public var name: String
  public var other: String
  public var because: String
  public var claims: Int
}

/// Finds names that may be of one thing, by how they are written; whoever merges them decides.
public struct EntitySuggestions {
  private static let forms: Set<String> = [
    "inc", "corp", "corporation", "ltd", "limited", "co", "company", "plc", "ag", "gmbh", "sa",
    "group", "holding", "holdings", "technologies", "technology",
  ]

  /// `areKnown` tells of two names whether they are known to be one or not to be.
  public static func suggestions(
    among counts: [String: Int], areKnown: (String, String) -> Bool
  ) -> [EntitySuggestion] {
    let names = counts.keys.sorted()
    var found: [[String]: String] = [:]
    func suggest(_ a: String, _ b: String, _ because: String) {
      let pair = [a, b].sorted()
      guard a != b, found[pair] == nil, numbers(a) == numbers(b), !areKnown(a, b) else { return }
      found[pair] = because
    }
    func groups(by key: (String) -> String?) -> [[String]] {
      var groups: [String: [String]] = [:]
      for name in names { if let key = key(name) { groups[key, default: []].append(name) } }
      return groups.values.filter { $0.count > 1 }.map { $0.sorted() }
    }
    func pairs(_ groups: [[String]], _ because: String) {
      for group in groups {
        for (place, a) in group.enumerated() {
          for b in group.dropFirst(place + 1) { suggest(a, b, because) }
        }
      }
    }
    pairs(groups { words($0).joined() }, "the same but for case, spaces or marks")
    pairs(
      groups { name in
        let core = words(name).filter { $0 != "the" && !forms.contains($0) }
        return core.isEmpty || !isName(name) ? nil : core.joined(separator: " ")
      }, "the same but for “the” or the form of the company")
    pairs(groups { words($0).map(Phrase.singular).joined(separator: " ") }, "singular and plural")
    let byInitials = Dictionary(grouping: names.filter { words($0).count > 2 }) { name in
      String(words(name).filter { $0 != "of" && $0 != "the" && $0 != "and" }.compactMap(\.first))
    }
    for name in names where name.count > 2 && name.allSatisfy(\.isUppercase) {
      for long in byInitials[name.lowercased()] ?? [] { suggest(name, long, "its initials") }
    }
    // A slip is only looked for among names that begin alike, because all pairs would be too many.
    let begins = Dictionary(grouping: names.filter { $0.count > 5 && isName($0) }) { $0.prefix(3) }
    for group in begins.values where group.count < 200 {
      for (place, a) in group.enumerated() {
        for b in group.dropFirst(place + 1)
        where Spelling.isOneSlip(Array(a.lowercased()), Array(b.lowercased())) {
          suggest(a, b, "one letter apart")
        }
      }
    }
    return found.map { pair, because in
      let rarer = (counts[pair[0]] ?? 0) <= (counts[pair[1]] ?? 0) ? 0 : 1
      return EntitySuggestion(
        name: pair[rarer], other: pair[1 - rarer], because: because,
        claims: (counts[pair[0]] ?? 0) + (counts[pair[1]] ?? 0))
    }.sorted { $0.claims != $1.claims ? $0.claims > $1.claims : $0.name < $1.name }
  }

  private static func words(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func numbers(_ name: String) -> [String] {
    words(name).map { $0.filter(\.isNumber) }.filter { !$0.isEmpty }
  }

  private static func isName(_ name: String) -> Bool { name.contains(where: \.isUppercase) }
}
