import Claims
import Foundation

/// The bytes of an input as text: byte order mark dropped, line ends `\n`, and what is no text
/// replaced by U+FFFD and counted.
struct MendedText {
  var text: String
  var mends = Mends()

  /// What was mended, one sentence each.
  var warnings: [String] { mends.sentences }

  /// How much was mended.
  struct Mends {
    var nuls = 0
    var broken = 0

    static func += (sum: inout Mends, more: Mends) {
      sum.nuls += more.nuls
      sum.broken += more.broken
    }

    var sentences: [String] {
      var sentences: [String] = []
      if nuls > 0 { sentences.append("\(counted(nuls, "NUL byte")) read as U+FFFD") }
      if broken > 0 {
        sentences.append(
          "\(counted(broken, "place")) of invalid UTF-8 read as U+FFFD; save the file as UTF-8"
        )
      }
      return sentences
    }
  }

  /// Nil where the bytes are no text at all; then `notText` says what they are.
  init?(_ bytes: [UInt8], mayBePage: Bool = false) {
    if Self.notText(bytes, mayBePage: mayBePage) != nil { return nil }
    self.init(mending: bytes)
  }

  /// The text of some lines, whatever their beginning looks like.
  init(mending bytes: [UInt8]) {
    var kept: [UInt8] = []
    if Self.isUTF16(bytes) {
      kept = Self.fromUTF16(bytes)
    } else {
      kept = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    }
    if kept.contains(0) || kept.contains(0x0d) { kept = Self.replaced(kept, nuls: &mends.nuls) }
    if let valid = String(validating: kept, as: UTF8.self) {
      text = valid
    } else {
      text = String(decoding: kept, as: UTF8.self)
      mends.broken = Self.replacements(Array(text.utf8)) - Self.replacements(kept)
    }
  }

  /// Bytes of Latin letters as UTF-8, where the head of a page or feed says that they are such; many
  /// say so that are UTF-8.
  static func asDeclared(_ bytes: [UInt8]) -> [UInt8] {
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    let latin = /(?:encoding|charset)\s*=\s*["']?(?:iso-8859-1|latin-?1|windows-1252|cp1252)\b/
    guard head.firstMatch(of: latin) != nil, String(validating: bytes, as: UTF8.self) == nil,
      let text = String(bytes: bytes, encoding: .windowsCP1252)
    else { return bytes }
    return Array(text.utf8)
  }

  /// Whether a byte order mark says so.
  static func isUTF16(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
  }

  /// What the bytes are instead of text, or nil.
  ///
  /// Said before reading, because claims from the bytes of an archive would be nonsense.
  static func notText(_ bytes: [UInt8], mayBePage: Bool = false) -> String? {
    let head = bytes.prefix(4096)
    let signs: [(String, String)] = [
      ("%PDF", "a PDF"), ("PK\u{3}\u{4}", "a zip archive or an office document"),
      ("SQLite format 3\0", "an SQLite store"), ("\u{7f}ELF", "a program"),
      ("GIF8", "a picture"), ("{\\rtf", "a rich text document"),
    ]
    for (sign, kind) in signs where head.starts(with: sign.utf8) { return kind }
    if head.starts(with: [0x1f, 0x8b]) { return "a compressed file" }
    if head.starts(with: [0x89, 0x50, 0x4e, 0x47]) || head.starts(with: [0xff, 0xd8, 0xff]) {
      return "a picture"
    }
    let start = String(decoding: head.drop { $0 <= 0x20 }.prefix(14), as: UTF8.self).lowercased()
    if mayBePage { return nil }
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return "a web page" }
    return nil
  }

  private static func replaced(_ bytes: [UInt8], nuls: inout Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var previous: UInt8 = 0x20
    for byte in bytes {
      switch byte {
      case 0:
        out += [0xef, 0xbf, 0xbd]
        nuls += 1
      case 0x0d: out.append(0x0a)
      case 0x0a where previous == 0x0d: break
      default: out.append(byte)
      }
      previous = byte
    }
    return out
  }

  private static func fromUTF16(_ bytes: [UInt8]) -> [UInt8] {
    let isLittle = bytes[0] == 0xff
    var units: [UInt16] = []
    for i in stride(from: 2, to: bytes.count - 1, by: 2) {
      let low = UInt16(bytes[isLittle ? i : i + 1])
      let high = UInt16(bytes[isLittle ? i + 1 : i])
      units.append(high << 8 | low)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func replacements(_ bytes: [UInt8]) -> Int {
    var count = 0
    var i = 0
    while i + 2 < bytes.count {
      if bytes[i] == 0xef, bytes[i + 1] == 0xbf, bytes[i + 2] == 0xbd {
        count += 1
        i += 3
      } else {
        i += 1
      }
    }
    return count
  }
}
