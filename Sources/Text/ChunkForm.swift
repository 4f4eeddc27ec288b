/// How a chunk looks to who asks where sentences end: its marks, its shape, the word it is known as.
///
/// Numbered as in `Training/boundaries.py`, which learns from the same forms.
struct ChunkForm {
  /// . ! ? … : ; , as 1 to 7, else 0.
  private(set) var mark = 0
  /// 1 for a closing bracket behind the mark, 2 for a quote.
  private(set) var closing = 0
  /// The opening quote or bracket before the word.
  private(set) var opening = 0
  private(set) var shape = Shape.empty
  private(set) var kind = Kind.word
  /// The word in small letters; days, months and numbers stand for their kind.
  private(set) var key = WordKey()
  /// Whether the word has more than three letters.
  private(set) var isLong = false
  let isBullet: Bool
  /// "Baidu's"
  let isOwner: Bool
  /// Quotes and brackets in order, for what stays open.
  private(set) var pairs: [Unicode.Scalar] = []

  enum Shape: UInt32 {
    case lower = 1
    case title, capitals, capital, mixed, digit, dash, other, empty
  }

  enum Kind: UInt32 {
    case word = 0
    case never, sometimes, initial, number, dotted, short, citation
  }

  private typealias Letters = ArraySlice<Unicode.Scalar>

  init(_ chunk: Chunk, in bytes: [UInt8]) {
    let letters = Self.letters(of: bytes[chunk.start..<chunk.end])
    var end = letters.count
    while end > 0, Self.isClosing(letters[end - 1]) { end -= 1 }
    if end < letters.count { closing = letters[end] == ")" || letters[end] == "]" ? 1 : 2 }
    if end > 0 { mark = Self.mark(letters[end - 1]) }
    var begin = 0
    while begin < end, case let found = Self.opening(letters[begin]), found > 0 {
      opening = found
      begin += 1
    }
    for letter in letters where Self.isPair(letter) { pairs.append(letter) }
    let core = letters[begin..<end]
    shape = Self.shape(of: core)
    isOwner = ["'", "’"].contains(letters.dropLast().last) && letters.last == "s"
    isBullet = letters.count == 1 && shape == .dash
    let stem = mark > 0 ? core.dropLast() : core
    key = Self.key(of: stem)
    isLong = stem.count > 3
    kind = kind(of: stem, in: letters)
  }

  /// A run of hundreds of letters is no word; its beginning tells enough.
  private static func letters(of bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    let bytes = bytes.prefix(400)
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.map { Unicode.Scalar($0) } }
    return Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }

  private static func mark(_ letter: Unicode.Scalar) -> Int {
    switch letter {
    case ".": 1
    case "!": 2
    case "?": 3
    case "…": 4
    case ":": 5
    case ";": 6
    case ",": 7
    default: 0
    }
  }

  private static func opening(_ letter: Unicode.Scalar) -> Int {
    switch letter {
    case "\"": 1
    case "'": 2
    case "“": 3
    case "‘": 4
    case "(": 5
    case "[": 6
    case "«": 7
    case "{": 8
    default: 0
    }
  }

  private static func isClosing(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "\"", "'", "”", "’", ")", "]", "»", "}": true
    default: false
    }
  }

  private static func isPair(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "“", "”", "\"", "(", ")", "[", "]": true
    default: false
    }
  }

  private static func isDash(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "-", "–", "—", "•", "*", "·": true
    default: false
    }
  }

  private static func isDigit(_ letter: Unicode.Scalar) -> Bool { ("0"..."9").contains(letter) }

  private static func isLetter(_ letter: Unicode.Scalar) -> Bool {
    letter.isASCII
      ? ("a"..."z").contains(Unicode.Scalar(UInt8(letter.value) | 0x20))
      : letter.properties.isAlphabetic
  }

  private static func isCapital(_ letter: Unicode.Scalar) -> Bool {
    letter.isASCII ? ("A"..."Z").contains(letter) : letter.properties.isUppercase
  }

  private static func shape(of core: Letters) -> Shape {
    guard let first = core.first else { return .empty }
    if isDigit(first) { return .digit }
    if isDash(first) { return .dash }
    if !isLetter(first) { return .other }
    var letters = 0
    var capitals = 0
    for letter in core where isLetter(letter) {
      letters += 1
      if isCapital(letter) { capitals += 1 }
    }
    if capitals == 0 { return .lower }
    if capitals == letters { return letters == 1 ? .capital : .capitals }
    return isCapital(first) ? .title : .mixed
  }

  private static func key(of stem: Letters) -> WordKey {
    guard let first = stem.first else { return WordKey() }
    let isNumber = stem.allSatisfy { isDigit($0) || $0 == "." || $0 == "," }
    if isDigit(first) || first == "." || first == ",", isNumber {
      let digits = min(4, stem.prefix { $0 != "." }.count)
      let kind = "<" + String(repeating: "9", count: digits) + (stem.contains(".") ? ".9>" : ">")
      return WordKey(kind.unicodeScalars)
    }
    let key = WordKey(stem)
    return WordLists.calendar[key] ?? key
  }

  private func kind(of stem: Letters, in letters: [Unicode.Scalar]) -> Kind {
    guard mark == 1 else {
      let isBracketed = letters.first == "[" || letters.last == "]"
      return isBracketed && letters.contains(where: Self.isDigit) ? .citation : .word
    }
    if WordLists.never.contains(key) { return .never }
    if WordLists.sometimes.contains(key) { return .sometimes }
    if stem.count == 1, let only = stem.first, Self.isCapital(only) { return .initial }
    if !stem.isEmpty, stem.allSatisfy(Self.isDigit) { return .number }
    if stem.contains("."), stem.allSatisfy({ Self.isLetter($0) || $0 == "." }) { return .dotted }
    return stem.count <= 3 ? .short : .word
  }
}
