import CResources
import Yams

/// The relation algebra and the names of the field, as `Schema/vocabulary.yaml` gives them.
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
    /// functional, exclusive, asymmetric, symmetric, transitive.
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

  struct File: Codable {
    var frames: [Frame]
    var relations: [Relation]
    var entities: [Entity]
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

  /// Reads a vocabulary; throws Yams' error, which names line and column.
  public init(yaml: String) throws {
    let file = try YAMLDecoder().decode(File.self, from: yaml)
    frames = Dictionary(file.frames.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    relations = Dictionary(file.relations.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    var byPhrase: [String: String] = [:]
    var byNoun: [String: String] = [:]
    for relation in file.relations {
      byPhrase[relation.name] = byPhrase[relation.name] ?? relation.name
      for phrase in relation.phrases ?? [] { byPhrase[phrase] = byPhrase[phrase] ?? relation.name }
      for noun in relation.nouns ?? [] { byNoun[noun] = byNoun[noun] ?? relation.name }
    }
    relationByPhrase = byPhrase
    relationByNoun = byNoun
    entities = Dictionary(file.entities.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    var alias: [String: String] = [:]
    var metonym: [String: String] = [:]
    var demonym: [String: String] = [:]
    for entity in file.entities { alias[entity.name.lowercased()] = entity.name }
    for entity in file.entities {
      for a in entity.aliases ?? [] where alias[a.lowercased()] == nil {
        alias[a.lowercased()] = entity.name
      }
      for m in entity.metonyms ?? [] { metonym[m.lowercased()] = entity.name }
      for d in entity.demonyms ?? [] { demonym[d.lowercased()] = entity.name }
    }
    entityByAlias = alias
    entityByMetonym = metonym
    entityByDemonym = demonym
  }

  /// The vocabulary that ships with `kg`.
  public static func builtIn() throws -> Vocabulary { try Vocabulary(yaml: embeddedVocabulary) }

  static var embeddedVocabulary: String {
    String(
      decoding: UnsafeRawBufferPointer(start: kg_vocabulary(), count: Int(kg_vocabulary_size())),
      as: UTF8.self)
  }
}

/// The illustrative sample that `kg demo` runs on: JSONL, one insight a line.
public var builtInSample: String {
  String(
    decoding: UnsafeRawBufferPointer(start: kg_sample(), count: Int(kg_sample_size())),
    as: UTF8.self)
}
