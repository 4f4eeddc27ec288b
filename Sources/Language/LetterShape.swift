/// What the pieces, all in lower case, hide of a word: its capitals, digits, and place after a space.
enum LetterShape {
  static let continuation: UInt8 = 12
  static let special: UInt8 = 13

  /// The row of the network's shape table for a word's first piece.
  static func row(_ word: String, glued: Bool) -> UInt8 { kind(word) * 2 + (glued ? 1 : 0) }

  /// 0 lower or other, 1 Title, 2 ALL CAPS, 3 a single capital, 4 mIxed, 5 with a digit.
  private static func kind(_ word: String) -> UInt8 {
    var letters = 0
    var capitals = 0
    var startsHigh = false
    for scalar in word.unicodeScalars {
      if isDigit(scalar) { return 5 }
      guard isLetter(scalar) else { continue }
      letters += 1
      guard scalar.properties.isUppercase else { continue }
      capitals += 1
      if letters == 1 { startsHigh = true }
    }
    if capitals == 0 { return 0 }
    if letters == 1 { return 3 }
    if capitals == letters { return 2 }
    return capitals == 1 && startsHigh ? 1 : 4
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.numericType {
    case .decimal, .digit: true
    default: false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}
