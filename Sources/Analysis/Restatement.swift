import Claims

/// A claim in the plain form of what it says: "has | biggest slice of Norbyte" is "is largest shareholder
/// of | Norbyte".
///
/// Made before anything is compared, so that no rule has to know the ways round.
struct Restatement {
  let keys: MatchKeys
  let vocabulary: Vocabulary
  private var words: Words { keys.words }

  func of(_ claim: Claim) -> Claim {
    holder(claim) ?? seat(claim) ?? host(claim) ?? chief(claim) ?? claim
  }

  /// "Has | biggest slice of Norbyte", "biggest stake in Norbyte | is owned by | Olga".
  private func holder(_ claim: Claim) -> Claim? {
    let isPassive = claim.relation == "is owned by"
    guard isPassive || ["has", "holds", "owns"].contains(claim.relation) else { return nil }
    let said = parts(isPassive ? claim.subject : claim.object)
    guard said.count > 3, words["rank"].contains(said[0].lowercased()),
      words["piece"].contains(said[1].lowercased()), ["of", "in"].contains(said[2])
    else { return nil }
    var out = claim
    out.subject = isPassive ? claim.object : claim.subject
    out.relation = "is largest shareholder of"
    out.object = joined(said[3...])
    return out
  }

  /// "Has | head office in Bergen".
  private func seat(_ claim: Claim) -> Claim? {
    let said = parts(claim.object)
    guard claim.relation == "has", let place = said.lastIndex(of: "in"), place > 0,
      place < said.count - 1, words.phrase(joined(said[..<place]), isIn: "seat")
    else { return nil }
    var out = claim
    out.relation = "is headquartered in"
    out.object = joined(said[(place + 1)...])
    return out
  }

  /// "Bergen | hosts | summit": the summit is in Bergen. Of many things each has a place of its own.
  private func host(_ claim: Claim) -> Claim? {
    let isHost =
      words.phrase(claim.relation, isIn: "hosting")
      || vocabulary.relationByPhrase[claim.relation] == "hosts"
    let relation = isHost ? claim.relation : claim.relation + " " + claim.object.prefixWords(2)
    let isVenue = !isHost && claim.relation == "is" && words.phrase(relation, isIn: "hosting")
    guard isHost || isVenue else {
      guard words.phrase(claim.relation, isIn: "taking place"),
        vocabulary.relations[claim.relation] == nil
      else { return nil }
      var out = claim
      out.relation = "is located in"
      return out
    }
    let thing = isHost ? claim.object : joined(parts(claim.object).dropFirst(2))
    guard let last = rawWords(thing).last, !last.hasSuffix("s"), Quantity(in: thing) == nil else {
      return nil
    }
    var out = claim
    out.subject = thing
    out.relation = "is located in"
    out.object = claim.subject
    return out
  }

  /// "Olga | runs | Norbyte", of a firm.
  private func chief(_ claim: Claim) -> Claim? {
    let object = keys.key(claim.object)
    guard words.phrase(claim.relation, isIn: "running"), object.tokens.count == 1,
      object.identifiers.contains(where: { words["firmlike"].contains(keys.kind(of: $0) ?? "") })
    else { return nil }
    var out = claim
    out.relation = "is chief executive of"
    return out
  }

  private func parts(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  private func joined(_ words: ArraySlice<String>) -> String { words.joined(separator: " ") }
}

extension String {
  fileprivate func prefixWords(_ count: Int) -> String {
    split(separator: " ").prefix(count).joined(separator: " ")
  }
}
