import Language
import Testing
import Text

@Suite struct SyntaxParserTests {
  private func sentence(_ text: String) -> Sentence {
    var at = 0
    let tokens = text.split(separator: " ").map { word in
      defer { at += word.utf8.count + 1 }
      return Token(
        text: String(word), span: Span(start: at, end: at + word.utf8.count), spaceBefore: true)
    }
    return Sentence(span: Span(start: 0, end: text.utf8.count), tokens: tokens)
  }

  private func outline(_ tree: Tree) -> [String] {
    tree.words.map { word in
      let head = word.head < 0 ? "-" : tree.words[word.head].form
      return "\(word.form) \(word.upos) \(word.relation) \(head)"
    }
  }

  @Test func `a short sentence gives its tree`() throws {
    let tree = try SyntaxParser().parse([sentence("Farmers sell apples in Oslo .")])[0]
    #expect(
      outline(tree) == [
        "Farmers NOUN nsubj sell", "sell VERB root -", "apples NOUN obj sell", "in ADP case Oslo",
        "Oslo PROPN obl sell", ". PUNCT punct sell",
      ])
    #expect(tree.words.allSatisfy { $0.confidence > 0 && $0.confidence <= 1 })
    #expect(tree.words[4].span == Span(start: 23, end: 27))
  }

  @Test func `a sentence asked for again has its own tree, whatever was read last`() throws {
    let parser = try SyntaxParser()
    let (a, b) = (sentence("Farmers sell apples in Oslo ."), sentence("Who buys their pears ?"))
    let together = try SyntaxParser().parse([a, b])
    for (sentence, tree) in [(a, 0), (a, 0), (b, 1), (b, 1), (a, 0)] {
      #expect(parser.parse([sentence]) == [together[tree]])
    }
    #expect(parser.parse([]) == [])
    #expect(parser.parse([b, a]) == [together[1], together[0]])
  }

  @Test func `trees are those of the trainer`() throws {
    let golden = try GoldenTrees()
    let trees = try SyntaxParser().parse(golden.sentences)
    var words = 0
    var sameArcs = 0
    var sameLabels = 0
    for (tree, rows) in zip(trees, golden.rows) {
      #expect(tree.words.count == rows.count)
      for (word, row) in zip(tree.words, rows) {
        words += 1
        sameArcs += word.head == row.head ? 1 : 0
        sameLabels += word.relation == row.relation && word.upos == row.upos ? 1 : 0
      }
    }
    #expect(words > 500)
    #expect(Double(sameArcs) >= 0.995 * Double(words))
    #expect(Double(sameLabels) >= 0.995 * Double(words))
  }

  @Test(
    "every kernel gives the same trees to the last bit",
    arguments: SyntaxKernel.allCases.filter(\.isAvailable))
  func everyKernelAgrees(_ kernel: SyntaxKernel) throws {
    let sentences = Array(try GoldenTrees().sentences.prefix(20))
    let plain = try SyntaxParser(kernel: .plain).parse(sentences)
    #expect(try SyntaxParser(kernel: kernel).parse(sentences) == plain)
  }

  @Test func `neighbours and threads change nothing`() throws {
    let sentences = try GoldenTrees().sentences
    let together = try SyntaxParser().parse(sentences)
    let alone = try SyntaxParser(threads: 1)
    #expect(sentences.map { alone.parse([$0])[0] } == together)
    #expect(alone.parse(sentences.reversed()) == together.reversed())
  }

  @Test func `every tree has one root and no cycle`() throws {
    for tree in try SyntaxParser().parse(GoldenTrees().sentences) {
      #expect(tree.words.count { $0.head < 0 } == 1)
      #expect(tree.words.allSatisfy { ($0.relation == "root") == ($0.head < 0) })
      for start in tree.words.indices {
        var at = start
        var steps = 0
        while at >= 0, steps <= tree.words.count { (at, steps) = (tree.words[at].head, steps + 1) }
        #expect(at < 0)
      }
    }
  }

  @Test func `an endless sentence is still one tree`() throws {
    let long = Array(
      repeating: "the old bridge near the unfathomable quarry collapsed and", count: 150)
    let sentence = sentence(long.joined(separator: " "))
    let tree = try SyntaxParser().parse([sentence])[0]
    #expect(tree.words.map(\.form) == sentence.tokens.map(\.text))
    #expect(tree.words.count { $0.head < 0 } == 1)
    #expect(tree.words.contains { $0.relation == "parataxis" && $0.head == tree.root })
  }

  @Test func `nothing gives nothing`() throws {
    let parser = try SyntaxParser()
    #expect(parser.parse([]) == [])
    #expect(parser.parse([Sentence(span: Span(start: 0, end: 0), tokens: [])]) == [Tree(words: [])])
  }

  @Test(
    "odd words are parsed as well",
    arguments: ["\u{0}", "\u{200b}", "漢字", "한국어", "👩‍👩‍👧", String(repeating: "a", count: 130), "ﬁ"])
  func oddWords(_ word: String) throws {
    let tree = try SyntaxParser().parse([sentence("They wrote \(word) .")])[0]
    #expect(tree.words.map(\.form) == ["They", "wrote", word, "."])
  }
}
