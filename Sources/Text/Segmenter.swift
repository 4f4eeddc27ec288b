/// Splits text into sentences and syntactic words as the English UD treebanks do, in linear time: words by
/// rule, sentences by what was learnt of where they end.
public struct Segmenter: Sendable {
  public init() {}

  /// The sentences of a text; a blank line or a bullet always begins a new one.
  public func sentences(in text: String) -> [Sentence] {
    let bytes = Array(text.utf8)
    let splitter = WordSplitter(bytes: bytes)
    var out: [Sentence] = []
    var current: [Token] = []
    var soFar = SentenceSoFar()
    let chunks = Chunk.all(in: bytes)
    var next = chunks.first.map { ChunkForm($0, in: bytes) }
    var afterNext = chunks.count > 1 ? ChunkForm(chunks[1], in: bytes) : nil
    for (i, chunk) in chunks.enumerated() {
      current += splitter.tokens(of: chunk)
      if let form = next { soFar.add(form) }
      next = afterNext
      afterNext = i + 2 < chunks.count ? ChunkForm(chunks[i + 2], in: bytes) : nil
      let ends =
        next.map { next in
          chunks[i + 1].newlinesBefore >= 2
            || chunks[i + 1].newlinesBefore == 1 && next.isBullet
            || soFar.ends(
              before: next, afterNext, onNewLine: chunks[i + 1].newlinesBefore > 0)
        } ?? true
      if ends, let first = current.first, let last = current.last {
        let span = Span(start: first.span.start, end: last.span.end)
        out.append(Sentence(span: span, tokens: current))
        current = []
        soFar.clear()
      }
    }
    return out
  }

  /// The whole text as one sentence; words already spaced apart stay so.
  public func sentence(taking text: String) -> Sentence {
    let bytes = Array(text.utf8)
    let tokens = Chunk.all(in: bytes).flatMap { WordSplitter(bytes: bytes).tokens(of: $0) }
    return Sentence(span: Span(start: 0, end: bytes.count), tokens: tokens)
  }
}
