/// A value of JSON text.
///
/// Not by JSONDecoder, because reading a line of claims by it takes longer than storing them.
enum JSON: Hashable {
  case null
  case bool(Bool)
  /// As it is written.
  case number(String)
  case string(String)
  case array([JSON])
  case object(JSONObject)

  /// The value that the bytes hold and nothing else, or nil where they are no JSON.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var parser = JSONParser(bytes: bytes)
    guard let value = try? parser.value(depth: 0), parser.isAtEnd else { return nil }
    self = value
  }

  init?(_ text: String) {
    var text = text
    guard let value = text.withUTF8({ JSON($0) }) else { return nil }
    self = value
  }

  var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// A whole number; `2.0` is one too.
  var integer: Int? {
    guard case .number(let digits) = self else { return nil }
    return Int(digits) ?? Double(digits).flatMap { Int(exactly: $0) }
  }
}

/// The members of a JSON object, as they are written; of members alike the first counts.
struct JSONObject: Hashable {
  struct Member: Hashable {
    var key: String
    var value: JSON
  }

  var members: [Member] = []

  /// Nil too where the value is `null`.
  subscript(key: String) -> JSON? {
    for member in members where member.key == key {
      return member.value == .null ? nil : member.value
    }
    return nil
  }

  func string(_ key: String) throws(WrongKind) -> String? {
    guard let value = self[key] else { return nil }
    guard let string = value.string else { throw WrongKind(key: key) }
    return string
  }

  /// A string, or a whole number in its place; an empty string counts as missing.
  func word(_ key: String) throws(WrongKind) -> String? {
    guard let value = self[key] else { return nil }
    if let number = value.integer { return String(number) }
    guard let string = value.string else { throw WrongKind(key: key) }
    return string.isEmpty ? nil : string
  }

  func double(_ key: String) throws(WrongKind) -> Double? {
    guard let value = self[key] else { return nil }
    guard case .number(let digits) = value, let number = Double(digits) else {
      throw WrongKind(key: key)
    }
    return number
  }
}

/// A value of another kind than its key asks for.
struct WrongKind: Error, CustomStringConvertible {
  var key: String

  var description: String {
    "\"\(key)\" has a value of the wrong kind; see `kg --help` for the keys"
  }
}

private struct NoJSON: Error {}

private struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// Deeper than any line is that means something, and less deep than a thread's stack.
  private static let deepest = 100

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return at == bytes.count
    }
  }

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { at += 1 }
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard byte == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard at + length <= bytes.count,
      bytes[at..<at + length].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: length))
    else { return false }
    at += length
    return true
  }

  mutating func value(depth: Int) throws(NoJSON) -> JSON {
    guard depth <= Self.deepest else { throw NoJSON() }
    skipSpace()
    switch byte {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
    case UInt8(ascii: "t") where takeWord("true"): return .bool(true)
    case UInt8(ascii: "f") where takeWord("false"): return .bool(false)
    case UInt8(ascii: "n") where takeWord("null"): return .null
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(NoJSON) -> JSONObject {
    at += 1
    var object = JSONObject()
    if take("}") { return object }
    object.members.reserveCapacity(10)
    repeat {
      skipSpace()
      // A comma too many is common, and leaves no doubt.
      if !object.members.isEmpty, byte == UInt8(ascii: "}") { break }
      guard byte == UInt8(ascii: "\"") else { throw NoJSON() }
      let key = try string()
      guard take(":") else { throw NoJSON() }
      object.members.append(JSONObject.Member(key: key, value: try value(depth: depth)))
    } while take(",")
    guard take("}") else { throw NoJSON() }
    return object
  }

  private mutating func array(depth: Int) throws(NoJSON) -> [JSON] {
    at += 1
    var values: [JSON] = []
    if take("]") { return values }
    repeat {
      if !values.isEmpty, take("]") { return values }
      values.append(try value(depth: depth))
    } while take(",")
    guard take("]") else { throw NoJSON() }
    return values
  }

  private mutating func number() throws(NoJSON) -> String {
    let start = at
    if byte == UInt8(ascii: "-") { at += 1 }
    if byte == UInt8(ascii: "0") { at += 1 } else { try digits() }
    if byte == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      at += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return text(start..<at)
  }

  private mutating func digits() throws(NoJSON) {
    let start = at
    while let byte, (0x30...0x39).contains(byte) { at += 1 }
    guard at > start else { throw NoJSON() }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private mutating func string() throws(NoJSON) -> String {
    at += 1
    let start = at
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        return text(start..<at - 1)
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case ..<0x20: throw NoJSON()
      default: at += 1
      }
    }
    throw NoJSON()
  }

  /// The rest of a string that holds an escape, with what came before it.
  private mutating func escapedString(from start: Int) throws(NoJSON) -> String {
    var out = Array(bytes[start..<at])
    while let byte {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"): out.append(contentsOf: try escape())
      case ..<0x20: throw NoJSON()
      default: out.append(byte)
      }
    }
    throw NoJSON()
  }

  private mutating func escape() throws(NoJSON) -> [UInt8] {
    guard let byte else { throw NoJSON() }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(Character(try scalar()).utf8)
    default: throw NoJSON()
    }
  }

  /// What follows `\u`; a surrogate must come with its other half, and NUL is as little text here as elsewhere.
  private mutating func scalar() throws(NoJSON) -> Unicode.Scalar {
    let unit = try codeUnit()
    if unit == 0 { return "\u{fffd}" }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard (0xd800..<0xdc00).contains(unit), takeWord("\\u") else { throw NoJSON() }
    let low = try codeUnit()
    guard (0xdc00..<0xe000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
    else { throw NoJSON() }
    return scalar
  }

  private mutating func codeUnit() throws(NoJSON) -> UInt32 {
    guard at + 4 <= bytes.count else { throw NoJSON() }
    var unit: UInt32 = 0
    for byte in bytes[at..<at + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw NoJSON()
      }
      unit = unit << 4 | UInt32(digit)
    }
    at += 4
    return unit
  }
}
