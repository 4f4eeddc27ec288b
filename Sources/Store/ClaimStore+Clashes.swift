import Claims
import GRDB
import Queries

extension ClaimStore {
  /// Keeps these clashes in place of those found before; verdicts stay.
  public func replaceClashes(_ clashes: [Clash]) throws {
    try write { db in
      try db.run(.dropClashes)
      for clash in clashes {
        guard let a = try row(of: clash.a, db), let b = try row(of: clash.b, db), a != b else {
          continue
        }
        var values: StatementArguments = [
          "a": a, "b": b, "label": clash.label.rawValue, "kind": clash.kind,
          "score": clash.score, "why": clash.why, "reconciled_if": clash.reconciledIf,
        ]
        values += [
          "gate_scope": clash.gates.scope, "gate_time": clash.gates.time,
          "gate_modality": clash.gates.modality, "gate_entity": clash.gates.entity,
        ]
        try db.run(.addClash, values)
      }
    }
  }

  /// The clashes that fit, the clearest first; nil leaves a condition open.
  public func clashes(
    about entity: String? = nil, kind: String? = nil, label: Clash.Label? = nil,
    minScore: Double? = nil, since: String? = nil
  ) throws -> [Clash] {
    try read { db in
      let rows = try db.rows(
        .clashes,
        [
          "about": entity, "kind": kind, "label": label?.rawValue, "min_score": minScore,
          "since": since,
        ])
      let wanted = Set(rows.flatMap { row -> [Int64] in [row["a_row"], row["b_row"]] })
      let list = "[" + wanted.map(String.init).joined(separator: ",") + "]"
      let claims = Dictionary(
        try db.rows(.claimsByRow, ["rows": list]).map { row -> (Int64, Claim) in
          (row["row"], Claim(row: row))
        }, uniquingKeysWith: { a, _ in a })
      return rows.compactMap { row in
        guard let a = claims[row["a_row"]], let b = claims[row["b_row"]],
          let label = Clash.Label(rawValue: row["label"]),
          let status = Clash.Status(rawValue: row["status"])
        else { return nil }
        return Clash(
          label: label, kind: row["kind"], score: row["score"], why: row["why"],
          gates: Clash.Gates(
            scope: row["gate_scope"], time: row["gate_time"], modality: row["gate_modality"],
            entity: row["gate_entity"]),
          reconciledIf: row["reconciled_if"], status: status, a: a, b: b)
      }
    }
  }

  /// Notes what a person says of the clash of two claims; `open` takes it back.
  public func verdict(_ status: Clash.Status, on a: String, and b: String, because: String? = nil)
    throws
  {
    let pair = a.utf8.lexicographicallyPrecedes(b.utf8) ? (a, b) : (b, a)
    try write { db in
      if status == .open {
        try db.run(.dropVerdict, ["a": pair.0, "b": pair.1])
      } else {
        try db.run(
          .setVerdict,
          ["a": pair.0, "b": pair.1, "status": status.rawValue, "because": because])
      }
    }
  }

  private func row(of claim: Claim, _ db: Database) throws -> Int64? {
    try db.id(
      .findClaim,
      [
        "id": claim.id, "insight": claim.evidence.insight, "document": claim.evidence.document,
      ])
  }
}
