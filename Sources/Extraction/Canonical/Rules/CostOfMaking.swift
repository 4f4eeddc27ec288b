import Language

/// What making something took: "trained the model for $6 million" gives `model | costs | $6 million`.
struct CostOfMaking: ClaimRule {
  static let name = "cost of making"

  func claims(in clause: Clause) -> [Draft]? {
    if let cost = bill(clause) ?? making(clause) ?? toMake(clause) ?? paid(clause) { return [cost] }
    let tree = clause.tree
    let made = clause.proposition.isPassive ? clause.subject.head : clause.object
    guard let made, clause.reading.words["making"].contains(clause.verb),
      let price = clause.rest.first(where: {
        ["for", "at"].contains($0.preposition) && $0.head > clause.predicate
          && tree.subtree($0.head).contains { ["$", "€", "£", "¥"].contains(tree.words[$0].form) }
      }),
      let thing = clause.reading.target(made)
    else { return nil }
    // "at a cost of $65bn"
    let named =
      clause.reading.words["cost noun"].contains(tree.lemma(price.head))
      ? tree.children(of: price.head, "nmod").first { tree.marker(of: $0) == "of" } : nil
    guard let sum = clause.reading.target(named ?? price.head) else { return nil }
    var cost = clause.claim(
      "costs", from: clause.verbWords, to: sum, of: thing, using: [price.head])
    cost.scope = cost.scope ?? "to \(clause.verb)"
    // Only set beside it is the cost said of what is claimed anyway.
    guard named != nil, clause.object != nil else { return [cost] }
    return [clause.claim(clause.relation(clause.base), from: clause.verbWords, to: thing), cost]
  }

  /// "Falcon's training bill came to $30 million", "the bill for training Falcon was $30 million".
  private func bill(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    let bill = clause.subject.head
    guard
      clause.reading.words["cost noun"].contains(tree.lemma(bill))
        // "Falcon's training cost $30 million"
        || clause.verb == "cost" && clause.reading.words["making noun"].contains(tree.lemma(bill)),
      let sum = amount(clause), let owner = owner(of: bill, in: clause)
    else { return nil }
    let gone = Set(tree.subtree(owner))
    let scope = clause.reading.phrases.naming(bill).filter { !gone.contains($0) }
    guard let thing = clause.reading.target(owner),
      // A state's bill is what it pays.
      !["state", "bloc"].contains(clause.vocabulary.entities[thing.name]?.kind)
    else { return nil }
    var made = clause.claim("costs", from: clause.verbWords, to: sum, of: thing, using: [sum.head])
    // "the bill for training Falcon" is one for training, "the bill of Falcon" is one of nothing.
    let isMaking = tree.base(owner) == "appos"
    let text = tree.text(scope.filter { tree.words[$0].upos != "ADP" || $0 < bill || isMaking })
    let isBill = clause.reading.words["cost noun"].contains(tree.lemma(bill))
    made.scope = made.scope ?? (scope.count > 1 || !isBill ? text : nil)
    return made
  }

  /// "Training Falcon cost $30 million", "it cost $30 million to train Falcon".
  private func making(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    let doing =
      tree.children(of: clause.predicate, "csubj").first
      ?? (tree.words[clause.subject.head].upos == "VERB" ? clause.subject.head : nil)
    guard clause.verb == "cost", let doing,
      clause.reading.words["making"].contains(tree.verbLemma(doing)), let sum = amount(clause),
      let made = tree.child(of: doing, "obj") ?? tree.child(of: clause.predicate, "nsubj"),
      let thing = clause.reading.target(made)
    else { return nil }
    var cost = clause.claim("costs", from: clause.verbWords, to: sum, of: thing)
    cost.scope = cost.scope ?? "to \(tree.verbLemma(doing))"
    return cost
  }

  /// "Falcon cost $30 million to train"
  private func toMake(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    guard clause.verb == "cost", let sum = amount(clause),
      let doing = (tree.children[clause.predicate] + tree.children[sum.head]).first(where: {
        $0 > sum.head && tree.marker(of: $0) == "to"
          && clause.reading.words["making"].contains(tree.verbLemma($0))
          && tree.children[$0].count == 1
      }), let price = clause.reading.leavingOut(doing).target(sum.head)
    else { return nil }
    var cost = clause.claim("costs", from: clause.verbWords, to: price, using: [doing])
    cost.scope = cost.scope ?? "to \(tree.verbLemma(doing))"
    return cost
  }

  /// "paid $30 million for the training of Falcon"
  private func paid(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    guard ["pay", "spend"].contains(clause.verb), !clause.proposition.isPassive,
      let o = clause.object,
      Quantities.isAmount(o, in: tree),
      let making = (clause.rest.map(\.head) + tree.children(of: o, "nmod")).first(where: {
        $0 > o && ["for", "on"].contains(tree.marker(of: $0) ?? "")
          && clause.reading.words["making noun"].contains(tree.lemma($0))
      }), let made = tree.owner(of: making), tree.words[made].upos == "PROPN",
      let thing = clause.reading.target(made),
      let sum = clause.reading.leavingOut(making).target(o)
    else { return nil }
    var cost = clause.claim(
      "costs", from: clause.verbWords, to: sum, of: thing, using: [making])
    cost.scope = cost.scope ?? tree.lemma(making)
    return cost
  }

  /// The sum that the clause names: its state, its object, or where it "came to".
  private func amount(_ clause: Clause) -> Target? {
    let tree = clause.tree
    let heads =
      [tree.child(of: clause.predicate, "cop") == nil ? nil : clause.predicate, clause.object]
      .compactMap { $0 } + clause.rest.filter { ["to", "at"].contains($0.preposition) }.map(\.head)
    return heads.first { Quantities.isAmount($0, in: tree) }.flatMap { head in
      clause.reading.target(head)
    }
  }

  /// What a bill is for: its owner, or what "of", "for" or "for training" names.
  func owner(of bill: Int, in clause: Clause) -> Int? {
    let tree = clause.tree
    if let owner = tree.child(of: bill, "nmod:poss") { return owner }
    for below in tree.children(of: bill, "nmod", "acl", "advcl")
    where below > bill && ["of", "for"].contains(tree.marker(of: below) ?? "") {
      if clause.reading.words["making"].contains(tree.verbLemma(below)) {
        return tree.child(of: below, "obj") ?? tree.children(of: below, "nmod").first
          // The parser may tie it to the bill.
          ?? tree.children(of: bill, "nmod").first { $0 > below && tree.marker(of: $0) == nil }
      }
      if tree.words[below].xpos == "VBG" { return nil }
      // "the bill of Falcon's last run" is Falcon's.
      // "for training Falcon"
      if clause.reading.words["making noun"].contains(tree.lemma(below)),
        let made = tree.children(of: below, "appos", "flat").first(where: {
          $0 == below + 1 && tree.words[$0].upos == "PROPN"
        })
      {
        return made
      }
      let owner = tree.child(of: below, "nmod:poss").flatMap {
        clause.reading.words["making noun"].contains(tree.lemma(below))
          && tree.words[$0].upos == "PROPN" ? $0 : nil
      }
      return owner ?? below
    }
    return nil
  }
}
