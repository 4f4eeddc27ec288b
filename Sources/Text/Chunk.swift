/// A run of bytes without white space.
struct Chunk {
  var start: Int
  var end: Int
  var newlinesBefore: Int

  static func all(in bytes: [UInt8]) -> [Chunk] {
    var out: [Chunk] = []
    var i = 0
    var newlines = 0
    while i < bytes.count {
      let space = width(of: bytes, at: i)
      if space > 0 {
        if bytes[i] == 0x0a { newlines += 1 }
        i += space
        continue
      }
      let start = i
      while i < bytes.count, width(of: bytes, at: i) == 0 { i += 1 }
      out.append(Chunk(start: start, end: i, newlinesBefore: newlines))
      newlines = 0
    }
    return out
  }

  /// Bytes of the white space at a place, 0 where there is none; no-break and other Unicode spaces count.
  private static func width(of b: [UInt8], at i: Int) -> Int {
    switch b[i] {
    case 0x09...0x0d, 0x20, 0x00: return 1
    case 0xc2: return i + 1 < b.count && (b[i + 1] == 0xa0 || b[i + 1] == 0x85) ? 2 : 0
    case 0xe2:
      guard i + 2 < b.count, b[i + 1] == 0x80 else { return 0 }
      return (0x80...0x8a).contains(b[i + 2]) || [0xa8, 0xa9, 0xaf].contains(b[i + 2]) ? 3 : 0
    case 0xe3: return i + 2 < b.count && b[i + 1] == 0x80 && b[i + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
