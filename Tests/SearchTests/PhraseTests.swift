import Testing

@testable import Search

@Suite struct PhraseTests {
  @Test(
    "names that differ in form only have one key",
    arguments: [
      ("Open-source models", "open source model"), ("the U.S.", "US"),
      ("Heliora's batteries", "Heliora battery"), ("GPT-4.5", "gpt 4.5"),
      ("vetoes", "veto"), ("embargoes", "embargo"), ("shoes", "shoe"),
    ])
  func equal(_ a: String, _ b: String) { #expect(Phrase(a).key == Phrase(b).key) }

  @Test("different names keep different keys")
  func different() {
    #expect(Phrase("GPT-4").key != Phrase("GPT-5").key)
    #expect(Phrase("open models").key != Phrase("closed models").key)
  }

  @Test("the core leaves general words out unless nothing else is there")
  func core() {
    #expect(Phrase("closed AI models").core == ["closed"])
    #expect(Phrase("AI models").core == ["ai", "model"])
  }
}
