/// Finds the first amount among the words of a text.
struct QuantityReader {
  /// A piece of the text: a number in figures, a currency or percent sign, a dash, or a word.
  private enum Piece: Equatable {
    case number(Double, text: String)
    case sign(String)
    case dash
    case word(String)
  }

  private struct Amount {
    var value: Double
    var upper: Double?
    var unit: String?
    var end: Int
    /// Without one of these a small number may be a part of a name, and a large one a year.
    var isMarked: Bool
    /// Before the unit's factor, for a range whose first number has no unit of its own.
    var plain: Double
    var isShare = false
  }

  private let pieces: [Piece]
  private let words = QuantityWords.builtIn

  init(_ text: String) { pieces = Self.pieces(of: text, words: .builtIn) }

  func first() -> Quantity? {
    for i in pieces.indices {
      guard let found = range(at: i) ?? many(at: i) ?? amount(at: i) ?? whole(at: i) else {
        continue
      }
      guard found.isMarked || isCount(at: i) else { continue }
      var start = i
      var bound = Quantity.Bound.exact
      if let (phrase, length) = phrase(endingAt: i) {
        bound = phrase
        start -= length
      }
      var end = found.end
      if bound == .exact {
        // "10,000 chips or more" as well as "10,000 or more chips".
        if let (phrase, length) = phrase(from: end) {
          bound = phrase
          end += length
        } else if let (phrase, _) = phrase(from: end + 1) {
          bound = phrase
        }
      }
      if found.upper != nil, bound == .exact, many(at: i) != nil { bound = .about }
      let rest = pieces[..<start] + pieces[end...]
      return Quantity(
        value: found.value, upper: found.upper, bound: bound, unit: found.unit,
        rest: rest.compactMap(text))
    }
    return nil
  }

  // MARK: amounts

  private func range(at start: Int) -> Amount? {
    guard let low = amount(at: start), low.end < pieces.count, !low.isShare || low.unit != nil
    else { return nil }
    let joiner = pieces[low.end]
    let isBetween = joiner == .word("and") && start > 0 && pieces[start - 1] == .word("between")
    guard joiner == .dash || joiner == .word("to") || isBetween || joiner == .word("or"),
      var high = amount(at: low.end + 1)
    else { return nil }
    guard low.unit == nil || high.unit == nil || low.unit == high.unit else { return nil }
    // "15 to 20 million dollars": the first number is of the second's kind.
    let scale = low.plain == 0 || high.plain == 0 ? 1 : high.value / high.plain
    let value = low.isMarked && low.value != low.plain ? low.value : low.plain * scale
    high.unit = high.unit ?? low.unit
    guard value <= high.value else { return nil }
    high.upper = high.value
    high.value = value
    high.isMarked = high.isMarked || low.isMarked || isBetween
    return high
  }

  /// "Hundreds of", "tens of thousands".
  private func many(at start: Int) -> Amount? {
    guard case .word(let word) = pieces[start] else { return nil }
    var i = start
    var value: ClosedRange<Double>
    if ["tens", "hundreds"].contains(word.lowercased()), i + 2 < pieces.count,
      pieces[i + 1] == .word("of"), case .word(let large) = pieces[i + 2],
      let few = words.many[large.lowercased()]
    {
      let step: Double = word.lowercased() == "tens" ? 10 : 100
      let unit = few.lowerBound / 2
      value = unit * step * 2...unit * step * 9.99
      i += 2
    } else if let some = words.many[word.lowercased()] {
      value = some
    } else {
      return nil
    }
    i += 1
    var found = Amount(
      value: value.lowerBound, upper: value.upperBound, end: i, isMarked: true,
      plain: value.lowerBound)
    let next = i < pieces.count && pieces[i] == .word("of") ? i + 1 : i
    if let (unit, end) = unit(at: next) {
      found.unit = unit.name
      found.value *= unit.factor
      found.upper = value.upperBound * unit.factor
      found.end = end
    }
    return found
  }

  /// "A full gigawatt" is one; a full year is a span.
  private func whole(at start: Int) -> Amount? {
    let place = pieces[start] == .word("a") ? start + 1 : start
    guard let word = word(at: place), QuantityWords.wholes.contains(word.lowercased()),
      let (unit, end) = unit(at: place + 1), !["year", "%", "times"].contains(unit.name)
    else { return nil }
    var found = Amount(value: unit.factor, end: end, isMarked: true, plain: 1)
    found.unit = unit.name
    return found
  }

  private func amount(at start: Int) -> Amount? {
    guard start < pieces.count else { return nil }
    var i = start
    var unit: QuantityWords.Unit?
    if case .sign(let sign) = pieces[i], let currency = words.unit(sign), sign != "%" {
      unit = currency
      i += 1
    } else if case .word(let word) = pieces[i], word.count == 3, word == word.uppercased(),
      let currency = words.unit(word.lowercased()), i + 1 < pieces.count,
      case .number = pieces[i + 1]
    {
      unit = currency
      i += 1
    }
    guard let number = number(at: i) else { return nil }
    i = number.end
    var value = number.value
    var isMarked = unit != nil || number.isMarked
    while let word = word(at: i), let factor = words.magnitudes[word.lowercased()] {
      value *= factor
      isMarked = true
      i += 1
      if self.word(at: i) == "and", self.word(at: i + 1) == "a", self.word(at: i + 2) == "half" {
        value += factor / 2
        i += 3
      }
    }
    let plain = number.value
    if unit == nil, let (found, end) = self.unit(at: i) {
      unit = found
      i = end
      isMarked = true
    }
    if number.isShare {
      // "Half of the chips" is a share, "half a gigawatt" isn't.
      if unit == nil, value == number.value {
        return Amount(
          value: value * 100, unit: "%", end: i, isMarked: true, plain: plain, isShare: true)
      }
    }
    return Amount(
      value: value * (unit?.factor ?? 1), unit: unit?.name, end: i, isMarked: isMarked,
      plain: plain)
  }

  private struct Number {
    var value: Double
    var end: Int
    var isMarked = false
    var isShare = false
  }

  private func number(at start: Int) -> Number? {
    guard start < pieces.count else { return nil }
    if case .number(let value, let text) = pieces[start] {
      // "Five out of 20", "1 in 3".
      if let share = share(of: value, at: start + 1) { return share }
      return Number(
        value: value, end: start + 1, isMarked: text.contains(",") || text.contains("."))
    }
    guard let first = word(at: start)?.lowercased() else { return nil }
    if first == "a" || first == "an", let next = word(at: start + 1)?.lowercased() {
      if let part = words.fractions[next], isPart(next, at: start + 2) {
        return Number(value: part, end: start + 2, isMarked: true, isShare: true)
      }
      if words.magnitudes[next] != nil, next.count > 2 {
        return Number(value: 1, end: start + 1, isMarked: true)
      }
      return nil
    }
    // Claims leave out the article they begin with: "quarter of sales", not "quarter of 2025".
    let isFirst = start == 0 || phrase(endingAt: start).map { $0.1 == start } ?? false
    if isFirst, let part = words.fractions[first], first != "half",
      word(at: start + 1) == "of", word(at: start + 2) != nil,
      word(at: start + 2) != "the" || word(at: start + 3) != "year"
    {
      return Number(value: part, end: start + 1, isMarked: true, isShare: true)
    }
    if first == "half", isPart(first, at: start + 1) {
      let article = ["a", "an"].contains(word(at: start + 1)?.lowercased())
      return Number(value: 0.5, end: start + (article ? 2 : 1), isMarked: true, isShare: true)
    }
    return spelled(at: start)
  }

  /// A number in words, "twenty five" or "two thirds".
  private func spelled(at start: Int) -> Number? {
    var value = 0.0
    var i = start
    while let word = word(at: i)?.lowercased(), let number = words.numbers[word] {
      // After a ten only a digit goes on: "twenty five", but not "five six".
      guard i == start || (value >= 20 && number < 10 && number > 0) else { break }
      value += number
      i += 1
      if number < 20 { break }
    }
    guard i > start else { return nil }
    if let share = share(of: value, at: i) { return share }
    if let word = word(at: i)?.lowercased(), let part = words.fraction(word),
      value == 1 || word.hasSuffix("s")
    {
      return Number(value: value * part, end: i + 1, isMarked: true, isShare: true)
    }
    // "One of them" counts nothing.
    if value == 1, word(at: i) == "of" || word(at: i) == "another" { return nil }
    if word(at: i) == "and", word(at: i + 1) == "a", word(at: i + 2) == "half" {
      return Number(value: value + 0.5, end: i + 3)
    }
    return Number(value: value, end: i)
  }

  private func share(of part: Double, at i: Int) -> Number? {
    var i = i
    if word(at: i) == "out", word(at: i + 1) == "of" {
      i += 2
    } else if word(at: i) == "in" {
      i += 1
    } else {
      return nil
    }
    guard i < pieces.count else { return nil }
    var whole: Double?
    if case .number(let value, let text) = pieces[i], !Self.isYear(value, text) { whole = value }
    if let word = word(at: i)?.lowercased() { whole = words.numbers[word] ?? whole }
    guard let whole, whole > part, whole <= 100 else { return nil }
    return Number(value: part / whole, end: i + 1, isMarked: true, isShare: true)
  }

  /// "A tenth of", "half the", but no "third quarter" and no "half-finished".
  private func isPart(_ word: String, at next: Int) -> Bool {
    guard next < pieces.count else { return true }
    if words.unit(self.word(at: next)?.lowercased() ?? "") != nil { return true }
    guard let following = self.word(at: next)?.lowercased() else { return false }
    if word == "half" { return following != "year" && following != "way" }
    return ["of", "as", "more", "less"].contains(following)
  }

  private func unit(at i: Int) -> (QuantityWords.Unit, Int)? {
    guard i < pieces.count else { return nil }
    var j = i
    if pieces[j] == .dash { j += 1 }
    guard j < pieces.count else { return nil }
    switch pieces[j] {
    case .sign(let sign): return words.unit(sign).map { ($0, j + 1) }
    case .word(let first):
      // The longest name wins: "percentage points", "US dollars", "floating point operations".
      for length in stride(from: min(3, pieces.count - j), through: 1, by: -1) {
        let parts = pieces[j..<j + length].compactMap(text).map { $0.lowercased() }
        guard parts.count == length else { continue }
        if let unit = words.unit(parts.joined(separator: "-")) { return (unit, j + length) }
        if length == 2, ["us", "u.s", "american", "chinese"].contains(parts[0]),
          let unit = words.unit(parts[1]), unit.name.count == 3
        {
          return (unit, j + length)
        }
      }
      if first == "per", word(at: j + 1) == "cent" { return words.unit("%").map { ($0, j + 2) } }
      return nil
    default: return nil
    }
  }

  // MARK: what stands around

  /// Whether a bare number counts things, rather than naming a year, a model or a place in a list.
  private func isCount(at i: Int) -> Bool {
    if case .number(let value, let text) = pieces[i] {
      if Self.isYear(value, text) { return false }
      if let before = word(at: i - 1) {
        if words.months.contains(before.lowercased()) { return false }
        let isName = before.first?.isUppercase ?? false
        if isName, phrase(endingAt: i) == nil { return false }
      }
    }
    if let before = word(at: i - 1)?.lowercased(), words.ranks.contains(before) { return false }
    if let next = word(at: i + 1)?.lowercased(), words.months.contains(next) { return false }
    return true
  }

  private static func isYear(_ value: Double, _ text: String) -> Bool {
    text.count == 4 && value >= 1900 && value < 2100
  }

  private func phrase(endingAt end: Int) -> (Quantity.Bound, Int)? {
    for length in stride(from: min(4, end), through: 1, by: -1) {
      let parts = pieces[end - length..<end].compactMap(text).map { $0.lowercased() }
      if parts.count == length, let bound = words.before[parts] { return (bound, length) }
    }
    return nil
  }

  private func phrase(from start: Int) -> (Quantity.Bound, Int)? {
    guard start < pieces.count else { return nil }
    for length in stride(from: min(2, pieces.count - start), through: 1, by: -1) {
      let parts = pieces[start..<start + length].compactMap(text).map { $0.lowercased() }
      if parts.count == length, let bound = words.after[parts] { return (bound, length) }
    }
    return nil
  }

  private func word(at i: Int) -> String? {
    guard pieces.indices.contains(i), case .word(let word) = pieces[i] else { return nil }
    return word
  }

  private func text(_ piece: Piece) -> String? {
    switch piece {
    case .word(let word): word
    case .number(_, let text): text
    case .sign, .dash: nil
    }
  }

  // MARK: pieces

  private static func pieces(of text: String, words: QuantityWords) -> [Piece] {
    var pieces: [Piece] = []
    for chunk in text.split(whereSeparator: \.isWhitespace) {
      let chunk = chunk.trimmed(of: "\"“”‘’'()[]{},;:!?…")
      guard !chunk.isEmpty else { continue }
      if chunk == "-" || chunk == "–" || chunk == "—" {
        pieces.append(.dash)
        continue
      }
      let parts = chunk.split(whereSeparator: { "-–—".contains($0) }).map(String.init)
      let first = parts.first.map { figures($0, words: words) } ?? []
      if parts.count > 1, case .number = first.last(where: { $0 != .sign("%") }) {
        for (n, part) in parts.enumerated() {
          let found = figures(part, words: words)
          if n > 0,
            case .number? = found.first(where: { if case .number = $0 { true } else { false } })
          {
            pieces.append(.dash)
          }
          pieces += found
        }
      } else if parts.count > 1, parts.allSatisfy({ isNumeral($0.lowercased(), words) }) {
        pieces += parts.map { .word($0) }
      } else {
        pieces += parts.count > 1 ? [.word(String(chunk))] : figures(String(chunk), words: words)
      }
    }
    return pieces
  }

  private static func isNumeral(_ word: String, _ words: QuantityWords) -> Bool {
    words.numbers[word] != nil || words.magnitudes[word] != nil || words.fraction(word) != nil
  }

  /// "$5.6m" as a sign, a number and a magnitude; a word as it is.
  private static func figures(_ chunk: String, words: QuantityWords) -> [Piece] {
    var rest = Substring(chunk)
    var found: [Piece] = []
    while let last = rest.last, last == "." { rest = rest.dropLast() }
    if rest.hasPrefix("~") {
      return [.word("about")] + figures(String(rest.dropFirst()), words: words)
    }
    if rest.hasPrefix(">") {
      return [.word("over")] + figures(String(rest.dropFirst()), words: words)
    }
    if rest.hasPrefix("<") {
      return [.word("under")] + figures(String(rest.dropFirst()), words: words)
    }
    let lead = rest.prefix { !$0.isNumber }
    if !lead.isEmpty, lead.count < rest.count {
      guard words.unit(lead.lowercased()) != nil, lead.count < 4,
        lead.contains(where: { !$0.isLetter }) || lead.lowercased() == "rmb"
      else { return [.word(chunk)] }
      found.append(.sign(lead.lowercased()))
      rest = rest.dropFirst(lead.count)
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber || ",.^".contains($0) }
    guard let value = number(digits) else {
      return [.word(String(chunk.trimmed(of: ".")))]
    }
    let tail = rest.dropFirst(digits.count)
    let number = Piece.number(value, text: String(digits))
    if tail.isEmpty { return found + [number] }
    if tail == "%" { return found + [number, .sign("%")] }
    if tail == "+" { return found + [number, .word("plus")] }
    let suffix = tail.lowercased()
    if suffix.hasPrefix("e"), let power = Int(suffix.dropFirst()), power > 0, power < 60 {
      return Double("\(value)e\(power)").map { found + [.number($0, text: digits + suffix)] }
        ?? [.word(chunk)]
    }
    if words.magnitudes[suffix] != nil || words.unit(suffix) != nil {
      return found + [number, .word(suffix)]
    }
    if suffix.hasSuffix("+"), words.magnitudes[String(suffix.dropLast())] != nil {
      return found + [number, .word(String(suffix.dropLast())), .word("plus")]
    }
    return [.word(chunk)]
  }

  private static func number(_ digits: Substring) -> Double? {
    if let caret = digits.firstIndex(of: "^") {
      guard digits[..<caret] == "10", let power = Int(digits[digits.index(after: caret)...]),
        power < 60
      else { return nil }
      return Double("1e\(power)")
    }
    guard digits.first?.isNumber ?? false else { return nil }
    return Double(digits.filter { $0 != "," })
  }
}

extension StringProtocol {
  fileprivate func trimmed(of characters: String) -> String {
    var rest = self[...]
    while let first = rest.first, characters.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, characters.contains(last) { rest = rest.dropLast() }
    return String(rest)
  }
}
