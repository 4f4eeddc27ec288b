import Foundation

/// An input that can be read at any place and twice.
///
/// Standard input and pipes are copied to a file without a name first.
final class InputFile: Sendable {
  /// As it is called in messages.
  let name: String
  let count: Int
  private let descriptor: Int32

  /// Opens the file, `-` being standard input; throws what keeps it from being read.
  init(path: String, mayBeEmpty: Bool = false) throws(ReadingError) {
    name = path == "-" ? "stdin" : path
    var found = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard found >= 0 else {
      let message =
        errno == ENOENT || errno == ENOTDIR
        ? "no such file; check the path" : "can't be read; check its permissions"
      throw ReadingError(file: name, message: message)
    }
    var status = stat()
    guard fstat(found, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      if path != "-" { close(found) }
      throw ReadingError(file: name, message: "is a directory; name the files in it")
    }
    if path == "-" || status.st_mode & S_IFMT != S_IFREG {
      let copy = Self.copy(found)
      if path != "-" { close(found) }
      guard let copy, fstat(copy, &status) == 0 else {
        throw ReadingError(file: name, message: "can't be read to its end; save it as a file first")
      }
      found = copy
    }
    descriptor = found
    count = Int(status.st_size)
    guard mayBeEmpty || count > 0 else {
      throw ReadingError(file: name, message: "the file is empty; give one with text in it")
    }
  }

  deinit { close(descriptor) }

  /// The bytes at this place.
  func bytes(_ range: Range<Int>) throws(ReadingError) -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count {
        let more = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, range.count - filled,
          off_t(range.lowerBound + filled))
        if more < 0, errno == EINTR { continue }
        guard more > 0 else { break }
        filled += more
      }
    }
    guard bytes.count == range.count else {
      throw ReadingError(
        file: name, message: "can't be read to its end; see that nothing else writes to it")
    }
    return bytes
  }

  /// A file that holds all that is still to be read, and vanishes when it is closed.
  private static func copy(_ source: Int32) -> Int32? {
    let folder = FileManager.default.temporaryDirectory.path
    var template = Array((folder + "/kg-input-XXXXXX").utf8CString)
    let target = mkstemp(&template)
    guard target >= 0 else { return nil }
    unlink(template)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let more = read(source, &buffer, buffer.count)
      if more < 0, errno == EINTR { continue }
      if more == 0 { return target }
      guard more > 0, write(target, buffer, more) == more else {
        close(target)
        return nil
      }
    }
  }
}

extension InputFile {
  /// Some whole lines, and where they stand.
  struct Block {
    var bytes: [UInt8]
    var start: Int
  }

  /// The whole of it, about so many bytes at a time and cut after line feeds.
  func blocks(of size: Int, _ body: (Block) throws -> Void) throws {
    var start = 0
    var ahead = size
    while start < count {
      var bytes = try bytes(start..<min(count, start + ahead))
      if start + bytes.count < count {
        guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
          ahead *= 2
          continue
        }
        bytes.removeLast(bytes.count - end - 1)
      }
      ahead = size
      start += bytes.count
      try body(Block(bytes: bytes, start: start - bytes.count))
    }
  }
}
