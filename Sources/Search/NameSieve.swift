import Claims

/// Lets through the names that may match an asked one, by how their words begin, without taking each
/// apart: a store may hold a hundred thousand.
///
/// Lets through too much rather than too little; `NameMatcher.match` decides.
struct NameSieve {
  private let beginnings: Set<UInt32>
  /// Which first letters there are, because most words fail by their first.
  private let first: [Bool]
  private let takesAll: Bool

  init(_ asked: String, _ wanted: Phrase, _ names: NameMatcher) {
    // "ten thousand" and "10,000" begin in no common way.
    takesAll =
      asked.contains(where: \.isNumber) || asked.utf8.contains { $0 >= 0x80 }
      || Phrase.split(asked).contains { WordList.has("number", $0) }
    var words = Phrase.split(asked) + wanted.words
    for name in Self.entities(meantBy: wanted, names) { words += names.spellings(of: name) }
    if wanted.words.allSatisfy({ WordList.has("general", $0) }) {
      words += WordList.all["field"] ?? []
    }
    if wanted.words.contains(where: { WordList.has("manner", $0) }) {
      words += WordList.all["manner"] ?? []
    }
    var beginnings = Set<UInt32>()
    var first = [Bool](repeating: false, count: 256)
    for word in words {
      var code: UInt32 = 0
      var count = 0
      for byte in word.utf8 where Self.isLetter(byte) {
        code = code << 8 | UInt32(byte)
        count += 1
        if count == 1 { first[Int(byte)] = true }
        if count == 4 { break }
      }
      if count > 0 { beginnings.insert(code) }
    }
    self.beginnings = beginnings
    self.first = first
  }

  func mayMatch(_ name: String) -> Bool {
    if takesAll { return true }
    var code: UInt32 = 0
    var count = 0
    var isLooking = true
    for byte in name.utf8 {
      if byte >= 0x80 { return true }
      if byte == 0x2e || byte == 0x27 { continue }
      let lower = (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
      guard Self.isLetter(lower) else {
        (code, count, isLooking) = (0, 0, true)
        continue
      }
      guard isLooking else { continue }
      if count == 0, !first[Int(lower)] {
        isLooking = false
        continue
      }
      code = code << 8 | UInt32(lower)
      count += 1
      if beginnings.contains(code) { return true }
      if count == 4 { isLooking = false }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// Every entity of the vocabulary through which another name may be meant.
  private static func entities(meantBy wanted: Phrase, _ names: NameMatcher) -> Set<String> {
    let named = Set(
      names.mentions(in: wanted, adjectives: true) + [
        names.canonical(wanted.words.joined(separator: " "))
      ])
    let kinds =
      wanted.words.count == 1
      ? WordList.kinds(meantBy: wanted.words[0]).union(
        WordList.kinds(meantBy: wanted.words[0] + "s")) : []
    let asked = Set(wanted.words)
    return Set(
      names.vocabulary.entities.values.filter { entity in
        named.contains(entity.name) || kinds.contains(entity.kind)
          || named.contains { names.isNarrower(entity.name, than: $0) }
          || !asked.isDisjoint(with: Phrase(entity.name).words)
      }.map(\.name))
  }
}
