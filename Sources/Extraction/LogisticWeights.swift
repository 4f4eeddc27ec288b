#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A logistic regression over named features, fitted by a script in `Training`.
struct LogisticWeights: Sendable {
  private var weights: [(name: String, weight: Double)] = []

  /// Reads lines of `feature weight`; a line that starts with `#` is a comment.
  init(lines: String) {
    for line in lines.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: " ")
      if columns.count == 2, let weight = Double(columns[1]) {
        weights.append((String(columns[0]), weight))
      }
    }
  }

  /// The features that have a weight.
  var names: [String] { weights.map(\.name) }

  /// The probability, 0 to 1 in thousandths; a feature that is not given counts as 0.
  func confidence(_ features: [String: Double]) -> Double {
    // In the file's order, because sums of floating-point numbers depend on it.
    var sum = 0.0
    for (name, weight) in weights { sum += weight * (features[name] ?? 0) }
    return (1000 / (1 + exp(-sum))).rounded() / 1000
  }

  /// A length as features have it: ten words more matter less to thirty than to three.
  static func logLength(_ words: Int) -> Double { log(Double(words + 1)) }
}
