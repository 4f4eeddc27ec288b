import Claims

/// A text and the claims that are to be read from it, as a golden file has them.
///
///     # A comment.
///     Troy was burned by the Greeks.
///     ----
///     Greeks | burns | Troy
///
/// A blank line ends an example; one without claims expects none.
public struct GoldenExample: Hashable, Sendable {
  /// Where its text begins, counted from 1.
  public var line: Int
  public var text: String
  public var expected: [String]

  /// The examples of a file; throws ``MalformedExample`` for the first that has no `----`.
  public static func examples(in file: String) throws -> [GoldenExample] {
    var examples: [GoldenExample] = []
    var block: [(line: Int, text: String)] = []
    func end() throws {
      defer { block = [] }
      guard let first = block.first else { return }
      guard let bar = block.firstIndex(where: { $0.text == "----" }), bar > 0 else {
        throw MalformedExample(line: first.line)
      }
      examples.append(
        GoldenExample(
          line: first.line, text: block[..<bar].map(\.text).joined(separator: " "),
          expected: block[(bar + 1)...].map(\.text)))
    }
    let lines = file.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (i, line) in lines.enumerated() {
      let text = trimmed(line)
      if text.isEmpty {
        try end()
      } else if !text.hasPrefix("#") {
        block.append((i + 1, text))
      }
    }
    try end()
    return examples
  }

  /// A claim as examples write it: `subject | relation | object`, then the qualifiers that are not
  /// the default.
  public static func line(_ claim: Claim) -> String {
    var parts = [claim.subject, claim.relation, claim.object]
    if claim.polarity == .negative { parts.append("negative") }
    if claim.modality != .asserted { parts.append(claim.modality.rawValue) }
    if let scope = claim.scope { parts.append("scope: \(scope)") }
    if let time = claim.time { parts.append("time: \(time)") }
    if let from = claim.validFrom { parts.append("from \(from)") }
    if let to = claim.validTo { parts.append("to \(to)") }
    if let attribution = claim.attribution { parts.append("says: \(attribution)") }
    return trimmed(parts.joined(separator: " | ")[...])
  }

  /// Without blanks at its end, which nobody sees and editors drop: a claim may have no object.
  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.last?.isWhitespace ?? false { line.removeLast() }
    return String(line)
  }

  /// What is expected and not found, and what is found and not expected; one claim counts once.
  public func differences(from found: [Claim]) -> (missing: [String], unexpected: [String]) {
    var unexpected = found.map(Self.line)
    var missing: [String] = []
    for claim in expected {
      if let place = unexpected.firstIndex(of: claim) {
        unexpected.remove(at: place)
      } else {
        missing.append(claim)
      }
    }
    return (missing, unexpected)
  }
}

/// An example whose text is followed by no `----`.
public struct MalformedExample: Error, Hashable, Sendable {
  public var line: Int
}
