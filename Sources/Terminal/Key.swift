/// A key as a terminal sends it.
enum Key: Equatable {
  case character(Character)
  case enter, tab, backspace, delete, end, home, left, right, wordLeft, wordRight, up, down
  case control(Character)
  /// One that means nothing here.
  case other
}

/// Takes keys out of the bytes that a terminal sends; what is left is the beginning of another.
struct KeyReader {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ more: some Sequence<UInt8>) { bytes += more }

  /// The next key; nil where more bytes are needed, or none are there.
  ///
  /// `isAll` says that nothing more comes with these: an escape is then one by itself.
  mutating func next(isAll: Bool) -> Key? {
    guard let first = bytes.first else { return nil }
    if first == 0x1b { return escape(isAll: isAll) }
    let length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
    guard bytes.count >= length || isAll else { return nil }
    let taken = take(min(length, bytes.count))
    switch first {
    case 0x0d, 0x0a: return .enter
    case 0x09: return .tab
    case 0x08, 0x7f: return .backspace
    case ..<0x20: return .control(Character(UnicodeScalar(first + 0x60)))
    default: return .character(Character(String(decoding: taken, as: UTF8.self)))
    }
  }

  private mutating func take(_ count: Int) -> [UInt8] {
    defer { bytes.removeFirst(count) }
    return Array(bytes.prefix(count))
  }

  /// `ESC [ 1 ; 5 C`, `ESC O H`, or a letter with Alt.
  private mutating func escape(isAll: Bool) -> Key? {
    guard bytes.count > 1 else {
      if isAll { _ = take(1) }
      return isAll ? .other : nil
    }
    guard bytes[1] == UInt8(ascii: "[") || bytes[1] == UInt8(ascii: "O") else {
      switch take(2)[1] {
      case UInt8(ascii: "b"): return .wordLeft
      case UInt8(ascii: "f"): return .wordRight
      default: return .other
      }
    }
    guard let last = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7e).contains($0) }) else {
      if isAll { _ = take(bytes.count) }
      return isAll ? .other : nil
    }
    let sequence = String(decoding: take(last + 1).dropFirst(2), as: UTF8.self)
    return Self.sequences[sequence] ?? .other
  }

  private static let sequences: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
    "1~": .home, "7~": .home, "4~": .end, "8~": .end, "3~": .delete,
    "1;5C": .wordRight, "1;5D": .wordLeft, "1;3C": .wordRight, "1;3D": .wordLeft,
  ]
}
