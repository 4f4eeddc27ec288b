import Claims
import Language
import Text

/// One open extraction in the words of its sentence, n-ary: subject, relation, object, further arguments.
public struct OpenTuple: Sendable, Hashable {
  public var sentence: String
  public var confidence: Double
  /// Subject, relation, object and further arguments; at least two.
  public var parts: [String]
}

extension ClaimExtractor {
  /// Open tuples of sentences, each taken whole; with `minimal` binary facts in place of n-ary tuples.
  public func openTuples(in lines: [String], minimal: Bool = false) -> [[OpenTuple]] {
    let segmenter = Segmenter()
    let trees = parser.parse(lines.map { segmenter.sentence(taking: $0) })
    return zip(lines, trees).map { OpenRenderer(tree: $1, sentence: $0, minimal: minimal).tuples() }
  }
}

/// Propositions in the sentence's own words.
struct OpenRenderer {
  let tree: Tree
  let sentence: String
  let minimal: Bool

  func tuples() -> [OpenTuple] {
    guard !tree.words.isEmpty else { return [] }
    let reader = PropositionReader(tree: tree)
    var out: [OpenTuple] = []
    for p in reader.propositions() {
      for t in tuples(of: p, reader) where !out.contains(t) { out.append(t) }
    }
    for t in possessives() + appositions() where !out.contains(t) { out.append(t) }
    return out
  }

  private func tuples(of p: Proposition, _ reader: PropositionReader) -> [OpenTuple] {
    guard let subject = p.subject, !tree.isRelativePronoun(subject) else { return [] }
    let i = p.predicate
    var verb: [Int]
    var arguments: [String] = []
    let isCopular = tree.child(of: i, "cop") != nil
    if isCopular {
      verb = tree.children(of: i, "cop", "aux") + negations(i)
      arguments.append(tree.text(argument(i, isPredicate: true)))
    } else {
      verb = group(i)
      var head = i
      while tree.base(head) == "xcomp"
        || tree.base(head) == "conj" && tree.words[head].head >= 0
          && tree.base(tree.words[head].head) == "xcomp" && false
      {
        head = tree.words[head].head
        guard head >= 0, tree.child(of: head, "obj") == nil else { break }
        verb = group(head) + verb
      }
      if let o = p.object { arguments.append(tree.text(argument(o))) }
    }
    let after = p.obliques.filter { !isCopular || $0.head < i && tree.base($0.head) == "obl" }
    // What stands after the verb comes first, because the preposition nearest to it belongs to the relation.
    for oblique in after.sorted(by: {
      ($0.head < i ? 1 : 0, $0.head) < ($1.head < i ? 1 : 0, $1.head)
    }) {
      let words = tree.subtree(oblique.head) {
        tree.words[$0].relation == "acl:relcl" || tree.base($0) == "parataxis"
      }
      if arguments.isEmpty, !oblique.preposition.isEmpty, oblique.head > i {
        let cases = tree.children(of: oblique.head, "case", "mark").filter { $0 < oblique.head }
        let marks = cases.flatMap { tree.subtree($0) }
        verb += marks
        arguments.append(tree.text(trimmed(words.filter { !marks.contains($0) })))
      } else if !minimal {
        arguments.append(tree.text(trimmed(words)))
      }
    }
    if let c = p.complement, tree.base(c) == "ccomp" || (arguments.isEmpty || p.object != nil),
      !p.obliques.contains(where: { $0.head == c })
    {
      if !minimal || arguments.isEmpty { arguments.append(tree.text(trimmed(tree.subtree(c)))) }
    }
    if !minimal {
      for child in tree.children(of: i, "advcl")
      where !p.obliques.contains(where: { $0.head == child }) && child > i {
        arguments.append(tree.text(trimmed(tree.subtree(child))))
      }
    }
    guard !arguments.isEmpty else { return [] }
    guard !verb.isEmpty else { return [] }
    let subjectText = tree.text(argument(subject, without: i))
    let trust = Double(min(tree.words[i].confidence, tree.words[subject].confidence))
    return [
      OpenTuple(
        sentence: sentence, confidence: (trust * 1000).rounded() / 1000,
        parts: [subjectText, tree.text(Array(Set(verb)).sorted())] + arguments)
    ]
  }

  private func negations(_ i: Int) -> [Int] {
    tree.children(of: i, "advmod").filter { ["not", "n't", "never"].contains(tree.lemma($0)) }
  }

  /// The verb with auxiliaries, negation, particles and the "to" of an infinitive.
  private func group(_ i: Int) -> [Int] {
    let outer = tree.base(i) == "xcomp" ? tree.children(of: i, "mark") : []
    return tree.children(of: i, "aux", "aux:pass") + outer + negations(i) + [i]
      + tree.children(of: i, "compound:prt")
      + tree.children(of: i, "advmod").filter {
        $0 < i && tree.words[$0].upos == "ADV" && $0 == i - 1
      }
  }

  private func argument(_ head: Int, isPredicate: Bool = false, without other: Int? = nil) -> [Int]
  {
    trimmed(
      tree.subtree(head) { child in
        if child == other { return true }
        let top = tree.words[child].head == head
        let relation = String(tree.base(child))
        if tree.words[child].relation == "acl:relcl" || relation == "appos"
          || relation == "parataxis"
        {
          return true
        }
        if isPredicate, top {
          return ["nsubj", "cop", "aux", "mark", "advcl", "conj", "cc", "csubj", "expl"].contains(
            relation)
            || relation == "advmod" && child < head && negations(head).contains(child)
            || relation == "obl" && child < head
        }
        return top
          && (relation == "case" && child < head && tree.words[child].form != "'s"
            || relation == "mark" && child < head && tree.words[head].xpos == "VBG"
            || ["conj", "cc"].contains(relation))
      })
  }

  private func trimmed(_ indices: [Int]) -> [Int] {
    var kept = indices
    while let last = kept.last, tree.words[last].upos == "PUNCT",
      ![")", "”", "\"", "''", "-RRB-"].contains(tree.words[last].form)
    { kept.removeLast() }
    while let first = kept.first, tree.words[first].upos == "PUNCT",
      !["(", "“", "\"", "``", "-LRB-"].contains(tree.words[first].form)
        || tree.words[kept.first ?? 0].upos == "CCONJ"
    { kept.removeFirst() }
    return kept
  }

  /// "Ford's chief executive" gives `Ford | has | chief executive`.
  private func possessives() -> [OpenTuple] { [] }

  /// "Zhipu, a Beijing lab" gives `Zhipu | is | a Beijing lab`.
  private func appositions() -> [OpenTuple] {
    tree.words.indices.filter {
      tree.base($0) == "appos" && ["NOUN", "PROPN"].contains(tree.words[$0].upos)
    }.compactMap { i in
      let head = tree.words[i].head
      guard head >= 0, ["NOUN", "PROPN"].contains(tree.words[head].upos) else { return nil }
      return OpenTuple(
        sentence: sentence, confidence: (Double(tree.words[i].confidence) * 700).rounded() / 1000,
        parts: [tree.text(argument(head)), "is", tree.text(argument(i))])
    }
  }
}
