import Analysis
import Claims

/// A session as a colleague reads it: what is judged, on which sentences, and what speaks against it.
public struct SessionReport: Sendable {
  public var session: ResearchSession
  public var now: [String: Footing]
  public var matrix: EvidenceMatrix
  /// Clashes that the evidence is in.
  public var clashes: [Clash]
  /// Ids of claims whose quote is not in its insight.
  public var misquoted: Set<String>

  public init(
    _ session: ResearchSession, now: [String: Footing], clashes: [Clash], misquoted: Set<String>
  ) {
    self.session = session
    self.now = now
    self.clashes = clashes
    self.misquoted = misquoted
    matrix = session.matrix(now: now)
  }

  /// Every claim that is cited, in canonical order, as it stands now or else as it stood.
  var cited: [(claim: Claim, mark: String?)] {
    var claims: [String: Claim] = [:]
    for footing in session.judgments.values.joined().flatMap(\.judgment.because)
      + session.evidence
    { claims[footing.claim.id] = now[footing.claim.id]?.claim ?? footing.claim }
    return claims.values.sorted { $0.precedes($1) }.map { claim in
      guard let footing = now[claim.id] else { return (claim, "no longer in the store") }
      if let because = footing.withdrawn { return (claim, "withdrawn: \(because)") }
      return (claim, misquoted.contains(claim.id) ? "the quote is not in its insight" : nil)
    }
  }

  var sections: [Section] {
    var all: [Section] = []
    func add(_ title: String, _ blocks: [Block]) {
      if !blocks.isEmpty { all.append(Section(title: title, blocks: blocks)) }
    }
    add("Judgments", session.hypotheses.flatMap(judged))
    if !matrix.hypotheses.isEmpty, !matrix.rows.isEmpty {
      add(
        "Evidence against hypotheses",
        [.table(Rows(matrix: matrix))]
          + conclusions(of: matrix).map { .text("\($0.title) \($0.text)") })
    }
    add(
      "Sentences cited",
      cited.flatMap { claim, mark -> [Block] in
        let remarks = (session.remarks[claim.id] ?? []).map { "Note: \($0)" }
        return [.quote(id: shortID(claim.id), claim, mark: mark)] + remarks.map(Block.text)
      })
    add(
      "Contradictions",
      clashes.map { clash in
        .sides(
          title: "\(shortID(clash.id)) \(clash.label.rawValue): \(clash.why)", clash.claims,
          note: clash.reconciledIf.map {
            "\(clash.chain.isEmpty ? "Both" : "All") could hold if: \($0)"
          })
      })
    add("Assumptions", session.assumptions.map { .text(itemLine($0)) })
    add("Gaps", session.gaps.map { .text(itemLine($0)) })
    add(
      "Watched",
      session.watches.map { watch in
        .text(
          itemLine(watch.item)
            + watch.hits.map { "; \($0.day): \(counted($0.claims.count, "hit"))" }.joined())
      })
    add("Notes", session.notes.map { .text($0) })
    let claims = cited.filter { $0.mark == nil }.map(\.claim)
    if !claims.isEmpty { add("Graph", [.graph(claims)]) }
    add("Log", [.table(Rows(log: session.log))])
    return all
  }

  private func judged(_ hypothesis: ResearchSession.Item) -> [Block] {
    var blocks: [Block] = [.heading(itemLine(hypothesis))]
    let judgments = session.judgments[hypothesis.name] ?? []
    guard let latest = judgments.last else { return blocks + [.text("Not judged yet.")] }
    let reasons = session.staleness(of: latest, now: now)
    blocks.append(
      .text("\(latest.day): \(sentences(of: latest.judgment).joined(separator: " "))"))
    if hypothesis.isOpen {
      blocks += reasons.map { .text("Stale: \(words(for: $0))") }
    }
    blocks += judgments.dropLast().reversed().map {
      .text("Before, \($0.day): \(sentences(of: $0.judgment).joined(separator: " "))")
    }
    return blocks
  }
}

/// A report as sections of blocks, which Markdown and HTML share.
public struct Page: Sendable {
  var title: String
  var subtitle: String
  var sections: [Section]
}

/// The report as a page.
public func page(of report: SessionReport) -> Page {
  let session = report.session
  return Page(
    title: session.question,
    subtitle: "Session \(session.name), \(session.begun) to \(session.last)",
    sections: report.sections)
}

struct Section: Sendable {
  var title: String
  var blocks: [Block]
}

enum Block: Sendable {
  case heading(String)
  case text(String)
  case quote(id: String, Claim, mark: String?)
  case sides(title: String, [Claim], note: String?)
  case table(Rows)
  case graph([Claim])
}

// MARK: Markdown

/// The page in Markdown; its graph is a Mermaid drawing.
public func markdown(of page: Page) -> String {
  var out = "# \(plainMarkdown(page.title))\n\n\(plainMarkdown(page.subtitle))\n"
  for section in page.sections {
    out += "\n## \(plainMarkdown(section.title))\n"
    for block in section.blocks { out += "\n" + markdown(of: block) }
  }
  return out
}

private func markdown(of block: Block) -> String {
  switch block {
  case .heading(let text): return "### \(plainMarkdown(text))\n"
  case .text(let text): return "\(plainMarkdown(text))\n"
  case .quote(let id, let claim, let mark):
    let note = mark.map { " **\(plainMarkdown($0))**" } ?? ""
    return "> \(plainMarkdown(graded(claim)))\n>\n> `\(id)`\(note)\n"
  case .sides(let title, let claims, let note):
    let rows = Rows(
      columns: letters(claims.count), rows: [claims.map { .text(graded($0)) }])
    return "**\(plainMarkdown(title))**\n\n" + rows.markdown
      + (note.map { "\n\(plainMarkdown($0))\n" } ?? "")
  case .table(let rows): return rows.markdown
  case .graph(let claims): return "```mermaid\n\(mermaid(of: claims))```\n"
  }
}

/// A citation that always has a grade.
private func graded(_ claim: Claim) -> String {
  var claim = claim
  claim.grade = claim.grade ?? .unjudged
  return citation(of: claim)
}

/// Text that Markdown takes as it stands.
private func plainMarkdown(_ text: String) -> String {
  oneLine(text).map { "\\`*_<>[]#|".contains($0) ? "\\\($0)" : String($0) }.joined()
}

private func mermaid(of claims: [Claim]) -> String {
  let names = Set(claims.flatMap { [$0.subject, $0.object] }).subtracting([""]).sorted()
  func label(_ text: String) -> String {
    "\"" + oneLine(text).replacing("\"", with: "#quot;") + "\""
  }
  var out = "graph LR\n"
  for (place, name) in names.enumerated() { out += "  n\(place)[\(label(name))]\n" }
  for edge in edges(of: claims) {
    guard let from = names.firstIndex(of: edge.subject) else { continue }
    let to = names.firstIndex(of: edge.object).map { "n\($0)" } ?? "n\(from)"
    out += "  n\(from) \(edge.denied ? "-.->" : "-->")|\(label(edge.relation))| \(to)\n"
  }
  return out
}

/// The triples of claims, each once, in order.
private func edges(of claims: [Claim]) -> [Triple] {
  Set(claims.map(Triple.init)).sorted { $0.words < $1.words }
}

// MARK: HTML

/// The page as one HTML file that needs no other, and that an XML parser takes too.
public func html(of page: Page) -> String {
  let title = escaped(page.title)
  var out = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>\(title)</title>
    <style>
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
    table { border-collapse: collapse; } td, th { border: 1px solid #aaa; padding: .2rem .5rem; text-align: left; vertical-align: top; }
    blockquote { border-left: 3px solid #888; margin: 1rem 0; padding-left: 1rem; }
    code, small { color: #555; } .mark { color: #a00; } svg { max-width: 100%; height: auto; }
    @media (max-width: 40rem) { table { display: block; overflow-x: auto; } }
    @media screen and (prefers-color-scheme: dark) { body { background: #111; color: #eee; } code, small { color: #aaa; } .mark { color: #f88; } }
    @media print { body { max-width: none; margin: 0; } h1, h2, h3 { break-after: avoid; } blockquote, tr, svg { break-inside: avoid; } }
    </style>
    </head>
    <body>
    <h1>\(title)</h1>
    <p>\(escaped(page.subtitle))</p>

    """
  for section in page.sections {
    out += "<h2>\(escaped(section.title))</h2>\n"
    for block in section.blocks { out += html(of: block) }
  }
  return out + "</body>\n</html>\n"
}

private func html(of block: Block) -> String {
  switch block {
  case .heading(let text): return "<h3>\(escaped(text))</h3>\n"
  case .text(let text): return "<p>\(escaped(text))</p>\n"
  case .quote(let id, let claim, let mark):
    let note = mark.map { " <b class=\"mark\">\(escaped($0))</b>" } ?? ""
    return "<blockquote>\(escaped(graded(claim))) <code>\(id)</code>\(note)</blockquote>\n"
  case .sides(let title, let claims, let note):
    return "<p><b>\(escaped(title))</b></p>\n<table><tr>"
      + claims.map { "<td>\(escaped(graded($0)))</td>" }.joined() + "</tr></table>\n"
      + (note.map { "<p><small>\(escaped($0))</small></p>\n" } ?? "")
  case .table(let rows):
    func line(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(escaped($0))</\(tag)>" }.joined() + "</tr>\n"
    }
    return "<table>\n" + line(rows.columns, "th")
      + rows.rows.map { line($0.map(\.plain), "td") }.joined() + "</table>\n"
  case .graph(let claims): return svg(of: claims)
  }
}

private func escaped(_ text: String) -> String {
  oneLine(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
}

/// Subjects on the left, objects on the right, a curve for each triple.
///
/// Drawn here rather than by Graphviz, because the report must look the same where that is missing.
private func svg(of claims: [Claim]) -> String {
  let edges = edges(of: claims)
  var left: [String] = []
  var right: [String] = []
  for edge in edges {
    if !left.contains(edge.subject) { left.append(edge.subject) }
    if !edge.object.isEmpty, !right.contains(edge.object) { right.append(edge.object) }
  }
  let height = max(max(left.count, right.count) * 56, edges.count * 28) + 40
  func y(_ place: Int, of count: Int) -> Int { (2 * place + 1) * height / (2 * max(1, count)) }
  var out = "<svg viewBox=\"0 0 1000 \(height)\" font-family=\"sans-serif\" font-size=\"13\""
  out += " fill=\"none\" role=\"img\" aria-label=\"graph of the claims cited\">\n"
  for (place, edge) in edges.enumerated() {
    let from = y(left.firstIndex(of: edge.subject) ?? 0, of: left.count)
    let to = right.firstIndex(of: edge.object).map { y($0, of: right.count) } ?? from
    let middle = y(place, of: edges.count)
    let dash = edge.denied ? " stroke-dasharray=\"6 4\"" : ""
    out += "<path d=\"M300 \(from) C400 \(from) 400 \(middle) 500 \(middle)"
    out += " S600 \(to) 700 \(to)\" stroke=\"#888\"\(dash)/>\n"
    out += "<text x=\"500\" y=\"\(middle - 4)\" text-anchor=\"middle\" fill=\"currentColor\">"
    out += "\(escaped((edge.denied ? "not: " : "") + edge.relation))</text>\n"
  }
  func names(_ list: [String], x: Int, anchor: String) {
    for (place, name) in list.enumerated() {
      out += "<text x=\"\(x)\" y=\"\(y(place, of: list.count) + 4)\" text-anchor=\"\(anchor)\""
      // A longer one would leave the picture.
      let isLong = name.count > 40
      let whole = isLong ? "<title>\(escaped(name))</title>" : ""
      let shown = isLong ? name.prefix(39) + "…" : name
      out += " fill=\"currentColor\">\(whole)\(escaped(shown))</text>\n"
    }
  }
  names(left, x: 290, anchor: "end")
  names(right, x: 710, anchor: "start")
  return out + "</svg>\n"
}

// MARK: JSON

extension SessionReport: Encodable {
  private enum Key: String, CodingKey {
    case session, question, begun, last, hypotheses, matrix, totals, order, evidence,
      contradictions, assumptions, gaps, watches, notes, log
  }

  private struct Hypothesis: Encodable {
    var name: String
    var hypothesis: String
    var ended: String?
    var judgments: [SessionJudgment]
    var stale: [String]
  }

  private struct Cited: Encodable {
    var claim: Claim
    var grade: Claims.Grade
    var mark: String?
    var remarks: [String]
    var ratings: [String: String]
  }

  public func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: Key.self)
    try c.encode(session.name, forKey: .session)
    try c.encode(session.question, forKey: .question)
    try c.encode(session.begun, forKey: .begun)
    try c.encode(session.last, forKey: .last)
    try c.encode(
      session.hypotheses.map { item in
        Hypothesis(
          name: item.name, hypothesis: item.text, ended: item.ended,
          judgments: SessionJudgment.all(of: item, in: session),
          stale: session.stale(item, now: now))
      }, forKey: .hypotheses)
    try c.encode(matrix.totals, forKey: .totals)
    try c.encode(matrix.order, forKey: .order)
    try c.encode(
      cited.map { claim, mark in
        Cited(
          claim: claim, grade: claim.grade ?? .unjudged, mark: mark,
          remarks: session.remarks[claim.id] ?? [],
          ratings: (session.ratings[claim.id] ?? [:]).mapValues(\.rating.rawValue))
      }, forKey: .evidence)
    try c.encode(clashes, forKey: .contradictions)
    try c.encode(session.assumptions.map(SessionItem.init), forKey: .assumptions)
    try c.encode(session.gaps.map(SessionItem.init), forKey: .gaps)
    try c.encode(session.watches.map { SessionItem($0.item) }, forKey: .watches)
    try c.encode(session.notes, forKey: .notes)
    try c.encode(session.log, forKey: .log)
  }
}
