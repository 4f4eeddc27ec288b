import Claims

/// A quote with its source, date, speaker, insight, time code and grade, on one line.
public func citation(of claim: Claim) -> String {
  let evidence = claim.evidence
  var origin = [evidence.source ?? evidence.document]
  if let published = evidence.published { origin.append(published) }
  // The second is as near as anyone winds a recording.
  let time = evidence.timecode.map { " at \($0.prefix { $0 != "." })" } ?? ""
  origin.append(evidence.insight + time)
  let speaker = claim.attribution.map { "\($0), in " } ?? ""
  let grade = claim.grade.map { " [\($0)]" } ?? ""
  return "“\(oneLine(evidence.quote))” — \(speaker)\(origin.joined(separator: ", "))\(grade)"
}

/// Colours for a terminal, or none.
public struct Style: Sendable {
  public let colours: Bool

  public init(colours: Bool) { self.colours = colours }

  func bold(_ text: String) -> String { wrap("1", text) }
  func dim(_ text: String) -> String { wrap("2", text) }
  func red(_ text: String) -> String { wrap("31", text) }
  func green(_ text: String) -> String { wrap("32", text) }
  func yellow(_ text: String) -> String { wrap("33", text) }

  private func wrap(_ code: String, _ text: String) -> String {
    colours ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }
}
