/// What is wrong with a vocabulary file, place by place.
public struct VocabularyError: Error, Hashable, Sendable {
  public struct Problem: Hashable, Sendable {
    /// Counted from 1; nil where the file as a whole is meant.
    public var line: Int?
    public var reason: String

    public init(line: Int?, reason: String) {
      self.line = line
      self.reason = reason
    }
  }

  /// In the order of the file.
  public var problems: [Problem]

  public init(_ problems: [Problem]) {
    self.problems = problems.sorted { ($0.line ?? 0, $0.reason) < ($1.line ?? 0, $1.reason) }
  }

  /// One line a problem: `words.yaml:3: …`.
  public func lines(in file: String) -> [String] {
    problems.map { problem in
      "\(file):" + (problem.line.map { "\($0):" } ?? "") + " \(problem.reason)"
    }
  }
}

extension VocabularyError: CustomStringConvertible {
  public var description: String { lines(in: "vocabulary").joined(separator: "\n") }
}
