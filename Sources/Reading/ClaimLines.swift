import Claims
import Foundation

/// A part of a file of claims that someone else made, and what of it can't be read.
public struct ClaimReadingResult: Sendable {
  public var batch = ClaimBatch()
  /// Lines and claims that can't be read; the rest was.
  public var failures: [ReadingError] = []
  /// What was mended on the way, such as invalid UTF-8.
  public var warnings: [ReadingError] = []

  /// All claims, those with a quote only last.
  public var claims: [Claim] { batch.insights.flatMap(\.claims) + batch.quoted }
}

/// Reads the input of `kg import`: a claim a line, or an insight with its `claims`.
///
/// A part at a time, because the file may be larger than memory; while one is worked on the next is
/// read. Throws a `ReadingError` where nothing of it can be read.
public func readClaims(path: String) throws -> some Sequence<ClaimReadingResult> {
  let file = try InputFile(path: path)
  return ReadAhead(ClaimParts(file: file, parts: try DocumentParts.parts(of: file)))
}

/// The claims in the bytes of a file called `name`; the lines that `kg extract` prints are read back unchanged.
public func readClaims(bytes: [UInt8], name: String) -> ClaimReadingResult {
  var reader = ClaimReader(name: name)
  reader.read(bytes)
  reader.end()
  return reader.result
}

/// Reads one part of a file after the other.
private struct ClaimParts: IteratorProtocol {
  let file: InputFile
  let parts: [DocumentParts.Part]
  private var done = 0
  private var reader: ClaimReader

  init(file: InputFile, parts: [DocumentParts.Part]) {
    self.file = file
    self.parts = parts
    reader = ClaimReader(name: file.name)
  }

  mutating func next() -> ClaimReadingResult? {
    guard done < parts.count else { return nil }
    let part = parts[done]
    done += 1
    reader.result = ClaimReadingResult()
    reader.result.batch.endsDocuments = part.endsDocuments
    do {
      reader.read(try file.bytes(part.bytes), firstLine: part.firstLine)
    } catch {
      reader.result.failures.append(error)
      done = parts.count
    }
    if done == parts.count { reader.end() }
    return reader.result
  }
}

private struct ClaimReader {
  let name: String
  var result = ClaimReadingResult()
  private var isEmpty = true
  private var mends = MendedText.Mends()

  init(name: String) { self.name = name }

  mutating func read(_ bytes: [UInt8], firstLine: Int = 1) {
    if firstLine == 1, let kind = MendedText.notText(bytes) {
      fail("is \(kind), not text; give one claim a line as JSON")
      return
    }
    var mended = MendedText(mending: bytes)
    mends += mended.mends
    mended.text.withUTF8 { bytes in
      var number = firstLine
      var start = 0
      while start < bytes.count {
        let end = bytes.place(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
        read(line: UnsafeBufferPointer(rebasing: bytes[start..<end]), number)
        number += 1
        start = end + 1
      }
    }
    if !result.batch.insights.isEmpty || !result.batch.quoted.isEmpty || !result.failures.isEmpty {
      isEmpty = false
    }
  }

  private mutating func read(line: UnsafeBufferPointer<UInt8>, _ number: Int) {
    guard let object = JSON(line)?.object else {
      if !String(decoding: line, as: UTF8.self).allSatisfy(\.isWhitespace) {
        fail("no JSON object; write one claim a line", number)
      }
      return
    }
    do {
      keep(try ImportedLine(object), number)
    } catch {
      fail(error.message, number)
    }
  }

  /// Says what can be said only when all has been read.
  mutating func end() {
    result.warnings = mends.sentences.map { ReadingError(file: name, message: $0) }
    if isEmpty, result.failures.isEmpty { fail("holds no claims; write one a line as JSON") }
  }

  private mutating func fail(_ message: String, _ line: Int? = nil) {
    result.failures.append(ReadingError(file: name, line: line, message: message))
  }

  private mutating func keep(_ line: ImportedLine, _ number: Int) {
    var own: [ImportedLine] = []
    if let claims = line.claims {
      for claim in claims {
        switch claim {
        case .success(let claim): own.append(claim)
        case .failure(let error): fail(error.message, number)
        }
      }
    } else {
      own = [line]
    }
    own = own.filter { claim in
      if claim.sentence != nil { return true }
      fail("a claim needs \"subject\" and \"relation\"; add them", number)
      return false
    }
    guard !own.isEmpty || line.text != nil else { return }
    if line.text == nil, line.claims == nil, let evidence = own.first?.evidence {
      // The quote is all there is of the insight; the store may know its text.
      result.batch.quoted.append(own[0].claim(evidence))
      return
    }
    let insight = insight(of: line, own)
    if insight.text.utf8.count > longestInsight {
      fail(
        "\(insight.text.utf8.count) bytes are too long for an insight; give the passage alone",
        number)
      return
    }
    var claims: [Claim] = []
    var rest = 0
    // Most claims come with their quote.
    lazy var sentences = line.text.map(SentenceOfClaim.init)
    for claim in own {
      let sentence = claim.evidence?.quote ?? (line.claims == nil ? nil : claim.text)
      let said = line.text == nil ? sentence ?? claim.sentence : sentence
      let quote =
        said.flatMap { place(of: $0, in: insight.text, from: rest) }
        ?? (said == nil ? sentences?.place(of: claim.parts) : nil)
      claims.append(claim.claim(evidence(in: insight, quote)))
      // Made-up sentences stand in the order of their claims.
      if line.text == nil, let quote { rest = quote.upperBound }
    }
    result.batch.insights.append((insight, claims))
  }

  private func insight(of line: ImportedLine, _ own: [ImportedLine]) -> Insight {
    let given =
      line.claims == nil ? line.insight ?? line.evidence?.insight : line.id ?? line.insight
    let evidence = line.evidence ?? own.lazy.compactMap(\.evidence).first
    let text =
      line.text
      ?? own.compactMap { $0.evidence?.quote ?? $0.text ?? $0.sentence }.joined(separator: " ")
    return Insight(
      id: given, title: line.title, text: text,
      document: line.document ?? evidence?.document ?? documentName(name),
      source: line.source ?? evidence?.source,
      published: (line.published ?? evidence?.published).flatMap(isoDate),
      speaker: line.speaker ?? evidence?.speaker, marks: line.marks)
  }

  /// The quote's place in the insight in bytes, else the whole insight.
  private func evidence(in insight: Insight, _ quote: Range<Int>?) -> Evidence {
    let bytes = insight.text.utf8
    let range = quote ?? 0..<bytes.count
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let end = bytes.index(start, offsetBy: range.count)
    return Evidence(
      insight: insight.id, document: insight.document, source: insight.source,
      published: insight.published, quote: String(insight.text[start..<end]),
      start: range.lowerBound, end: range.upperBound, speaker: insight.speaker,
      timecode: insight.marks.last { $0.start <= range.lowerBound }?.time)
  }
}

/// Whether there is nothing to be seen in it; the first letter nearly always tells.
private func isBlank(_ text: String) -> Bool {
  if let first = text.utf8.first, (0x21...0x7e).contains(first) { return false }
  return text.allSatisfy(\.isWhitespace)
}

/// Where the words stand in the text, in bytes: from some place on, else anywhere.
private func place(of words: String, in text: String, from start: Int) -> Range<Int>? {
  plainPlace(of: words, in: text, from: start)
    ?? searchedPlace(of: words, in: text[text.utf8.index(text.startIndex, offsetBy: start)...])
    ?? searchedPlace(of: words, in: text[...])
}

/// By bytes alone, where that leaves no doubt: between two ASCII characters no accent hangs on.
///
/// Apart from the search by characters, because that takes as long as all else that is done with a line.
private func plainPlace(of words: String, in text: String, from start: Int) -> Range<Int>? {
  var (words, text) = (words, text)
  return words.withUTF8 { words in
    text.withUTF8 { text in
      guard let first = words.first, first < 0x80, let place = text.place(of: words, from: start)
      else { return nil }
      let end = place + words.count
      return end == text.count || text[end] < 0x80 ? place..<end : nil
    }
  }
}

private func searchedPlace(of words: String, in text: Substring) -> Range<Int>? {
  guard let range = text.range(of: words) else { return nil }
  let all = text.base.utf8
  let start = all.distance(from: all.startIndex, to: range.lowerBound)
  return start..<all.distance(from: all.startIndex, to: range.upperBound)
}

/// A value that is read but makes no sense, with the sentence that says so.
private struct ImportTrouble: Error {
  var message: String
}

/// A line of an import file; of optional parts, since a line is a claim or an insight with claims.
private struct ImportedLine {
  var id: String?
  var insight: String?
  var title: String?
  var text: String?
  var source: String?
  var document: String?
  var published: String?
  var speaker: String?
  var marks: [TimeMark]
  /// Each claim, or why it can't be read, so that one bad claim does not take the others with it.
  var claims: [Result<ImportedLine, ImportTrouble>]?
  var subject: String?
  var relation: String?
  var object: String?
  var surface: Surface?
  var polarity: Polarity
  var modality: Modality
  var scope: String?
  var time: String?
  var validFrom: String?
  var validTo: String?
  var attribution: String?
  var confidence: Double
  var evidence: Evidence?
  var links: [ClaimLink]
  /// What its sentence may have words of.
  var parts: [String?] {
    [subject, surface?.relation ?? relation, object, scope, time, attribution]
  }

  init(_ json: JSONObject) throws(ImportTrouble) {
    do {
      try self.init(kinds: json)
    } catch let error as WrongKind {
      throw ImportTrouble(message: error.description)
    } catch let error as ImportTrouble {
      throw error
    } catch {
      throw ImportTrouble(message: "\(error)")
    }
  }

  private init(kinds json: JSONObject) throws {
    func words(_ key: String) throws(WrongKind) -> String? {
      try json.string(key).flatMap { isBlank($0) ? nil : $0 }
    }
    id = try json.word("id")
    insight = try json.word("insight")
    title = try words("title")
    text = try words("text")
    source = try json.word("source")
    document = try json.word("document")
    published = try json.word("published")
    speaker = try words("speaker")
    marks = Self.marks(json["marks"])
    if let listed = json["claims"] {
      guard case .array(let listed) = listed else { throw WrongKind(key: "claims") }
      claims = listed.map(Self.claim)
    }
    subject = try words("subject")
    relation = try words("relation")
    object = try json.word("object")
    polarity = try Self.polarity(json["polarity"])
    modality =
      try words("modality").map { word in
        guard let known = Modality(rawValue: word.lowercased()) else {
          let all = Modality.allCases.map(\.rawValue).joined(separator: ", ")
          throw ImportTrouble(
            message: "\"modality\" is \"\(word.prefix(40))\"; it is one of \(all)")
        }
        return known
      } ?? .asserted
    scope = try words("scope")
    time = try words("time")
    validFrom = try words("valid_from")
    validTo = try words("valid_to")
    attribution = try words("attribution")
    confidence = try json.double("confidence") ?? 1
    guard (0...1).contains(confidence) else {
      throw ImportTrouble(message: "\"confidence\" is \(confidence); it is from 0 to 1")
    }
    links = Self.links(json["links"]) ?? []
    evidence = json["evidence"]?.object.flatMap(Evidence.init)
    surface = json["surface"]?.object.flatMap(Surface.init)
    if surface == nil, let verb = try? words("surface") {
      surface = Surface(subject: subject ?? "", relation: verb, object: object ?? "")
    }
  }

  private static func claim(_ value: JSON) -> Result<ImportedLine, ImportTrouble> {
    guard let object = value.object else {
      return .failure(ImportTrouble(message: "a claim is no JSON object"))
    }
    return Result { () throws(ImportTrouble) in try ImportedLine(object) }
  }

  /// In words, as a sign, or as true and false.
  private static func polarity(_ value: JSON?) throws -> Polarity {
    let word: String
    switch value {
    case nil: return .positive
    case .bool(let flag): return flag ? .positive : .negative
    case .number(let digits):
      let sign = Double(digits) ?? 0
      word = sign > 0 ? "1" : sign < 0 ? "-1" : "0"
    case .string(let string): word = string.lowercased()
    default: throw WrongKind(key: "polarity")
    }
    switch word {
    case "positive", "1", "+1", "true": return .positive
    case "negative", "-1", "false": return .negative
    default:
      throw ImportTrouble(
        message: "\"polarity\" is \"\(word.prefix(40))\"; it is positive or negative")
    }
  }

  /// All of them, or nil where one can't be read.
  private static func links(_ value: JSON?) -> [ClaimLink]? {
    guard case .array(let values) = value else { return nil }
    let links = values.compactMap { value -> ClaimLink? in
      guard let object = value.object, let to = object["to"]?.string,
        let kind = object["kind"]?.string.flatMap(ClaimLink.Kind.init(rawValue:)),
        let words = object["words"]?.string
      else { return nil }
      return ClaimLink(from: "", to: to, kind: kind, words: words)
    }
    return links.count == values.count ? links : nil
  }

  private static func marks(_ value: JSON?) -> [TimeMark] {
    guard case .array(let values) = value else { return [] }
    return values.compactMap { value in
      guard let object = value.object, let start = object["start"]?.integer,
        let time = object["time"]?.string
      else { return nil }
      return TimeMark(start: start, time: time)
    }
  }

  /// The claim as a sentence, where no text was given; nil where it is no claim.
  var sentence: String? {
    guard let subject, let relation else { return nil }
    let triple = [subject, relation, object ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    // A denial must not read as its opposite when it is quoted.
    return polarity == .positive ? triple + "." : "It is not so that \(triple)."
  }

  func claim(_ evidence: Evidence) -> Claim {
    var claim = Claim(
      id: id ?? "", subject: subject ?? "", relation: relation ?? "", object: object ?? "",
      surface: surface, polarity: polarity, modality: modality, scope: scope, time: time,
      validFrom: validFrom, validTo: validTo, attribution: attribution, confidence: confidence,
      evidence: evidence)
    claim.links = links.map { $0.starting(at: claim.id) }.sorted { $0.precedes($1) }
    return claim
  }
}

extension Evidence {
  fileprivate init?(_ json: JSONObject) {
    guard let insight = json["insight"]?.string, let document = json["document"]?.string,
      let quote = json["quote"]?.string, let start = json["start"]?.integer,
      let end = json["end"]?.integer
    else { return nil }
    do {
      self.init(
        insight: insight, document: document, source: try json.string("source"),
        published: try json.string("published"), quote: quote, start: start, end: end,
        speaker: try json.string("speaker"), timecode: try json.string("timecode"))
    } catch {
      return nil
    }
  }
}

extension Surface {
  fileprivate init?(_ json: JSONObject) {
    guard let subject = json["subject"]?.string, let relation = json["relation"]?.string,
      let object = json["object"]?.string
    else { return nil }
    self.init(subject: subject, relation: relation, object: object)
  }
}
