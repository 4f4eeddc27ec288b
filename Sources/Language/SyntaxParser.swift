// A trained network rather than rules: a parser of LAS 90 in place of 81 adds nine points to what
// claims are found. Int8 in C rather than a framework, because `kg` is one file that starts at once.
import CSyntaxModel
import Dispatch
import Foundation
import Text

/// Which compiled form of the network's arithmetic runs; all give the same trees.
public enum SyntaxKernel: UInt32, Sendable, CaseIterable {
  case plain, avx2, vnni, neon

  /// Whether this processor has the instructions.
  public var isAvailable: Bool { kg_kernel_available(kg_kernel(rawValue)) }

  /// The fastest available one, or what the environment's `KG_KERNEL` names.
  public static var best: SyntaxKernel {
    SyntaxKernel(rawValue: kg_kernel_best().rawValue) ?? .plain
  }
}

/// Sentences in, dependency trees out.
///
/// A sentence's tree does not depend on the sentences beside it, the threads, or the machine.
public final class SyntaxParser: @unchecked Sendable {
  // Unchecked, because the network is only ever read, and a lock is held for what isn't.
  private let network: OpaquePointer
  private let pieces: WordPieces
  private let kernel: SyntaxKernel
  private let threads: Int
  private let upos: [String]
  private let xpos: [String]
  private let feats: [String]
  private let relations: [String]
  private let root: Int32
  /// The sentence that was last read alone, and its tree.
  private var last: (sentence: Sentence, tree: Tree)?
  private let lock = NSLock()

  private static let parser = Result { try SyntaxParser() }

  /// One parser for the whole program, since all are alike.
  public static func shared() throws -> SyntaxParser { try parser.get() }

  /// - Parameter threads: at most so many; all cores when nil.
  public init(kernel: SyntaxKernel = .best, threads: Int? = nil) throws {
    pieces = try WordPieces()
    upos = try ModelSection<UInt8>("labels.upos").lines
    xpos = try ModelSection<UInt8>("labels.xpos").lines
    feats = try ModelSection<UInt8>("labels.feats").lines
    relations = try ModelSection<UInt8>("labels.rel").lines
    guard let root = relations.firstIndex(of: "root") else {
      throw SyntaxError.missingSection("labels.rel")
    }
    self.root = Int32(root)
    self.kernel = kernel.isAvailable ? kernel : .plain
    self.threads = max(1, threads ?? DispatchQueue.coreCount)
    guard let network = kg_network_open() else { throw SyntaxError.damagedNetwork }
    self.network = network
  }

  deinit { kg_network_close(network) }

  /// The trees of the sentences, in their order; an empty sentence gives an empty tree.
  ///
  /// One that is read alone, as a question is, and asked for again is not read twice.
  public func parse(_ sentences: [Sentence]) -> [Tree] {
    guard sentences.count == 1, let sentence = sentences.first else { return read(sentences) }
    if let last = lock.withLock({ last }), last.sentence == sentence { return [last.tree] }
    let trees = read(sentences)
    if let tree = trees.first { lock.withLock { last = (sentence, tree) } }
    return trees
  }

  private func read(_ sentences: [Sentence]) -> [Tree] {
    var chunks: [Chunk] = []
    for (i, sentence) in sentences.enumerated() {
      chunks += Chunk.chunks(of: sentence, number: i, pieces: pieces)
    }
    let parsed = parse(chunks)
    var words = [[Word]](repeating: [], count: sentences.count)
    for (chunk, its) in zip(chunks, parsed) {
      join(its, to: &words[chunk.sentence])
    }
    return words.map(Tree.init)
  }

  /// Adds a later chunk of a sentence that was too long to be read at once.
  private func join(_ chunk: [Word], to words: inout [Word]) {
    guard let first = words.firstIndex(where: { $0.head < 0 }) else {
      words = chunk
      return
    }
    let offset = words.count
    for var word in chunk {
      if word.head < 0 {
        word.head = first
        word.relation = "parataxis"
        word.confidence = 0
      } else {
        word.head += offset
      }
      words.append(word)
    }
  }

  private func parse(_ chunks: [Chunk]) -> [[Word]] {
    Batch.each(of: chunks, network, threads: threads, or: []) { run($0, of: chunks, $1) }
  }

  private func run(_ batch: Batch, of chunks: [Chunk], _ workspace: OpaquePointer) -> [[Word]] {
    let words = Int(batch.firstWord[batch.members.count])
    var tags = [UInt8](repeating: 0, count: words * 3)
    var arcs = [Float](repeating: 0, count: batch.arcCount)
    var heads = [Int32](repeating: 0, count: words)
    var labels = [UInt8](repeating: 0, count: words)
    var confidence = [Float](repeating: 0, count: words)
    batch.withC { c in
      let kind = kg_kernel(kernel.rawValue)
      kg_syntax_encode(network, workspace, c, kind, &tags, &arcs)
      arcs.withUnsafeBufferPointer { arcs in
        var from = 0
        for s in batch.members.indices {
          let first = Int(batch.firstWord[s])
          let count = Int(batch.firstWord[s + 1]) - first
          let table = UnsafeBufferPointer(rebasing: arcs[from..<from + count * count])
          for (i, head) in SpanningTree.heads(table, count: count).enumerated() {
            heads[first + i] = Int32(head)
          }
          from += count * count
        }
      }
      kg_syntax_label(network, workspace, c, kind, heads, arcs, root, &labels, &confidence)
    }
    return batch.members.enumerated().map { s, place in
      chunks[place].tokens.enumerated().map { i, token in
        let at = Int(batch.firstWord[s]) + 1 + i
        return word(
          token, tags: (tags[at * 3], tags[at * 3 + 1], tags[at * 3 + 2]), head: Int(heads[at]) - 1,
          label: labels[at], confidence: confidence[at])
      }
    }
  }

  private func word(
    _ token: Token, tags: (UInt8, UInt8, UInt8), head: Int, label: UInt8, confidence: Float
  ) -> Word {
    let (upos, xpos, feats) = (upos[Int(tags.0)], xpos[Int(tags.1)], feats[Int(tags.2)])
    return Word(
      form: token.text,
      lemma: Lemmatizer.lemma(form: token.text, upos: upos, xpos: xpos, feats: feats),
      upos: upos, xpos: xpos, feats: feats, head: head, relation: relations[Int(label)],
      span: token.span, spaceBefore: token.spaceBefore, confidence: confidence)
  }
}

extension DispatchQueue {
  /// How many cores this process may use.
  static var coreCount: Int { Int(kg_core_count()) }
}
