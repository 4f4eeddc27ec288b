import Language

/// What somebody takes for the cause: "Orbit blames a drought for the delay" gives `drought | causes | delay`, said by Orbit.
struct Blamed: ClaimRule {
  static let name = "blamed"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard clause.control == nil, !clause.proposition.isPassive, let o = clause.object,
      clause.proposition.polarity == .positive
    else { return nil }
    let phrase = { (mark: String) in
      clause.rest.first { $0.preposition == mark && $0.head > o }?.head
        ?? tree.children(of: o, "nmod").first { $0 > o && tree.marker(of: $0) == mark }
    }
    let cause: Int?
    let effect: Int?
    switch clause.verb {
    case "blame" where phrase("for") != nil: (cause, effect) = (o, phrase("for"))
    case "blame" where phrase("on") != nil: (cause, effect) = (phrase("on"), o)
    case "attribute", "ascribe": (cause, effect) = (phrase("to"), o)
    case "pin": (cause, effect) = (phrase("on"), o)
    case "put" where clause.base == "put down": (cause, effect) = (phrase("to"), o)
    case "chalk" where clause.base == "chalk up": (cause, effect) = (phrase("to"), o)
    default: return nil
    }
    // Whoever has a name is accused, rather than the cause.
    guard let cause, let effect, tree.words[cause].upos == "NOUN", tree.words[effect].upos == "NOUN"
    else { return nil }
    let inner = cause == o ? effect : cause
    let apart = tree.words[inner].head == o ? clause.reading.leavingOut(inner) : clause.reading
    let named = { (i: Int) in
      Target(head: i, name: apart.target(i)?.name ?? apart.phrases.text(i))
    }
    var made = clause.claim(
      "causes", from: clause.verbWords, to: named(effect), of: named(cause), using: [cause, effect])
    made.attribution = made.attribution ?? clause.subject.name
    return [made]
  }
}
