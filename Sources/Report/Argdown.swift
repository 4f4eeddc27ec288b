import Analysis
import Claims

/// The report's reasoning as Argdown: hypotheses, assumptions and claims are statements, and what was
/// rated for or against a hypothesis supports or attacks it.
///
/// Only what still stands bears on anything; how strongly is data of the claim, as Argdown's relations
/// have none.
public func argdown(of report: SessionReport) -> String {
  let session = report.session
  var out = """
    ===
    title: \(yaml(session.question))
    subTitle: \(yaml("Session \(session.name), \(session.begun) to \(session.last)"))
    ===

    """
  func add(_ title: String, _ statements: [String]) {
    if !statements.isEmpty {
      out += "\n# \(title)\n\n" + statements.joined(separator: "\n\n") + "\n"
    }
  }
  let standing = report.cited.filter { $0.mark == nil }.map(\.claim)
  add("Hypotheses", session.hypotheses.map { hypothesis(report, $0, standing) })
  add(
    "Assumptions",
    session.assumptions.map { statement($0.name, $0.text, [("ended", $0.ended)]) })
  add(
    "Claims",
    report.cited.map { claim, mark in
      var data: [(String, String?)] = [
        ("source", claim.evidence.source ?? claim.evidence.document),
        ("published", claim.evidence.published), ("speaker", claim.attribution),
        ("insight", claim.evidence.insight), ("timecode", claim.evidence.timecode),
        ("grade", (claim.grade ?? .unjudged).description),
      ]
      let ratings = (session.ratings[claim.id] ?? [:]).sorted { $0.key < $1.key }
      data += ratings.map { ($0.key, $0.value.rating.rawValue) }
      data.append(("remark", mark))
      let rivals =
        mark == nil ? report.clashes.compactMap { $0.rival(of: claim, among: standing) } : []
      return statement(shortID(claim.id), "“\(claim.evidence.quote)”", data)
        + rivals.map { "\n  >< [\(shortID($0))]" }.joined()
    })
  return out
}

private func hypothesis(
  _ report: SessionReport, _ item: ResearchSession.Item, _ standing: [Claim]
) -> String {
  let session = report.session
  let judged = session.judgments[item.name]?.last
  var out = statement(
    item.name, item.text,
    [
      ("likelihood", judged?.judgment.likelihood.rawValue),
      ("confidence", judged?.judgment.confidence.rawValue), ("judged", judged?.day),
      ("ended", item.ended),
    ])
  for claim in standing {
    let value = session.ratings[claim.id]?[item.name]?.rating.value ?? 0
    if value != 0 { out += "\n  \(value > 0 ? "+" : "-") [\(shortID(claim.id))]" }
  }
  let assumed = Set(judged?.judgment.assumptions ?? [])
  for assumption in session.assumptions where assumption.isOpen && assumed.contains(assumption.name)
  {
    out += "\n  + [\(assumption.name)]"
  }
  return out
}

/// `[H1]: Words. {day: "2026-01-05"}`
private func statement(_ name: String, _ text: String, _ data: [(String, String?)]) -> String {
  let written = data.compactMap { key, value in value.map { "\(key): \(yaml($0))" } }
  return "[\(name)]: \(plainArgdown(text))"
    + (written.isEmpty ? "" : " {\(written.joined(separator: ", "))}")
}

extension Clash {
  /// The later side, where the claim is the earlier one of two that can't both hold.
  fileprivate func rival(of claim: Claim, among standing: [Claim]) -> String? {
    guard label == .contradiction, chain.isEmpty, a.id == claim.id,
      standing.contains(where: { $0.id == b.id })
    else { return nil }
    return b.id
  }
}

/// Text without a sign that means something to Argdown.
private func plainArgdown(_ text: String) -> String {
  oneLine(text).map { "\\`*_<>[]{}#@/|+".contains($0) ? "\\\($0)" : String($0) }.joined()
}

/// A string of YAML on one line; a brace would end the data it stands in.
private func yaml(_ text: String) -> String {
  let plain = oneLine(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  return "\"\(plain.replacing("{", with: "(").replacing("}", with: ")"))\""
}
