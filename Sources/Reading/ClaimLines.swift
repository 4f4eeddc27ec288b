import Claims
import Foundation

/// Claims that someone else made, and what of their file can't be read.
public struct ClaimReadingResult: Sendable {
  public var claims: [Claim] = []
  /// The insights' full texts, where the file gives them; each once.
  public var insights: [Insight] = []
  /// Lines and claims that can't be read; the rest was.
  public var failures: [ReadingError] = []
  /// What was mended on the way, such as invalid UTF-8.
  public var warnings: [ReadingError] = []
}

/// Reads the input of `kg import`: a claim a line, or an insight with its `claims`.
///
/// Throws a `ReadingError` where nothing of it can be read.
public func readClaims(path: String) throws -> ClaimReadingResult {
  readClaims(bytes: try contents(of: path), name: path == "-" ? "stdin" : path)
}

/// The claims in the bytes of a file called `name`; the lines that `kg extract` prints are read back unchanged.
public func readClaims(bytes: [UInt8], name: String) -> ClaimReadingResult {
  var reader = ClaimReader(name: name)
  reader.read(bytes)
  return reader.result
}

private struct ClaimReader {
  let name: String
  var result = ClaimReadingResult()
  private var known: Set<Insight> = []

  init(name: String) { self.name = name }

  mutating func read(_ bytes: [UInt8]) {
    guard let mended = MendedText(bytes) else {
      fail("is \(MendedText.notText(bytes) ?? "no text"), not text; give one claim a line as JSON")
      return
    }
    result.warnings = mended.warnings.map { ReadingError(file: name, message: $0) }
    let decoder = JSONDecoder()
    for line in numberedLines(mended.text) where !line.isBlank {
      do {
        keep(try decoder.decode(ImportedLine.self, from: Data(line.text.utf8)), line.number)
      } catch let error as ImportTrouble {
        fail(error.message, line.number)
      } catch {
        fail(jsonTrouble(error) ?? "no JSON object; write one claim a line", line.number)
      }
    }
    if result.claims.isEmpty, result.insights.isEmpty, result.failures.isEmpty {
      fail("holds no claims; write one a line as JSON")
    }
  }

  private mutating func fail(_ message: String, _ line: Int? = nil) {
    result.failures.append(ReadingError(file: name, line: line, message: message))
  }

  private mutating func keep(_ line: ImportedLine, _ number: Int) {
    var own: [ImportedLine] = []
    if let claims = line.claims {
      for claim in claims {
        switch claim.result {
        case .success(let claim): own.append(claim)
        case .failure(let error):
          fail(
            (error as? ImportTrouble)?.message ?? jsonTrouble(error) ?? "a claim is no JSON object",
            number)
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
      result.claims.append(own[0].claim(evidence))
      return
    }
    let insight = insight(of: line, own)
    if insight.text.utf8.count > longestInsight {
      fail(
        "\(insight.text.utf8.count) bytes are too long for an insight; give the passage alone",
        number)
      return
    }
    if known.insert(insight).inserted { result.insights.append(insight) }
    var rest = insight.text[...]
    for claim in own {
      let sentence = claim.evidence?.quote ?? (line.claims == nil ? nil : claim.text)
      let said = line.text == nil ? sentence ?? claim.sentence : sentence
      let quote = said.flatMap { rest.range(of: $0) ?? insight.text.range(of: $0) }
      result.claims.append(claim.claim(evidence(in: insight, quote)))
      // Made-up sentences stand in the order of their claims.
      if line.text == nil, let quote { rest = insight.text[quote.upperBound...] }
    }
  }

  private func insight(of line: ImportedLine, _ own: [ImportedLine]) -> Insight {
    let given =
      line.claims == nil ? line.insight ?? line.evidence?.insight : line.id ?? line.insight
    let evidence = line.evidence ?? own.lazy.compactMap(\.evidence).first
    let made = own.compactMap { $0.evidence?.quote ?? $0.text ?? $0.sentence }
    return Insight(
      id: given, title: line.title, text: line.text ?? made.joined(separator: " "),
      document: line.document ?? evidence?.document ?? documentName(name),
      source: line.source ?? evidence?.source,
      published: (line.published ?? evidence?.published).flatMap(isoDate))
  }

  /// The quote's place in the insight, else the whole insight.
  private func evidence(in insight: Insight, _ quote: Range<String.Index>?) -> Evidence {
    let text = insight.text
    let range = quote ?? text.startIndex..<text.endIndex
    return Evidence(
      insight: insight.id, document: insight.document, source: insight.source,
      published: insight.published, quote: String(text[range]),
      start: text.utf8.distance(from: text.startIndex, to: range.lowerBound),
      end: text.utf8.distance(from: text.startIndex, to: range.upperBound))
  }
}

/// A value that is read but makes no sense, with the sentence that says so.
private struct ImportTrouble: Error {
  var message: String
}

/// A value, or why it can't be read, so that one bad claim does not take the others with it.
private struct Attempt<Value: Decodable>: Decodable {
  var result: Result<Value, any Error>

  init(from decoder: any Decoder) throws { result = Result { try Value(from: decoder) } }
}

/// A line of an import file; of optional parts, since a line is a claim or an insight with claims.
private struct ImportedLine: Decodable {
  var id: String?
  var insight: String?
  var title: String?
  var text: String?
  var source: String?
  var document: String?
  var published: String?
  var claims: [Attempt<ImportedLine>]?
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

  enum Key: String, CodingKey {
    case id, insight, title, text, source, document, published, claims, subject, relation, object
    case surface, polarity, modality, scope, time, attribution, confidence, evidence, links
    case validFrom = "valid_from"
    case validTo = "valid_to"
  }

  init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: Key.self)
    func words(_ key: Key) throws -> String? {
      try c.decodeIfPresent(String.self, forKey: key).flatMap {
        $0.allSatisfy(\.isWhitespace) ? nil : $0
      }
    }
    id = try c.word(.id)
    insight = try c.word(.insight)
    title = try words(.title)
    text = try words(.text)
    source = try c.word(.source)
    document = try c.word(.document)
    published = try c.word(.published)
    claims = try c.decodeIfPresent([Attempt<ImportedLine>].self, forKey: .claims)
    subject = try words(.subject)
    relation = try words(.relation)
    object = try c.word(.object)
    polarity = try Self.polarity(c)
    modality =
      try words(.modality).map { word in
        guard let known = Modality(rawValue: word.lowercased()) else {
          let all = Modality.allCases.map(\.rawValue).joined(separator: ", ")
          throw ImportTrouble(
            message: "\"modality\" is \"\(word.prefix(40))\"; it is one of \(all)")
        }
        return known
      } ?? .asserted
    scope = try words(.scope)
    time = try words(.time)
    validFrom = try words(.validFrom)
    validTo = try words(.validTo)
    attribution = try words(.attribution)
    confidence = try c.decodeIfPresent(Double.self, forKey: .confidence) ?? 1
    guard (0...1).contains(confidence) else {
      throw ImportTrouble(message: "\"confidence\" is \(confidence); it is from 0 to 1")
    }
    links = (try? c.decodeIfPresent([ClaimLink].self, forKey: .links)) ?? []
    evidence = try? c.decodeIfPresent(Evidence.self, forKey: .evidence)
    surface = try? c.decodeIfPresent(Surface.self, forKey: .surface)
    if surface == nil, let verb = try? words(.surface) {
      surface = Surface(subject: subject ?? "", relation: verb, object: object ?? "")
    }
  }

  /// In words, as a sign, or as true and false.
  private static func polarity(_ c: KeyedDecodingContainer<Key>) throws -> Polarity {
    let word: String
    do {
      word = try c.decodeIfPresent(String.self, forKey: .polarity)?.lowercased() ?? "positive"
    } catch {
      if let flag = try? c.decodeIfPresent(Bool.self, forKey: .polarity) {
        return flag ? .positive : .negative
      }
      guard let sign = try? c.decodeIfPresent(Double.self, forKey: .polarity) else { throw error }
      word = sign > 0 ? "1" : sign < 0 ? "-1" : "0"
    }
    switch word {
    case "positive", "1", "+1", "true": return .positive
    case "negative", "-1", "false": return .negative
    default:
      throw ImportTrouble(
        message: "\"polarity\" is \"\(word.prefix(40))\"; it is positive or negative")
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
