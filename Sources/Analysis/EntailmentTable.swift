import Claims

/// What follows from claims by their words alone: the lines of `entailments.txt`, which says how they are written.
///
/// Inference rules between patterns of words, as in Lin & Pantel, "Discovery of Inference Rules for
/// Question Answering" (2001), written by hand.
struct EntailmentTable: Sendable {
  static let builtIn = EntailmentTable(
    String(decoding: PackageResources.entailments_txt, as: UTF8.self))

  private var lines: [Line] = []
  /// The lines by a relation that is plain words, by the first word of one that isn't, and by a class of phrases.
  private var byRelation: [String: [Int]] = [:]
  private var byStart: [Substring: [Int]] = [:]
  private var byClass: [String: [Int]] = [:]
  /// The lines that are none, for the tests.
  private(set) var unread: [Substring] = []

  init(_ text: String) {
    var classes: [String: [String]] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("@"), let colon = line.firstIndex(of: ":"), !line.contains("|") {
        classes[line[..<colon].trimmed] = Line.ways(line[line.index(after: colon)...].trimmed)
        continue
      }
      guard let read = Line(line, classes) else {
        unread.append(line)
        continue
      }
      let number = lines.count
      lines.append(read)
      for relation in read.relations {
        if relation.hasPrefix("@") {
          byClass[String(relation.dropFirst()), default: []].append(number)
        } else if relation.contains("$") {
          byStart[relation.prefix { $0 != " " }, default: []].append(number)
        } else {
          byRelation[relation, default: []].append(number)
        }
      }
    }
  }

  func entailments(of claim: Claim, relations: RelationNames, keys: MatchKeys) -> [Entailment] {
    let name = relations.name(claim.relation)
    var numbers: Set<Int> = []
    for relation in claim.relation == name ? [name] : [claim.relation, name] {
      numbers.formUnion(byRelation[relation] ?? [])
      for kind in keys.words.phraseClasses(of: relation) { numbers.formUnion(byClass[kind] ?? []) }
    }
    if let lines = byClass["giving up"], Restatement.isGivingUp(claim.relation) {
      numbers.formUnion(lines)
    }
    let start = claim.relation.prefix { $0 != " " }
    let open = start.endIndex < claim.relation.endIndex ? byStart[start] ?? [] : []
    guard !numbers.isEmpty || !open.isEmpty else { return [] }
    return numbers.union(open).sorted().compactMap { number in
      lines[number].entailment(of: claim, isNamed: numbers.contains(number), keys: keys)
    }
  }
}

/// A line of the table.
private struct Line: Sendable {
  /// Ways to say the relation, as they are written.
  var relations: [String]
  /// Those with a variable.
  var open: [[Piece]]
  var subject: Slot
  var object: Slot
  var scope: Slot
  var time: Slot
  var result: Result
  var notes: Set<String>

  /// What a slot of a claim must look like.
  enum Slot: Sendable {
    case any
    case empty
    case member(String)
    case pieces([Piece])
  }

  /// What follows: the slots as templates, nil for one that stays.
  struct Result: Sendable {
    var isDenied: Bool
    var subject: String?
    var relation: String
    var object: String?
    var scope: String?
    var time: String?
  }

  init?(_ line: Substring, _ classes: [String: [String]]) {
    let sides = line.split(separator: "=>").map(String.init)
    guard sides.count == 2 else { return nil }
    let told = sides[1].split(separator: ";", maxSplits: 1).map(String.init)
    notes = Set((told.dropFirst().first ?? "").split(separator: ",").map(\.trimmed))
    let (given, follows) = (Self.slots(sides[0]), Self.slots(told[0]))
    guard given.slots.count > 1, follows.slots.count > 1 else { return nil }
    relations = Self.ways(given.slots[1]).flatMap { classes[$0] ?? [$0] }
    open = relations.filter { $0.contains("$") }.map(Piece.all)
    func slot(_ number: Int) -> Slot {
      given.slots.indices.contains(number) ? Self.slot(given.slots[number]) : .any
    }
    (subject, object, scope) = (slot(0), slot(2), slot(3))
    time = given.time.map(Self.slot) ?? .any
    let subjectOf = follows.slots[0]
    let isDenied = subjectOf.hasPrefix("not ")
    func part(_ number: Int) -> String? {
      guard follows.slots.indices.contains(number) else { return nil }
      let text = number == 0 && isDenied ? String(subjectOf.dropFirst(4)) : follows.slots[number]
      return text == "*" ? nil : text == "-" ? "" : text
    }
    result = Result(
      isDenied: isDenied, subject: part(0), relation: follows.slots[1], object: part(2),
      scope: part(3), time: follows.time)
  }

  /// Ways to say a relation.
  static func ways(_ text: String) -> [String] {
    text.replacing(" / ", with: "\t").split(separator: "\t").map(\.trimmed)
  }

  private static func slots(_ side: String) -> (slots: [String], time: String?) {
    let parts = side.split(separator: " @ ", maxSplits: 1).map(String.init)
    return (
      parts[0].split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed),
      parts.count > 1 ? parts[1][...].trimmed : nil
    )
  }

  private static func slot(_ text: String) -> Slot {
    switch text {
    case "*": .any
    case "-": .empty
    case _ where text.hasPrefix("@") && text.spaced.count == 1: .member(String(text.dropFirst()))
    default: .pieces(Piece.all(in: text))
    }
  }

  /// - Parameter isNamed: whether the claim's relation is one of the plain ones.
  func entailment(of claim: Claim, isNamed: Bool, keys: MatchKeys) -> Entailment? {
    let isPositive = claim.polarity == .positive
    guard notes.contains("either") || notes.contains("denied") != isPositive,
      !notes.contains("asserted") || claim.modality == .asserted
    else { return nil }
    var match = SlotMatch(keys: keys)
    guard isNamed || open.contains(where: { match.fits($0, claim.relation) }),
      match.slot(subject, claim.subject), match.slot(object, claim.object),
      match.slot(scope, claim.scope), match.slot(time, claim.time)
    else { return nil }
    var entailed = claim
    entailed.relation = match.filled(result.relation)
    if let subject = result.subject { entailed.subject = match.filled(subject) }
    if let object = result.object { entailed.object = match.filled(object) }
    if let scope = result.scope { entailed.scope = scope.isEmpty ? nil : match.filled(scope) }
    if let time = result.time { entailed.time = match.filled(time) }
    if result.isDenied { entailed.polarity = isPositive ? .negative : .positive }
    return Entailment(claim: entailed, holdsOn: notes.contains("from then on") && isPositive)
  }
}

/// A piece of a slot's pattern.
private enum Piece: Sendable, Hashable {
  case words(Set<String>, isNeeded: Bool)
  case few
  case many
  case member(String)
  case variable(String, kinds: [String], isOwner: Bool)

  static func all(in text: String) -> [Piece] {
    text.spaced.map { word in
      if word == ".." { return .few }
      if word == "..." { return .many }
      if word.hasPrefix("@") { return .member(String(word.dropFirst())) }
      guard word.hasPrefix("$") else {
        let plain = word.filter { !"()".contains($0) }
        return .words(
          Set(plain.split(separator: "/").map(String.init)), isNeeded: !word.hasPrefix("("))
      }
      let parts = (word.isOwner ? String(word.dropLast(2)) : word).split(separator: ":")
        .map(String.init)
      return .variable(parts[0], kinds: Array(parts.dropFirst()), isOwner: word.isOwner)
    }
  }
}

/// What the variables of a line stand for in a claim.
private struct SlotMatch {
  let keys: MatchKeys
  private var found: [String: String] = [:]

  init(keys: MatchKeys) { self.keys = keys }

  /// A template with what its variables stand for.
  func filled(_ template: String) -> String {
    template.spaced.map { word in
      guard word.hasPrefix("$") else { return word }
      return word.isOwner
        ? (found[String(word.dropLast(2))] ?? "") + "'s" : found[word] ?? ""
    }.joined(separator: " ")
  }

  mutating func slot(_ slot: Line.Slot, _ text: String?) -> Bool {
    switch slot {
    case .any: true
    case .empty: text?.isEmpty ?? true
    case .member(let name): isMember(text ?? "", of: name)
    case .pieces(let pieces): fits(pieces, text ?? "")
    }
  }

  mutating func fits(_ pieces: [Piece], _ text: String) -> Bool {
    fits(pieces[...], text.spaced[...])
  }

  private mutating func fits(_ pieces: ArraySlice<Piece>, _ said: ArraySlice<String>) -> Bool {
    guard let piece = pieces.first else { return said.isEmpty }
    let rest = pieces.dropFirst()
    switch piece {
    case .words(let words, let isNeeded):
      if let word = said.first, words.contains(word.lowercased()), fits(rest, said.dropFirst()) {
        return true
      }
      return !isNeeded && fits(rest, said)
    case .few:
      return (0...2).contains { fits(rest, said.dropFirst($0)) }
    case .many:
      return (0...said.count).contains { fits(rest, said.dropFirst($0)) }
    case .member(let name):
      guard let word = said.first, isMember(word, of: name) else { return false }
      return fits(rest, said.dropFirst())
    case .variable(let name, let kinds, let isOwner):
      for length in stride(from: said.count - rest.count(where: \.takesWord), through: 1, by: -1) {
        var text = said.prefix(length).joined(separator: " ")
        if isOwner {
          guard text.isOwner else { continue }
          text = String(text.dropLast(2))
        }
        guard kinds.allSatisfy({ isOf($0, &text) }), fits(rest, said.dropFirst(length)) else {
          continue
        }
        found[name] = text
        return true
      }
      return false
    }
  }

  private func isMember(_ text: String, of name: String) -> Bool {
    keys.words.phrase(text, isIn: name) || keys.words[name].contains(stem(text.lowercased()))
  }

  /// Whether words are of a kind; "all" takes the word that says so away.
  private func isOf(_ kind: String, _ text: inout String) -> Bool {
    switch kind {
    case "name": return text.startsWithCapital
    case "names": return text.spaced.allSatisfy(\.startsWithCapital)
    case "person": return text.spaced.count > 1 && text.spaced.allSatisfy(\.startsWithCapital)
    case "market": return text.startsWithCapital && !text.lowercased().hasSuffix("list")
    case "amount": return Quantity(in: text) != nil
    case "uncounted": return Quantity(in: text) == nil
    case "date": return Interval.stated(text) != nil
    case "count":
      return Quantity(in: text).map {
        $0.unit == nil && !$0.rest.isEmpty && $0.interval.upperBound > 1
      } ?? false
    case "place": return keys.isPlace(text)
    case "money":
      return Quantity(in: text)?.isMoney ?? false
        && !["share", "value", "worth"].contains(text.spaced.last ?? "")
    case "law":
      guard let last = keys.key(text).tokens.last else { return false }
      return keys.words["policy"].contains(last) || keys.words["document"].contains(last)
        || ["law", "control"].contains(keys.kind(of: last))
    case "all":
      guard let share = Quantifier(text, words: keys.words), share.share == 1...1 else {
        return false
      }
      text = share.rest.spaced.drop { $0 == "of" }.joined(separator: " ")
      return !text.isEmpty
    default:
      guard let last = rawWords(text).last else { return false }
      return keys.words[kind].contains(last) || keys.words[kind].contains(stem(last))
    }
  }
}

extension Piece {
  /// Whether it takes a word at least.
  fileprivate var takesWord: Bool {
    switch self {
    case .words(_, let isNeeded): isNeeded
    case .few, .many: false
    case .member, .variable: true
    }
  }
}

extension Substring {
  fileprivate var trimmed: String { String(self).spaced.joined(separator: " ") }
}
