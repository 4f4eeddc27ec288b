import Claims
import Foundation

/// Claims that someone else made, and what of their file can't be read.
public struct ClaimReadingResult: Sendable {
  public var claims: [Claim] = []
  /// The insights' full texts, by id, where the file gives them.
  public var insights: [Insight] = []
  public var failures: [ReadingError] = []
}

/// Reads the input of `kg import`: a claim a line, or an insight with its `claims`.
///
/// Throws a `ReadingError` where nothing of it can be read.
public func readClaims(path: String) throws -> ClaimReadingResult {
  let bytes = try contents(of: path)
  let name = path == "-" ? "stdin" : path
  guard !bytes.isEmpty else {
    throw ReadingError(file: name, message: "the file is empty; give one with claims in it")
  }
  return readClaims(bytes: bytes, name: name)
}

/// The claims in the bytes of a file called `name`.
public func readClaims(bytes: [UInt8], name: String) -> ClaimReadingResult {
  var result = ClaimReadingResult()
  let document = name.split(separator: "/").last.map(String.init) ?? name
  let decoder = JSONDecoder()
  for (k, line) in String(decoding: bytes, as: UTF8.self).split(
    separator: "\n", omittingEmptySubsequences: false
  ).enumerated() {
    guard !line.allSatisfy(\.isWhitespace) else { continue }
    do {
      let read = try decoder.decode(ImportedLine.self, from: Data(line.utf8))
      let own = read.claims ?? [read]
      let text = read.text ?? own.compactMap(\.sentence).joined(separator: " ")
      let insight = Insight(
        id: read.claims == nil ? read.insight : read.id ?? read.insight, text: text,
        document: read.document ?? document,
        source: read.source, published: read.published)
      result.insights.append(insight)
      for claim in own {
        guard let subject = claim.subject, let relation = claim.relation, !subject.isEmpty,
          !relation.isEmpty
        else {
          result.failures.append(
            ReadingError(
              file: name, line: k + 1,
              message: "a claim needs \"subject\" and \"relation\"; add them"))
          continue
        }
        result.claims.append(claim.claim(subject, relation, in: insight))
      }
    } catch let DecodingError.dataCorrupted(context) where context.codingPath.isEmpty {
      result.failures.append(
        ReadingError(file: name, line: k + 1, message: "no JSON object; write one claim a line"))
    } catch {
      result.failures.append(
        ReadingError(
          file: name, line: k + 1, message: "a value has the wrong type; see `kg import --help`"))
    }
  }
  return result
}

/// A line of an import file; as a class of optional parts, since a line is a claim or an insight with claims.
private struct ImportedLine: Decodable {
  var id: String?
  var insight: String?
  var text: String?
  var source: String?
  var document: String?
  var published: String?
  var claims: [ImportedLine]?
  var subject: String?
  var relation: String?
  var object: String?
  var polarity: Polarity
  var modality: Modality
  var scope: String?
  var time: String?
  var attribution: String?
  var confidence: Double?
  var surface: String?

  enum Key: String, CodingKey {
    case id, insight, text, source, document, published, claims, subject, relation, object,
      polarity, modality, scope
    case time, attribution, confidence, surface
  }

  init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: Key.self)
    func string(_ key: Key) throws -> String? { try c.decodeIfPresent(String.self, forKey: key) }
    id = try string(.id)
    insight = try string(.insight)
    text = try string(.text)
    source = try string(.source)
    document = try string(.document)
    published = try string(.published)
    claims = try c.decodeIfPresent([ImportedLine].self, forKey: .claims)
    subject = try string(.subject)
    relation = try string(.relation)
    object = try string(.object)
    if let flag = try? c.decode(Bool.self, forKey: .polarity) {
      polarity = flag ? .positive : .negative
    } else if let sign = try? c.decode(Double.self, forKey: .polarity) {
      polarity = sign < 0 ? .negative : .positive
    } else {
      polarity = try string(.polarity).map { Polarity(rawValue: $0) ?? .positive } ?? .positive
    }
    modality = try string(.modality).flatMap(Modality.init) ?? .asserted
    scope = try string(.scope)
    time = try string(.time)
    attribution = try string(.attribution)
    confidence = try c.decodeIfPresent(Double.self, forKey: .confidence)
    surface = (try? string(.surface)) ?? nil
  }

  /// The claim as a sentence, where no text was given.
  var sentence: String? {
    guard let subject, let relation else { return nil }
    return [subject, relation, object ?? ""].filter { !$0.isEmpty }.joined(separator: " ") + "."
  }

  func claim(_ subject: String, _ relation: String, in insight: Insight) -> Claim {
    Claim(
      id: id ?? "", subject: subject, relation: relation, object: object ?? "",
      surface: Surface(subject: subject, relation: surface ?? relation, object: object ?? ""),
      polarity: polarity, modality: modality, scope: scope, time: time, attribution: attribution,
      confidence: confidence ?? 1,
      evidence: Evidence(
        insight: insight.id, document: insight.document, source: insight.source,
        published: insight.published,
        quote: insight.text, start: 0, end: insight.text.utf8.count))
  }
}
