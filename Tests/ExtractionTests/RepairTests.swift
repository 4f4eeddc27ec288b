import Language
import Testing
import Text

@testable import Extraction

/// What sets a parser's tree right leaves a tree.
struct RepairTests {
  @Test func `every repair of every golden sentence leaves a tree`() throws {
    let parser = try SyntaxParser()
    let segmenter = Segmenter()
    for golden in Golden.all() {
      let sentences = segmenter.sentences(in: golden.example.text).map {
        PreparedSentence($0).sentence
      }
      for var tree in parser.parse(sentences) {
        for (n, repair) in ClaimExtractor.repairs(opensText: true).enumerated() {
          tree = repair(tree)
          #expect(tree.isSound, "repair \(n): \(golden.example.text)")
        }
      }
    }
  }

  @Test func `a circle is no tree`() {
    var words = [1, -1].map { head in
      Word(
        form: "x", lemma: "x", upos: "NOUN", xpos: "NN", feats: "", head: head, relation: "dep",
        span: Span(start: 0, end: 1), spaceBefore: true, confidence: 1)
    }
    #expect(Tree(words: words).isSound)
    words[1].head = 0
    #expect(!Tree(words: words).isSound)
  }
}
