import Text

/// Which sentence of a text a claim was made from that comes without a quote.
struct SentenceOfClaim {
  private let sentences: [(span: Span, words: Set<Substring>)]

  init(in text: String) {
    guard Self.mayHaveSeveral(text) else {
      sentences = []
      return
    }
    sentences = Segmenter().sentences(in: text).map { sentence in
      (sentence.span, Set(Self.words(sentence.span.text(in: text)[...])))
    }
  }

  /// The sentence's place in the text in bytes, where one alone has most of the claim's words; else nil.
  func place(of claim: [String?]) -> Range<Int>? {
    guard sentences.count > 1 else { return nil }
    let said = Set(claim.compactMap(\.self).flatMap { Self.words($0[...]) })
    let shared = sentences.map { $0.words.intersection(said).count }
    guard let most = shared.max(), most > 1, shared.filter({ 2 * $0 > most }).count == 1,
      let best = shared.firstIndex(of: most)
    else { return nil }
    return sentences[best].span.start..<sentences[best].span.end
  }

  /// Whether a sentence may end before the text does, which most texts of one sentence show at once.
  private static func mayHaveSeveral(_ text: String) -> Bool {
    var ends = false
    for byte in text.utf8 {
      if ends, byte <= UInt8(ascii: " ") { return true }
      ends = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(byte)
    }
    return text.utf8.contains(UInt8(ascii: "\n"))
  }

  /// The first letters of each word, because a claim may have it in another form.
  private static func words(_ text: Substring) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }
      .map { Substring($0.prefix(5)) }
  }
}
