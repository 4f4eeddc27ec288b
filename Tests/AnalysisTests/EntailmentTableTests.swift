import Claims
import Testing

@testable import Analysis

/// What follows from claims by the lines of a table.
struct EntailmentTableTests {
  let relations: RelationNames
  let keys: MatchKeys

  init() throws {
    let vocabulary = try Vocabulary.builtIn()
    relations = RelationNames(vocabulary: vocabulary)
    keys = MatchKeys(vocabulary: vocabulary)
  }

  private func follows(_ claim: String, by table: EntailmentTable) -> [String] {
    table.entailments(of: goldenClaim(claim, id: "1"), relations: relations, keys: keys).map {
      let claim = $0.claim
      let parts = [claim.subject, claim.relation, claim.object, claim.scope, claim.time]
      return (claim.polarity == .negative ? "not " : "")
        + parts.compactMap(\.self).joined(separator: " | ") + ($0.holdsOn ? " ; from then on" : "")
    }
  }

  @Test func `every line of the table can be read`() {
    #expect(EntailmentTable.builtIn.unread.isEmpty)
  }

  @Test(arguments: [
    ("Viora | fires | Nils Berg", ["not Nils Berg | works for | Viora ; from then on"]),
    ("Viora | fires | three engineers", []),
    (
      "Viora | buys lenses from | Orvik",
      [
        "Orvik | supplies | Viora's lenses", "Viora | is customer of | Orvik",
      ]
    ),
    ("Viora | invests | 2 million euros in Orvik", ["Viora | invests in | Orvik"]),
    ("Viora | sells | its entire stake in Orvik", ["not Viora | owns | Orvik ; from then on"]),
    ("Viora | loses | 5 billion dollars", ["not Viora | is | profitable"]),
    (
      "Viora | starts mass production in | May 2025",
      [
        "Viora | starts mass production |  | May 2025"
      ]
    ),
    ("X7 | owes | anything to any Orvik model | !", ["not X7 | is built on | Orvik model"]),
    ("X7 | owes | anything to any Orvik model", []),
  ])
  func `what follows`(claim: String, expected: [String]) {
    #expect(follows(claim, by: .builtIn) == expected)
  }

  @Test func `a table of one's own`() {
    let table = EntailmentTable(
      """
      # A comment
      @praising: lauds / sings $X of
      $S | @praising | (the) $O:name ... => $O | pleases | $S ; asserted
      all of it
      """)
    #expect(table.unread == ["all of it"])
    #expect(
      follows("Olga | lauds | the Skyfin lens", by: table) == ["Skyfin lens | pleases | Olga"])
    #expect(
      follows("Olga | sings the praise of | Skyfin", by: table) == ["Skyfin | pleases | Olga"])
    #expect(follows("Olga | lauds | lenses", by: table) == [])
    #expect(follows("Olga | lauds | Skyfin | ?planned", by: table) == [])
  }
}
