import Claims
import Foundation
import Language
import Testing

@testable import Extraction

/// Sentences and the claims read from them, one golden file a phenomenon: anyone can extend them.
struct GoldenTests {
  static let extractor = Result {
    ClaimExtractor(parser: try SyntaxParser(), vocabulary: try Vocabulary.builtIn())
  }

  @Test("golden", arguments: Golden.all)
  func golden(_ example: Golden) throws {
    let extractor = try Self.extractor.get()
    let insight = Insight(text: example.text, document: "golden", published: "2025-06-15")
    let found = extractor.claims(in: [insight])[0].map(Golden.line)
    #expect(found == example.expected, "\(example.file): \(example.text)")
  }
}

/// One example of a golden file: a comment, the text, `----`, a line a claim, a blank line.
struct Golden: CustomTestStringConvertible {
  let file: String
  let text: String
  let expected: [String]

  var testDescription: String { "\(file): \(text)" }

  /// `subject | relation | object`, then the qualifiers that are not the default.
  static func line(_ claim: Claim) -> String {
    var parts = [claim.subject, claim.relation, claim.object]
    if claim.polarity == .negative { parts.append("negative") }
    if claim.modality != .asserted { parts.append(claim.modality.rawValue) }
    if let scope = claim.scope { parts.append("scope: \(scope)") }
    if let time = claim.time { parts.append("time: \(time)") }
    if let from = claim.validFrom { parts.append("from \(from)") }
    if let to = claim.validTo { parts.append("to \(to)") }
    if let attribution = claim.attribution { parts.append("says: \(attribution)") }
    return parts.joined(separator: " | ")
  }

  static let all: [Golden] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap { name -> [Golden] in
      let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
      return text.components(separatedBy: "\n\n").compactMap { block in
        let lines = block.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
        guard let bar = lines.firstIndex(of: "----") else { return nil }
        return Golden(
          file: name, text: lines[..<bar].joined(separator: " "),
          expected: Array(lines[(bar + 1)...]))
      }
    }
  }()
}
