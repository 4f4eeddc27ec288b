/// Splits text into sentences and syntactic words as the English UD treebanks do, by rule and in linear time.
public struct Segmenter: Sendable {
  public init() {}

  /// The sentences of a text; a blank line or a bullet always begins a new one.
  public func sentences(in text: String) -> [Sentence] {
    let bytes = Array(text.utf8)
    var out: [Sentence] = []
    var current: [Token] = []
    var awaitsCitation = false
    func close() {
      if let first = current.first, let last = current.last {
        out.append(
          Sentence(span: Span(start: first.span.start, end: last.span.end), tokens: current))
      }
      current = []
    }
    let chunks = Chunk.all(in: bytes)
    for (i, chunk) in chunks.enumerated() {
      if chunk.newlinesBefore >= 2 || chunk.newlinesBefore == 1 && isBullet(bytes, chunk) {
        close()
      }
      current += WordSplitter(bytes: bytes).tokens(of: chunk)
      let next = i + 1 < chunks.count ? chunks[i + 1] : nil
      if isNumbering(bytes, chunk, first: current.first) { continue }
      if isCitation(bytes, chunk) {
        // "…, he wrote. [12] Then": the number belongs to what stands before it.
        if awaitsCitation || next == nil { close() }
        awaitsCitation = false
        continue
      }
      guard endsSentence(bytes, chunk, next: next) else { continue }
      if let next, isCitation(bytes, next), next.newlinesBefore < 2 {
        awaitsCitation = true
      } else {
        close()
      }
    }
    close()
    return out
  }

  /// The whole text as one sentence; words already spaced apart stay so.
  public func sentence(taking text: String) -> Sentence {
    let bytes = Array(text.utf8)
    let tokens = Chunk.all(in: bytes).flatMap { WordSplitter(bytes: bytes).tokens(of: $0) }
    return Sentence(span: Span(start: 0, end: bytes.count), tokens: tokens)
  }

  /// "3." at the head of a list item.
  private func isNumbering(_ bytes: [UInt8], _ c: Chunk, first: Token?) -> Bool {
    first?.span.start == c.start && c.end - c.start <= 3 && bytes[c.end - 1] == 0x2e
      && bytes[c.start..<(c.end - 1)].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// "[12]", or a part of "[1 – 3]".
  private func isCitation(_ bytes: [UInt8], _ c: Chunk) -> Bool {
    bytes[c.start] == 0x5b && c.end - c.start <= 8 && bytes[c.end - 1] == 0x5d
      && bytes[(c.start + 1)..<(c.end - 1)].contains { (0x30...0x39).contains($0) }
      && bytes[(c.start + 1)..<(c.end - 1)].allSatisfy { !(0x41...0x7a).contains($0) }
  }

  private func isBullet(_ bytes: [UInt8], _ c: Chunk) -> Bool {
    let word = String(decoding: bytes[c.start..<c.end], as: UTF8.self)
    return ["-", "*", "•", "–", "·"].contains(word)
  }

  private func endsSentence(_ bytes: [UInt8], _ c: Chunk, next: Chunk?) -> Bool {
    guard let next else { return true }
    var end = c.end
    var word = String(decoding: bytes[c.start..<end], as: UTF8.self)
    // Closing quotes and brackets belong to the sentence they close.
    while let last = word.last, "\"'”’)]»".contains(last) {
      word.removeLast()
      end -= 1
    }
    guard let last = word.last, ".!?…".contains(last) else { return false }
    let following = String(decoding: bytes[next.start..<next.end], as: UTF8.self)
    var start = following.drop { "\"'“‘([«-–—•".contains($0) }
    if start.isEmpty { start = following[...] }
    guard let first = start.first else { return false }
    if first.isLowercase, !(start.dropFirst().first?.isUppercase ?? false) { return false }
    if last != "." { return true }
    let stem = String(word.dropLast())
    if Abbreviations.never.contains(stem.lowercased()) { return false }
    if stem.count == 1, stem.first?.isUppercase ?? false { return false }
    if stem.contains("."),
      stem.allSatisfy({ $0.isLetter || $0 == "." })
        || Abbreviations.sometimes.contains(stem.lowercased())
    {
      return Abbreviations.starters.contains(start.lowercased().filter(\.isLetter))
    }
    return true
  }
}

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

/// Words of one chunk: punctuation off the edges, clitics, hyphens and currency apart.
struct WordSplitter {
  let bytes: [UInt8]

  func tokens(of chunk: Chunk) -> [Token] {
    var scalars: [(Unicode.Scalar, Int)] = []
    var at = chunk.start
    for s in String(decoding: bytes[chunk.start..<chunk.end], as: UTF8.self).unicodeScalars {
      // A malformed byte decodes to U+FFFD, which is three bytes long only where it stood in the text.
      scalars.append((s, at))
      at += UTF8.width(s)
    }
    // A run of hundreds of letters is no word, and cutting it up would take quadratic time.
    guard at == chunk.end, scalars.count <= 400 else {
      return [token(chunk.start, chunk.end, spaced: true)]
    }
    var cuts: Set<Int> = []
    let n = scalars.count
    let ends = scalars.map(\.1) + [chunk.end]
    func s(_ i: Int) -> Unicode.Scalar { scalars[i].0 }
    func cut(_ i: Int) { if i > 0, i < n { cuts.insert(i) } }
    let word = String(String.UnicodeScalarView(scalars.map(\.0)))
    let lower = word.lowercased()
    if Self.stands.contains(lower) { return [token(chunk.start, chunk.end, spaced: true)] }
    if lower.contains("://") || lower.hasPrefix("www.") || isMail(lower) {
      var end = n
      while end > 1, ".,;:!?)\"'".unicodeScalars.contains(s(end - 1)) { end -= 1 }
      if end < n { for i in end..<n { cut(i) } }
      return spans(cuts, ends, n, chunk)
    }
    var first = 0
    var last = n
    while first < last, isOpening(s(first)) {
      first += 1
      cut(first)
    }
    while last > first + 1 {
      let c = s(last - 1)
      if c == "." {
        let stem = String(String.UnicodeScalarView(scalars[first..<(last - 1)].map(\.0)))
        if isAbbreviation(stem) { break }
        var k = last - 1
        while k > first, s(k - 1) == "." { k -= 1 }
        cut(k)
        last = k
      } else if isClosing(c) {
        cut(last - 1)
        last -= 1
      } else {
        break
      }
    }
    var i = first
    while i < last {
      let c = s(i)
      let before = i > first ? s(i - 1) : nil
      let after = i + 1 < last ? s(i + 1) : nil
      switch c {
      case "-", "–", "—", "/", "‑":
        let digits = (before.map(isDigit) ?? false) && (after.map(isDigit) ?? false)
        if c == "/" && digits { break }
        if c == "-", before != nil, after != nil,
          keepsHyphen(scalars[first..<last].map(\.0), i - first)
        {
          break
        }
        if c == "-", before == nil, after.map(isDigit) ?? false { break }
        var end = i + 1
        while end < last, s(end) == c { end += 1 }
        cut(i)
        cut(end)
        i = end
        continue
      case "$", "€", "£", "¥", "%", "(", ")", "[", "]", "\"", "“", "”", "…", "=", ";", "#", "@",
        "+", "~", "*", "|", "<", ">", "{", "}":
        if "#@".unicodeScalars.contains(c), i == first, after != nil { break }
        if c == "+", i == last - 1, before.map(isDigit) ?? false { break }
        if c == "*" || c == "+" || c == "=" {
          var end = i + 1
          while end < last, s(end) == c { end += 1 }
          cut(i)
          cut(end)
          i = end
          continue
        }
        cut(i)
        cut(i + 1)
      case ",", ":", "?", "!":
        let digits = (before.map(isDigit) ?? false) && (after.map(isDigit) ?? false)
        if !digits {
          cut(i)
          if c == "!" || c == "?" {
            while i + 1 < last, "!?".unicodeScalars.contains(s(i + 1)) { i += 1 }
          }
          cut(i + 1)
        }
      case "." where after == ".":
        var end = i
        while end < last, s(end) == "." { end += 1 }
        cut(i)
        cut(end)
        i = end
        continue
      default: break
      }
      // "5.6m", "30bn", "3nm": the number stands apart from its unit.
      if isDigit(c), let after, after.properties.isAlphabetic {
        var end = i + 1
        while end < last, s(end).properties.isAlphabetic { end += 1 }
        let unit = String(String.UnicodeScalarView(scalars[(i + 1)..<end].map(\.0))).lowercased()
        if end == last || !isDigit(s(end)), Self.units.contains(unit),
          onlyNumberBefore(scalars, i, first)
        {
          cut(i + 1)
        }
      }
      i += 1
    }
    cutClitics(scalars, first, last, &cuts)
    return spans(cuts, ends, n, chunk)
  }

  /// Words that somebody has already cut off their neighbours, as treebanks space them.
  private static let stands: Set<String> = [
    "'s", "’s", "'m", "’m", "'d", "’d", "'ll", "’ll", "'re", "’re", "'ve", "’ve", "n't", "n’t",
    "``", "''", "-lrb-", "-rrb-", "-lsb-", "-rsb-", "-lcb-", "-rcb-",
  ]
  private static let units: Set<String> = [
    "m", "bn", "tn", "k", "km", "nm", "gw", "mw", "tb", "gb", "mb", "kg", "am", "pm", "million",
    "billion", "b", "cm", "mm", "ghz", "mhz", "kw", "kwh", "mph",
  ]
  private static let prefixes: Set<String> = [
    "non", "pro", "co", "e", "re", "anti", "pre", "un", "de", "ex", "sub", "semi", "inter", "bi",
    "mis", "trans", "intra", "counter", "vice", "mid", "post", "ultra", "neo", "quasi", "micro",
    "multi", "over", "under", "self_",
  ]

  private func onlyNumberBefore(_ s: [(Unicode.Scalar, Int)], _ i: Int, _ first: Int) -> Bool {
    var k = i
    while k >= first, isDigit(s[k].0) || s[k].0 == "." || s[k].0 == "," { k -= 1 }
    return k < first || !s[k].0.properties.isAlphabetic && s[k].0 != "-"
  }

  private func keepsHyphen(_ word: [Unicode.Scalar], _ at: Int) -> Bool {
    let left =
      word[..<at].split(separator: "-").last.map {
        String(String.UnicodeScalarView($0)).lowercased()
      } ?? ""
    let right =
      word[(at + 1)...].split(separator: "-").first.map { String(String.UnicodeScalarView($0)) }
      ?? ""
    if Self.prefixes.contains(left), at == left.unicodeScalars.count { return true }
    // Names of models and products: "GPT-4.5", "COVID-19", "F-16".
    if right.first?.isNumber ?? false, left.last?.isLetter ?? false,
      left.count <= 6 || String(String.UnicodeScalarView(word[..<at])).first?.isUppercase ?? false
    {
      return true
    }
    return false
  }

  private func cutClitics(
    _ s: [(Unicode.Scalar, Int)], _ first: Int, _ last: Int, _ cuts: inout Set<Int>
  ) {
    var end = last
    for c in cuts.filter({ $0 > first && $0 < last }).sorted() + [last] {
      end = c
      let start = cuts.filter { $0 < c }.max() ?? first
      guard end > start else { continue }
      let word = String(String.UnicodeScalarView(s[start..<end].map(\.0))).lowercased().replacing(
        "’", with: "'")
      for ending in ["n't"] where word.hasSuffix(ending) && word.count > 3 { cuts.insert(end - 3) }
      for ending in ["'s", "'m", "'d"] where word.hasSuffix(ending) && word.count > 2 {
        cuts.insert(end - 2)
      }
      for ending in ["'ll", "'re", "'ve"] where word.hasSuffix(ending) && word.count > 3 {
        cuts.insert(end - 3)
      }
      if word == "cannot" { cuts.insert(start + 3) }
      if word == "gonna" || word == "wanna" || word == "gotta" { cuts.insert(start + 3) }
    }
  }

  private func spans(_ cuts: Set<Int>, _ ends: [Int], _ n: Int, _ chunk: Chunk) -> [Token] {
    var out: [Token] = []
    var from = 0
    for c in cuts.filter({ $0 > 0 && $0 < n }).sorted() + [n] {
      out.append(token(ends[from], ends[c], spaced: from == 0))
      from = c
    }
    return out
  }

  private func token(_ a: Int, _ b: Int, spaced: Bool) -> Token {
    Token(
      text: String(decoding: bytes[a..<b], as: UTF8.self), span: Span(start: a, end: b),
      spaceBefore: spaced && a > 0)
  }

  private func isMail(_ w: String) -> Bool {
    guard let at = w.firstIndex(of: "@"), at != w.startIndex else { return false }
    return w[at...].contains(".")
  }

  private func isAbbreviation(_ stem: String) -> Bool {
    let key = stem.lowercased()
    if stem.unicodeScalars.count == 1, stem.first?.isUppercase ?? false { return true }
    if stem.contains("."), stem.allSatisfy({ $0.isLetter || $0 == "." }), !stem.hasSuffix(".") {
      return true
    }
    return Abbreviations.never.contains(key) || Abbreviations.sometimes.contains(key)
  }

  private func isDigit(_ s: Unicode.Scalar) -> Bool {
    s.value < 0x80 && (0x30...0x39).contains(s.value)
  }

  private func isOpening(_ s: Unicode.Scalar) -> Bool {
    "\"'“‘([{«¿¡<•·*_`".unicodeScalars.contains(s)
  }

  private func isClosing(_ s: Unicode.Scalar) -> Bool {
    "\"'”’)]}»,;:!?…>_`".unicodeScalars.contains(s)
  }
}

/// Abbreviations with a full stop: those no sentence ends with, those that may end one, and words that then begin the next.
enum Abbreviations {
  static let never: Set<String> = lists["never"] ?? []
  static let sometimes: Set<String> = lists["sometimes"] ?? []
  static let starters: Set<String> = lists["starters"] ?? []

  private static let lists: [String: Set<String>] = {
    var out: [String: Set<String>] = [:]
    for line in String(decoding: PackageResources.abbreviations_txt, as: UTF8.self).split(
      separator: "\n")
    {
      guard !line.hasPrefix("#"), let colon = line.firstIndex(of: ":") else { continue }
      out[String(line[..<colon])] = Set(
        line[line.index(after: colon)...].split(separator: " ").map(String.init))
    }
    return out
  }()
}
