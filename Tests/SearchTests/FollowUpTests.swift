import Testing

@testable import Search

/// Questions that lean on the one before, and how they are then read.
struct FollowUpTests {
  @Test(arguments: [
    ("Does Spain lead in solar power?", "and France?", "Does France lead in solar power?"),
    ("Does Spain lead in solar power?", "And in wind power?", "Does Spain lead in wind power?"),
    (
      "Does Spain lead in solar power?", "what about rooftop solar",
      "Does Spain lead in rooftop solar?"
    ),
    ("Does Spain lead in solar power?", "and hydrogen?", "Does Spain lead in hydrogen?"),
    ("Who owns Heliora?", "and Sunward?", "Who owns Sunward?"),
    ("Does Spain own Heliora", "or Paris?", "Does Paris own Heliora?"),
    ("Who leads in solar power?", "and in Spain?", "Who leads in solar power in Spain?"),
    (
      "Does Spain lead in solar power?", "but since 2024?",
      "Does Spain lead in solar power since 2024?"
    ),
    (
      "Does Spain lead in solar power in 2024?", "and hydrogen?",
      "Does Spain lead in hydrogen in 2024?"
    ),
    // One that stands by itself, or leans on nothing that can be told.
    ("Does Spain lead in solar power?", "and who leads in wind?", nil),
    ("Does Spain lead in solar power?", "France?", nil),
    ("Who champions cooperatives?", "and hydrogen?", nil),
  ])
  func `what is new takes the place of what it resembles`(
    _ previous: String, _ text: String, _ question: String?
  ) throws {
    #expect(
      FollowUp(vocabulary: try Fixture.vocabulary()).question(text, after: previous) == question)
  }
}
