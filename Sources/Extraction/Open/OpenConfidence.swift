import Language

/// How far an open tuple can be trusted: a logistic regression over what it looks like, fitted by `Training/fit.py`.
///
/// The doubtful quarter is told apart finely and the rest shares one value; `Training/README.md` says why.
enum OpenConfidence {
  static let builtIn = LogisticWeights(
    lines: String(decoding: PackageResources.confidence_txt, as: UTF8.self))

  static func features(of reading: OpenReading, in tree: Tree) -> [String: Double] {
    let relation = reading.relation.flatMap { $0 }
    let arguments = reading.arguments.flatMap { $0 }
    let all = Set(reading.subject + relation + arguments)
    let first = OpenClauses(tree: tree).firstConjunct(of: reading.predicate)
    let tie = tree.words[first].relation
    let subject = head(of: reading.subject, in: tree)
    var out: [String: Double] = ["bias": 1]
    func note(_ name: String, _ value: Bool) { out[name] = value ? 1 : 0 }
    func count(_ words: [Int], _ isCounted: (Int) -> Bool) -> Double {
      Double(words.count(where: isCounted))
    }
    out["depth"] = Double(depth(of: reading.predicate, in: tree))
    out["coverage"] = Double(all.count) / Double(tree.words.count)
    out["weakest_arc"] = all.map { Double(tree.words[$0].confidence) }.min() ?? 0
    out["object_arc"] = reading.arguments.first.map {
      Double(tree.words[head(of: $0, in: tree)].confidence)
    }
    out["object_length"] = LogisticWeights.logLength(reading.arguments.first?.count ?? 0)
    out["verbs_in_subject"] = count(reading.subject) { tree.words[$0].upos == "VERB" }
    out["verbs_in_arguments"] = count(arguments) { tree.words[$0].upos == "VERB" }
    out["conjuncts_in_arguments"] = count(arguments) { tree.base($0) == "conj" }
    note(
      "clause_in_arguments",
      arguments.contains {
        ["acl", "advcl", "ccomp", "csubj"].contains(String(tree.base($0)))
      })
    note("long_subject", reading.subject.count > 8)
    note("named_subject", tree.words[subject].upos == "PROPN")
    note(
      "indefinite_subject",
      reading.subject.first.map { OpenWords.indefinite.contains(tree.lemma($0)) } ?? false)
    note("own_subject", tree.child(of: reading.predicate, "nsubj") == subject)
    note("subject_first", reading.subject.last ?? 0 < relation.first ?? Int.max)
    note("copular", tree.child(of: reading.predicate, "cop") != nil)
    note("active_participle", reading.isImplied && tree.words[reading.predicate].xpos == "VBG")
    note("complement", tie == "ccomp")
    note("chain", tie == "xcomp")
    let marker = tree.marker(of: first)
    note("marked", marker != nil)
    note("open_condition", marker.map(OpenWords.condition.contains) ?? false)
    return out
  }

  /// The word of a slot that hangs on none of the others.
  private static func head(of slot: [Int], in tree: Tree) -> Int {
    let words = Set(slot)
    return slot.first { !words.contains(tree.words[$0].head) } ?? 0
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
