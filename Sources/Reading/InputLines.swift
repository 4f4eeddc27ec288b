/// The lines of a file of text, read as they are asked for, because it may be larger than memory.
public struct InputLines {
  private let file: InputFile

  /// Opens the file, `-` being standard input.
  ///
  /// Throws a `ReadingError` where it can't be read or is no text.
  public init(path: String) throws {
    file = try InputFile(path: path)
    let head = try file.bytes(0..<min(file.count, 4096))
    if MendedText.notText(head) != nil { throw ReadingError(notText: head, file: file.name) }
  }

  /// Hands on each line without its end, empty ones too; gives what had to be mended.
  public func forEach(_ body: (String) throws -> Void) throws -> [ReadingError] {
    let head = try file.bytes(0..<min(file.count, 2))
    var mends = MendedText.Mends()
    try file.blocks(of: MendedText.isUTF16(head) ? file.count : 1 << 20) { block in
      // What follows the last line feed of a block is no line of its own.
      let bytes = block.bytes.last == UInt8(ascii: "\n") ? block.bytes.dropLast() : block.bytes[...]
      let mended = MendedText(mending: Array(bytes))
      mends += mended.mends
      for line in numberedLines(mended.text) { try body(line.text) }
    }
    return mends.sentences.map { ReadingError(file: file.name, message: $0) }
  }
}
