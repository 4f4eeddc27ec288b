import Analysis
import Claims

// What a log keeps of a finding: enough to tell a person what it was, and to know it again.

/// `disputes c0123456, China leads in batteries`
public func line(of found: RelatedClaim) -> String {
  "\(found.relation.rawValue) \(line(ofClaim: found.claim))"
}

/// `contradiction k0123456: one says so and the other denies it.`
public func line(of clash: Clash) -> String {
  let status = clash.status == .open ? "" : " (\(clash.status.rawValue))"
  return "\(clash.label.rawValue) \(shortID(clash.id)): \(clash.why)\(status)"
}

/// `Tea Letter and Milk Letter agree: c0123456, China leads in batteries`
public func line(of line: VoiceComparison.Line, between voices: [String]) -> String {
  let who =
    switch line.stance {
    case .differ: voices.joined(separator: " and ") + " differ"
    case .agree: voices.joined(separator: " and ") + " agree"
    case .onlyFirst: "only \(voices[0])"
    case .onlySecond: "only \(voices[1])"
    }
  if let clash = line.clash { return "\(who): \(Report.line(of: clash))" }
  return who + ": "
    + [line.first, line.second].compactMap { $0 }.map(Report.line(ofClaim:))
    .joined(separator: "; ")
}

private func line(ofClaim claim: Claim) -> String { "\(shortID(claim.id)), \(claim.sentence)" }

extension Rows {
  /// Each row on a line.
  public var lines: [String] {
    rows.map { $0.map(\.plain).map(oneLine).joined(separator: " | ") }
  }
}
