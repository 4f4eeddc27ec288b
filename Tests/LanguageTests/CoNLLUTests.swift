import Language
import Testing
import Text

@Suite struct CoNLLUTests {
  /// Columns are written with spaces here.
  private func table(_ rows: String) -> String {
    rows.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("#") ? String($0) : $0.split(separator: " ").joined(separator: "\t") }
      .joined(separator: "\n")
  }

  private let given = """
    # sent_id = 7
    # text = Cats can't swim.
    1 Cats _ _ _ _ _ _ _ _
    2-3 can't _ _ _ _ _ _ _ _
    2 ca _ _ _ _ _ _ _ _
    3 n't _ _ _ _ _ _ _ _
    3.1 node _ _ _ _ _ _ _ _
    4 swim _ _ _ _ _ _ _ SpaceAfter=No|Note=x
    5 . _ _ _ _ _ _ _ _

    """

  @Test func `given tokens keep their places in the rebuilt text`() throws {
    let read = try CoNLLU.read(table(given))
    #expect(read.count == 1)
    #expect(read[0].text == "Cats can't swim.")
    let tokens = read[0].sentence.tokens
    #expect(tokens.map { $0.span.text(in: read[0].text) } == ["Cats", "ca", "n't", "swim", "."])
    #expect(tokens.map(\.spaceBefore) == [false, true, false, true, false])
  }

  @Test func `comments, multi-word tokens and the last column come out unchanged`() throws {
    let read = try CoNLLU.read(table(given))[0]
    let tree = try SyntaxParser().parse([read.sentence])[0]
    let lines = CoNLLU.format(tree, like: read).split(separator: "\n").map(String.init)
    #expect(lines.prefix(2) == ["# sent_id = 7", "# text = Cats can't swim."])
    #expect(lines[3] == "2-3\tcan't" + String(repeating: "\t_", count: 8))
    #expect(lines[6].hasSuffix("\tSpaceAfter=No|Note=x"))
    #expect(lines.count == 8)
  }

  @Test func `a word that its token does not spell has the whole token's place`() throws {
    let text = table("1-2 wanna _ _ _ _ _ _ _ _\n1 want _ _ _ _ _ _ _ _\n2 to _ _ _ _ _ _ _ _\n")
    let tokens = try CoNLLU.read(text)[0].sentence.tokens
    #expect(tokens.map(\.span) == [Span(start: 0, end: 5), Span(start: 0, end: 5)])
  }

  @Test func `written then read is the same sentence`() throws {
    let golden = try GoldenTrees()
    let trees = try SyntaxParser().parse(golden.sentences)
    let again = try CoNLLU.read(CoNLLU.format(trees, texts: golden.given.map(\.text)))
    #expect(again.map(\.sentence) == golden.sentences)
    #expect(again.map { $0.comments[0] } == golden.given.map { "# text = \($0.text)" })
  }

  @Test(
    "a bad line is named",
    arguments: [
      ("1 word", "line 1: 2 columns instead of 10 separated by tabs"),
      ("1 a _ _ _ _ _ _ _ _\n3 b _ _ _ _ _ _ _ _", "line 2: word '3' stands where 2 should"),
      ("2-1 a _ _ _ _ _ _ _ _", "line 1: '2-1' is no range that begins at 1"),
      ("1-2 ab _ _ _ _ _ _ _ _\n1 a _ _ _ _ _ _ _ _", "line 2: the words of 'ab' are missing"),
    ])
  func badLine(_ rows: String, _ message: String) {
    let error = #expect(throws: CoNLLU.Malformed.self) { try CoNLLU.read(table(rows)) }
    #expect(error?.description == message)
  }
}
