import CSyntaxModel
import Dispatch
import Text

/// A sentence, or a part of one of more than 510 pieces, in the numbers that the network reads.
struct Chunk: Sendable {
  /// 510 pieces, [CLS] and [SEP] fill the network's 512 positions.
  private static let mostPieces = 510

  let sentence: Int
  private(set) var tokens: [Token] = []
  private(set) var ids: [UInt16] = [WordPieces.start]
  private(set) var shapes: [UInt8] = [LetterShape.special]
  private(set) var wordOf: [Int32] = [0]

  private init(sentence: Int) { self.sentence = sentence }

  /// The sentence's chunks: one unless it is very long, none if it is empty.
  static func chunks(of sentence: Sentence, number: Int, pieces: WordPieces) -> [Chunk] {
    var chunks: [Chunk] = []
    var chunk = Chunk(sentence: number)
    for (i, token) in sentence.tokens.enumerated() {
      let its = pieces(token.text)
      if chunk.ids.count - 1 + its.count > mostPieces {
        chunks.append(chunk.closed())
        chunk = Chunk(sentence: number)
      }
      chunk.add(token, its, glued: i > 0 && !token.spaceBefore)
    }
    if !chunk.tokens.isEmpty { chunks.append(chunk.closed()) }
    return chunks
  }

  /// A text up to its first 510 pieces, for its meaning, which asks for no letter shapes.
  init(words: [String], number: Int, pieces: WordPieces) {
    self.init(sentence: number)
    for (i, word) in words.enumerated() {
      let its = pieces(word)
      if ids.count + its.count > Self.mostPieces + 1 { break }
      ids += its
      wordOf += Array(repeating: Int32(i + 1), count: its.count)
    }
    ids.append(WordPieces.end)
    wordOf.append(-1)
    shapes = Array(repeating: 0, count: ids.count)
  }

  /// Two short texts side by side, told apart by their shapes: 0 and 1.
  init(_ one: [String], beside other: [String], number: Int, pieces: WordPieces) {
    self.init(sentence: number)
    for (side, words) in [one, other].enumerated() {
      ids += words.flatMap { pieces($0) }.prefix((Self.mostPieces - 1) / 2) + [WordPieces.end]
      shapes += Array(repeating: UInt8(side), count: ids.count - shapes.count)
    }
    shapes[0] = 0
    wordOf = Array(repeating: 0, count: ids.count)
  }

  private mutating func add(_ token: Token, _ pieces: [UInt16], glued: Bool) {
    tokens.append(token)
    ids += pieces
    shapes.append(LetterShape.row(token.text, glued: glued))
    shapes += Array(repeating: LetterShape.continuation, count: pieces.count - 1)
    wordOf += Array(repeating: Int32(tokens.count), count: pieces.count)
  }

  private func closed() -> Chunk {
    var copy = self
    copy.ids.append(WordPieces.end)
    copy.shapes.append(LetterShape.special)
    copy.wordOf.append(-1)
    return copy
  }
}

/// Chunks that go through the network together, so that each weight read from memory serves many words.
struct Batch: Sendable {
  private static let mostPieces = 256

  /// Positions of the chunks.
  private(set) var members: [Int] = []
  private(set) var firstPiece: [Int32] = [0]
  private(set) var firstWord: [Int32] = [0]
  private(set) var arcCount = 0
  private var ids: [UInt16] = []
  private var shapes: [UInt8] = []
  private var wordOf: [Int32] = []

  var pieceCount: Int { ids.count }

  /// Chunks of like length together, the longest first so that no thread ends with a long one alone.
  static func batches(of chunks: [Chunk]) -> [Batch] {
    let order = chunks.indices.sorted {
      let (a, b) = (chunks[$0].ids.count, chunks[$1].ids.count)
      return a != b ? a > b : $0 < $1
    }
    var batches: [Batch] = []
    var batch = Batch()
    for i in order {
      if !batch.members.isEmpty, batch.pieceCount + chunks[i].ids.count > mostPieces {
        batches.append(batch)
        batch = Batch()
      }
      batch.add(chunks[i], at: i)
    }
    return batch.members.isEmpty ? batches : batches + [batch]
  }

  /// What `body` makes of each chunk's batch, in the chunks' order; `missing` where memory is short.
  static func each<Result: Sendable>(
    of chunks: [Chunk], _ network: OpaquePointer, threads: Int, or missing: Result,
    _ body: (Batch, OpaquePointer) -> [Result]
  ) -> [Result] {
    let batches = batches(of: chunks)
    var results = [Result](repeating: missing, count: chunks.count)
    var next: Int32 = 0
    results.withUnsafeMutableBufferPointer { results in
      withUnsafeMutablePointer(to: &next) { next in
        // Threads take batch after batch and write to places of their own.
        nonisolated(unsafe) let results = results
        nonisolated(unsafe) let next = next
        nonisolated(unsafe) let network = network
        nonisolated(unsafe) let body = body
        DispatchQueue.concurrentPerform(iterations: min(threads, batches.count)) { _ in
          guard let largest = batches.map(\.pieceCount).max(),
            let workspace = kg_workspace_open(network, Int32(largest))
          else { return }
          defer { kg_workspace_close(workspace) }
          while case let i = Int(kg_take_next(next)), i < batches.count {
            for (place, made) in zip(batches[i].members, body(batches[i], workspace)) {
              results[place] = made
            }
          }
        }
      }
    }
    return results
  }

  private mutating func add(_ chunk: Chunk, at place: Int) {
    members.append(place)
    ids += chunk.ids
    shapes += chunk.shapes
    wordOf += chunk.wordOf
    let words = Int(chunk.wordOf.max() ?? 0) + 1
    arcCount += words * words
    firstPiece.append(Int32(ids.count))
    firstWord.append((firstWord.last ?? 0) + Int32(words))
  }

  func withC(_ body: (UnsafePointer<kg_batch>) -> Void) {
    firstPiece.withUnsafeBufferPointer { pieces in
      firstWord.withUnsafeBufferPointer { words in
        ids.withUnsafeBufferPointer { ids in
          shapes.withUnsafeBufferPointer { shapes in
            wordOf.withUnsafeBufferPointer { wordOf in
              var c = kg_batch(
                sentences: Int32(members.count), first_piece: pieces.baseAddress,
                first_word: words.baseAddress, ids: ids.baseAddress, shapes: shapes.baseAddress,
                word_of: wordOf.baseAddress)
              body(&c)
            }
          }
        }
      }
    }
  }
}
