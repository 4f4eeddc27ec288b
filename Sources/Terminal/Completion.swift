/// What may stand in the place of the last characters before the cursor.
public struct Completion: Equatable, Sendable {
  /// How many characters it is put in the place of.
  public var replaced: Int
  /// Whole words, each as it would stand in the line.
  public var candidates: [String]

  public init(replaced: Int = 0, candidates: [String] = []) {
    self.replaced = replaced
    self.candidates = candidates
  }

  /// The beginning that all candidates have.
  var common: String {
    guard let first = candidates.first else { return "" }
    return candidates.dropFirst().reduce(first) { String(zip($0, $1).prefix { $0 == $1 }.map(\.0)) }
  }
}
