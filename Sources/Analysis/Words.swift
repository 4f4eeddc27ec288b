/// The word classes of `words.txt`, stemmed like the names they are compared with.
struct Words: Sendable {
  private let classes: [String: Set<String>]
  private let phrases: [String: Set<String>]
  private let synonyms: [String: String]
  private let names: [[String]: [String]]
  /// What a word measures, by units it measures so, `*` for any other.
  private let senses: [String: [String: String]]
  // Most words begin no name: a look at the first saves stemming three for each word of a store.
  private let nameStarts: Set<String>
  private let plain = Memo<String, String>()

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
        let list = parts[1].split(separator: ";").map {
          rawWords(String($0)).joined(separator: " ")
        }
        phrases[name, default: []].formUnion(list)
      } else if name == "name" {
        let list = parts[1].split(separator: ";").map { rawWords(String($0)).map(stem) }
        for other in list.dropFirst() { names[other] = list[0] }
      } else if name == "measure" {
        let list = parts[1].split(separator: ";").map { $0.split(separator: " ").map(String.init) }
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
    for name in Quantifier.classes {
      for phrase in phrases[name] ?? [] {
        if let first = phrase.split(separator: " ").first { quantifierStarts.insert(String(first)) }
      }
    }
  }

  private static let relationClasses: Set<String> = [
    "lead", "lag", "parity", "closed", "overtake", "making", "ending", "sweeping", "none", "all",
    "ceasing", "lasting", "refusing", "willing", "doing", "moving seat", "consuming", "level",
    "office", "having",
    "seat", "lying", "affecting", "listed", "blacklist",
    "most", "few", "some", "notall", "once", "rival", "narrowing", "measuring",
    "nearly", "alone", "on time", "slipping", "stopping", "taking",
    "birth", "happening", "appearing", "hosting",
    "taking place", "running", "of one doer", "partial ban",
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
    let plain = plain.value(of: text) { rawWords(text).joined(separator: " ") }
    return phrases[name]?.contains(plain) ?? false
  }
}

/// Lower-case words; hyphens part words, points inside numbers and abbreviations don't.
func rawWords(_ text: String) -> [String] {
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
  let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
  // Scalars rather than characters, because most of the time of a search goes into this loop.
  let scalars = (isPlain ? text : text.lowercased().replacing("’", with: "'")).unicodeScalars
  var i = scalars.startIndex
  while i < scalars.endIndex {
    let scalar = scalars[i]
    i = scalars.index(after: i)
    switch scalar {
    case "A"..."Z": word.append(Unicode.Scalar(UInt8(scalar.value) + 32))
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
  var word = word
  guard word.count > 3 else { return word }
  let isPlain = word.utf8.allSatisfy { $0 < 0x80 && !(48...57).contains($0) }
  guard isPlain || !word.contains(where: \.isNumber) else { return word }
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
