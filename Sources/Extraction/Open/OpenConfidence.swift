import Language

/// How far an open tuple can be trusted: a logistic regression over what it looks like, fitted by `Training/fit.py`.
enum OpenConfidence {
  static let builtIn = LogisticWeights(
    lines: String(decoding: PackageResources.confidence_txt, as: UTF8.self))

  static func features(of reading: OpenReading, in tree: Tree) -> [String: Double] {
    let relation = reading.relation.flatMap { $0 }
    let arguments = reading.arguments.flatMap { $0 }
    let all = reading.subject + relation + arguments
    let tie = tree.words[OpenClauses(tree: tree).firstConjunct(of: reading.predicate)].relation
    var out: [String: Double] = ["bias": 1]
    func note(_ name: String, _ value: Bool) { out[name] = value ? 1 : 0 }
    func length(_ words: Int) -> Double { LogisticWeights.logLength(words) }
    out["sentence_length"] = length(tree.words.count)
    out["relation_length"] = length(relation.count)
    out["arguments_length"] = length(arguments.count)
    out["arguments"] = Double(reading.arguments.count)
    out["weakest_arc"] = all.map { Double(tree.words[$0].confidence) }.min() ?? 0
    out["depth"] = Double(depth(of: reading.predicate, in: tree))
    out["commas"] = Double(arguments.count { tree.words[$0].form == "," })
    note("long_subject", reading.subject.count > 8)
    note("long_arguments", arguments.count > 12)
    note(
      "clause_in_arguments",
      arguments.contains {
        ["acl", "advcl", "ccomp", "csubj"].contains(String(tree.base($0)))
      })
    note("name_in_subject", reading.subject.contains { tree.words[$0].upos == "PROPN" })
    note(
      "bare_subject",
      !["DET", "PROPN", "PRON", "NUM"].contains(tree.words[reading.subject.first ?? 0].upos))
    note(
      "pronoun_subject", reading.subject.count == 1 && tree.words[reading.subject[0]].upos == "PRON"
    )
    note("subject_first", reading.subject.last ?? 0 < relation.first ?? Int.max)
    note("begins_sentence", reading.subject.first == 0)
    note("says", tree.child(of: reading.predicate, "ccomp") != nil)
    note("copular", tree.child(of: reading.predicate, "cop") != nil)
    note("negated", relation.contains { OpenWords.negation.contains(tree.lemma($0)) })
    note("main_clause", tie == "root")
    note("complement", tie == "ccomp")
    note("chain", tie == "xcomp")
    note("apposition", tie == "appos")
    note("participle", tie == "acl")
    note("relative", tie == "acl:relcl")
    note("adverbial", tie == "advcl")
    note("beside", tie == "parataxis")
    return out
  }

  private static func depth(of i: Int, in tree: Tree) -> Int {
    var depth = 0
    var i = i
    while tree.words[i].head >= 0 {
      i = tree.words[i].head
      depth += 1
    }
    return depth
  }
}
