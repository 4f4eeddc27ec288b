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

  /// A phrase that begins with a verb: "fall behind" gives "falls behind".
  static func thirdPerson(phrase: String) -> String {
    let parts = phrase.split(separator: " ", maxSplits: 1).map(String.init)
    return ([thirdPerson(parts.first ?? "")] + parts.dropFirst()).joined(separator: " ")
  }
}
