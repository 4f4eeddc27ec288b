/// Numbers in words or with commas as one figure: "ten thousand" and "10,000" are 10000.
enum NumberWords {
  private static let values: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  static let factors = ["hundred": 100, "thousand": 1000]

  /// The words with each run of number words before a factor as one figure.
  static func joined(_ words: [String]) -> [String] {
    guard words.contains(where: { $0.utf8.count > 6 && factors[$0] != nil }) else { return words }
    var out: [String] = []
    for word in words {
      if let factor = factors[word], let last = out.last, let count = values[last] ?? Int(last) {
        out[out.count - 1] = String(count * factor)
      } else {
        out.append(word)
      }
    }
    return out
  }

  /// The text with commas inside figures gone.
  static func withoutCommas(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ",")) else { return text }
    let letters = Array(text)
    var out = ""
    for (i, letter) in letters.enumerated() {
      let inside =
        letter == "," && i > 0 && letters[i - 1].isNumber && i + 3 < letters.count
        && letters[(i + 1)...(i + 3)].allSatisfy(\.isNumber)
      if !inside { out.append(letter) }
    }
    return out
  }
}
