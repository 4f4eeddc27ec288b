import Claims

/// A name with its kind, its other names, who speaks of it and what was said of it.
public func text(
  ofEntity name: String, kind: String?, also: [String], claims: [Claim],
  records: [(number: Int, record: IdentityRecord, undone: String?)],
  style: Style = Style(colours: false)
) -> String {
  var out = style.bold(oneLine(name))
  if let kind, !kind.isEmpty { out += style.dim("  \(kind)") }
  out += "\n"
  if !also.isEmpty { out += "also: \(also.map(oneLine).joined(separator: ", "))\n" }
  let voices = Set(claims.map { $0.evidence.source ?? $0.evidence.document })
  let days = claims.compactMap(\.evidence.published).sorted()
  let span = days.first.flatMap { first in
    days.last.map { first == $0 ? ", \(first)" : ", \(first) to \($0)" }
  }
  out += "\(counted(claims.count, "claim")) of \(counted(voices.count, "source"))\(span ?? "")\n"
  let relations = Dictionary(grouping: claims, by: \.relation).mapValues(\.count)
    .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(5)
  if !relations.isEmpty {
    out += "in: \(relations.map { "\($0.key) (\($0.value))" }.joined(separator: ", "))\n"
  }
  for (number, record, undone) in records {
    let reason = record.because.map { ": \(oneLine($0))" } ?? ""
    let line = "e\(number)  \(record.at.prefix(10))  \(oneLine(record.words))\(reason)"
    out += undone.map { style.dim("\(line) (undone \($0.prefix(10)))") } ?? line
    out += "\n"
  }
  return out
}
