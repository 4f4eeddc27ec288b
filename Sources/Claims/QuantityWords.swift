/// The word lists of `quantities.txt`.
struct QuantityWords: Sendable {
  struct Unit: Sendable {
    var name: String
    var factor: Double
  }

  private(set) var before: [[String]: Quantity.Bound] = [:]
  private(set) var after: [[String]: Quantity.Bound] = [:]
  private(set) var numbers: [String: Double] = [:]
  private(set) var magnitudes: [String: Double] = [:]
  private(set) var many: [String: ClosedRange<Double>] = [:]
  private(set) var fractions: [String: Double] = [:]
  private(set) var ranks: Set<String> = []
  private(set) var months: Set<String> = []
  private var units: [String: Unit] = [:]
  /// All words that count, each as one word.
  private var counting: Set<String> = []

  static let builtIn = QuantityWords(
    String(decoding: PackageResources.quantities_txt, as: UTF8.self))

  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let head = parts[0].split(separator: " ").map(String.init)
      let words = parts[1].split(separator: " ").map(String.init)
      switch head[0] {
      case "bound", "after":
        guard let bound = Quantity.Bound(rawValue: head[1]) else { continue }
        for phrase in parts[1].split(separator: ";") {
          let phrase = phrase.split(separator: " ").map(String.init)
          if head[0] == "bound" { before[phrase] = bound } else { after[phrase] = bound }
        }
      case "number": numbers.merge(Self.pairs(words)) { a, _ in a }
      case "magnitude": magnitudes.merge(Self.pairs(words)) { a, _ in a }
      case "fraction": fractions.merge(Self.pairs(words)) { a, _ in a }
      case "many":
        for i in stride(from: 0, to: words.count - 2, by: 3) {
          guard let low = Double(words[i + 1]), let high = Double(words[i + 2]) else { continue }
          many[words[i]] = low...high
        }
      case "unit":
        guard head.count > 2, let factor = Double(head[head.count - 1]) else { continue }
        let name = head[1..<head.count - 1].joined(separator: " ")
        for word in words { units[word] = Unit(name: name, factor: factor) }
      case "rank": ranks.formUnion(words)
      case "month": months.formUnion(words)
      default: continue
      }
    }
    counting = Set(numbers.keys).union(magnitudes.keys).union(many.keys).union(fractions.keys)
      .union(fractions.keys.map { $0 + "s" }).union(Self.wholes)
  }

  private static func pairs(_ words: [String]) -> [String: Double] {
    var pairs: [String: Double] = [:]
    for i in stride(from: 0, to: words.count - 1, by: 2) { pairs[words[i]] = Double(words[i + 1]) }
    return pairs
  }

  /// Before a unit, one of it: "a full gigawatt".
  static let wholes: Set<String> = ["full", "whole"]

  /// Whether a text has a figure or one of the words that count.
  func mayCount(in text: String) -> Bool {
    text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
      || text.utf8.split { !(0x61...0x7a).contains($0 | 0x20) }.contains {
        counting.contains(Substring($0).lowercased())
      }
  }

  func unit(_ word: String) -> Unit? {
    if let unit = units[word] { return unit }
    return word.hasSuffix("s") && word.count > 2 ? units[String(word.dropLast())] : nil
  }

  func fraction(_ word: String) -> Double? {
    if let value = fractions[word] { return value }
    return word.hasSuffix("s") ? fractions[String(word.dropLast())] : nil
  }
}
