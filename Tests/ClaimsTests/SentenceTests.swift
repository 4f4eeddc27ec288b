import Claims
import Testing

/// How a claim is said to a reader.
struct SentenceTests {
  @Test(
    "verbs go with their subjects",
    arguments: [
      ("China", "leads in", "China leads in it"),
      ("United States", "restricts", "United States restricts it"),
      ("export controls", "slows", "export controls slow it"),
      ("American labs", "is ahead of", "American labs are ahead of it"),
      ("open models of Chinese labs", "challenges", "open models of Chinese labs challenge it"),
      ("gap between models", "carries", "gap between models carries it"),
      ("gap of models", "has", "gap of models has it"),
      ("Gulf states", "supplies", "Gulf states supply it"),
      ("officials", "focuses on", "officials focus on it"),
      ("ministers", "publishes", "ministers publish it"),
      ("ministers", "uses", "ministers use it"), ("ministers", "goes for", "ministers go for it"),
      ("people", "does without", "people do without it"),
      ("logistics", "slows", "logistics slows it"), ("Siemens", "leads in", "Siemens leads in it"),
      ("labs", "overtook", "labs overtook it"),
    ])
  func verbs(_ subject: String, _ relation: String, _ said: String) {
    #expect(claim(subject, relation).sentence == said)
  }

  @Test func `what is denied or only possible is marked`() {
    var said = claim("", "bans")
    #expect(said.sentence == "anyone bans it")
    said.subject = "India"
    said.polarity = .negative
    said.modality = .possible
    said.scope = "ministries"
    said.time = "2026"
    #expect(said.sentence == "India bans it (ministries), 2026 [denied, possible]")
  }

  private func claim(_ subject: String, _ relation: String) -> Claim {
    Claim(
      subject: subject, relation: relation, object: "it",
      evidence: Evidence(
        insight: "i", document: "d", source: nil, published: nil, quote: "q", start: 0, end: 1))
  }
}
