import Language

/// A top place: "the most downloaded open model family" gives `is most downloaded | open model family`.
struct Superlative: ClaimRule {
  static let name = "superlative"

  func claims(in clause: Clause) -> [Draft]? {
    claim(in: clause, at: clause.predicate).map { [$0] + ahead($0, in: clause) }
  }

  /// "is the most popular chatbot, ahead of DeepSeek" leads DeepSeek in that.
  private func ahead(_ top: Draft, in clause: Clause) -> [Draft] {
    guard
      let rival = clause.rest.first(where: {
        $0.preposition == "ahead of" && clause.tree.words[$0.head].upos == "PROPN"
      })
    else { return [] }
    return clause.claims("leads", from: clause.copulaWords, to: rival).map {
      var made = $0
      made.scope = "\(top.relation.dropFirst("is ".count)) \(top.object)"
      return made
    }
  }

  /// The top place that the noun or adjective at a word names.
  func claim(in clause: Clause, at i: Int, of subject: Target? = nil) -> Draft? {
    let tree = clause.tree
    guard ["NOUN", "PROPN", "VERB", "ADJ"].contains(tree.words[i].upos) else { return nil }
    for modifier in [i] + tree.children(of: i, "amod", "acl") where modifier <= i {
      let degree = tree.children(of: modifier, "advmod")
      // "the most widely used" is the most used.
      let most = (degree + degree.flatMap { tree.children(of: $0, "advmod") }).first {
        ["most", "least"].contains(tree.words[$0].form.lowercased())
      }
      // "the largest openly available model": the rank stands before a kind of its own.
      if modifier != i, let rank = tree.children(of: modifier, "advmod").first,
        rank < modifier, tree.words[rank + 1].form != "-",
        tree.words[rank].form.lowercased().hasSuffix("est"),
        tree.words[rank].form.lowercased() != "least"
      {
        return top(tree.words[rank].form.lowercased(), by: [rank], in: clause, at: i, of: subject)
      }
      let form = tree.words[modifier].form.lowercased()
      // "a third pole" is one more.
      let isOneMore = tree.children(of: i, "det").contains { ["a", "an"].contains(tree.lemma($0)) }
      // "top-ranked", "best-selling"
      let lead = tree.children[modifier].first {
        $0 < modifier && tree.words[$0 + 1].form == "-" && $0 == modifier - 2
      }
      let rankWord = lead.map { tree.words[$0].form.lowercased() } ?? ""
      let isTop =
        modifier != i && !isOneMore
        && (clause.reading.words["ordinal"].contains(tree.lemma(modifier))
          || tree.words[modifier].xpos == "JJS"
          || ["top", "best"].contains(rankWord)
          || rankWord.hasSuffix("est") && rankWord.count > 5)
      guard most != nil || isTop else { continue }
      let label =
        most.map { "\(tree.words[$0].form.lowercased()) \(form)" }
        ?? (rankWord.isEmpty ? form : "\(rankWord)-\(form)")
      let cut = modifier == i ? [] : tree.subtree(modifier)
      return top(label, by: cut, rank: modifier, in: clause, at: i, of: subject)
    }
    return nil
  }

  /// The claim that the subject of the clause has that rank among what the noun names, without the words `cut`.
  private func top(
    _ label: String, by cut: [Int], rank: Int? = nil, in clause: Clause, at i: Int,
    of subject: Target?
  ) -> Draft {
    let tree = clause.tree
    let modifier = rank ?? cut.first ?? i
    var kept = clause.reading.phrases.naming(i).filter { !cut.contains($0) }
    var scope: String?
    // "is the most used globally by token count": the rank is the whole state.
    if rank == i, cut.isEmpty {
      let place = tree.children(of: i, "advmod").first { $0 > i }
      let measure = tree.children(of: i, "obl").first { tree.marker(of: $0) == "by" && $0 > i }
      if place != nil || measure != nil {
        var made = clause.claim(
          "is \(label)", from: [clause.predicate, i],
          to: place.map { Target(head: $0, name: tree.words[$0].form) }, of: subject)
        made.scope = measure.map { "by \(clause.reading.phrases.text($0))" } ?? made.scope
        return made
      }
    }
    // "the world's most valuable company" is so in the world.
    if let whole = kept.first(where: { tree.words[$0].relation == "nmod:poss" }) {
      scope = clause.reading.resolve(whole) ?? clause.reading.phrases.text(whole)
      let gone = Set(tree.subtree(whole))
      kept.removeAll { gone.contains($0) }
    }
    if let place = kept.first(where: {
      tree.base($0) == "nmod" && ["in", "of", "on", "among"].contains(tree.marker(of: $0) ?? "")
        && $0 > i
    }) {
      scope = scope ?? clause.reading.phrases.text(place)
      let gone = Set(tree.subtree(place))
      kept.removeAll { gone.contains($0) }
    }
    if let adverb = tree.children(of: modifier, "advmod").first(where: { $0 > modifier })
      ?? tree.children(of: i, "advmod").first(where: { $0 > i })
    {
      // "anywhere in the Gulf", but "ahead of Oslo" places a rival.
      let place = tree.children(of: adverb, "obl", "nmod").first { $0 > adverb }
      let gone = Set(tree.subtree(adverb))
      kept.removeAll { gone.contains($0) }
      if !tree.isAheadOf(adverb) {
        scope = scope ?? place.map { clause.reading.phrases.text($0) } ?? tree.words[adverb].form
      }
    }
    // "comfortably ahead of Viora", "a long way ahead of Viora"
    let ahead = Set(
      tree.children(of: i, "advmod", "nmod").filter { place in
        place > i
          && ([place] + tree.children(of: place, "advmod")).contains(where: tree.isAheadOf)
      }.flatMap { tree.subtree($0) })
    kept.removeAll(where: ahead.contains)
    // "the busiest landing point for cables in Asia"
    let purpose = clause.rest.map(\.head).filter {
      tree.words[$0].head == i && tree.base($0) == "nmod" && tree.marker(of: $0) == "for"
    }
    var made = clause.claim(
      "is \(label)", from: [clause.predicate, modifier],
      to: Target(head: i, name: tree.text(kept)), of: subject, using: purpose)
    made.scope = made.scope ?? scope
    // "London is Europe's largest market for it": a place of its kind is no state.
    if clause.reading.words["kind of place"].contains(tree.lemma(i)) {
      let head = (subject ?? clause.subject).head
      if tree.words[head].upos == "PROPN" { made.subject = clause.reading.phrases.text(head) }
    }
    return made
  }
}
