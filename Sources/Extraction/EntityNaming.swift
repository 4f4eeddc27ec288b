import Claims
import Language

/// Gives noun phrases their canonical names through the vocabulary; unsure keeps the text's words.
struct EntityNaming {
  let vocabulary: Vocabulary

  private static let articles = ["the ", "a ", "an "]

  /// The canonical name of a phrase in the text's words.
  ///
  /// A metonym is replaced only where the phrase acts as a state: as subject or object of a claim on its own.
  func name(_ phrase: String, asPlace isPlace: Bool = false) -> String {
    var text = phrase
    for article in Self.articles where text.lowercased().hasPrefix(article) {
      text = String(text.dropFirst(article.count))
      break
    }
    let key = text.lowercased()
    if let name = vocabulary.entityByAlias[key], !isModelKind(name) { return name }
    if !isPlace {
      // "The Hague" has lost its article as a noun phrase.
      if let name = vocabulary.entityByMetonym[key] ?? vocabulary.entityByMetonym["the \(key)"] {
        return name
      }
    }
    if key.hasSuffix(" government") || key.hasSuffix(" administration") || key.hasSuffix(" state"),
      let nation = key.split(separator: " ").first,
      let name = vocabulary.entityByAlias[String(nation)]
        ?? vocabulary.entityByDemonym[String(nation)],
      key.split(separator: " ").count == 2
    {
      return name
    }
    return text
  }

  /// The state or bloc a word stands for, by name, adjective or metonym: "Chinese" gives China.
  func state(_ word: String) -> String? {
    let key = word.lowercased()
    let found =
      vocabulary.entityByDemonym[key] ?? vocabulary.entityByAlias[key]
      ?? vocabulary.entityByMetonym[key]
    guard let found, let kind = vocabulary.entities[found]?.kind, ["state", "bloc"].contains(kind)
    else { return nil }
    return found
  }

  // A kind of model keeps the text's words, because "open-weight AI" and "open models" differ in scope.
  private func isModelKind(_ name: String) -> Bool {
    guard let kind = vocabulary.entities[name]?.kind else { return false }
    return ["model kind", "technology"].contains(kind)
  }
}
