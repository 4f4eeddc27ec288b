import Claims
import Language

/// A verb and its object: "Brussels fined the lab", "hands Mistral a contract" (to whom is the scope).
struct PlainObject: ClaimRule {
  static let name = "verb and object"

  func claims(in clause: Clause) -> [Draft]? {
    guard let o = clause.object else { return nil }
    guard var target = clause.reading.target(o) else { return [] }
    // "and Paris knows it", "Oslo denies it" take up a whole sentence.
    if clause.tree.words[o].upos == "PRON", clause.particles.isEmpty,
      ["cognition", "denial", "speech"].contains(where: {
        clause.reading.words[$0].contains(clause.verb)
      }), ["it", "this", "that"].contains(clause.tree.words[o].form.lowercased())
    {
      return []
    }
    // "led the way": in what, it says if at all.
    if clause.verb == "lead", clause.tree.lemma(o) == "way" {
      guard let field = clause.rest.first(where: { $0.preposition == "in" }) else { return [] }
      return clause.claims("leads in", from: clause.verbWords + [o], to: field)
    }
    var clause = clause
    var relation = clause.relation(clause.base)
    // "outspends Viora"
    if clause.control == nil, let sum = MoreThan.sum(ofOutdoing: clause.verb) {
      var made = clause.claim("exceeds", from: clause.verbWords, to: target)
      made.scope = made.scope.map { "\(sum), \($0)" } ?? sum
      return [made]
    }
    // "tops the download charts" beats no one by name.
    if ["top", "head"].contains(clause.verb), clause.control == nil,
      clause.reading.words["ranking"].contains(clause.tree.lemma(o))
    {
      relation = "tops"
      // "tops the table for lenses"
      if let field = clause.rest.first(where: { $0.preposition == "for" && $0.head > o }) {
        return clause.claims("is first in", from: clause.verbWords, to: field)
      }
    }
    // "owns it outright", "wholly owns it"
    if ["own", "control"].contains(clause.verb), clause.control == nil,
      clause.tree.words[o].upos == "PROPN",
      clause.tree.children(of: clause.predicate, "advmod", "xcomp").contains(where: {
        ["outright", "wholly", "entirely", "fully", "completely"].contains(clause.tree.lemma($0))
      })
    {
      target = Target(head: target.head, name: "all of \(target.name)")
    }
    // "put in €400 million"
    if clause.base == "put in", clause.control == nil,
      Quantity(in: target.name)?.isMoney ?? false
    {
      relation = "invests"
    }
    // "caught ten smugglers" closes no gap.
    if clause.control == nil, isOtherSense(clause, relation, o, target) {
      relation = Inflection.thirdPerson(phrase: clause.base)
    }
    if clause.verb == "have", clause.tree.lemma(o) == "nothing", clause.control == nil {
      relation = "lacks"
      clause.proposition.polarity = clause.proposition.polarity.opposite
    }
    // "…, making it one of the largest": what became of it is said there, if at all.
    if ["make", "render"].contains(clause.verb), let state = clause.proposition.complement,
      clause.tree.base(state) == "xcomp", clause.tree.words[state].upos != "VERB"
    {
      return []
    }
    // "told members that …": what was told says it.
    if let said = clause.proposition.complement, clause.tree.base(said) == "ccomp",
      ["speech", "denial", "forecast", "suspicion"].contains(where: {
        clause.reading.words[$0].contains(clause.verb)
      })
    {
      return []
    }
    // "rejected the claim that …": what was claimed says it.
    if clause.reading.words["content noun"].contains(clause.tree.lemma(o)),
      clause.tree.children(of: o, "acl").contains(where: { clause.tree.marker(of: $0) == "that" })
    {
      return []
    }
    // "pays $6 a share"
    if let recipient = clause.proposition.recipient, !clause.tree.isRate(recipient) {
      guard let given = clause.reading.target(recipient) else { return [] }
      var made = clause.claim(relation, from: clause.verbWords, to: given)
      if clause.reading.words["done to"].contains(clause.verb) {
        made.scope = target.name
      } else if Quantities.isAmount(o, in: clause.tree),
        !clause.reading.words["handing over"].contains(clause.verb)
      {
        // "fined it $40 million for shipping parts": the reason is no part of the sum.
        let reasons = clause.tree.children(of: o, "nmod", "acl", "advcl").filter {
          clause.tree.marker(of: $0) == "for"
        }
        made.scope = clause.reading.phrases.text(o, without: reasons)
      } else if !clause.reading.words["handing over"].contains(clause.verb)
        || Quantities.isAmount(recipient, in: clause.tree)
        || clause.reading.words["measure"].contains(clause.tree.lemma(recipient))
      {
        made.object = "\(given.name) \(target.name)"
      } else {
        // "hands Viora a contract": what is handed over is done something to, Viora is where it goes.
        made = clause.claim(relation, from: clause.verbWords, to: target)
        made.scope =
          "\(["cost", "save"].contains(clause.verb) ? "for" : "to") \(given.name)"
      }
      return [made]
    }
    // "supplies Orbit with sensors" supplies sensors to it.
    if clause.reading.words["supplying"].contains(clause.verb), clause.control == nil,
      let goods = (clause.rest.map(\.head) + clause.tree.children(of: o, "nmod")).first(where: {
        clause.tree.marker(of: $0) == "with" && $0 > o
      })
    {
      let phrase = Oblique(head: goods, preposition: "with")
      target.name = clause.reading.naming.name(
        clause.reading.phrases.text(o, without: [goods]))
      return clause.claims(relation, from: clause.verbWords, to: phrase).map {
        var made = $0
        if clause.vocabulary.entities[made.object] != nil {
          made.scope = "to \(target.name)"
        } else {
          made.object += " to \(target.name)"
        }
        return made
      }
    }
    // "lifted its ban on apps": the phrase is the noun's, whatever the parser tied it to.
    if let own = clause.rest.first(where: {
      $0.head > o && !$0.isGerund
        && (clause.vocabulary.relationByNoun["\(clause.tree.lemma(o)) \($0.preposition)"] != nil
          || clause.reading.words["deed"].contains(clause.tree.lemma(o))
            && ["on", "against", "over"].contains($0.preposition)
          || clause.reading.words["accord"].contains(clause.tree.lemma(o))
            && $0.preposition == "with"
          // "holds shares in Viora"
          || clause.reading.words["share noun"].contains(clause.tree.lemma(o))
            && $0.preposition == "in" && !clause.tree.isRelativePronoun($0.head))
    }),
      clause.tree.subtree(own.head).first.map({ $0 <= (clause.tree.subtree(o).last ?? o) + 1 })
        ?? false, clause.vocabulary.entities[target.name] == nil,
      let place = clause.reading.name(own)
    {
      var made = clause.claim(relation, from: clause.verbWords, to: target, using: [own.head])
      made.object = "\(target.name) \(own.preposition) \(place)"
      return [made]
    }
    // "accused the firm of copying": of what.
    if let deed = clause.rest.first(where: {
      $0.isGerund && $0.preposition == "of" && $0.head > o
        && clause.reading.words["accusing"].contains(clause.verb)
    }) {
      var made = clause.claim(relation, from: clause.verbWords, to: target, using: [deed.head])
      made.object =
        "\(target.name) \(clause.tree.text(clause.tree.subtree(deed.head) { clause.tree.base($0) == "punct" || clause.tree.base($0) == "advcl" }))"
      return [made]
    }
    // "Rapidus, in which Toyota owns a stake"
    if clause.reading.words["share noun"].contains(clause.tree.lemma(o)),
      let whole = clause.rest.first(where: { clause.tree.isRelativePronoun($0.head) }),
      let named = clause.tree.antecedent(of: clause.predicate).flatMap(clause.reading.name)
    {
      target.name += " \(whole.preposition) \(named)"
      return [clause.claim(relation, from: clause.verbWords, to: target, using: [whole.head])]
    }
    // A thing on its way is not the thing: "ships parts to Omsk" loses its point without the place.
    let isAmount = Quantities.isAmount(o, in: clause.tree)
    let goals = clause.rest.filter {
      $0.head > o && !$0.preposition.isEmpty
        // "$4bn, up from $3bn"
        && !clause.tree.isComparedBefore($0.head)
        && (clause.reading.words["goal"].contains($0.preposition)
          || isAmount && !clause.reading.words["beside"].contains($0.preposition)
            && !(clause.tree.base($0.head) == "obl" && $0.preposition == "by"))
    }
    // "from Kyoto to Tokyo": where to says more than where from.
    if let goal = goals.first(where: { $0.preposition != "from" }) ?? goals.first {
      let place = clause.reading.name(goal) ?? clause.reading.phrases.text(goal.head)
      var made = clause.claim(
        relation, from: clause.verbWords, to: target, using: goals.map(\.head))
      // "stopped ASML from shipping scanners": what it was kept from is all of it.
      if clause.vocabulary.entities[target.name] != nil, !goal.isGerund {
        // To whom it is handed says more than where.
        let isHanded =
          goal.preposition == "to" && clause.reading.words["handing over"].contains(clause.verb)
        made.scope = (isHanded ? nil : made.scope) ?? "\(goal.preposition) \(place)"
      } else {
        target.name += " \(goal.preposition) \(place)"
        made.object = target.name
      }
      return [made]
    }
    return [clause.claim(relation, from: clause.verbWords, to: target)]
  }

  /// "rises to" wants more than an amount, and only a rival is caught up with.
  private func isOtherSense(_ clause: Clause, _ relation: String, _ o: Int, _ target: Target)
    -> Bool
  {
    let tree = clause.tree
    // "enters volume production" joins nobody.
    if clause.base == "enter", relation == "joins" {
      return ["production", "manufacturing", "operation", "service", "testing"]
        .contains(tree.lemma(o))
    }
    // "carries out its packaging in Taiwan" enforces nothing.
    if clause.base == "carry out", relation == "enforces" {
      return !clause.reading.words["takes up law"].contains(tree.lemma(o))
        && clause.vocabulary.entities[target.name]?.kind != "law"
    }
    // "brought the launch forward to May" proposes nothing.
    if clause.base == "bring forward" {
      return !clause.times.isEmpty && !clause.reading.words["takes up law"].contains(tree.lemma(o))
    }
    // "cleared the upper house" approves no house.
    if clause.base == "clear", relation == "approves" {
      return clause.reading.words["chamber"].contains(tree.lemma(o))
    }
    // "took in three graduates" earns nothing.
    if clause.base == "take in", relation == "earns" {
      return !Quantities.isAmount(o, in: tree)
        && !clause.reading.words["sum noun"].contains(tree.lemma(o))
    }
    if Quantities.isAmount(o, in: tree) {
      return relation.hasSuffix(" to") || clause.base == "catch"
    }
    return clause.base == "catch" && tree.words[o].upos != "PROPN"
      && clause.vocabulary.entities[target.name] == nil
      && (tree.child(of: o, "nummod") != nil || tree.words[o].xpos == "NN")
  }
}
