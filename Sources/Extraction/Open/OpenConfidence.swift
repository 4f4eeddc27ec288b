import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far an open tuple can be trusted: a logistic regression over what it looks like, fitted by `Training/fit.py`.
struct OpenConfidence {
  private var weights: [(name: String, weight: Double)] = []

  /// Reads lines of `feature weight`; a line that starts with `#` is a comment.
  init(lines: String) {
    for line in lines.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: " ")
      if columns.count == 2, let weight = Double(columns[1]) {
        weights.append((String(columns[0]), weight))
      }
    }
  }

  static let builtIn = OpenConfidence(
    lines: String(decoding: PackageResources.confidence_txt, as: UTF8.self))

  /// The features that have a weight.
  var names: [String] { weights.map(\.name) }

  func confidence(_ features: [String: Double]) -> Double {
    // In the file's order, because sums of floating-point numbers depend on it.
    var sum = 0.0
    for (name, weight) in weights { sum += weight * (features[name] ?? 0) }
    return (1000 / (1 + exp(-sum))).rounded() / 1000
  }

  static func features(of reading: OpenReading, in tree: Tree) -> [String: Double] {
    let relation = reading.relation.flatMap { $0 }
    let arguments = reading.arguments.flatMap { $0 }
    let all = reading.subject + relation + arguments
    let tie = tree.words[OpenClauses(tree: tree).firstConjunct(of: reading.predicate)].relation
    var out: [String: Double] = ["bias": 1]
    func note(_ name: String, _ value: Bool) { out[name] = value ? 1 : 0 }
    func length(_ words: Int) -> Double { log(Double(words + 1)) }
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
