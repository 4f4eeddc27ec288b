import Claims

extension QuestionPattern {
  /// The same question as claims have it: top places and comparisons are relations there.
  ///
  /// "is the most used family" becomes `is most used | family`, "publishes more papers" `exceeds`
  /// with the papers as the measure.
  var asClaimed: QuestionPattern {
    guard let object, let relation else { return self }
    var out = self
    let words = object.split(separator: " ").map(String.init)
    guard let first = words.first?.lowercased() else { return self }
    if ["is", "was", "are", "were"].contains(relation) {
      let count = ["most", "least"].contains(first) ? 2 : WordList.has("top", first) ? 1 : 0
      if count > 0, words.count > count {
        out.relation = "is " + words.prefix(count).joined(separator: " ").lowercased()
        out.object = words.dropFirst(count).joined(separator: " ")
      }
    } else if ["more", "most", "fewer"].contains(first), words.count > 1,
      // "most of the places" and "its most powerful models" count nothing.
      words[1].lowercased() != "of", first != "most" || hole == .subject
    {
      out.relation = "exceeds"
      out.object = nil
      out.scope = words.dropFirst().joined(separator: " ")
    }
    return out
  }

  /// How far a claim's days meet those asked about: 0 where they don't, less than 1 where the claim
  /// names none and was published at another time.
  func meets(_ claim: Claim) -> Double {
    guard from != nil || to != nil else { return 1 }
    let years = claim.time.map(TimeWord.years) ?? []
    let start = claim.validFrom ?? years.first.map { "\($0)-01-01" }
    let end = claim.validTo ?? years.last.map { "\($0)-12-31" }
    if let from, let end, end < from { return 0 }
    if let to, let start, start > to { return 0 }
    guard start == nil, end == nil, let said = claim.evidence.published else { return 1 }
    if let to, said > to { return 0.25 }
    if let from, said < from { return 0.25 }
    return 1
  }
}
