import Language

/// How far a claim can be trusted: a logistic regression over how it was read, fitted by `Training/fit_claims.py`.
enum ClaimConfidence {
  static let builtIn = LogisticWeights(
    lines: String(decoding: PackageResources.claimconfidence_txt, as: UTF8.self))

  static func features(of draft: Draft, in reading: SentenceReading) -> [String: Double] {
    let tree = reading.tree
    let predicate = tree.words[draft.predicate]
    var clause = draft.predicate
    while tree.base(clause) == "conj", tree.words[clause].head >= 0 {
      clause = tree.words[clause].head
    }
    let tie = tree.words[clause].relation
    let words = { (text: String) in text.split(separator: " ").count }
    var out: [String: Double] = ["bias": 1, "weakest_arc": draft.trust]
    func note(_ name: String, _ value: Bool) { out[name] = value ? 1 : 0 }
    out["sentence_length"] = LogisticWeights.logLength(tree.words.count)
    out["object_length"] = LogisticWeights.logLength(words(draft.object))
    out["subject_length"] = LogisticWeights.logLength(words(draft.subject))
    out["relation_length"] = LogisticWeights.logLength(words(draft.relation))
    note("no_object", draft.object.isEmpty)
    note("known_relation", reading.vocabulary.relations[draft.relation] != nil)
    note("known_subject", reading.vocabulary.entities[draft.subject] != nil)
    note("known_object", reading.vocabulary.entities[draft.object] != nil)
    note("pronoun_subject", draft.subjectHead.map { tree.words[$0].upos == "PRON" } ?? false)
    note("named_subject", draft.subjectHead.map { tree.words[$0].upos == "PROPN" } ?? false)
    note("negated", draft.polarity == .negative)
    note("hedged", draft.modality != .asserted)
    note("attributed", draft.attribution != nil)
    note("main", tie == "root")
    note("complement", tie == "ccomp")
    note("relative", tie == "acl:relcl")
    note("adverbial", tie == "advcl")
    note("coordinated", tree.base(draft.predicate) == "conj")
    note("verbal", predicate.upos == "VERB")
    for (rule, feature) in rules { note(feature, draft.rule == rule) }
    return out
  }

  /// Rules that make claims often enough for a weight of their own, with the feature of each.
  private static let rules = [
    PlainObject.name, PrepositionalVerb.name, VerbAlone.name, PlainState.name,
    PassiveWithPreposition.name, PassiveWithAgent.name, AdjectiveWithPreposition.name,
    Superlative.name, VerbWithNoun.name, "nominal predicate", "apposition",
  ].map { ($0, $0.replacing(" ", with: "_")) }
}
