import Language

/// English verbs as relation names use them.
enum Inflection {
  /// Third person present of a lemma: "ban" gives "bans", "carry" gives "carries".
  static func thirdPerson(_ lemma: String) -> String {
    switch lemma {
    case "be": return "is"
    case "have": return "has"
    case "can", "may", "must", "will": return lemma
    default: break
    }
    let sibilants = ["s", "x", "z", "ch", "sh", "o"]
    if sibilants.contains(where: lemma.hasSuffix) { return lemma + "es" }
    if lemma.hasSuffix("y"), let before = lemma.dropLast().last, !"aeiou".contains(before) {
      return lemma.dropLast() + "ies"
    }
    return lemma + "s"
  }

  /// A relation as it stands after a modal verb: "is met" gives "be met", "reports" gives "report".
  static func bare(_ relation: String) -> String {
    let parts = relation.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return relation }
    let verb = Lemmatizer.lemma(form: first, upos: "VERB", xpos: "VBZ", feats: "")
    return ([verb] + parts.dropFirst()).joined(separator: " ")
  }

  /// The highest degree of a comparative: "more widely used" gives "most widely used", "faster" gives "fastest".
  ///
  /// Nil for words that compare nothing.
  static func superlative(_ comparative: String) -> String? {
    let parts = comparative.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return nil }
    let known = [
      "more": "most", "less": "least", "better": "best", "worse": "worst", "further": "furthest",
    ]
    guard let top = known[first] ?? (first.hasSuffix("er") ? first.dropLast(2) + "est" : nil) else {
      return nil
    }
    return ([top] + parts.dropFirst()).joined(separator: " ")
  }

  /// Who does what a verb says: "sell" gives "seller", "supply" gives "supplier", "ship" gives "shipper".
  static func agent(_ verb: String) -> String {
    if verb.hasSuffix("ate") { return verb.dropLast() + "or" }
    if verb.hasSuffix("e") { return verb + "r" }
    let end = verb.suffix(2).map { "aeiou".contains($0) }
    if verb.hasSuffix("y"), end == [false, false] { return verb.dropLast() + "ier" }
    let doubles = verb.suffix(1) == "p" && end == [true, false]
    return verb + (doubles ? "per" : "er")
  }

  /// A relation's verb as its passive has it: "pauses" gives "paused", "keeps closed" gives "kept closed".
  static func participle(phrase: String) -> String {
    let parts = bare(phrase).split(separator: " ", maxSplits: 1).map(String.init)
    guard let verb = parts.first else { return phrase }
    return ([irregular[verb] ?? regular(verb)] + parts.dropFirst()).joined(separator: " ")
  }

  private static let irregular = [
    "bid": "bid", "bring": "brought", "build": "built", "buy": "bought", "catch": "caught",
    "cut": "cut", "draw": "drawn", "drive": "driven", "feed": "fed", "find": "found",
    "get": "got", "give": "given", "grow": "grown", "hold": "held", "keep": "kept", "lead": "led",
    "leave": "left", "lend": "lent", "let": "let", "lose": "lost", "make": "made", "meet": "met",
    "pay": "paid", "put": "put", "run": "run", "see": "seen", "seek": "sought", "sell": "sold",
    "send": "sent", "set": "set", "shut": "shut", "spend": "spent", "split": "split",
    "take": "taken", "teach": "taught", "tell": "told", "throw": "thrown", "win": "won",
    "write": "written",
  ]

  private static func regular(_ verb: String) -> String {
    if verb.hasSuffix("e") { return verb + "d" }
    let end = verb.suffix(3).map { "aeiou".contains($0) }
    if verb.hasSuffix("y"), end.suffix(2) == [false, false] { return verb.dropLast() + "ied" }
    let doubles =
      verb.count < 5 && end == [false, true, false] && !"wxy".contains(verb.last ?? "w")
    return verb + (doubles ? String(verb.suffix(1)) : "") + "ed"
  }

  /// A phrase that begins with a verb: "fall behind" gives "falls behind".
  static func thirdPerson(phrase: String) -> String {
    let parts = phrase.split(separator: " ", maxSplits: 1).map(String.init)
    return ([thirdPerson(parts.first ?? "")] + parts.dropFirst()).joined(separator: " ")
  }
}

extension String {
  /// The name as an owner: "Oslo's", "Brennick Labs'".
  var possessive: String { hasSuffix("s") ? "\(self)'" : "\(self)'s" }
}
