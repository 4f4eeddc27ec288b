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
  /// From which probability on all count as equally likely, and how likely.
  private var plateau: (start: Double, value: Double)?

  /// Reads lines of `feature weight` and at most one of `plateau start value`; a line that starts with `#` is a comment.
  init(lines: String) {
    for line in lines.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: " ")
      if columns.count == 2, let weight = Double(columns[1]) {
        weights.append((String(columns[0]), weight))
      }
      if columns.count == 3, columns[0] == "plateau", let start = Double(columns[1]),
        let value = Double(columns[2])
      {
        plateau = (start, value)
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
    let probability = (1000 / (1 + exp(-sum))).rounded() / 1000
    guard let plateau, probability >= plateau.start else { return probability }
    return plateau.value
  }

  /// A length as features have it: ten words more matter less to thirty than to three.
  static func logLength(_ words: Int) -> Double { log(Double(words + 1)) }
}
