/// A word without its capitals, to be found in a list: its hash, because strings would take most of the time.
struct WordKey: Hashable {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(_ letters: some Sequence<Unicode.Scalar>) {
    for letter in letters {
      let isCapital = letter >= "A" && letter <= "Z"
      hash = (hash ^ UInt64(isCapital ? letter.value | 0x20 : letter.value)) &* 0x100_0000_01b3
    }
  }
}

/// The words of `words.txt`: abbreviations with a full stop, days and months.
enum WordLists {
  /// Abbreviations no sentence ends with.
  static let never = Set((lists["never"] ?? []).map { WordKey($0.unicodeScalars) })
  /// Abbreviations that may end one.
  static let sometimes = Set((lists["sometimes"] ?? []).map { WordKey($0.unicodeScalars) })
  /// Verbs that help another, which no heading has.
  static let helpers = Set((lists["helpers"] ?? []).map { WordKey($0.unicodeScalars) })
  /// What opens a time, and what ends one: "In 2025", "By May".
  static let openers = Set((lists["openers"] ?? []).map { WordKey($0.unicodeScalars) })
  static let times = Set(["<9999>", "<day>", "<month>"].map { WordKey($0.unicodeScalars) })
  /// Days and months with the word that stands for all of them.
  static let calendar: [WordKey: WordKey] = {
    var out: [WordKey: WordKey] = [:]
    for (list, kind) in [("days", "<day>"), ("months", "<month>")] {
      for word in lists[list] ?? [] {
        out[WordKey(word.unicodeScalars)] = WordKey(kind.unicodeScalars)
      }
    }
    return out
  }()

  private static let lists: [String: [Substring]] = {
    var out: [String: [Substring]] = [:]
    let text = String(decoding: PackageResources.words_txt, as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      out[String(line[..<colon])] = line[line.index(after: colon)...].split(separator: " ")
    }
    return out
  }()
}
