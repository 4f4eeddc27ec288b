import CSyntaxModel
import Dispatch

/// Sentences as vectors of their meaning, so that "withdrew the permit" is near "revoked the licence".
///
/// all-MiniLM-L6-v2 (Reimers & Gurevych 2019) in int8; a vector is the same on every machine.
public final class SentenceEncoder: @unchecked Sendable {
  // Unchecked, because the network is only ever read.
  private let network: OpaquePointer
  private let pieces: WordPieces
  private let kernel: SyntaxKernel
  private let threads: Int

  private static let encoder = Result { try SentenceEncoder() }

  /// One encoder for the whole program, since all are alike.
  public static func shared() throws -> SentenceEncoder { try encoder.get() }

  /// - Parameter threads: at most so many; all cores when nil.
  public init(kernel: SyntaxKernel = .best, threads: Int? = nil) throws {
    pieces = try WordPieces()
    self.kernel = kernel.isAvailable ? kernel : .plain
    self.threads = max(1, threads ?? DispatchQueue.coreCount)
    guard let network = kg_meaning_open() else { throw SyntaxError.damagedNetwork }
    self.network = network
  }

  deinit { kg_network_close(network) }

  /// A text as it is meant.
  public struct Meaning: Sendable, Equatable {
    /// A vector of 384 floats and length 1.
    public var whole: [Float] = []
    /// One for each word as it is meant there; fewer where a text is very long.
    public var words: [[Float]] = []
  }

  /// What each text means, in their order, and each of its words, which spaces part.
  public func meanings(_ texts: [String]) -> [Meaning] {
    let chunks = texts.enumerated().map {
      Chunk(words: $1.split(separator: " ").map(String.init), number: $0, pieces: pieces)
    }
    let width = Int(KG_MEANING_WIDTH)
    return Batch.each(of: chunks, network, threads: threads, or: Meaning()) { batch, workspace in
      let ends = batch.firstWord.map(Int.init)
      var wholes = [Float](repeating: 0, count: batch.members.count * width)
      var words = [Float](repeating: 0, count: (ends.last ?? 0) * width)
      batch.withC {
        kg_meaning_encode(network, workspace, $0, kg_kernel(kernel.rawValue), &wholes, &words)
      }
      func vector(_ all: [Float], _ at: Int) -> [Float] {
        Array(all[at * width..<(at + 1) * width])
      }
      return batch.members.indices.map { member in
        // The first is [CLS], no word.
        Meaning(
          whole: vector(wholes, member),
          words: (ends[member] + 1..<ends[member + 1]).map { vector(words, $0) })
      }
    }
  }
}

/// How near texts are to one another by their meaning; what was encoded is kept for the next time.
///
/// An answer weighs the same few sentences more than once, and to encode them takes longest.
public final class Likeness {
  private var meanings: [String: SentenceEncoder.Meaning] = [:]

  public init() {}

  /// How near each text is to a question by its meaning: the cosine, 1 for the same words.
  public func of(_ question: String, to texts: [String]) throws -> [Double] {
    try encode([question] + texts)
    let asked = meanings[question]?.whole ?? []
    return texts.map { Self.cosine(meanings[$0]?.whole ?? [], asked) }
  }

  /// How near each word of a question is to each word of the texts: cosines by text, then by the
  /// question's word, then by the text's.
  public func ofWords(_ question: [String], to texts: [[String]]) throws -> [[[Double]]] {
    let asked = question.joined(separator: " ")
    let texts = texts.map { $0.joined(separator: " ") }
    try encode([asked] + texts)
    return texts.map { text in
      (meanings[asked]?.words ?? []).map { word in
        (meanings[text]?.words ?? []).map { Self.cosine(word, $0) }
      }
    }
  }

  private func encode(_ texts: [String]) throws {
    let new = Set(texts).filter { meanings[$0] == nil }.sorted()
    for (text, meaning) in try zip(new, SentenceEncoder.shared().meanings(new)) {
      meanings[text] = meaning
    }
  }

  private static func cosine(_ a: [Float], _ b: [Float]) -> Double {
    Double(zip(a, b).reduce(0) { $0 + $1.0 * $1.1 })
  }
}
