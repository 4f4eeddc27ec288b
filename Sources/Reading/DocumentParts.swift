import Foundation

/// Where a file of JSON lines can be cut so that each part holds all of its documents.
///
/// A look at the bytes only: all it must know of a line is which documents are named in it.
struct DocumentParts {
  struct Part: Hashable {
    var bytes: Range<Int>
    /// 1-based.
    var firstLine: Int
    /// False where a document was too large for one part.
    var endsDocuments: Bool
  }

  /// How much a part holds at least, and four times as much at most.
  struct Size {
    var lines = 8192
    var bytes = 1 << 22
  }

  static func parts(of file: InputFile, size: Size = Size()) throws -> [Part] {
    let head = try file.bytes(0..<min(file.count, 4096))
    // Its lines end otherwise; such a file is read whole.
    if MendedText.isUTF16(head) || MendedText.notText(head) != nil {
      return [Part(bytes: 0..<file.count, firstLine: 1, endsDocuments: true)]
    }
    var finder = DocumentParts(size: size)
    try file.blocks(of: 1 << 20) { finder.add($0) }
    return finder.parts(count: file.count)
  }

  /// Lines one after the other that name one document, or a few of those.
  private struct Run {
    var document: UInt64
    var start: Int
    var end: Int
    var firstLine: Int
    var lastLine: Int
  }

  private let size: Size
  private var runs: [Run] = []
  /// The last run that names a document.
  private var last: [UInt64: Int] = [:]
  private var lines = 0

  private init(size: Size) { self.size = size }

  private mutating func add(_ block: InputFile.Block) {
    block.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes.place(of: UInt8(ascii: "\n"), from: start).map { $0 + 1 } ?? bytes.count
        add(UnsafeBufferPointer(rebasing: bytes[start..<end]), at: block.start + start)
        start = end
      }
    }
  }

  private mutating func add(_ line: UnsafeBufferPointer<UInt8>, at start: Int) {
    lines += 1
    let end = start + line.count
    let named = documents(in: line)
    if let run = runs.last, named.count == 1, run.document == named[0],
      run.lastLine - run.firstLine < size.lines, end - run.start < size.bytes
    {
      runs[runs.count - 1].end = end
      runs[runs.count - 1].lastLine = lines
    } else {
      // Others named in the same line stand before it, as runs of no lines.
      for document in named.dropFirst() {
        runs.append(
          Run(
            document: document, start: start, end: start, firstLine: lines, lastLine: lines - 1))
      }
      runs.append(
        Run(document: named[0], start: start, end: end, firstLine: lines, lastLine: lines))
    }
    for document in named { last[document] = runs.count - 1 }
    // A carriage return alone ends a line too.
    lines += loneReturns(in: line)
  }

  private func parts(count: Int) -> [Part] {
    var parts: [Part] = []
    var open = 0
    var horizon = 0
    for (number, run) in runs.enumerated() {
      horizon = max(horizon, last[run.document] ?? number)
      let lines = run.lastLine - runs[open].firstLine + 1
      let bytes = run.end - runs[open].start
      let isWhole = horizon <= number
      let isEnough = lines >= size.lines || bytes >= size.bytes
      let isTooMuch = lines >= 4 * size.lines || bytes >= 4 * size.bytes
      guard isEnough && isWhole || isTooMuch || number == runs.count - 1 else { continue }
      parts.append(
        Part(
          bytes: runs[open].start..<run.end, firstLine: runs[open].firstLine,
          endsDocuments: isWhole))
      open = number + 1
    }
    return parts
  }
}

/// Hashes of the documents that a line of JSON names anywhere; 0 where it names none.
private func documents(in line: UnsafeBufferPointer<UInt8>) -> [UInt64] {
  var found: [UInt64] = []
  var at = 0
  while let start = documentKey.withUnsafeBufferPointer({ line.place(of: $0, from: at) }) {
    at = start + documentKey.count
    var rest = line[at...].drop { $0 == 0x20 || $0 == 0x09 }
    guard rest.first == UInt8(ascii: ":") else { continue }
    rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }
    let isQuoted = rest.first == UInt8(ascii: "\"")
    if isQuoted { rest = rest.dropFirst() }
    let value = rest.prefix {
      isQuoted ? $0 != UInt8(ascii: "\"") : $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}")
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in value { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    if !value.isEmpty { found.append(hash) }
  }
  return found.isEmpty ? [0] : found
}

private let documentKey = Array("\"document\"".utf8)

private func loneReturns(in line: UnsafeBufferPointer<UInt8>) -> Int {
  guard line.place(of: 0x0d) != nil else { return 0 }
  let isEnded = line.count > 1 && line[line.count - 1] == 0x0a && line[line.count - 2] == 0x0d
  return line.count { $0 == 0x0d } - (isEnded ? 1 : 0)
}
