import Language

extension Tree {
  /// "in September 2025": the year is its month's, even where the parser hangs both on the verb.
  func withWholeDates() -> Tree {
    var moved = words
    for year in words.indices.dropFirst() where TimeExpression.isYear(words[year].form) {
      let month = year - 1
      guard TimeExpression.months.contains(lemma(month)), words[month].upos == "PROPN",
        words[year].head == words[month].head, children[year].isEmpty
      else { continue }
      (moved[year].head, moved[year].relation) = (month, "nmod:unmarked")
    }
    return moved == words ? self : Tree(words: moved)
  }
}
