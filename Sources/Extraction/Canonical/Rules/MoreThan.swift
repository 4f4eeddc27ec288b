import Language

/// A count compared: "publishes more papers than B" gives `exceeds | B`, with the measure as the scope.
///
/// Fewer is the same from the other side.
///
/// "trains twice as many engineers as B" says the same of a multiple.
struct MoreThan: ClaimRule {
  static let name = "more than"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    if let multiple = asMany(clause) ?? timesWhat(clause) { return [multiple] }
    guard
      let than = tree.subtree(clause.predicate).first(where: {
        ["obl", "nmod", "advcl", "acl", "obj"].contains(String(tree.base($0)))
          && tree.marker(of: $0) == "than" && clause.compares(with: $0)
          && tree.words[tree.words[$0].head].relation != "dislocated:than"
      })
    else { return nil }
    // "later than its makers had hoped" sets nobody beside them.
    if tree.base(than) == "advcl", tree.child(of: than, "nsubj") != nil,
      clause.reading.words["expecting"].contains(tree.lemma(than))
    {
      return nil
    }
    let rival = tree.base(than) == "advcl" ? tree.child(of: than, "nsubj") ?? than : than
    // "no sooner than May"
    if TimeExpression.isTime(rival, in: tree), clause.object == nil { return nil }
    // "fewer than expected" names no rival.
    if tree.words[rival].xpos == "VBN" { return clause.object == nil ? nil : [] }
    // "than Oslo at the two-nanometre node": the node is of the comparison.
    let node = (tree.children(of: rival, "nmod") + clause.rest.map(\.head)).first {
      $0 > than && tree.marker(of: $0) == "at"
        && ["node", "level", "nanometre", "nanometer"].contains(tree.lemma($0))
    }
    let apart = node.map(clause.reading.leavingOut) ?? clause.reading
    let named = Target(head: rival, name: apart.name(rival) ?? apart.phrases.text(rival))
    // "than any rival", "than anyone else"
    let isAny =
      tree.children(of: rival, "det").contains { tree.lemma($0) == "any" }
      || ["anyone", "anybody", "any"].contains(tree.lemma(rival))
    // "burns through more power"
    let through = clause.rest.first {
      $0.preposition == "through"
        && ["burn", "run", "get", "go", "eat", "chew"].contains(clause.verb)
    }
    guard let o = clause.object ?? through?.head else {
      return (isAny ? best(clause, than, rival) : nil).map { [$0] }
        ?? adverb(clause, than, named).map { [$0] }
    }
    // "spends less on AI than France"
    if ["more", "less"].contains(tree.words[o].form.lowercased()),
      tree.subtree(o).contains(than) || tree.words[than].head == clause.predicate
    {
      var made = clause.claim(
        "\(clause.relation(clause.base)) \(tree.words[o].form.lowercased()) than",
        from: clause.verbWords + [o], to: named, using: [than])
      let aside = tree.children(of: o, "obl", "nmod").first { $0 != than && $0 < than }
      // "earns more than Oslo from games"
      let last =
        (clause.rest.map(\.head) + tree.children(of: rival, "nmod") + tree.children(of: o, "nmod"))
        .first { $0 > than && ["from", "on", "in"].contains(tree.marker(of: $0) ?? "") }
      let measuredBy =
        aside ?? clause.rest.first { $0.head > o && $0.head < than }?.head ?? last
      if clause.control == nil,
        let measure = Self.measure(clause, by: measuredBy, without: last)
      {
        let isMore = tree.words[o].form.lowercased() == "more"
        var made =
          isMore
          ? clause.claim("exceeds", from: clause.verbWords + [o], to: named, using: [than])
          : clause.claim(
            "exceeds", from: clause.verbWords + [o], to: clause.subject, of: named, using: [than])
        made.scope = measure
        return [made]
      }
      made.scope =
        made.scope
        ?? aside.map {
          (tree.marker(of: $0).map { $0 + " " } ?? "") + clause.reading.phrases.text($0)
        }
      return [made]
    }
    // "yields 40 points more than": the amount is how much more, not what is counted.
    if Quantities.isAmount(o, in: tree) {
      guard
        let more =
          (tree.children(of: o, "advmod", "amod")
          + tree.children(of: clause.predicate, "xcomp", "advmod", "obj")).first(where: {
            $0 > o && ["more", "less"].contains(tree.words[$0].form.lowercased())
          })
      else { return nil }
      var made = clause.claim(
        "\(clause.relation(clause.base)) \(tree.words[more].form.lowercased()) than",
        from: clause.verbWords + [more], to: named, using: [than])
      let gone = Set(tree.subtree(than) + [more])
      made.scope = tree.text(clause.reading.phrases.naming(o).filter { !gone.contains($0) })
      return [made]
    }
    let measures = ["more", "fewer", "less"]
    guard
      let more = tree.subtree(o).first(where: {
        measures.contains(tree.words[$0].form.lowercased()) && tree.base($0) == "amod"
      }) ?? tree.children(of: o, "amod").first(where: { tree.words[$0].xpos == "JJR" })
        ?? moreOfKind(o, in: clause)
    else {
      // "forecasts the weather more accurately than Oslo": how it does so, and what.
      return adverb(clause, than, named).map {
        var made = $0
        made.scope = [clause.reading.phrases.text(o), made.scope].compactMap(\.self)
          .joined(separator: ", ")
        return [made]
      }
    }
    let isCount = measures.contains(tree.words[more].form.lowercased())
    let gone = Set(
      [more] + (tree.base(more) == "amod" ? tree.subtree(more) : []) + tree.subtree(than))
    // "spends a larger share of its budget on compute than Italy does", "has more developers on GitHub than
    // Peru": what it is a share of and where they are belongs to the measure.
    let beside =
      isCount
      ? clause.rest.filter {
        $0.head > o && $0.head < than && ["on", "in"].contains($0.preposition)
      }.flatMap {
        tree.subtree($0.head)
      }
      : clause.rest.filter { $0.head > o && $0.head < than }.flatMap {
        tree.subtree($0.head)
      }
    let measured = (clause.reading.phrases.naming(o) + beside).sorted().filter {
      !gone.contains($0) && $0 < than
    }
    // "loses more engineers than it gains" sets two deeds of one beside each other.
    if isCount, tree.base(than) == "advcl", tree.words[rival].upos == "PRON",
      ["it", "they"].contains(tree.lemma(rival))
    {
      let relation = [
        clause.relation(clause.base), tree.words[more].form.lowercased(), "than it",
        Inflection.thirdPerson(phrase: tree.verbLemma(than)),
      ].joined(separator: " ")
      return [
        clause.claim(
          relation, from: clause.verbWords + [more, than],
          to: Target(head: o, name: tree.text(measured)), using: [than])
      ]
    }
    // More than any other is the first place.
    if isAny, tree.words[more].form.lowercased() == "more" {
      var made = clause.claim(
        Self.first(clause), from: clause.verbWords + [more],
        to: Target(head: o, name: tree.text(measured)), using: [than])
      // "than any other plant in Europe"
      let place = tree.children(of: rival, "nmod").first {
        $0 > rival && tree.marker(of: $0) == "in" && tree.lemma($0) != "world"
          && !TimeExpression.isTime($0, in: tree)
      }
      made.scope = made.scope ?? place.map { clause.reading.phrases.text($0) }
      return [made]
    }
    let isMore = !["fewer", "less", "lower", "smaller", "shorter"].contains(
      tree.words[more].form.lowercased())
    let words = clause.verbWords + [more]
    var made =
      isMore
      ? clause.claim("exceeds", from: words, to: named, using: [than])
      : clause.claim("exceeds", from: words, to: clause.subject, of: named, using: [than])
    // "sends out more lenses than": who brings in more may be another.
    let way =
      clause.reading.words["way of goods"].contains(clause.base)
      ? " " + Inflection.participle(phrase: clause.base) : ""
    let measure = (isCount ? counting(o, in: tree) : "") + tree.text(measured) + way
    // "In translation, its systems deliver better quality than": the measure, and in what.
    let field = clause.rest.first { $0.head < clause.predicate && $0.preposition == "in" }
      .map { "in \(clause.reading.phrases.text($0.head))" }
    let level = node.map { "at \(clause.reading.phrases.text($0))" }
    made.scope = (field ?? level).map { "\(measure) \($0)" } ?? measure
    return [made]
  }

  /// "more" of "more industrial robots": nothing is more or less industrial, so that robots are counted.
  private func moreOfKind(_ noun: Int, in clause: Clause) -> Int? {
    let tree = clause.tree
    return tree.children(of: noun, "amod").lazy.filter {
      clause.reading.words["relational adjective"].contains(tree.lemma($0))
        || tree.words[$0].form.first?.isUppercase ?? false
    }.compactMap { kind in
      tree.children(of: kind, "advmod").first {
        ["more", "fewer", "less"].contains(tree.words[$0].form.lowercased())
      }
    }.first
  }

  /// Who sells more than anyone is the largest seller, who files more is first in what he files.
  static func first(_ clause: Clause) -> String {
    guard clause.control == nil, !clause.proposition.isPassive,
      clause.proposition.modality == .asserted
    else { return "is first in" }
    return first(doing: clause.base, clause.reading.words)
  }

  static func first(doing verb: String, _ words: WordLists) -> String {
    words["agent verb"].contains(verb)
      ? "is largest \(Inflection.agent(verb)) of" : "is first in"
  }

  private static let sums = [
    "earn": "earnings", "make": "earnings", "spend": "spending", "invest": "investment",
    "sell": "sales", "produce": "output", "raise": "money", "hire": "hiring",
    "publish": "publications", "export": "exports", "ship": "shipments", "train": "training",
    "build": "building", "patent": "patents", "bid": "bid", "pay": "pay", "charge": "price",
  ]

  /// The noun of what a verb adds up to: "sales" of selling.
  static func sum(of verb: String) -> String? { sums[verb] }

  /// "outspends Viora" spends more than it: by what sum one is ahead.
  static func sum(ofOutdoing verb: String) -> String? {
    verb.hasPrefix("out") ? sums[String(verb.dropFirst(3))] : nil
  }

  /// "earns more from games than": the sum that is compared, by the noun of its verb.
  static func measure(_ clause: Clause, by phrase: Int?, without rival: Int? = nil) -> String? {
    guard let sum = sums[clause.verb], let phrase, let mark = clause.tree.marker(of: phrase),
      ["from", "out of", "on", "in", "with"].contains(mark)
    else { return nil }
    let reading = rival.map(clause.reading.leavingOut) ?? clause.reading
    let source = reading.name(phrase) ?? reading.phrases.text(phrase)
    return "\(sum) \(mark == "out of" ? "from" : mark) \(source)"
  }

  /// "more papers" are counted, "more money" is not.
  private func counting(_ noun: Int, in tree: Tree) -> String {
    ["NNS", "NNPS"].contains(tree.words[noun].xpos)
      || ["people", "staff"].contains(tree.lemma(noun))
      ? "number of " : ""
  }

  /// "is faster than any other chip", "is used more widely than any other framework".
  func best(_ clause: Clause, _ than: Int, _ rival: Int) -> Draft? {
    let tree = clause.tree
    let isState = tree.child(of: clause.predicate, "cop") != nil
    let measure =
      isState
      ? clause.predicate
      : tree.children(of: clause.predicate, "advmod").first { $0 > clause.predicate && $0 < than }
    guard let measure, isState || clause.proposition.isPassive else { return nil }
    let gone = Set(tree.subtree(than))
    let words = tree.subtree(measure).filter {
      !gone.contains($0) && ["ADV", "ADJ"].contains(tree.words[$0].upos)
    }
    let text = tree.text(words).lowercased()
    let label = text == "worth more" ? "most valuable" : Inflection.superlative(text)
    guard let label else { return nil }
    let kind = clause.reading.phrases.naming(rival).filter {
      !["any", "other"].contains(tree.lemma($0))
    }
    return clause.claim(
      isState ? "is \(label)" : "is \(label) \(clause.participle)", from: clause.verbWords + words,
      to: Target(head: rival, name: tree.text(kind)), using: [than])
  }

  /// "twice as many engineers as Mexico", "half as much as".
  private func asMany(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    // "cost ten times as much": the parser may see no object in it.
    let much = tree.children(of: clause.predicate, "advmod").first {
      $0 > clause.predicate && tree.lemma($0) == "much"
    }
    guard let o = clause.object ?? much,
      let many = (tree.children(of: o, "amod") + [o]).first(where: {
        ["many", "much"].contains(tree.lemma($0))
      }),
      let rival = tree.subtree(clause.predicate).first(where: {
        $0 > o && ["obl", "nmod", "advcl"].contains(String(tree.base($0)))
          && tree.marker(of: $0) == "as"
      }),
      let factor = tree.subtree(clause.predicate).last(where: {
        $0 < many && $0 >= clause.predicate
          && ["twice", "times", "half", "thrice", "double"].contains(
            tree.words[$0].form.lowercased())
      }),
      let named = clause.reading.target(
        tree.base(rival) == "advcl" ? tree.child(of: rival, "nsubj") ?? rival : rival)
    else { return nil }
    let gone = Set(tree.subtree(many) + tree.subtree(rival))
    let measured = clause.reading.phrases.naming(o).filter { !gone.contains($0) && $0 > many }
    let isHalf = tree.words[factor].form.lowercased() == "half"
    let words = clause.verbWords + [factor, many]
    var made =
      isHalf
      ? clause.claim("exceeds", from: words, to: clause.subject, of: named, using: [rival])
      : clause.claim("exceeds", from: words, to: named, using: [rival])
    // "cost ten times as much as Chinese ones"
    if many == o, clause.reading.words["price verb"].contains(clause.verb), !isHalf,
      clause.verb == "cost"
    {
      let times = tree.subtree(factor).filter { $0 <= factor }
      made.scope = "price, \(tree.text(times))"
      return made
    }
    if many == o {
      // "spends ten times as much on AI as Peru"
      guard
        let measure = Self.measure(
          clause, by: clause.rest.first { $0.head > o && $0.head < rival }?.head, without: rival)
      else { return nil }
      made.scope = measure
      return made
    }
    made.scope = counting(o, in: tree) + tree.text(measured)
    return made
  }

  /// "pays engineers nearly twice what Oslo does": a multiple of the rival's sum.
  private func timesWhat(_ clause: Clause) -> Draft? {
    let tree = clause.tree
    guard
      let what = tree.children(of: clause.predicate, "obj", "ccomp", "obl").first(where: {
        tree.words[$0].form.lowercased() == "what" && $0 > clause.predicate
      }),
      let deed = tree.children(of: what, "acl").first,
      tree.lemma(deed) == "do" || tree.lemma(deed) == clause.verb,
      let rival = tree.child(of: deed, "nsubj"), let named = clause.reading.target(rival),
      let factor = tree.subtree(clause.predicate).last(where: {
        $0 < what && $0 > clause.predicate
          && ["twice", "times", "thrice", "double"].contains(tree.words[$0].form.lowercased())
      })
    else { return nil }
    var made = clause.claim("exceeds", from: clause.verbWords + [factor], to: named, using: [what])
    guard let sum = Self.sums[clause.verb] else { return nil }
    let paid = clause.proposition.recipient.map { " of \(clause.reading.phrases.text($0))" } ?? ""
    let field =
      (tree.children(of: deed, "obl") + clause.rest.map(\.head)).first {
        ["on", "for", "in"].contains(tree.marker(of: $0) ?? "")
      }.map { " \(tree.marker(of: $0) ?? "") \(clause.reading.phrases.text($0))" } ?? ""
    made.scope = "\(sum)\(paid)\(field), \(tree.text(tree.subtree(factor)))"
    return made
  }

  /// "is cited more often than B", "earns less than B": the comparison is the relation.
  private func adverb(_ clause: Clause, _ than: Int, _ rival: Target) -> Draft? {
    let tree = clause.tree
    guard
      let adverb = tree.children(of: clause.predicate, "advmod", "obj", "obl").first(where: {
        $0 < than && ["RBR", "JJR"].contains(tree.words[$0].xpos)
          || tree.children(of: $0, "advmod").contains {
            ["RBR", "JJR"].contains(tree.words[$0].xpos)
          }
      })
    else { return nil }
    let gone = Set(tree.subtree(than))
    let compared = tree.subtree(adverb).filter {
      !gone.contains($0) && $0 > clause.predicate && ["ADV", "ADJ"].contains(tree.words[$0].upos)
    }
    let verb =
      clause.proposition.isPassive
      ? "is \(clause.participle)" : Inflection.thirdPerson(phrase: clause.base)
    let known = clause.known("\(clause.base) \(tree.text(compared).lowercased()) than")
    var made = clause.claim(
      known ?? "\(verb) \(tree.text(compared).lowercased()) than",
      from: clause.verbWords + compared, to: rival, using: [than, adverb])
    // "bets on robots more than Oslo does"
    if let field = clause.rest.first(where: {
      $0.head > clause.predicate && $0.head < adverb && ["on", "for"].contains($0.preposition)
    }) {
      made.scope = "\(field.preposition) \(clause.reading.phrases.text(field.head))"
    }
    return made
  }
}

/// A state that no other has so much: "is worth more than any other firm" gives `is most valuable | firm`.
struct MoreThanAny: ClaimRule {
  static let name = "more than any"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard
      let than = tree.subtree(clause.predicate).first(where: {
        ["obl", "nmod"].contains(String(tree.base($0))) && tree.marker(of: $0) == "than"
          && tree.children(of: $0, "det").contains { tree.lemma($0) == "any" }
      })
    else { return nil }
    return MoreThan().best(clause, than, than).map { [$0] }
  }
}

/// A first place by number: "sold the most memory" gives `sells most | memory`; "sold most memory" is only more than half.
struct TheMost: ClaimRule {
  static let name = "the most"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard clause.control == nil, let o = clause.object,
      tree.children(of: o, "det").contains(where: { tree.lemma($0) == "the" }),
      let most = tree.children(of: o, "amod").first(where: {
        ["most", "fewest", "least"].contains(tree.words[$0].form.lowercased())
          && tree.children[$0].isEmpty
      }), let target = clause.reading.target(o)
    else { return nil }
    let named = tree.text(clause.reading.phrases.naming(o).filter { $0 != most })
    return [
      clause.claim(
        "\(clause.relation(clause.base)) \(tree.words[most].form.lowercased())",
        from: clause.verbWords + [most], to: Target(head: target.head, name: named))
    ]
  }
}
