/// Words of one chunk: punctuation off the edges, clitics, hyphens and currency apart.
struct WordSplitter {
  let bytes: [UInt8]

  func tokens(of chunk: Chunk) -> [Token] {
    if let plain = plainTokens(of: chunk) { return plain }
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
    /// Cuts off a run of one mark, and gives the place behind it.
    func cutRun(_ start: Int) -> Int {
      var end = start + 1
      while end < last, s(end) == s(start) { end += 1 }
      cut(start)
      cut(end)
      return end
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
        i = cutRun(i)
        continue
      case "$", "€", "£", "¥", "%", "(", ")", "[", "]", "\"", "“", "”", "…", "=", ";", "#", "@",
        "+", "~", "*", "|", "<", ">", "{", "}":
        if "#@".unicodeScalars.contains(c), i == first, after != nil { break }
        if c == "+", i == last - 1, before.map(isDigit) ?? false { break }
        if c == "*" || c == "+" || c == "=" {
          i = cutRun(i)
          continue
        }
        // "NT$40" has the currency's letters with its sign.
        let names = c == "$" && i > first && i - first <= 3 && (after.map(isDigit) ?? false)
        let isCurrency = names && (first..<i).allSatisfy { isCapital(s($0)) }
        if !isCurrency { cut(i) }
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

  /// Letters alone or with one mark behind them, as most chunks are: nothing to look up but abbreviations.
  private func plainTokens(of chunk: Chunk) -> [Token]? {
    var end = chunk.start
    while end < chunk.end, isPlainLetter(bytes[end]) { end += 1 }
    guard end > chunk.start, chunk.end - end <= 1 else { return nil }
    let word = token(chunk.start, end, spaced: true)
    if (5...6).contains(end - chunk.start), Self.contracted.contains(word.text.lowercased()) {
      return nil
    }
    guard end < chunk.end else { return [word] }
    switch UnicodeScalar(bytes[end]) {
    case ",", ";", ":", "!", "?": break
    case "." where !isAbbreviation(word.text): break
    default: return nil
    }
    return [word, token(end, chunk.end, spaced: false)]
  }

  private func isPlainLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  private static let contracted: Set<String> = ["cannot", "gonna", "wanna", "gotta"]
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
    if stem.unicodeScalars.count == 1, stem.first?.isUppercase ?? false { return true }
    if stem.contains("."), stem.allSatisfy({ $0.isLetter || $0 == "." }), !stem.hasSuffix(".") {
      return true
    }
    let key = WordKey(stem.unicodeScalars)
    return WordLists.never.contains(key) || WordLists.sometimes.contains(key)
  }

  private func isCapital(_ s: Unicode.Scalar) -> Bool { s >= "A" && s <= "Z" }

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
