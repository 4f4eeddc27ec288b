import Claims
import Language
import Text

extension ClaimExtractor {
  /// How the sentences of each insight were read; the claims in it are those of `claims(in:)`.
  public func explanations(of insights: [Insight], wholeLines: Bool = false) -> [[Explanation]] {
    read(insights, wholeLines: wholeLines) { insight, sentences, trees in
      var found: [Explanation] = []
      let linked = claims(in: insight, sentences: sentences, trees: trees) {
        reading, quote, rendered in
        found.append(Explainer(reading: reading).explanation(of: quote, rendered))
      }
      // A link may come from a later sentence, so that they are known only once all are read.
      let links = Dictionary(linked.map { ($0.id, $0.links) }, uniquingKeysWith: { a, _ in a })
      return found.map { $0.with(links) }
    }
  }
}

/// Puts into words what became of a sentence.
private struct Explainer {
  let reading: SentenceReading

  private var tree: Tree { reading.tree }

  func explanation(of text: String, _ rendered: [(Rendered, [Fate])]) -> Explanation {
    var rendered = rendered
    if tree.words.last?.form == "?" {
      rendered = reading.reader.propositions().map {
        (Rendered(proposition: $0, outcome: .silent(.question)), [])
      }
    }
    let read = Set(rendered.map(\.0.proposition.predicate))
    let rest = tree.words.indices.filter { tree.isPredicate($0) && !read.contains($0) }.map {
      i -> (Rendered, [Fate]) in
      let inner = tree.child(of: i, "xcomp").map(Silence.qualifies)
      let p = Proposition(rule: "", predicate: i)
      return (Rendered(proposition: p, outcome: .silent(inner ?? .noClause)), [])
    }
    let all = (rendered + rest).enumerated().sorted {
      ($0.element.0.proposition.predicate, $0.offset)
        < ($1.element.0.proposition.predicate, $1.offset)
    }
    return Explanation(
      text: text, tree: tree, clauses: all.map { clause($0.element.0, $0.element.1) })
  }

  private func clause(_ item: Rendered, _ fates: [Fate]) -> Explanation.Clause {
    let p = item.proposition
    var out = Explanation.Clause(
      predicate: p.predicate, words: words(of: p.predicate), parts: [], manner: [], made: [])
    switch item.outcome {
    case .drafts(let drafts): out.made = zip(drafts, fates).map(made)
    case .silent(let silence):
      out.silence = text(of: silence, p)
      out.silenceKind = kind(of: silence, p)
      switch silence {
      case .qualifies, .noClause: return out
      default: break
      }
    }
    out.parts = parts(of: p)
    out.manner = (p.isPassive ? ["passive"] : []) + [p.polarity.rawValue, p.modality.rawValue]
    return out
  }

  private func made(_ draft: Draft, _ fate: Fate) -> Explanation.Made {
    var out = Explanation.Made(
      rule: draft.rule, triple: [draft.subject, draft.relation, draft.object])
    out.features = draft.features
    switch fate {
    case .claimed(let claim): out.claim = claim
    case .dropped(let silence): out.dropped = plain(silence)
    }
    return out
  }

  private func words(of i: Int) -> String {
    tree.text(
      (tree.children(of: i, "aux", "aux:pass", "cop", "compound:prt") + [i]).sorted())
  }

  private func parts(of p: Proposition) -> [Explanation.Part] {
    var out: [Explanation.Part] = []
    func add(_ name: String, _ head: Int?) {
      guard let head else { return }
      var text = reading.phrases.text(head)
      if let known = reading.name(head), known != text { text += " (= \(known))" }
      out.append(Explanation.Part(name: name, text: text))
    }
    add("subject", p.subject)
    add("object", p.object)
    add("recipient", p.recipient)
    for oblique in p.obliques where oblique.head != p.object {
      let text = [oblique.preposition, reading.phrases.text(oblique.head)]
      out.append(
        Explanation.Part(name: "", text: text.filter { !$0.isEmpty }.joined(separator: " ")))
    }
    if let complement = p.complement {
      out.append(Explanation.Part(name: "complement", text: words(of: complement)))
    }
    add("says", p.attribution)
    return out
  }

  private func text(of silence: Silence, _ p: Proposition) -> String {
    switch silence {
    case .unresolved(let i): "nobody is sure what “\(tree.words[i].form)” means"
    case .qualifies(let i): "only qualifies “\(tree.words[i].form)”"
    default: kind(of: silence, p)
    }
  }

  private func kind(of silence: Silence, _ p: Proposition) -> String {
    guard silence == .notAsserted else { return plain(silence) }
    return "not asserted, \(Unasserted(p.predicate, in: tree).rawValue)"
  }

  private func plain(_ silence: Silence) -> String {
    switch silence {
    case .question: "the sentence is a question"
    case .notAsserted: "not asserted"
    case .noSubject: "no subject"
    case .asks: "a question inside the sentence"
    case .unresolved: "a pronoun nobody is sure of"
    case .noVerb: "its predicate is neither verb nor state"
    case .declined(let rule): "the rule “\(rule)” fits and claims nothing"
    case .noRule: "no rule fits"
    case .qualifies: "only qualifies another verb"
    case .noClause: "no clause of its own"
    case .namesItself: "says something of itself or of nothing"
    case .duplicate: "said before"
    }
  }
}
