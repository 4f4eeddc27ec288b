import Claims

/// A relation or name of claims that the vocabulary lacks, and what of the vocabulary it may be.
public struct VocabularySuggestion: Hashable, Sendable {
  public enum What: String, Sendable {
    case relation, entity
  }

  public var what: What
  public var name: String
  public var claims: Int
  /// Known relations or entities that it may belong to; empty where nothing speaks for any.
  public var proposal: [String]
  /// What the proposal rests on, nil without one.
  public var because: String?
  /// A sentence that has it.
  public var example: String
}

/// Proposes where words that the vocabulary lacks may belong, by what is written alone.
///
/// An opposite is never proposed: known relations that oppose each other cancel out, and prefixes
/// that turn a meaning round (un-, de-, dis-) are not taken off. Whoever adds a word decides.
public struct VocabularySuggestions {
  private let vocabulary: Vocabulary
  private let words: Words
  /// Known relations by what their phrases begin with.
  private var byHead: [String: Set<String>] = [:]
  private var bySpelling: [String: String] = [:]
  private var byInitials: [String: Set<String>] = [:]

  public init(vocabulary: Vocabulary) { self.init(vocabulary: vocabulary, words: .builtIn) }

  init(vocabulary: Vocabulary, words: Words) {
    self.vocabulary = vocabulary
    self.words = words
    for (phrase, name) in vocabulary.relationByPhrase {
      if let head = head(of: phrase) { byHead[head, default: []].insert(name) }
    }
    for (alias, name) in vocabulary.entityByAlias.sorted(by: { $0.key < $1.key }) {
      let spelling = spelling(of: alias)
      if bySpelling[spelling] == nil { bySpelling[spelling] = name }
      if let initials = initials(of: alias) { byInitials[initials, default: []].insert(name) }
    }
  }

  /// What claims say that the vocabulary lacks: relations, then names, each the most frequent first.
  public func suggestions(for claims: [Claim]) -> [VocabularySuggestion] {
    relations(in: claims) + names(in: claims)
  }

  // MARK: relations

  private func relations(in claims: [Claim]) -> [VocabularySuggestion] {
    let pairs = knownByPair(claims)
    return grouped(claims.map { ($0.relation, $0) }.filter { known($0.0) == nil })
      .map { name, claims in
        let (proposal, because) = proposal(for: name, claims, pairs)
        return VocabularySuggestion(
          what: .relation, name: name, claims: claims.count, proposal: proposal, because: because,
          example: claims[0].evidence.quote)
      }
  }

  private func known(_ relation: String) -> String? {
    vocabulary.relations[relation] != nil ? relation : vocabulary.relationByPhrase[relation]
  }

  private func proposal(
    for name: String, _ claims: [Claim], _ pairs: [[String]: Set<String>]
  ) -> ([String], String?) {
    if let head = head(of: name), let found = agreeing(byHead[head]) {
      return (found, "the same verb in other words or another form")
    }
    if let head = head(of: name) {
      for prefix in words["keeping"].sorted() where head.hasPrefix(prefix) {
        if let found = agreeing(byHead[String(head.dropFirst(prefix.count))]) {
          return (found, "the same verb after \(prefix)-")
        }
      }
    }
    var shared: [String: Int] = [:]
    for pair in Set(claims.filter { $0.polarity == .positive }.map { [$0.subject, $0.object] }) {
      for known in pairs[pair] ?? [] { shared[known, default: 0] += 1 }
    }
    // One pair in common is chance.
    if let most = shared.values.max(), most > 1,
      let found = agreeing(Set(shared.filter { $0.value == most }.keys))
    {
      return (found, "said of \(most) pairs that it is said of too; it need not mean the same")
    }
    return ([], nil)
  }

  /// The relations in order, nil when there are none or too many to help, or two oppose each other.
  private func agreeing(_ names: Set<String>?) -> [String]? {
    guard let names, !names.isEmpty, names.count <= 4 else { return nil }
    let entries = names.compactMap { vocabulary.relations[$0] }
    for a in entries {
      for b in entries where a.frame == b.frame {
        guard let frame = a.frame, let p = a.pole, let q = b.pole else { continue }
        let opposes = vocabulary.frames[frame]?.opposes ?? []
        if opposes.contains(where: { $0 == [p, q] || $0 == [q, p] }) { return nil }
      }
    }
    return names.sorted()
  }

  /// The known relations that claims assert of each subject and object.
  private func knownByPair(_ claims: [Claim]) -> [[String]: Set<String>] {
    var pairs: [[String]: Set<String>] = [:]
    for claim in claims where claim.polarity == .positive && !claim.object.isEmpty {
      if let known = known(claim.relation) {
        pairs[[claim.subject, claim.object], default: []].insert(known)
      }
    }
    return pairs
  }

  /// The verb a relation begins with, stemmed; with its noun where the verb says little: "put brake".
  private func head(of phrase: String) -> String? {
    var parts = phrase.split(separator: " ").map { stem(spelling(of: String($0))) }
    if let first = parts.first, words["copula"].contains(first) { parts.removeFirst() }
    guard let verb = parts.first, verb.count > 2 else { return nil }
    guard words["light"].contains(verb) else { return verb }
    // A light verb with a preposition alone tells nothing.
    guard parts.count > 2 else { return nil }
    return parts.prefix(2).joined(separator: " ")
  }

  // MARK: names

  private func names(in claims: [Claim]) -> [VocabularySuggestion] {
    let mentions = claims.flatMap { claim in
      Set([claim.subject, claim.object]).map { ($0, claim) }
    }
    return grouped(mentions.filter { isUnknownName($0.0) })
      .filter { name, claims in
        isSurelyName(name) || claims.contains { stands(name, inside: $0.evidence.quote) }
      }
      .map { name, claims in
        let (proposal, because) = proposal(for: name)
        return VocabularySuggestion(
          what: .entity, name: name, claims: claims.count, proposal: proposal, because: because,
          example: claims[0].evidence.quote)
      }
  }

  private func isUnknownName(_ name: String) -> Bool {
    let key = name.lowercased()
    guard vocabulary.entityByAlias[key] == nil, vocabulary.entityByMetonym[key] == nil,
      vocabulary.entityByDemonym[key] == nil
    else { return false }
    let parts = name.split(separator: " ")
    guard !parts.contains(where: { words["month"].contains($0.lowercased()) }) else { return false }
    guard (1...6).contains(parts.count), name.contains(where: \.isLetter) else { return false }
    return parts.enumerated().allSatisfy { i, part in
      part.first.map { $0.isUppercase || i > 0 && $0.isNumber } ?? false
        || i > 0 && i < parts.count - 1 && words["within"].contains(String(part))
    } && parts.contains { $0.contains(where: \.isUppercase) }
  }

  /// More than one word, or a capital or digit inside: no sentence's first word looks like that.
  private func isSurelyName(_ name: String) -> Bool {
    name.contains(" ") || name.dropFirst().contains { $0.isUppercase || $0.isNumber }
  }

  private func stands(_ name: String, inside quote: String) -> Bool {
    quote.contains(" " + name)
  }

  private func proposal(for name: String) -> ([String], String?) {
    if let known = bySpelling[spelling(of: name)] {
      return ([known], "the same but for its spelling")
    }
    let letters = name.lowercased().filter(\.isLetter)
    if !name.contains(" "), name.allSatisfy({ $0.isUppercase || $0 == "." }),
      let found = byInitials[letters], found.count == 1
    {
      return (found.sorted(), "its initials")
    }
    let parts = name.split(separator: " ").map { $0.lowercased() }
    for count in stride(from: parts.count - 1, to: 0, by: -1) {
      let start = parts.prefix(count).joined(separator: " ")
      if let known = vocabulary.entityByAlias[start] ?? vocabulary.entityByDemonym[start] {
        return ([known], "begins with its name; may be another name or a part of it")
      }
    }
    return ([], nil)
  }

  private func initials(of name: String) -> String? {
    let parts = name.split { $0 == " " || $0 == "-" }
      .filter { !words["within"].contains(String($0)) }
    guard parts.count > 1 else { return nil }
    return String(parts.compactMap(\.first)).lowercased()
  }

  /// Without case, spaces and hyphens, and with one spelling of -ise and -ize.
  private func spelling(of text: String) -> String {
    let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
    for (british, common) in [("ise", "ize"), ("ises", "izes"), ("yse", "yze"), ("yses", "yzes")]
    where letters.hasSuffix(british) {
      return letters.dropLast(british.count) + common
    }
    return letters
  }

  /// What claims have a name, the most frequent name first.
  private func grouped(_ named: [(String, Claim)]) -> [(name: String, claims: [Claim])] {
    Dictionary(grouping: named, by: \.0)
      .map { (name: $0.key, claims: $0.value.map(\.1).sorted { $0.precedes($1) }) }
      .sorted {
        $0.claims.count != $1.claims.count
          ? $0.claims.count > $1.claims.count
          : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
      }
  }
}
