/// The word classes of `words.txt`, stemmed like the names they are compared with.
///
/// A class, because it is large and every rule and gate holds it; nothing changes in it once it is made.
final class Words: @unchecked Sendable {
  private let classes: [String: Set<String>]
  /// The classes of phrases that a phrase of raw words belongs to.
  private let phrases: [String: Set<String>]
  private let synonyms: [String: String]
  private let names: [[String]: [String]]
  /// What a word measures, by units it measures so, `*` for any other.
  private let senses: [String: [String: String]]
  // Most words begin no name: a look at the first saves stemming three for each word of a store.
  private let nameStarts: Set<String>

  static let builtIn = Words(String(decoding: PackageResources.words_txt, as: UTF8.self))

  init(_ text: String) {
    var classes: [String: Set<String>] = [:]
    var phrases: [String: Set<String>] = [:]
    var synonyms: [String: String] = [:]
    var names: [[String]: [String]] = [:]
    var measures: [(sense: String, unit: String, words: [String])] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let name = String(parts[0])
      if Self.relationClasses.contains(name) {
        for phrase in parts[1].split(separator: ";") {
          phrases[rawWords(String(phrase)).joined(separator: " "), default: []].insert(name)
        }
      } else if name == "name" {
        let list = parts[1].split(separator: ";").map { rawWords(String($0)).map(stem) }
        for other in list.dropFirst() { names[other] = list[0] }
      } else if name == "measure" {
        let list = parts[1].split(separator: ";").map { String($0).spaced }
        guard list.count == 2, let sense = list[0].first else { continue }
        measures.append((sense, list[0].dropFirst().first ?? "*", list[1].map(stem)))
      } else if name == "same" {
        let list = rawWords(String(parts[1])).map(stem)
        for word in list { synonyms[word] = list.first }
      } else {
        let list = rawWords(String(parts[1])).flatMap { [$0, stem($0)] }
        classes[name, default: []].formUnion(list)
      }
    }
    self.classes = classes
    self.phrases = phrases
    self.synonyms = synonyms
    self.names = names
    var senses: [String: [String: String]] = [:]
    for measure in measures {
      for word in measure.words {
        for form in [word, synonyms[word] ?? word] where senses[form]?[measure.unit] == nil {
          senses[form, default: [:]][measure.unit] = measure.sense
        }
      }
    }
    self.senses = senses
    nameStarts = Set(names.keys.compactMap(\.first))
    for (phrase, classes) in phrases where !classes.isDisjoint(with: Quantifier.classes) {
      if let first = phrase.split(separator: " ").first { quantifierStarts.insert(String(first)) }
    }
  }

  private static let relationClasses: Set<String> = [
    "lead", "lag", "parity", "closed", "overtake", "making", "ending", "sweeping", "none", "all",
    "ceasing", "lasting", "refusing", "willing", "doing", "moving seat", "consuming", "level",
    "office", "having", "due or not",
    "seat", "lying", "affecting", "listed", "blacklist",
    "most", "few", "some", "notall", "once", "rival", "narrowing", "measuring",
    "nearly", "alone", "on time", "slipping", "stopping", "taking",
    "birth", "happening", "appearing", "hosting",
    "taking place", "running", "of one doer", "partial ban", "holding", "of nothing", "disposing",
    "going beyond", "going up to", "enacting", "in force", "coming into force",
    "coming from", "going to", "getting going",
    "going into",
    "stock",
  ]

  /// The first words of the phrases that say how many.
  private(set) var quantifierStarts: Set<String> = []

  subscript(_ name: String) -> Set<String> { classes[name] ?? [] }

  /// The word that stands for all its synonyms.
  func common(_ stem: String) -> String { synonyms[stem] ?? stem }

  /// The sense of what says nothing beside its unit: "load" beside megawatts.
  static let noSense = "none"

  /// What a word measures, if it is said of amounts: "staff" of "employs" and "headcount" alike.
  func sense(_ stem: String, of unit: String?) -> String? {
    guard let known = senses[stem] else { return nil }
    let kind = unit.map { $0.count == 3 && $0.allSatisfy(\.isUppercase) ? "money" : $0 } ?? "count"
    return known[kind] ?? known["*"]
  }

  /// The stems in the place of those that the words begin with, and of how many words they are.
  func name(_ words: ArraySlice<String>) -> (stems: [String], length: Int)? {
    guard let first = words.first, nameStarts.contains(stem(first)) else { return nil }
    for length in 1...3 where words.count >= length {
      if let stems = names[words.prefix(length).map(stem)] { return (stems, length) }
    }
    return nil
  }

  /// Whether a relation or pole belongs to a class of phrases.
  func phrase(_ text: String, isIn name: String) -> Bool {
    phraseClasses(of: text).contains(name)
  }

  func phraseClasses(of text: String) -> Set<String> {
    phrases[Self.isPlain(text) ? text : rawWords(text).joined(separator: " ")] ?? []
  }

  /// Whether a text is its raw words, as most relations are.
  private static func isPlain(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte >= 0x61 && byte <= 0x7a || byte == 0x20 && last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20
  }
}

extension String {
  /// Its words as they are written, between spaces.
  ///
  /// By bytes, because to look for the ends of characters takes most of the time of parting them.
  var spaced: [String] { utf8.split(separator: 0x20).map { String(Substring($0)) } }

  /// Whether it is a word that says whose something is: "Olga's".
  var isOwner: Bool { hasSuffix("'s") || hasSuffix("’s") }

  /// Whether it may say whose something is, as "Olga's" does.
  var mayOwn: Bool { has("'s") || has("’s") }

  /// Whether these bytes stand anywhere in it.
  func has(_ part: StaticString) -> Bool { range(of: part) != nil }

  /// Where these bytes stand first in it.
  func range(of part: StaticString) -> Range<Index>? {
    var rest = utf8[...]
    let (first, count) = (part.utf8Start[0], part.utf8CodeUnitCount)
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: UnsafeBufferPointer(start: part.utf8Start, count: count)) {
        return start..<rest.index(start, offsetBy: count)
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}

extension StringProtocol {
  /// Whether it begins with a capital.
  var startsWithCapital: Bool {
    guard let byte = utf8.first else { return false }
    return byte < 0x80 ? byte >= 0x41 && byte <= 0x5a : first?.isUppercase ?? false
  }
}

/// Lower-case words; hyphens part words, points inside numbers and abbreviations don't.
func rawWords(_ text: String) -> [String] {
  // By bytes where they are characters, because most of the time of a search goes into this loop.
  text.utf8.allSatisfy { $0 < 0x80 } ? plainWords(text.utf8) : anyWords(text)
}

private func plainWords(_ text: String.UTF8View) -> [String] {
  var words: [String] = []
  var word: [UInt8] = []
  func close() {
    while word.last == UInt8(ascii: ".") { word.removeLast() }
    if word.contains(UInt8(ascii: ".")), word.contains(where: isLetter),
      !word.contains(where: isDigit)
    {
      word.removeAll { $0 == UInt8(ascii: ".") }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    word.removeAll(keepingCapacity: true)
  }
  var i = text.startIndex
  while i < text.endIndex {
    let byte = text[i]
    i = text.index(after: i)
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte + 32)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      word.append(byte)
    case UInt8(ascii: "'")
    where i < text.endIndex && (text[i] == UInt8(ascii: "s") || text[i] == UInt8(ascii: "S")):
      i = text.index(after: i)
    case UInt8(ascii: ".") where !word.isEmpty: word.append(byte)
    case UInt8(ascii: ",") where word.last.map(isDigit) ?? false: continue
    default: close()
    }
  }
  close()
  return words
}

private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7a }
private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

private func anyWords(_ text: String) -> [String] {
  var words: [String] = []
  var word = String.UnicodeScalarView()
  func close() {
    while word.last == "." { word.removeLast() }
    if word.contains("."), word.contains(where: \.properties.isAlphabetic),
      !word.contains(where: isDigit)
    {
      word.removeAll { $0 == "." }
    }
    if !word.isEmpty { words.append(String(word)) }
    word = String.UnicodeScalarView()
  }
  let scalars = text.lowercased().replacing("’", with: "'").unicodeScalars
  var i = scalars.startIndex
  while i < scalars.endIndex {
    let scalar = scalars[i]
    i = scalars.index(after: i)
    switch scalar {
    case "a"..."z", "0"..."9": word.append(scalar)
    case "'" where i < scalars.endIndex && (scalars[i] == "s" || scalars[i] == "S"):
      i = scalars.index(after: i)
    case "." where !word.isEmpty: word.append(scalar)
    case "," where word.last.map(isDigit) ?? false: continue
    case _ where !scalar.isASCII && isPartOfWord(scalar): word.append(scalar)
    default: close()
    }
  }
  close()
  return words
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

private func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || isDigit(scalar)
    || scalar.properties.generalCategory == .nonspacingMark
}

/// A rough stem, so that "models", "pausing" and "pause" meet; never shown to anyone.
func stem(_ word: String) -> String {
  // By bytes where they are characters, as all the many words of a search are.
  guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return anyStem(word) }
  var stem = word.utf8[...]
  guard stem.count > 3, !stem.contains(where: isDigit) else { return word }
  if stem.ends(with: "ies") { return String(Substring(stem.dropLast(3))) + "y" }
  if ["ches", "shes", "xes", "sses"].contains(where: stem.ends) {
    stem.removeLast(2)
  } else if stem.ends(with: "s"),
    !["ss", "us", "is"].contains(where: stem.ends) || stem.count == 4 && stem.ends(with: "pus")
  {
    // GPUs, but no campus.
    stem.removeLast()
  }
  if stem.count > 5, stem.ends(with: "ing") { stem.removeLast(3) }
  if stem.count > 5, stem.ends(with: "ed") { stem.removeLast(2) }
  if stem.count > 3, stem.ends(with: "e") { stem.removeLast() }
  return stem.count == word.utf8.count ? word : String(Substring(stem))
}

extension Substring.UTF8View {
  fileprivate func ends(with end: StaticString) -> Bool {
    suffix(end.utf8CodeUnitCount)
      .elementsEqual(UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount))
  }
}

private func anyStem(_ word: String) -> String {
  var word = word
  guard word.count > 3, !word.contains(where: \.isNumber) else { return word }
  if word.hasSuffix("ies") {
    word = word.dropLast(3) + "y"
  } else if ["ches", "shes", "xes", "sses"].contains(where: word.hasSuffix) {
    word.removeLast(2)
  } else if word.hasSuffix("s"),
    !["ss", "us", "is"].contains(where: word.hasSuffix) || word.count == 4 && word.hasSuffix("pus")
  {
    // GPUs, but no campus.
    word.removeLast()
  }
  if word.count > 5, word.hasSuffix("ing") { word.removeLast(3) }
  if word.count > 5, word.hasSuffix("ed") { word.removeLast(2) }
  if word.count > 3, word.hasSuffix("e") { word.removeLast() }
  return word
}
