import Claims
import Foundation

/// What came of reading some files, for the line at the end.
struct Summary {
  var insights = 0
  var newInsights: Int?
  var claims = 0
  var newClaims: Int?
  var skipped = 0
  var failures = 0

  /// Whether an input, or a part of one, could not be read.
  var unreadable: Bool { failures > 0 }

  /// Notes and says what could not be read.
  mutating func fail(_ sentence: String) {
    failures += 1
    say("kg: \(sentence)")
  }

  /// `12 insights (3 new), 40 claims (9 new), 2 skipped, 0 failed`.
  var text: String {
    func new(_ count: Int?) -> String { count.map { " (\($0) new)" } ?? "" }
    return counted(insights, "insight") + new(newInsights) + ", "
      + counted(claims, "claim") + new(newClaims)
      + ", \(skipped) skipped, \(failures) failed"
  }
}
