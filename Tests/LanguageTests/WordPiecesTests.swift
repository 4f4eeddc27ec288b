import Language
import Testing

@Suite struct WordPiecesTests {
  private func pieces(_ word: String) throws -> [String] {
    let pieces = try WordPieces()
    return pieces(word).map(pieces.piece)
  }

  @Test func `the longest pieces win, from the left`() throws {
    #expect(try pieces("unwrapping") == ["un", "##wr", "##app", "##ing"])
  }

  @Test func `case and accents are dropped`() throws {
    #expect(try pieces("Élodie") == pieces("elodie"))
    #expect(try pieces("CAFÉ") == ["cafe"])
  }

  @Test func `punctuation and ideographs stand alone`() throws {
    #expect(try pieces("U.S.") == ["u", ".", "s", "."])
    #expect(try pieces("日本") == ["日", "本"])
  }

  @Test func `a Hangul syllable is taken apart`() throws {
    #expect(try pieces("가") == ["\u{1100}", "##\u{1161}"].map { $0 })
  }

  @Test func `what has no pieces is unknown`() throws {
    #expect(try pieces("🦜") == ["[UNK]"])
    #expect(try pieces("\u{200b}") == ["[UNK]"])
    #expect(try pieces(String(repeating: "x", count: 101)) == ["[UNK]"])
  }

  @Test func `a word has at most twelve pieces`() throws {
    #expect(try pieces(String(repeating: "qzx", count: 30)).count == 12)
  }
}
