import Testing

@testable import Claims

struct SensesTests {
  @Test func `a relation has the senses of its verb, with its particles and nouns`() throws {
    let senses = Senses(
      """
      # a comment
      demand; insist on | waive
      team up with; join force with | cut tie with
      """)
    let demand = try #require(senses.sides(of: "demands").first)
    #expect(senses.sides(of: "insists on") == [demand])
    #expect(senses.sides(of: "waives") == [demand.opposite])
    #expect(senses.sides(of: "cuts ties with") == senses.sides(of: "cut tie with"))
    #expect(
      senses.sides(of: "cuts ties with").map(\.opposite)
        == Array(senses.sides(of: "joins forces with")))
    #expect(senses.sides(of: "insists").isEmpty)
    #expect(senses.related(to: "waives") == ["demand", "insist on", "waive"])
  }

  @Test func `each phrase of the list is found, and on one side of its line only`() {
    for line in Senses.list.split(separator: "\n") where !line.hasPrefix("#") {
      let sides = line.split(separator: "|").map { part in
        part.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
      }
      #expect((1...2).contains(sides.count), "\(line)")
      #expect(Set(sides.joined()).count == sides.joined().count, "\(line)")
      for phrase in sides.joined() {
        #expect(!Senses.builtIn.sides(of: phrase).isEmpty, "\(phrase)")
      }
    }
  }
}
