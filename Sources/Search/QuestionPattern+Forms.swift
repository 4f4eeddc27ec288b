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
    } else if ["more", "most", "fewer"].contains(first), words.count > 1 {
      out.relation = "exceeds"
      out.object = nil
      out.scope = words.dropFirst().joined(separator: " ")
    }
    return out
  }

  /// Whether a claim's days, where it has any, meet those asked about.
  func meets(_ claim: Claim) -> Bool {
    guard from != nil || to != nil else { return true }
    if let from, let end = claim.validTo, end < from { return false }
    if let to, let start = claim.validFrom, start > to { return false }
    return true
  }
}
