/// Lemmas by rule, with the exceptions that the treebanks' training sets and WordNet's verbs teach.
///
/// `Training/lemmas.py` in `CSyntaxModel` has the same rules and writes `lemmas.txt`, `Training/verbs.py` writes
/// `verbs.txt`; change them together.
public enum Lemmatizer {
  /// The lemma of a word with its UD and Penn tags, as the English UD treebanks write it.
  public static func lemma(form: String, upos: String, xpos: String, feats: String) -> String {
    switch upos {
    case "PUNCT", "SYM", "X": return form
    case "PROPN":
      return xpos == "NNPS" ? singularName(form) : form
    case "NUM": return form.lowercased()
    default: break
    }
    let lower = form.lowercased().replacingApostrophes
    var kind = kind(upos, xpos)
    // "Viora backs it" with another tag than VBZ: only a verb in the third person ends like that.
    if upos == "VERB", kind == "B" || kind == "D", lower.hasSuffix("s"),
      !ends(lower, ["ss", "us", "as", "is", "os"]), exceptions["\(lower)\t\(kind)"] == nil
    {
      kind = "Z"
    }
    if let known = exceptions["\(lower)\t\(kind)"] { return known }
    // "fine-tuned" is inflected as "tuned" is.
    if upos == "VERB", let hyphen = lower.lastIndex(of: "-"), hyphen != lower.startIndex {
      let last = String(lower[lower.index(after: hyphen)...])
      return lower[...hyphen] + (exceptions["\(last)\t\(kind)"] ?? rule(last, kind))
    }
    // "outsold", also where the tag is that of the infinitive, which nothing but "overlay" can be.
    if upos == "VERB", kind == "D" || !ends(lower, ["lay", "found", "ground", "set", "s", "ing"]),
      let known = exceptions["\(lower)\tD"] ?? prefixed(lower), kind == "D" || isPrefixed(lower)
    {
      return known
    }
    let ruled = rule(lower, kind)
    return upos == "PRON" && lower == "i" ? "I" : ruled
  }

  private static func kind(_ upos: String, _ xpos: String) -> Character {
    switch xpos {
    case "VBD", "VBN": "D"
    case "VBG": "G"
    case "VBZ": "Z"
    case "NNS", "NNPS": "S"
    case "JJR", "RBR": upos == "VERB" ? "B" : "R"
    case "JJS", "RBS": upos == "VERB" ? "B" : "T"
    default: upos == "AUX" ? "A" : upos == "PRON" || upos == "DET" ? "P" : "B"
    }
  }

  /// Whether the form is the past of an irregular verb: "outran".
  public static func isIrregularPast(_ form: String) -> Bool {
    !form.hasSuffix("ed")
      && (exceptions["\(form)\tD"] ?? prefixed(form)).map { $0 != form } ?? false
  }

  /// "outsold" is inflected as "sold" is.
  private static func prefixed(_ form: String) -> String? {
    guard !form.hasSuffix("ed") else { return nil }
    return prefixes.lazy.filter(form.hasPrefix).compactMap { prefix in
      exceptions["\(form.dropFirst(prefix.count))\tD"].map { prefix + $0 }
    }.first
  }

  private static func isPrefixed(_ form: String) -> Bool {
    prefixes.contains(where: form.hasPrefix)
  }

  private static let prefixes = ["out", "over", "under", "fore", "mis", "pre", "re", "un"]

  private static func singularName(_ form: String) -> String {
    form.hasSuffix("s") && !form.hasSuffix("ss") && form.count > 3 ? String(form.dropLast()) : form
  }

  private static func rule(_ w: String, _ kind: Character) -> String {
    func cut(_ n: Int, _ add: String = "") -> String { w.dropLast(n) + add }
    switch kind {
    case "D":
      if w.hasSuffix("ied") { return cut(3, "y") }
      if w.hasSuffix("ed") { return restored(cut(2)) }
    case "G":
      if w.hasSuffix("ing"), w.count > 4 { return restored(cut(3)) }
    case "Z", "S":
      if w.hasSuffix("ies"), w.count > 4 { return cut(3, "y") }
      if ends(w, ["sses", "shes", "ches", "xes", "zzes", "oes"]) { return cut(2) }
      if w.hasSuffix("s"), !w.hasSuffix("ss") { return cut(1) }
    case "R":
      if w.hasSuffix("ier") { return cut(3, "y") }
      if w.hasSuffix("er") { return undoubled(cut(2)) }
    case "T":
      if w.hasSuffix("iest") { return cut(4, "y") }
      if w.hasSuffix("est") { return undoubled(cut(3)) }
    default: break
    }
    return w
  }

  private static func ends(_ w: String, _ endings: [String]) -> Bool {
    endings.contains(where: w.hasSuffix)
  }

  private static func undoubled(_ stem: String) -> String {
    let end = Array(stem.suffix(2))
    guard stem.count > 2, end.count == 2, end[0] == end[1], "bdgmnprt".contains(end[1]) else {
      return stem
    }
    return String(stem.dropLast())
  }

  /// The infinitive of a stem left by -ed or -ing: "us" gives "use", "bann" gives "ban".
  private static func restored(_ stem: String) -> String {
    let single = undoubled(stem)
    if single != stem { return single }
    return ends(stem, silentEndings) && takesE(stem) ? stem + "e" : stem
  }

  private static let silentEndings = [
    "at", "iz", "is", "us", "v", "c", "uc", "dg", "rg", "ng", "bl", "pl", "tl", "dl", "gl", "kl",
    "fl", "ur", "ir",
    "ut", "u", "as", "os", "rs", "ns", "ap", "ag", "ak", "ok", "ik", "uk", "id", "ad", "od", "ud",
    "in", "un", "ot",
    "et", "it", "yz", "az", "oz", "ps", "or", "ar", "er", "vok",
  ]

  private static func takesE(_ stem: String) -> Bool {
    if ends(
      stem,
      ["er", "en", "on", "et", "it", "or", "al", "el", "il", "ow", "aw", "ew", "ay", "ey", "oy"])
    {
      return false
    }
    if ends(
      stem, ["v", "c", "dg", "rg", "bl", "pl", "tl", "dl", "gl", "fl", "iz", "yz", "vok", "u"])
    {
      return true
    }
    let letters = Array(stem)
    func isVowel(_ i: Int) -> Bool { "aeiou".contains(letters[i]) }
    let n = letters.count
    if ends(stem, ["at", "us", "is", "as", "os", "rs", "ns", "ps", "ur", "ir", "ar", "ut"]) {
      return n > 3 || n > 1 && isVowel(n - 2)
    }
    return n > 2 && !isVowel(n - 1) && isVowel(n - 2) && (n == 3 || !isVowel(n - 3))
      && letters.count { "aeiou".contains($0) } == 1
  }

  private static let exceptions: [String: String] = {
    var table: [String: String] = [:]
    // Bytes rather than characters, because every short command waits for this.
    for file in [PackageResources.verbs_txt, PackageResources.lemmas_txt] {
      for line in file.split(separator: UInt8(ascii: "\n")) {
        guard let tab = line.lastIndex(of: UInt8(ascii: "\t")) else { continue }
        table[String(decoding: line[..<tab], as: UTF8.self)] = String(
          decoding: line[(tab + 1)...], as: UTF8.self)
      }
    }
    return table
  }()
}

extension String {
  fileprivate var replacingApostrophes: String {
    utf8.contains(0xe2) ? String(map { $0 == "’" || $0 == "‘" ? "'" : $0 }) : self
  }
}
