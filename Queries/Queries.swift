/// The named questions to a store, each the text of one .sql file beside this one.
///
/// Files rather than literals, because anyone can then run and read them with `sqlite3` alone.
public enum Query: String, CaseIterable, Sendable {
  case addChain = "add_chain"
  case addBlock = "add_block"
  case ageClashes = "age_clashes"
  case anyBlock = "any_block"
  case anyClaimsByRow = "any_claims_by_row"
  case chains = "chains"
  case claimsInBlocks = "claims_in_blocks"
  case claimsUnblocked = "claims_unblocked"
  case clashRules = "clash_rules"
  case dropBlocks = "drop_blocks"
  case dropChains = "drop_chains"
  case dropRankChanges = "drop_rank_changes"
  case dropClashRules = "drop_clash_rules"
  case dropRanks = "drop_ranks"
  case newClashes = "new_clashes"
  case ranksAround = "ranks_around"
  case seeClash = "see_clash"
  case setClashRules = "set_clash_rules"
  case setRank = "set_rank"
  case asOf = "as_of"
  case between = "between"
  case changed = "changed"
  case compare = "compare"
  case could = "could"
  case disagree = "disagree"
  case howMany = "how_many"
  case howMuch = "how_much"
  case knownAbout = "known_about"
  case listKind = "list_kind"
  case what = "what"
  case whatDoes = "what_does"
  case whenDid = "when_did"
  case whether = "whether"
  case who = "who"
  case whoNot = "who_not"
  case whoSays = "who_says"
  case whySo = "why_so"
  case addClash = "add_clash"
  case clashes = "clashes"
  case clashesAbout = "clashes_about"
  case countClashes = "count_clashes"
  case clashesOf = "clashes_of"
  case dropClashes = "drop_clashes"
  case dropVerdict = "drop_verdict"
  case evidenceAlike = "evidence_alike"
  case findClaim = "find_claim"
  case setVerdict = "set_verdict"
  case verdicts = "verdicts"
  case aliases = "aliases"
  case claimsAll = "claims_all"
  case claimsBeside = "claims_beside"
  case claimsById = "claims_by_id"
  case claimsByObject = "claims_by_object"
  case claimsByRelation = "claims_by_relation"
  case claimsByRow = "claims_by_row"
  case claimsBySubject = "claims_by_subject"
  case claimsMentioning = "claims_mentioning"
  case claimsResembling = "claims_resembling"
  case claimsTouching = "claims_touching"
  case claimsVoicedBy = "claims_voiced_by"
  case liveEdges = "live_edges"
  case entityRows = "entity_rows"
  case entitiesAfter = "entities_after"
  case entitiesBefore = "entities_before"
  case entitiesBeside = "entities_beside"
  case entitiesHaving = "entities_having"
  case entityKinds = "entity_kinds"
  case entityName = "entity_name"
  case entityNames = "entity_names"
  case rowsBeside = "rows_beside"
  case rowsByName = "rows_by_name"
  case insightsAll = "insights_all"
  case insightsMentioning = "insights_mentioning"
  case linksTouching = "links_touching"
  case openTerms = "open_terms"
  case relationNames = "relation_names"
  case termsBetween = "terms_between"
  case dataVersion = "data_version"
  case addAlias = "add_alias"
  case addClaim = "add_claim"
  case addDocument = "add_document"
  case addEntity = "add_entity"
  case addEntityWords = "add_entity_words"
  case addInsight = "add_insight"
  case addLink = "add_link"
  case addRelation = "add_relation"
  case addSource = "add_source"
  case addSupport = "add_support"
  case addText = "add_text"
  case addVocabulary = "add_vocabulary"
  case addWords = "add_words"
  case anyInsight = "any_insight"
  case checkEntityWords = "check_entity_words"
  case checkWords = "check_words"
  case claimsOfInsight = "claims_of_insight"
  case clearOtherKinds = "clear_other_kinds"
  case countClaims = "count_claims"
  case countClaimsOfInsight = "count_claims_of_insight"
  case countInsights = "count_insights"
  case counts = "counts"
  case dropClaim = "drop_claim"
  case dropOtherAliases = "drop_other_aliases"
  case dropSupport = "drop_support"
  case dropUnread = "drop_unread"
  case dropUnsupported = "drop_unsupported"
  case dropVocabulary = "drop_vocabulary"
  case durable = "durable"
  case everyInsight = "every_insight"
  case findInsight = "find_insight"
  case findPassage = "find_passage"
  case foreignKeys = "foreign_keys"
  case insightsNamed = "insights_named"
  case insightIDs = "insight_ids"
  case insightByRow = "insight_by_row"
  case integrity = "integrity"
  case invariants = "invariants"
  case largeCache = "large_cache"
  case nameID = "name_id"
  case originsOfInsight = "origins_of_insight"
  case otherReadings = "other_readings"
  case readInsights = "read_insights"
  case referencesOff = "references_off"
  case referencesOn = "references_on"
  case restoreDocument = "restore_document"
  case restoreSource = "restore_source"
  case retractDocument = "retract_document"
  case retractSource = "retract_source"
  case retractions = "retractions"
  case schemaVersion = "schema_version"
  case setEntityKind = "set_entity_kind"
  case programs = "programs"
  case vocabulary = "vocabulary"
  case wrongQuotes = "wrong_quotes"
  case addLog = "add_log"
  case sessionLog = "session_log"
  case speakers = "speakers"
  case sessionInUse = "session_in_use"
  case lastSession = "last_session"
  case addGrade = "add_grade"
  case grades = "grades"
  case hasSource = "has_source"
  case claimsNamed = "claims_named"
  case footing = "footing"
  case addIdentity = "add_identity"
  case identities = "identities"
  case undoIdentity = "undo_identity"
  case notBriefed = "not_briefed"
  case addBriefed = "add_briefed"
  case briefed = "briefed"
  case entityCounts = "entity_counts"

  /// The forms of questions that a person can run by name, each a file of `forms`.
  public static let forms: [Query] = [
    .who, .what, .whatDoes, .whether, .howMany, .howMuch, .whenDid, .whoSays, .whySo, .between,
    .compare, .disagree, .changed, .knownAbout, .listKind, .asOf, .whoNot, .could,
  ]

  /// Every question there is.
  public static var all: [Query] { allCases }

  /// The statement, with named parameters to bind.
  public var sql: String { Self.texts[self] ?? "" }

  // Made once, because a store asks some of them a million times over.
  private static let texts = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, String(decoding: $0.bytes, as: UTF8.self)) })

  private var bytes: [UInt8] {
    switch self {
    case .addChain: PackageResources.add_chain_sql
    case .addBlock: PackageResources.add_block_sql
    case .ageClashes: PackageResources.age_clashes_sql
    case .anyBlock: PackageResources.any_block_sql
    case .anyClaimsByRow: PackageResources.any_claims_by_row_sql
    case .chains: PackageResources.chains_sql
    case .claimsInBlocks: PackageResources.claims_in_blocks_sql
    case .claimsUnblocked: PackageResources.claims_unblocked_sql
    case .clashRules: PackageResources.clash_rules_sql
    case .dropBlocks: PackageResources.drop_blocks_sql
    case .dropChains: PackageResources.drop_chains_sql
    case .dropRankChanges: PackageResources.drop_rank_changes_sql
    case .dropClashRules: PackageResources.drop_clash_rules_sql
    case .dropRanks: PackageResources.drop_ranks_sql
    case .newClashes: PackageResources.new_clashes_sql
    case .ranksAround: PackageResources.ranks_around_sql
    case .seeClash: PackageResources.see_clash_sql
    case .setClashRules: PackageResources.set_clash_rules_sql
    case .setRank: PackageResources.set_rank_sql
    case .asOf: PackageResources.as_of_sql
    case .between: PackageResources.between_sql
    case .changed: PackageResources.changed_sql
    case .compare: PackageResources.compare_sql
    case .could: PackageResources.could_sql
    case .disagree: PackageResources.disagree_sql
    case .howMany: PackageResources.how_many_sql
    case .howMuch: PackageResources.how_much_sql
    case .knownAbout: PackageResources.known_about_sql
    case .listKind: PackageResources.list_kind_sql
    case .what: PackageResources.what_sql
    case .whatDoes: PackageResources.what_does_sql
    case .whenDid: PackageResources.when_did_sql
    case .whether: PackageResources.whether_sql
    case .who: PackageResources.who_sql
    case .whoNot: PackageResources.who_not_sql
    case .whoSays: PackageResources.who_says_sql
    case .whySo: PackageResources.why_so_sql
    case .addClash: PackageResources.add_clash_sql
    case .clashes: PackageResources.clashes_sql
    case .clashesAbout: PackageResources.clashes_about_sql
    case .countClashes: PackageResources.count_clashes_sql
    case .clashesOf: PackageResources.clashes_of_sql
    case .dropClashes: PackageResources.drop_clashes_sql
    case .dropVerdict: PackageResources.drop_verdict_sql
    case .evidenceAlike: PackageResources.evidence_alike_sql
    case .findClaim: PackageResources.find_claim_sql
    case .setVerdict: PackageResources.set_verdict_sql
    case .verdicts: PackageResources.verdicts_sql
    case .aliases: PackageResources.aliases_sql
    case .claimsAll: PackageResources.claims_all_sql
    case .claimsBeside: PackageResources.claims_beside_sql
    case .claimsById: PackageResources.claims_by_id_sql
    case .claimsByObject: PackageResources.claims_by_object_sql
    case .claimsByRelation: PackageResources.claims_by_relation_sql
    case .claimsByRow: PackageResources.claims_by_row_sql
    case .claimsBySubject: PackageResources.claims_by_subject_sql
    case .claimsMentioning: PackageResources.claims_mentioning_sql
    case .claimsResembling: PackageResources.claims_resembling_sql
    case .claimsTouching: PackageResources.claims_touching_sql
    case .claimsVoicedBy: PackageResources.claims_voiced_by_sql
    case .entityKinds: PackageResources.entity_kinds_sql
    case .liveEdges: PackageResources.live_edges_sql
    case .entityRows: PackageResources.entity_rows_sql
    case .entitiesAfter: PackageResources.entities_after_sql
    case .entitiesBefore: PackageResources.entities_before_sql
    case .entitiesBeside: PackageResources.entities_beside_sql
    case .entitiesHaving: PackageResources.entities_having_sql
    case .entityName: PackageResources.entity_name_sql
    case .entityNames: PackageResources.entity_names_sql
    case .rowsBeside: PackageResources.rows_beside_sql
    case .rowsByName: PackageResources.rows_by_name_sql
    case .insightsAll: PackageResources.insights_all_sql
    case .insightsMentioning: PackageResources.insights_mentioning_sql
    case .linksTouching: PackageResources.links_touching_sql
    case .openTerms: PackageResources.open_terms_sql
    case .relationNames: PackageResources.relation_names_sql
    case .termsBetween: PackageResources.terms_between_sql
    case .dataVersion: PackageResources.data_version_sql
    case .addAlias: PackageResources.add_alias_sql
    case .addClaim: PackageResources.add_claim_sql
    case .addDocument: PackageResources.add_document_sql
    case .addEntity: PackageResources.add_entity_sql
    case .addEntityWords: PackageResources.add_entity_words_sql
    case .addInsight: PackageResources.add_insight_sql
    case .addLink: PackageResources.add_link_sql
    case .addRelation: PackageResources.add_relation_sql
    case .addSource: PackageResources.add_source_sql
    case .addSupport: PackageResources.add_support_sql
    case .addText: PackageResources.add_text_sql
    case .addVocabulary: PackageResources.add_vocabulary_sql
    case .addWords: PackageResources.add_words_sql
    case .anyInsight: PackageResources.any_insight_sql
    case .checkEntityWords: PackageResources.check_entity_words_sql
    case .checkWords: PackageResources.check_words_sql
    case .claimsOfInsight: PackageResources.claims_of_insight_sql
    case .clearOtherKinds: PackageResources.clear_other_kinds_sql
    case .countClaimsOfInsight: PackageResources.count_claims_of_insight_sql
    case .countClaims: PackageResources.count_claims_sql
    case .countInsights: PackageResources.count_insights_sql
    case .counts: PackageResources.counts_sql
    case .dropClaim: PackageResources.drop_claim_sql
    case .dropOtherAliases: PackageResources.drop_other_aliases_sql
    case .dropSupport: PackageResources.drop_support_sql
    case .dropUnread: PackageResources.drop_unread_sql
    case .dropUnsupported: PackageResources.drop_unsupported_sql
    case .dropVocabulary: PackageResources.drop_vocabulary_sql
    case .durable: PackageResources.durable_sql
    case .everyInsight: PackageResources.every_insight_sql
    case .findInsight: PackageResources.find_insight_sql
    case .findPassage: PackageResources.find_passage_sql
    case .foreignKeys: PackageResources.foreign_keys_sql
    case .insightsNamed: PackageResources.insights_named_sql
    case .insightIDs: PackageResources.insight_ids_sql
    case .insightByRow: PackageResources.insight_by_row_sql
    case .integrity: PackageResources.integrity_sql
    case .invariants: PackageResources.invariants_sql
    case .largeCache: PackageResources.large_cache_sql
    case .nameID: PackageResources.name_id_sql
    case .originsOfInsight: PackageResources.origins_of_insight_sql
    case .otherReadings: PackageResources.other_readings_sql
    case .readInsights: PackageResources.read_insights_sql
    case .referencesOff: PackageResources.references_off_sql
    case .referencesOn: PackageResources.references_on_sql
    case .restoreDocument: PackageResources.restore_document_sql
    case .restoreSource: PackageResources.restore_source_sql
    case .retractDocument: PackageResources.retract_document_sql
    case .retractSource: PackageResources.retract_source_sql
    case .retractions: PackageResources.retractions_sql
    case .schemaVersion: PackageResources.schema_version_sql
    case .setEntityKind: PackageResources.set_entity_kind_sql
    case .programs: PackageResources.programs_sql
    case .vocabulary: PackageResources.vocabulary_sql
    case .wrongQuotes: PackageResources.wrong_quotes_sql
    case .addLog: PackageResources.add_log_sql
    case .sessionLog: PackageResources.session_log_sql
    case .speakers: PackageResources.speakers_sql
    case .sessionInUse: PackageResources.session_in_use_sql
    case .lastSession: PackageResources.last_session_sql
    case .addGrade: PackageResources.add_grade_sql
    case .grades: PackageResources.grades_sql
    case .hasSource: PackageResources.has_source_sql
    case .claimsNamed: PackageResources.claims_named_sql
    case .footing: PackageResources.footing_sql
    case .addIdentity: PackageResources.add_identity_sql
    case .identities: PackageResources.identities_sql
    case .undoIdentity: PackageResources.undo_identity_sql
    case .notBriefed: PackageResources.not_briefed_sql
    case .addBriefed: PackageResources.add_briefed_sql
    case .briefed: PackageResources.briefed_sql
    case .entityCounts: PackageResources.entity_counts_sql
    }
  }
}
