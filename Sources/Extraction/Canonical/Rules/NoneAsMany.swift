import Language

/// A top place said by denial: "No country files as many patents as Japan" gives `Japan | is first in | patents`.
///
/// "No chip is faster than the B200" gives `B200 | is fastest | chip`.
struct NoneAsMany: ClaimRule {
  static let name = "none as many"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    if let top = nowhere(clause) { return [top] }
    guard Self.isNone(clause.subject.head, in: tree),
      let rival = tree.subtree(clause.predicate).first(where: {
        ["obl", "nmod", "advcl"].contains(String(tree.base($0)))
          && ["as", "than"].contains(tree.marker(of: $0) ?? "")
          && clause.compares(with: $0)
      }),
      // "No customer brought Viora more than a fifth": an amount is no rival.
      !Quantities.isAmount(rival, in: tree),
      !clause.reading.words["measure"].contains(tree.lemma(rival)),
      let best = clause.reading.target(
        // "than Oslo does"
        tree.base(rival) == "advcl" ? tree.child(of: rival, "nsubj") ?? rival : rival)
    else { return nil }
    // "Nobody rules it more severely than Lima": how it is done is no count.
    if clause.object != nil,
      tree.children(of: clause.predicate, "advmod").contains(where: {
        $0 > clause.predicate && $0 < rival && tree.words[$0].form.hasSuffix("ly")
          && tree.children(of: $0, "advmod").contains {
            ["more", "as", "less"].contains(tree.words[$0].form.lowercased())
          }
      })
    {
      return []
    }
    if let top = compared(clause, rival, best) ?? owner(clause, rival, best) { return [top] }
    // "spends as much on chips": the amount is measured by what it is spent on.
    let named = clause.object.flatMap { tree.words[$0].upos == "ADJ" ? nil : $0 }
    let whole =
      named ?? clause.rest.first { $0.head != rival && $0.head > clause.predicate }?.head
    guard let whole, whole != rival else { return nil }
    let gone = Set(tree.subtree(rival))
    let measured = counted(whole, gone, in: clause)
    let sum = named == nil ? MoreThan.measure(clause, by: whole) : nil
    var made =
      larger(clause, whole, gone, best, rival)
      ?? clause.claim(
        sum == nil ? MoreThan.first(clause) : "is first in", from: clause.verbWords,
        to: Target(head: whole, name: sum ?? measured),
        of: best, using: [rival])
    made.polarity = .positive
    // "Nowhere else in Asia has as many", "No port in Asia handles as many"
    if tree.lemma(clause.subject.head) == "nowhere"
      || tree.words[clause.subject.head].upos == "NOUN"
    {
      made.scope = made.scope ?? place(of: clause.subject.head, in: clause)
    }
    return [made]
  }

  /// "Nowhere in Asia is there more storage than in Oslo": Oslo is first, in Asia.
  private func nowhere(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    guard tree.child(of: clause.predicate, "expl") != nil,
      let nowhere = tree.children(of: clause.predicate, "advmod").first(where: {
        tree.words[$0].form.lowercased() == "nowhere"
      }),
      let rival = tree.subtree(clause.predicate).first(where: { i in
        i > clause.predicate && tree.words[i].upos == "PROPN"
          && tree.children(of: i, "case", "mark").contains {
            ["as", "than"].contains(tree.lemma($0))
          }
      }),
      let best = clause.reading.target(rival)
    else { return nil }
    let whole = clause.subject.head
    let counted = counted(whole, Set(tree.subtree(rival)), in: clause)
    var made = clause.claim(
      "is first in", from: [clause.predicate], to: Target(head: whole, name: counted), of: best)
    made.polarity = .positive
    made.scope = place(of: nowhere, in: clause)
    return made
  }

  /// "Nobody owns more of Viora than Olga Berg": she is its largest shareholder.
  private func owner(_ clause: Clause, _ rival: Int, _ best: Target) -> Draft? {
    let tree = clause.tree
    guard ["own", "hold", "have"].contains(clause.verb), tree.marker(of: rival) == "than",
      tree.subtree(clause.predicate).contains(where: {
        $0 > clause.predicate && $0 < rival && tree.words[$0].form.lowercased() == "more"
      }),
      let owned = tree.subtree(clause.predicate).first(where: {
        $0 > clause.predicate && tree.words[$0].upos == "PROPN" && tree.marker(of: $0) == "of"
          && !tree.subtree(rival).contains($0)
      }), let target = clause.reading.target(owned)
    else { return nil }
    var made = clause.claim(
      "is largest shareholder of", from: clause.verbWords, to: target, of: best, using: [rival])
    made.polarity = .positive
    made.scope = nil
    return made
  }

  /// What is counted, without the rival and "as many".
  private func counted(_ whole: Int, _ rival: Set<Int>, in clause: Clause) -> String {
    clause.tree.text(
      clause.reading.phrases.naming(whole).filter {
        !rival.contains($0)
          && !["as", "many", "much", "more"].contains(clause.tree.words[$0].form.lowercased())
      })
  }

  private func place(of nowhere: Int, in clause: Clause) -> String? {
    clause.tree.subtree(nowhere).first { clause.tree.marker(of: $0) == "in" }.map {
      clause.reading.phrases.text($0)
    }
  }

  /// "No investor holds a larger slice of Mistral than Oslo": the largest part is held by Oslo.
  private func larger(
    _ clause: Clause, _ whole: Int, _ gone: Set<Int>, _ best: Target, _ rival: Int
  )
    -> Draft?
  {
    let tree = clause.tree
    guard
      let degree = tree.children(of: whole, "amod").first(where: { tree.words[$0].xpos == "JJR" }),
      let top = Inflection.superlative(tree.words[degree].form.lowercased()), top != "most"
    else { return nil }
    let words = clause.reading.words
    if words["share noun"].contains(tree.lemma(whole)),
      words["owner noun"].contains(tree.lemma(clause.subject.head))
        || clause.subject.name == "nobody",
      let owned = tree.children(of: whole, "nmod").first(where: {
        ["of", "in"].contains(tree.marker(of: $0) ?? "")
      }), let target = clause.reading.target(owned)
    {
      return clause.claim(
        "is \(top == "biggest" ? "largest" : top) shareholder of",
        from: clause.verbWords + [degree, whole], to: target, of: best,
        using: [rival])
    }
    let named = clause.reading.phrases.naming(whole).filter { !gone.contains($0) && $0 != degree }
    return clause.claim(
      "\(clause.relation(clause.base)) \(top)", from: clause.verbWords + [degree],
      to: Target(head: whole, name: tree.text(named)), of: best, using: [rival])
  }

  /// Whether the phrase at a word names nobody: "no country", "none".
  static func isNone(_ head: Int, in tree: Tree) -> Bool {
    tree.children(of: head, "det").contains { tree.lemma($0) == "no" } || tree.isOfNone(head)
      || ["nobody", "none", "nowhere"].contains(tree.lemma(head))
  }

  /// "is faster than", "was funded more generously than": the best of its kind by that measure.
  private func compared(_ clause: Clause, _ rival: Int, _ best: Target) -> Draft? {
    let tree = clause.tree
    guard tree.marker(of: rival) == "than", clause.object == nil else { return nil }
    let gone = Set(tree.subtree(rival))
    let isState = tree.child(of: clause.predicate, "cop") != nil
    let measure =
      isState
      ? clause.predicate
      : tree.children(of: clause.predicate, "advmod").first { $0 > clause.predicate && $0 < rival }
    guard let measure else { return nil }
    let words = tree.subtree(measure).filter {
      !gone.contains($0) && ["ADV", "ADJ"].contains(tree.words[$0].upos)
    }
    guard let first = words.first,
      let label = Inflection.superlative(tree.text(words).lowercased()),
      tree.words[first].form.lowercased() != "less"
    else { return nil }
    let subject = clause.subject.head
    let kind = clause.reading.phrases.naming(subject)
    let relation = isState ? "is \(label)" : "is \(label) \(clause.participle)"
    guard isState || clause.proposition.isPassive else { return nil }
    // "Among start-ups none is …": one of those.
    let group =
      ["none", "nobody"].contains(tree.lemma(subject))
      ? (tree.children(of: subject, "nmod")
        + tree.children(of: clause.predicate, "obl", "nmod")).first {
          $0 != rival && ["among", "of"].contains(tree.marker(of: $0) ?? "")
        } : nil
    let named = group.map { clause.reading.phrases.text($0) } ?? tree.text(kind)
    let isOfNobody = group == nil && ["none", "nobody"].contains(tree.lemma(subject))
    var made = clause.claim(
      relation, from: clause.verbWords + words,
      to: isOfNobody ? nil : Target(head: group ?? subject, name: named),
      of: best, using: [rival] + (group.map { [$0] } ?? []))
    made.polarity = .positive
    return made
  }
}
