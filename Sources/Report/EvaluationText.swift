import Analysis

/// How many kinds of error a report names.
private let kinds = 10
/// How many examples stand under a kind.
private let examples = 3

/// The scores, then the costliest kinds of error with examples.
public func text(of evaluation: Evaluation, style: Style = Style(colours: false)) -> String {
  let scores = evaluation.scores
  var out = "\(evaluation.insights) insights, \(evaluation.lenient.gold) gold claims,"
  out += " \(evaluation.lenient.made) extracted\n\n"
  out += Rows(
    columns: ["score", "precision", "recall", "F1", "matched"],
    rows: scores.map { name, score in
      [
        .text(name), .text(fixed(score.precision)), .text(fixed(score.recall)),
        .text(fixed(score.f1)), .integer(score.matched),
      ]
    }
  ).table()
  out += "\nof the \(evaluation.lenient.matched) that match leniently\n"
  for (name, share) in evaluation.shares {
    out += "  \(name) right \(fixed(share.value)) (\(share.right) of \(share.of))\n"
  }
  for group in evaluation.errors.prefix(kinds) {
    out += "\n\(style.bold(group.kind.description))  "
    out +=
      "\(shortCounted(Double(group.count), "time")), \(shortCounted(group.cost, "claim")) spoiled\n"
    for finding in group.findings.prefix(examples) {
      out += "  \(style.dim(finding.insight))  “\(short(finding.text))”\n"
      if let gold = finding.gold { out += "    gold  \(style.green(oneLine(line(of: gold))))\n" }
      if let made = finding.made { out += "    made  \(style.red(oneLine(line(of: made))))\n" }
    }
  }
  return out
}

extension Rows {
  /// Scores and kinds of error, a row each.
  public init(_ evaluation: Evaluation) {
    let scores = evaluation.scores.map { name, score -> [Cell] in
      [
        .text("score"), .text(name), .integer(score.matched), .real(score.precision),
        .real(score.recall), .real(score.f1), .null,
      ]
    }
    let shares = evaluation.shares.map { name, share -> [Cell] in
      [.text("share"), .text(name), .integer(share.right), .real(share.value), .null, .null, .null]
    }
    let errors = evaluation.errors.prefix(kinds).map { group -> [Cell] in
      [
        .text("error"), .text(group.kind.description), .integer(group.count), .null, .null, .null,
        .real(group.cost),
      ]
    }
    self.init(
      columns: ["what", "name", "count", "precision", "recall", "f1", "cost"],
      rows: scores + shares + errors)
  }
}

/// The whole evaluation as one JSON object.
public func json(of evaluation: Evaluation) -> String {
  func number(_ value: Double) -> String { shortNumber(value) }
  let counts = [
    "\"insights\": \(evaluation.insights)", "\"gold\": \(evaluation.lenient.gold)",
    "\"extracted\": \(evaluation.lenient.made)",
  ]
  let scores = evaluation.scores.map { name, score in
    "\(jsonString(name)): {\"precision\": \(number(score.precision)), "
      + "\"recall\": \(number(score.recall)), \"f1\": \(number(score.f1)), "
      + "\"matched\": \(score.matched)}"
  }
  let shares = evaluation.shares.map { name, share in
    "\(jsonString(name)): {\"right\": \(share.right), \"of\": \(share.of), "
      + "\"share\": \(number(share.value))}"
  }
  let errors = evaluation.errors.prefix(kinds).map { group in
    let findings = group.findings.prefix(examples).map { finding in
      let made = finding.made.map { jsonString(line(of: $0)) } ?? "null"
      let gold = finding.gold.map { jsonString(line(of: $0)) } ?? "null"
      return "      {\"insight\": \(jsonString(finding.insight)), "
        + "\"text\": \(jsonString(finding.text)), \"gold\": \(gold), \"made\": \(made)}"
    }
    return "    {\"kind\": \(jsonString(group.kind.description)), \"count\": \(group.count), "
      + "\"cost\": \(number(group.cost)), \"examples\": [\n"
      + findings.joined(separator: ",\n") + "\n    ]}"
  }
  let parts =
    counts + scores + shares + ["\"errors\": [\n" + errors.joined(separator: ",\n") + "\n  ]"]
  return "{\n  " + parts.joined(separator: ",\n  ") + "\n}\n"
}

extension Evaluation {
  fileprivate var scores: [(String, Score)] {
    [
      ("lenient", lenient), ("strict", strict), ("arguments", arguments), ("scope", scope),
      ("time", time), ("attribution", attribution),
    ]
  }

  fileprivate var shares: [(String, Share)] {
    [("polarity", polarity), ("negatives", negatives), ("modality", modality)]
  }
}

/// Three decimals, so that a column reads down.
private func fixed(_ value: Double) -> String {
  let thousandths = String(Int((value * 1000).rounded()))
  let digits = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
  return digits.dropLast(3) + "." + digits.suffix(3)
}

private func shortCounted(_ count: Double, _ what: String) -> String {
  "\(shortNumber(count)) \(what)\(count == 1 ? "" : "s")"
}

/// The beginning of a long text.
private func short(_ text: String, to length: Int = 140) -> String {
  let line = oneLine(text)
  return line.count <= length ? line : line.prefix(length - 1) + "…"
}
