import Claims
import Foundation
import GRDB
import Queries

extension ClaimStore {
  /// Notes what a person says of a clash.
  public func judge(_ clash: Clash, _ status: Clash.Status, because: String? = nil) throws {
    try write { db in
      // Clashes of other readings of the two sentences are judged with it.
      let judged = try db.clashes(id: clash.id)
      let seen = try (judged + [clash]).reduce(into: Set<String>()) {
        $0.formUnion(try db.evidence(of: $1, identities))
      }
      try db.set(
        Verdict(
          status, because: because, kind: clash.kind, clash.passages, seen: seen))
    }
  }

  /// Takes a verdict back; its clash is open again.
  public func dropVerdict(on clash: String) throws {
    try write { try $0.run(.dropVerdict, ["clash": clash]) }
  }

  /// Keeps verdicts given elsewhere, in place of those on the same clashes.
  public func keep(_ verdicts: [Verdict]) throws {
    try write { db in for verdict in verdicts { try db.set(verdict) } }
  }

  /// Every verdict, also those on clashes that are found no longer, in order of their ids.
  public func verdicts() throws -> [Verdict] { try read { try $0.verdicts() } }
}

extension Database {
  func set(_ verdict: Verdict) throws {
    try run(.setVerdict, verdict.arguments())
  }

  func verdicts() throws -> [Verdict] {
    try rows(.verdicts).compactMap { row in
      try Clash.Status(rawValue: row.value("status")).map { status in
        try Verdict(
          status, because: row.value("because"), kind: row.value("kind"),
          passages(row.value("chain")) ?? [
            Passage(document: row.value("a_document"), quote: row.value("a_quote")),
            Passage(document: row.value("b_document"), quote: row.value("b_quote")),
          ], seen: names(row.value("seen")))
      }
    }
  }
}

extension Verdict {
  fileprivate func arguments() throws -> StatementArguments {
    let values: StatementArguments = [
      "clash": clash, "status": status.rawValue, "because": because, "kind": kind,
      "chain": try chain.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) },
      "seen": json(seen),
    ]
    return values + [
      "a_document": a.document, "a_quote": a.quote, "b_document": b.document, "b_quote": b.quote,
    ]
  }
}

private func passages(_ json: String?) -> [Passage]? {
  json.flatMap { try? JSONDecoder().decode([Passage].self, from: Data($0.utf8)) }
}

/// Names from a JSON array of them.
func names(_ json: String) -> Set<String> {
  Set((try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? [])
}
