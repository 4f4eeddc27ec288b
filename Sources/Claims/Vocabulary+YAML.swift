import Yams

extension Vocabulary.Entries {
  /// Reads a vocabulary's entries; throws ``VocabularyError``, which names the lines.
  ///
  /// What the words say of each other isn't looked at: that is ``checked(yaml:on:)``.
  public init(yaml: String) throws {
    var reader = EntryReader()
    self = reader.read(yaml).map(\.entries) ?? Self()
    if !reader.problems.isEmpty { throw VocabularyError(reader.problems) }
  }

  /// The entries as a file that reads back to the same, an entry a line.
  public var yaml: String {
    get throws {
      var text = ""
      for (part, entries) in [
        ("frames", frames.map(\.node)), ("relations", relations.map(\.node)),
        ("entities", entities.map(\.node)),
      ] where !entries.isEmpty {
        text += part + ":\n"
        for entry in entries {
          text += "  - " + (try serialize(node: entry, width: -1, allowUnicode: true))
        }
      }
      return text
    }
  }
}

/// Entries and where in the file each word stands.
///
/// Walks the tree rather than decoding, because a decoder's errors name no line, and because it
/// tries each scalar as number, date and truth value first: that took most of a short command.
struct EntryReader {
  struct Place {
    var node: Node

    var line: Int? { node.mark?.line }

    /// The line of a word in it, else its own.
    func line(of word: String) -> Int? { Self.mark(of: word, in: node)?.line ?? line }

    private static func mark(of word: String, in node: Node) -> Mark? {
      switch node {
      case .scalar(let scalar): return scalar.string.spacedOnce == word ? scalar.mark : nil
      case .sequence(let nodes):
        return nodes.lazy.compactMap { mark(of: word, in: $0) }.first
      case .mapping(let pairs):
        return pairs.lazy.compactMap { mark(of: word, in: $0.value) }.first
      case .alias: return nil
      }
    }
  }

  struct Result {
    var entries = Vocabulary.Entries()
    // One a entry, in the same order.
    var frames: [Place] = []
    var relations: [Place] = []
    var entities: [Place] = []
  }

  private(set) var problems: [VocabularyError.Problem] = []

  /// What a key's value is.
  private enum Shape {
    case text, words, pairs
  }

  private static let frameKeys: [String: Shape] = ["name": .text, "opposes": .pairs, "kind": .text]
  private static let relationKeys: [String: Shape] = [
    "name": .text, "frame": .text, "pole": .text, "inverse": .text,
    "negates": .text, "reverses": .text, "traits": .words,
    "phrases": .words, "nouns": .words,
  ]
  private static let entityKeys: [String: Shape] = [
    "name": .text, "kind": .text, "aliases": .words, "demonyms": .words, "metonyms": .words,
    "part-of": .words, "narrower-than": .words,
  ]

  /// Nil for a text that is no YAML at all.
  mutating func read(_ yaml: String) -> Result? {
    var result = Result()
    let root: Node?
    do {
      root = try compose(yaml: yaml, .basic)
    } catch {
      problems.append(VocabularyError.Problem(error))
      return nil
    }
    guard let root, !isNothing(root) else { return result }
    guard case .mapping(let parts) = root else {
      complain(root, "a vocabulary has the parts frames, relations and entities")
      return nil
    }
    for (key, value) in parts {
      switch key.scalar?.string {
      case "frames":
        for (fields, node) in entries(value, "a frame", Self.frameKeys) {
          result.entries.frames.append(Vocabulary.Frame(fields))
          result.frames.append(Place(node: node))
        }
      case "relations":
        for (fields, node) in entries(value, "a relation", Self.relationKeys) {
          result.entries.relations.append(Vocabulary.Relation(fields))
          result.relations.append(Place(node: node))
        }
      case "entities":
        for (fields, node) in entries(value, "an entity", Self.entityKeys) {
          result.entries.entities.append(Vocabulary.Entity(fields))
          result.entities.append(Place(node: node))
        }
      default:
        complain(
          key,
          "unknown part '\(key.scalar?.string ?? "…")'; "
            + "a vocabulary has frames, relations and entities")
      }
    }
    return result
  }

  /// The entries of a part with what stands under each key.
  private mutating func entries(_ node: Node, _ what: String, _ keys: [String: Shape]) -> [(
    Fields, Node
  )] {
    if isNothing(node) { return [] }
    guard case .sequence(let nodes) = node else {
      complain(node, "a list is expected here, each entry after a dash")
      return []
    }
    var found: [(Fields, Node)] = []
    for entry in nodes {
      guard case .mapping(let keyed) = entry else {
        complain(entry, "\(what) is written as name: …, with its other keys beside it")
        continue
      }
      var fields = Fields()
      for (key, value) in keyed {
        let name = key.scalar?.string ?? "…"
        guard let shape = keys[name] else {
          complain(
            key, "unknown key '\(name)'; \(what) has \(keys.keys.sorted().joined(separator: ", "))")
          continue
        }
        if isNothing(value) { continue }
        switch shape {
        case .text: fields.texts[name] = text(value, name)
        case .words: fields.words[name] = words(value, name)
        case .pairs: fields.pairs[name] = pairs(of: value, name)
        }
      }
      if fields.texts["name"] == nil {
        if keyed["name"] == nil { complain(entry, "\(what) needs a name") }
        continue
      }
      found.append((fields, entry))
    }
    return found
  }

  private mutating func text(_ node: Node, _ key: String) -> String? {
    if case .scalar(let scalar) = node {
      let text = scalar.string.spacedOnce
      if !text.isEmpty { return text }
    }
    complain(node, "'\(key)' is one text")
    return nil
  }

  private mutating func words(_ node: Node, _ key: String) -> [String] {
    guard case .sequence(let nodes) = node else {
      complain(node, "'\(key)' is a list: [one, another]")
      return []
    }
    return nodes.compactMap { text($0, key) }
  }

  private mutating func pairs(of node: Node, _ key: String) -> [[String]] {
    guard case .sequence(let nodes) = node else {
      complain(node, "'\(key)' is a list of pairs: [[one, another]]")
      return []
    }
    return nodes.compactMap { pair in
      let both = pair.sequence.map { _ in words(pair, key) } ?? []
      if both.count == 2 { return both }
      complain(pair, "'\(key)' is a list of pairs: [[one, another]]")
      return nil
    }
  }

  private mutating func complain(_ node: Node, _ reason: String) {
    problems.append(VocabularyError.Problem(line: node.mark?.line, reason: reason))
  }

  private func isNothing(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// The values of one entry, by key.
  struct Fields {
    var texts = Few<String>()
    var words = Few<[String]>()
    var pairs = Few<[[String]]>()
  }

  /// Values by keys so few that to look at each is quicker than to hash one.
  struct Few<Value> {
    private var pairs: [(key: String, value: Value)] = []

    subscript(key: String) -> Value? {
      get { pairs.first { $0.key == key }?.value }
      set {
        pairs.removeAll { $0.key == key }
        if let newValue { pairs.append((key, newValue)) }
      }
    }
  }
}

extension Vocabulary.Frame {
  init(_ fields: EntryReader.Fields) {
    self.init(
      name: fields.texts["name"] ?? "", opposes: fields.pairs["opposes"],
      kind: fields.texts["kind"])
  }

  fileprivate var node: Node {
    let pairs = opposes.map { pairs in Node.flow(pairs.map(Node.list)) }
    return .flow([("name", .word(name)), ("opposes", pairs), ("kind", kind.map(Node.word))])
  }
}

extension Vocabulary.Relation {
  init(_ fields: EntryReader.Fields) {
    self.init(
      name: fields.texts["name"] ?? "", frame: fields.texts["frame"], pole: fields.texts["pole"],
      inverse: fields.texts["inverse"], negates: fields.texts["negates"],
      reverses: fields.texts["reverses"], traits: fields.words["traits"],
      phrases: fields.words["phrases"], nouns: fields.words["nouns"])
  }

  fileprivate var node: Node {
    .flow([
      ("name", .word(name)), ("frame", frame.map(Node.word)), ("pole", pole.map(Node.word)),
      ("inverse", inverse.map(Node.word)), ("negates", negates.map(Node.word)),
      ("reverses", reverses.map(Node.word)), ("traits", .list(traits)),
      ("phrases", .list(phrases)), ("nouns", .list(nouns)),
    ])
  }
}

extension Vocabulary.Entity {
  init(_ fields: EntryReader.Fields) {
    self.init(
      name: fields.texts["name"] ?? "", kind: fields.texts["kind"] ?? "",
      aliases: fields.words["aliases"], demonyms: fields.words["demonyms"],
      metonyms: fields.words["metonyms"], partOf: fields.words["part-of"],
      narrowerThan: fields.words["narrower-than"])
  }

  fileprivate var node: Node {
    .flow([
      ("name", .word(name)), ("kind", kind.isEmpty ? nil : .word(kind)),
      ("aliases", .list(aliases)), ("demonyms", .list(demonyms)), ("metonyms", .list(metonyms)),
      ("part-of", .list(partOf)), ("narrower-than", .list(narrowerThan)),
    ])
  }
}

extension Node {
  fileprivate static func list(_ words: [String]?) -> Node? { words.map(list) }

  fileprivate static func list(_ words: [String]) -> Node { .flow(words.map(word)) }

  /// A text; quoted where YAML would take it for a number, a date or a truth value.
  fileprivate static func word(_ text: String) -> Node {
    let isText = Node(text).tag == Tag(.str)
    return .scalar(Scalar(text, Tag(.str), isText ? .any : .singleQuoted))
  }

  fileprivate static func flow(_ nodes: [Node]) -> Node {
    .sequence(Sequence(nodes, Tag(.seq), .flow))
  }

  fileprivate static func flow(_ pairs: [(String, Node?)]) -> Node {
    .mapping(
      Mapping(pairs.compactMap { key, value in value.map { (Node(key), $0) } }, Tag(.map), .flow))
  }
}

extension VocabularyError.Problem {
  /// What Yams says of a text that is no YAML.
  init(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line, reason: "no valid YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        line: context.mark.line,
        reason: "the key '\(duplicates.sorted().joined(separator: "', '"))' stands twice")
    case .reader(let problem, let offset, _, let yaml):
      let line = offset.map { yaml.prefix($0).count { $0.isNewline } + 1 }
      self.init(line: line, reason: "no valid YAML: \(problem)")
    default:
      self.init(line: nil, reason: "no valid YAML: \(error)")
    }
  }
}

extension String {
  /// The words with one space between them, as phrases are looked up.
  fileprivate var spacedOnce: String {
    var isPlain = true
    var last: UInt8 = 0x20
    for byte in utf8 {
      if byte < 0x20 || byte == 0x20 && last == 0x20 { isPlain = false }
      last = byte
    }
    if isPlain, last != 0x20 || isEmpty { return self }
    return split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
