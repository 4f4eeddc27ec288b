/// BERT's uncased word pieces: "unembraced" is "une", "##mb", "##race", "##d".
///
/// Pieces are found in a hash table inside the model, because a dictionary of 30 522 strings takes
/// longer to build than a sentence to parse.
public struct WordPieces: Sendable {
  static let unknown: UInt16 = 100
  static let start: UInt16 = 101
  static let end: UInt16 = 102
  static let mostPiecesPerWord = 12
  private static let longestPart = 100

  private let text: ModelSection<UInt8>
  private let offsets: ModelSection<UInt32>
  private let slots: ModelSection<UInt32>
  private let foldKeys: ModelSection<UInt32>
  private let foldOffsets: ModelSection<UInt32>
  private let foldText: ModelSection<UInt8>
  private let dropped: ModelSection<UInt32>
  private let punctuation: ModelSection<UInt32>

  public init() throws {
    text = try ModelSection("pieces.text")
    offsets = try ModelSection("pieces.offsets")
    slots = try ModelSection("pieces.hash")
    foldKeys = try ModelSection("fold.keys")
    foldOffsets = try ModelSection("fold.offsets")
    foldText = try ModelSection("fold.text")
    dropped = try ModelSection("dropped")
    punctuation = try ModelSection("punctuation")
  }

  /// The numbers of a word's pieces, at least one and at most twelve.
  public func callAsFunction(_ word: String) -> [UInt16] {
    var ids: [UInt16] = []
    for part in parts(of: word) where ids.count < Self.mostPiecesPerWord { append(part, to: &ids) }
    return ids.isEmpty ? [Self.unknown] : Array(ids.prefix(Self.mostPiecesPerWord))
  }

  /// The piece's letters, with `##` where it continues a word.
  public func piece(_ id: UInt16) -> String {
    let from = Int(offsets[Int(id)])
    let to = Int(offsets[Int(id) + 1])
    return String(decoding: text.values[from..<to], as: UTF8.self)
  }

  /// The word in lower case without accents, cut at white space and around punctuation.
  private func parts(of word: String) -> [[Unicode.Scalar]] {
    var parts: [[Unicode.Scalar]] = [[]]
    func take(_ scalar: Unicode.Scalar) {
      if scalar == " " {
        parts.append([])
      } else if punctuation.hasRange(around: scalar.value) {
        parts.append([scalar])
        parts.append([])
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    for scalar in word.unicodeScalars {
      if scalar.value >= 0x61 && scalar.value <= 0x7a {
        parts[parts.count - 1].append(scalar)
      } else {
        clean(scalar).forEach(take)
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  private func clean(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let value = scalar.value
    if let at = foldKeys.position(of: value) {
      let range = Int(foldOffsets[at])..<Int(foldOffsets[at + 1])
      return Array(String(decoding: foldText.values[range], as: UTF8.self).unicodeScalars)
    }
    if dropped.hasRange(around: value) { return [] }
    if Self.isIdeograph(value) { return [" ", scalar, " "] }
    if 0xac00...0xd7a3 ~= value { return Self.letters(ofHangul: value) }
    return [scalar]
  }

  /// Ideographs stand alone, as BERT was taught.
  private static func isIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x4e00...0x9fff, 0x3400...0x4dbf, 0x20000...0x2a6df, 0x2a700...0x2b73f, 0x2b740...0x2b81f,
      0x2b920...0x2ceaf, 0xf900...0xfaff, 0x2f800...0x2fa1f:
      true
    default: false
    }
  }

  /// A Hangul syllable taken apart as Unicode's chapter 3.12 computes it.
  private static func letters(ofHangul value: UInt32) -> [Unicode.Scalar] {
    let index = value - 0xac00
    let tail = index % 28
    let letters =
      [0x1100 + index / 588, 0x1161 + index % 588 / 28] + (tail > 0 ? [0x11a7 + tail] : [])
    return letters.compactMap(Unicode.Scalar.init)
  }

  /// The longest pieces from the left; a part with a stretch that is no piece is unknown as a whole.
  private func append(_ part: [Unicode.Scalar], to ids: inout [UInt16]) {
    guard part.count <= Self.longestPart else { return ids.append(Self.unknown) }
    var bytes: [UInt8] = []
    var ends: [Int] = [0]
    for scalar in part {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      ends.append(bytes.count)
    }
    let before = ids.count
    var from = 0
    while from < part.count {
      var to = part.count
      while to > from {
        if let id = find(bytes[ends[from]..<ends[to]], continuing: from > 0) {
          ids.append(id)
          break
        }
        to -= 1
      }
      if to == from {
        ids.removeSubrange(before...)
        return ids.append(Self.unknown)
      }
      from = to
    }
  }

  private func find(_ bytes: ArraySlice<UInt8>, continuing: Bool) -> UInt16? {
    var hash: UInt32 = 0x811c_9dc5
    let mark = UInt8(ascii: "#")
    if continuing {
      for _ in 0..<2 { hash = (hash ^ UInt32(mark)) &* 0x0100_0193 }
    }
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    var at = Int(hash) % slots.count
    while slots[at] != 0 {
      let id = Int(slots[at]) - 1
      var from = Int(offsets[id])
      let to = Int(offsets[id + 1])
      let marked = !continuing || (to - from > 2 && text[from] == mark && text[from + 1] == mark)
      if continuing { from += 2 }
      if marked, to - from == bytes.count, text.values[from..<to].elementsEqual(bytes) {
        return UInt16(id)
      }
      at = (at + 1) % slots.count
    }
    return nil
  }
}
