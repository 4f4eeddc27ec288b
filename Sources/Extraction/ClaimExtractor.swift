import Claims
import Language
import Text

/// Insights to claims: sentences, trees, propositions, canonical names, reference inside the insight.
///
/// One extractor serves insights and questions, because a question is a claim with a hole.
public struct ClaimExtractor: Sendable {
  let parser: SyntaxParser
  public let vocabulary: Vocabulary
  private let look: SecondLook

  public init(parser: SyntaxParser, vocabulary: Vocabulary) {
    self.parser = parser
    self.vocabulary = vocabulary
    look = SecondLook(vocabulary: vocabulary)
  }

  /// The claims of each insight, in text order.
  ///
  /// With `wholeLines` an insight is taken as one sentence, already split.
  public func claims(in insights: [Insight], wholeLines: Bool = false) -> [[Claim]] {
    read(insights, wholeLines: wholeLines) { claims(in: $0, sentences: $1, trees: $2) }
  }

  /// Parses all sentences at once, then hands over each insight with its own.
  func read<Result>(
    _ insights: [Insight], wholeLines: Bool, each: (Insight, [PreparedSentence], [Tree]) -> Result
  ) -> [Result] {
    let segmenter = Segmenter()
    let sentences = insights.map {
      wholeLines ? [segmenter.sentence(taking: $0.text)] : segmenter.sentences(in: $0.text)
    }
    let prepared = sentences.map { $0.map { PreparedSentence($0) } }
    let trees = trees(of: prepared.flatMap { $0.map(\.sentence) })
    var out: [Result] = []
    var next = 0
    for (insight, own) in zip(insights, prepared) {
      out.append(each(insight, own, Array(trees[next..<next + own.count])))
      next += own.count
    }
    return out
  }

  private func trees(of sentences: [Sentence]) -> [Tree] {
    var trees = parser.parse(sentences)
    let again = trees.indices.compactMap { i in
      look.sentence(sentences[i], readAs: trees[i]).map { (i, $0) }
    }
    for ((i, _), tree) in zip(again, parser.parse(again.map(\.1))) {
      trees[i] = look.restored(tree, of: sentences[i])
    }
    return trees
  }

  /// The claims a question makes with its hole: the asked part is named "?", its words stay in `surface`.
  public func questionClaims(_ question: String) -> [Claim] {
    let text = Self.asked(question)
    let insight = Insight(text: text, document: "question")
    let sentences = Segmenter().sentences(in: text).map { PreparedSentence($0) }
    let trees = trees(of: sentences.map(\.sentence))
    return claims(in: insight, sentences: sentences, trees: trees, asQuestion: true)
  }

  /// Reads the grammar of a question, for which no vocabulary is needed, so that it is known when the
  /// question's claims are asked for.
  public static func readAhead(_ question: String, _ parser: SyntaxParser) {
    _ = parser.parse(
      Segmenter().sentences(in: asked(question)).map { PreparedSentence($0).sentence })
  }

  private static func asked(_ question: String) -> String {
    let text = question.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.last.map("?.!".contains) ?? true ? text : text + "?"
  }

  /// The claims of one insight; each sentence is shown to `explain` with what became of its drafts.
  func claims(
    in insight: Insight, sentences: [PreparedSentence], trees: [Tree], asQuestion: Bool = false,
    explain: ((SentenceReading, String, [(Rendered, [Fate])]) -> Void)? = nil
  ) -> [Claim] {
    let naming = EntityNaming(vocabulary: vocabulary)
    var reference = Reference(naming: naming, source: insight.source)
    var claims: [Claim] = []
    var links = InsightLinks()
    var ellipsis = Ellipsis()
    var drafts: [Draft] = []
    var speaker: String?
    for (prepared, parsed) in zip(sentences, trees) {
      let sentence = prepared.sentence
      let tree = Self.repaired(
        asQuestion ? parsed : parsed.withCaptionAsClause(),
        opensText: sentence.span == sentences[0].sentence.span)
      if prepared.hasLabel {
        speaker = prepared.speaker.map { naming.name($0) }
        reference.isQuoting = speaker != nil
      }
      guard !tree.words.isEmpty else { continue }
      let readings = tree.toldRespectively().map { told in
        SentenceReading(
          tree: told, vocabulary: vocabulary, naming: naming, phrases: Phrases(tree: told),
          reader: PropositionReader(tree: told), words: .builtIn,
          resolve: { [reference] in reference.name(of: $0, in: told) },
          keepsQuestionWords: asQuestion)
      }
      let reading = readings[0]
      let isQuestion = tree.words.last?.form == "?" && !asQuestion
      let read = readings.flatMap {
        CanonicalRenderer(reading: $0, before: drafts).rendered()
      }
      let rendered = (isQuestion ? [] : read) + ellipsis.rendered(in: reading)
      // An answer is quoted with what was asked.
      let span = Span(
        start: ellipsis.start(of: tree) ?? sentence.span.start, end: sentence.span.end)
      drafts = (isQuestion ? read : rendered).flatMap(\.outcome.drafts).map(\.ofAnotherSentence)
      ellipsis.read(tree, drafts: read.flatMap(\.outcome.drafts), at: sentence.span.start)
      let quote = span.text(in: insight.text)
      var idsByPredicate: [Int: [String]] = [:]
      let fates = rendered.map { item in
        item.outcome.drafts.map { draft -> Fate in
          guard
            var claim = claim(from: draft, insight: insight, quote: quote, span: span)
          else { return .dropped(.namesItself) }
          // What a source says of itself is said by nobody else.
          if claim.attribution == reference.author { claim.attribution = nil }
          claim.attribution = claim.attribution ?? speaker
          claim.scope = claim.scope ?? field(of: claim, after: claims)
          if asQuestion { claim = withHole(claim, draft, tree) }
          let known = claims.first {
            $0.subject == claim.subject && $0.relation == claim.relation
              && $0.object == claim.object && $0.polarity == claim.polarity
          }
          idsByPredicate[draft.predicate, default: []].append(known?.id ?? claim.id)
          if known != nil { return .dropped(.duplicate) }
          claims.append(claim)
          return .claimed(claim)
        }
      }
      explain?(reading, quote, Array(zip(rendered, fates)))
      links.read(tree, claims: idsByPredicate)
      reference.read(reading, drafts: rendered.flatMap(\.outcome.drafts))
    }
    for i in claims.indices { claims[i].links = links.links(from: claims[i].id) }
    return claims
  }

  /// In what the two rivals of a claim were compared a sentence before: "Today it has caught up."
  private func field(of claim: Claim, after earlier: [Claim]) -> String? {
    func ranks(_ claim: Claim) -> Bool { vocabulary.ranks(claim.relation) }
    let pair: Set<String> = [claim.subject, claim.object]
    guard ranks(claim), !claim.object.isEmpty,
      let before = earlier.last(where: { ranks($0) && $0.scope?.hasPrefix("by ") == false })
    else { return nil }
    return [before.subject, before.object].allSatisfy({ name in
      pair.contains { $0 == name || name.hasSuffix("'s " + $0) || $0.hasSuffix("'s " + name) }
    }) ? before.scope : nil
  }

  private func claim(from draft: Draft, insight: Insight, quote: String, span: Span) -> Claim? {
    guard !draft.subject.isEmpty, draft.subject != draft.object else { return nil }
    var time = draft.time?.text
    if time?.isEmpty ?? false { time = nil }
    let interval = time.map {
      TimeExpression.interval(
        of: $0, preposition: draft.timePreposition, published: insight.published)
    }
    return Claim(
      subject: draft.subject, relation: draft.relation, object: draft.object,
      surface: draft.surface,
      polarity: draft.polarity, modality: draft.modality,
      scope: draft.scope?.isEmpty ?? true ? nil : draft.scope, time: time,
      validFrom: interval?.0, validTo: interval?.1, attribution: draft.attribution,
      confidence: ClaimConfidence.builtIn.confidence(draft.features),
      evidence: Evidence(
        insight: insight.id, document: insight.document, source: insight.source,
        published: insight.published, quote: quote, start: span.start, end: span.end))
  }

  private func withHole(_ claim: Claim, _ draft: Draft, _ tree: Tree) -> Claim {
    var out = claim
    if asks(draft.subjectHead, tree) { out.subject = "?" }
    if asks(draft.objectHead, tree) { out.object = "?" }
    return out
  }

  /// The tree with what parsers often get wrong set right; a repair that leaves no tree is left out.
  static func repaired(_ parsed: Tree, opensText: Bool) -> Tree {
    repairs(opensText: opensText).reduce(parsed) { tree, repair in
      let next = repair(tree)
      return next.isSound ? next : tree
    }
  }

  static func repairs(opensText: Bool) -> [(Tree) -> Tree] {
    [
      { $0.withTagsAndArcsAgreeing() }, { $0.withClauseOfTheCase() }, { $0.withNoOneAsNobody() },
      { $0.withClausesApart() }, { $0.withOtherTalesTold() }, { $0.withStressAside() },
      { $0.withLostVerbs() }, { $0.withVerbsOffNames() }, { $0.withPluralsAsVerbs() },
      { $0.withNamedParticiples() },
      { $0.withArcsRepaired() }, { $0.withWholeNames() }, { $0.withWholeDates() },
      { $0.withThanksAside() }, { $0.withPhrasesOfPronouns() },
      { $0.withAdjectivesOfOneNoun() }, { $0.withRanksAsStates() }, { $0.withWholeAmounts() },
      { $0.withProvisosJoined() }, { $0.withComparisonsAside() },
      { $0.withoutCleft(opensText: opensText) },
      { $0.withoutPseudoCleft() }, { $0.withoutOuterSubject() }, { $0.withConcessionsAside() },
      { $0.withAmountsAsSubjects() }, { $0.withClausesOffTheirSubjects() },
      { $0.withCompoundsOffVerbs() }, { $0.withGoodMeasures() }, { $0.withIncludedAside() },
      { $0.withAllTheSameAside() }, { $0.withLetAloneAside() }, { $0.withSaidClauses() },
      { $0.withSaidPasts() },
      { $0.withCountsAside(.builtIn) }, { $0.withNounsAsVerbs() }, { $0.withThoseAmongThem() },
      { $0.withWhereTheyAreAside() }, { $0.withWholeBeforePart() }, { $0.withBothOfOneNoun() },
      { $0.withRecordedClauses(.builtIn) },
      { $0.withWhoseOfNames() }, { $0.withWhoOfPersons() }, { $0.withNothingButAsOnly() },
      { $0.withWantedInfinitives(.builtIn) }, { $0.withOneOfThoseWho() },
      { $0.withDescribedSpeakers(.builtIn) }, { $0.withWholeNamesSpeaking(.builtIn) },
      { $0.withSpeakersLast(.builtIn) },
      { $0.withNamedSpeakerLast(.builtIn) }, { $0.withOpeningOfWhatIsSaid(.builtIn) },
      { $0.withSpeechAside(.builtIn) },
    ]
  }

  private static let asking: Set<String> = ["who", "what", "which", "whom", "whose", "how", "when"]

  /// Whether the phrase at the word is what is asked: "who", "which country", "what share of chips".
  private func asks(_ head: Int?, _ tree: Tree) -> Bool {
    guard let head else { return false }
    return tree.subtree(head).contains { Self.asking.contains(tree.words[$0].form.lowercased()) }
  }
}
