/// The relation algebra and the names of the field, arranged for looking things up.
public struct Vocabulary: Sendable {
  /// A family of relations that talk about one thing and may oppose each other.
  public struct Frame: Codable, Sendable, Hashable {
    public var name: String
    /// Pairs of poles that cannot both hold of the same two entities.
    public var opposes: [[String]]?
    /// How a clash of opposite poles is called: antonym, ordering, trend_state, opposed_effect.
    public var kind: String?
  }

  public struct Relation: Codable, Sendable, Hashable {
    /// Canonical name, third person present: `leads in`.
    public var name: String
    public var frame: String?
    public var pole: String?
    /// Name of the relation that says the same from the object's side.
    public var inverse: String?
    /// Name of the relation whose denial it is: "does without" negates "depends on".
    public var negates: String?
    /// Name of the relation it says with subject and object in each other's place: "has the support of"
    /// reverses "supports". Claims are kept under that name.
    public var reverses: String?
    /// functional, exclusive, asymmetric, symmetric, transitive, change (what it says was otherwise
    /// before), and "implies" or "excludes" with a relation.
    public var traits: [String]?
    /// Verbs and phrases by lemma that mean it: "be ahead in", "embrace".
    public var phrases: [String]?
    /// Nouns that state it: "embrace of", "reliance on".
    public var nouns: [String]?
  }

  public struct Entity: Codable, Sendable, Hashable {
    public var name: String
    /// state, bloc, company, lab, model, chip, law, technology, person, place, organisation.
    public var kind: String
    public var aliases: [String]?
    /// Adjectives: "Chinese". They keep their head noun.
    public var demonyms: [String]?
    /// Words that mean its government where it acts: "Washington".
    public var metonyms: [String]?
    public var partOf: [String]?
    public var narrowerThan: [String]?

    enum CodingKeys: String, CodingKey {
      case name, kind, aliases, demonyms, metonyms
      case partOf = "part-of"
      case narrowerThan = "narrower-than"
    }
  }

  public let frames: [String: Frame]
  public let relations: [String: Relation]
  /// Relation name by phrase, in lemmas and lower case; canonical names are phrases too.
  public let relationByPhrase: [String: String]
  /// Relation name by noun phrase ("embrace of").
  public let relationByNoun: [String: String]
  public let entities: [String: Entity]
  /// Entity name by lower-case alias or name; metonyms and demonyms are kept apart.
  public let entityByAlias: [String: String]
  public let entityByMetonym: [String: String]
  public let entityByDemonym: [String: String]

  /// A vocabulary of entries and a user's own on top.
  ///
  /// The user's own wins where both claim a word: a later `kg` may ship a word that a store's
  /// vocabulary has under another name.
  public init(_ entries: Entries, own: Entries = Entries()) {
    let all = entries.extended(by: own)
    frames = Dictionary(all.frames.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    relations = Dictionary(all.relations.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    entities = Dictionary(all.entities.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })

    var phrases = FirstComers()
    var nouns = FirstComers()
    var aliases = FirstComers()
    var metonyms = FirstComers()
    var demonyms = FirstComers()
    aliases.owners.reserveCapacity(2 * all.entities.count)
    phrases.owners.reserveCapacity(16 * all.relations.count)
    for layer in [own, entries] {
      for relation in layer.relations {
        phrases.give([relation.name], to: relation.name)
        phrases.give(relation.phrases, to: relation.name)
        nouns.give(relation.nouns, to: relation.name)
      }
      // All names before any alias, so that no alias hides an entity.
      for entity in layer.entities { aliases.give([entity.name.lowercased()], to: entity.name) }
      for entity in layer.entities {
        aliases.give(entity.aliases?.map { $0.lowercased() }, to: entity.name)
        metonyms.give(entity.metonyms?.map { $0.lowercased() }, to: entity.name)
        demonyms.give(entity.demonyms?.map { $0.lowercased() }, to: entity.name)
      }
    }
    relationByPhrase = phrases.owners
    relationByNoun = nouns.owners
    entityByAlias = aliases.owners
    entityByMetonym = metonyms.owners
    entityByDemonym = demonyms.owners
  }

  /// Reads a whole vocabulary; throws ``VocabularyError``, which names the lines.
  public init(yaml: String) throws { self.init(try Entries(yaml: yaml)) }

  /// The vocabulary that ships with `kg`, and a user's own on top.
  public static func builtIn(own: Entries = Entries()) throws -> Vocabulary {
    Vocabulary(try Entries.builtIn(), own: own)
  }
}

/// Words and the first to claim each.
private struct FirstComers {
  var owners: [String: String] = [:]

  mutating func give(_ words: [String]?, to owner: String) {
    for word in words ?? [] where owners[word] == nil { owners[word] = owner }
  }
}

extension Vocabulary {
  /// Whether a relation says who of two is ahead, or how far apart they are.
  public func ranks(_ relation: String) -> Bool {
    ["leadership", "gap"].contains(relations[relation]?.frame ?? "")
  }
}
