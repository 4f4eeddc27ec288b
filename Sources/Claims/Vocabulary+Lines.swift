extension Vocabulary.Entries {
  /// Reads a vocabulary that has an entry a line, `- {name: …, phrases: […]}`, as the shipped one has.
  ///
  /// By hand, because every short command waits for it, and YAML takes ten times as long. Nil for a
  /// text that has anything else in it: that is for the YAML reader.
  init?(lines bytes: UnsafeRawBufferPointer) {
    self.init()
    var reader = LineReader(bytes: bytes)
    var part = ""
    while !reader.isAtEnd {
      reader.skipSpaces()
      switch reader.next {
      case nil: break
      case UInt8(ascii: "\n"): reader.step()
      case UInt8(ascii: "#"): reader.skipLine()
      case UInt8(ascii: "-"):
        reader.step()
        guard let fields = reader.fields(), fields.texts["name"] != nil else { return nil }
        switch part {
        case "frames": frames.append(Vocabulary.Frame(fields))
        case "relations": relations.append(Vocabulary.Relation(fields))
        case "entities": entities.append(Vocabulary.Entity(fields))
        default: return nil
        }
      default:
        guard let name = reader.text(), reader.take(":"), reader.take("\n") else { return nil }
        part = name
      }
    }
  }
}

/// One pass over the bytes of a vocabulary.
private struct LineReader {
  let bytes: UnsafeRawBufferPointer
  private var at = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }
  var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func step() { at += 1 }

  mutating func skipSpaces() { while next == UInt8(ascii: " ") { at += 1 } }

  mutating func skipLine() { while let byte = next, byte != UInt8(ascii: "\n") { at += 1 } }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard next == UInt8(ascii: mark) else { return false }
    at += 1
    return true
  }

  /// `{key: text, key: [text, …], key: [[text, text], …]}`
  mutating func fields() -> EntryReader.Fields? {
    guard take("{") else { return nil }
    var fields = EntryReader.Fields()
    repeat {
      guard let key = text(), take(":") else { return nil }
      skipSpaces()
      if next != UInt8(ascii: "[") {
        guard let text = text() else { return nil }
        fields.texts[key] = text
      } else if key == "opposes" {
        guard let pairs = list({ $0.list { $0.text() } }) else { return nil }
        fields.pairs[key] = pairs
      } else {
        guard let words = list({ $0.text() }) else { return nil }
        fields.words[key] = words
      }
    } while take(",")
    return take("}") ? fields : nil
  }

  private mutating func list<Item>(_ item: (inout LineReader) -> Item?) -> [Item]? {
    guard take("[") else { return nil }
    var items: [Item] = []
    repeat {
      guard let found = item(&self) else { return nil }
      items.append(found)
    } while take(",")
    return take("]") ? items : nil
  }

  /// A text without quotes or any mark that means something to YAML.
  mutating func text() -> String? {
    skipSpaces()
    let start = at
    var isSpaced = false
    while let byte = next, !Self.isEnd(byte) {
      if byte == UInt8(ascii: " "), at > start, bytes[at - 1] == byte { isSpaced = true }
      at += 1
    }
    var end = at
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard end > start, !isSpaced, !Self.isOpening(bytes[start]) else { return nil }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return text == "null" || text == "~" || text.utf8.contains(UInt8(ascii: "#")) ? nil : text
  }

  // Switches rather than sets, because every byte of the vocabulary comes by here at every start.
  private static func isEnd(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case ",", ":", "[", "]", "{", "}", "\n": true
    default: false
    }
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "\"", "'", "&", "*", "!", "|", ">", "%", "@", "`", "?", "-": true
    default: false
    }
  }
}
