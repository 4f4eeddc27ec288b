import Claims
import Text

/// Some sentences that one speaker says, and when each begins.
struct SpokenPassage: Hashable {
  var speaker: String?
  var text: String
  var marks: [TimeMark]
  /// The line of the file that it begins in.
  var line: Int?
}

/// The cues of a recording as passages: joined to turns, those to sentences, and a few of these together.
///
/// Never across a change of speaker, because a host's question is not the guest's claim.
struct Transcript {
  private(set) var passages: [SpokenPassage] = []
  /// Adverts, and turns of a word or two.
  private(set) var skipped = 0
  /// Whether hardly any sentence has an end, as in captions a machine wrote.
  private(set) var lacksSentences = false

  private static let sentencesPerPassage = 5
  private static let bytesPerPassage = 1200
  /// What is longer was never parted into sentences.
  private static let longestSentence = 800

  init(_ cues: [Cue]) {
    var words = 0
    var ends = 0
    for turn in Turn.all(in: named(cues)) {
      let sentences = turn.sentences(longest: Self.longestSentence)
      words += turn.text.utf8.count { $0 == UInt8(ascii: " ") } + 1
      ends += sentences.count { $0.text.contains { ".!?…".contains($0) } }
      var runs: [[Turn.Sentence]] = [[]]
      let adverts = Furniture.adverts(among: sentences.map(\.text))
      for (place, sentence) in sentences.enumerated() {
        if adverts.contains(place) || Furniture.isNotice(sentence.text, spoken: true) {
          if !(runs.last?.isEmpty ?? true) || place == 0 { skipped += 1 }
          if !(runs.last?.isEmpty ?? true) { runs.append([]) }
        } else {
          runs[runs.count - 1].append(sentence)
        }
      }
      for run in runs where !run.isEmpty { add(run, of: turn) }
    }
    lacksSentences = words > 200 && ends * 80 < words
  }

  private mutating func add(_ sentences: [Turn.Sentence], of turn: Turn) {
    if sentences.count == 1, Furniture.words(of: sentences[0].text).count < 3 {
      skipped += 1
      return
    }
    var parts: [[Turn.Sentence]] = []
    // As even as can be: no last sentence is left alone.
    let count = (sentences.count - 1) / Self.sentencesPerPassage + 1
    for part in 0..<count {
      let range = sentences.count * part / count..<sentences.count * (part + 1) / count
      var bytes = 0
      parts.append([])
      for sentence in sentences[range] {
        if bytes + sentence.text.utf8.count > Self.bytesPerPassage, bytes > 0 {
          parts.append([])
          bytes = 0
        }
        parts[parts.count - 1].append(sentence)
        bytes += sentence.text.utf8.count
      }
    }
    for part in parts {
      var passage = SpokenPassage(
        speaker: turn.speaker, text: "", marks: [], line: part.first?.line)
      for sentence in part {
        if !passage.text.isEmpty { passage.text += " " }
        if let time = sentence.start.map(timecode), passage.marks.last?.time != time {
          passage.marks.append(TimeMark(start: passage.text.utf8.count, time: time))
        }
        passage.text += sentence.text
      }
      passages.append(passage)
    }
  }
}

/// A script's passages as cues: a time may stand before words or behind a name, as in `Ada: 1:02`.
func cues(of script: [Passage]) -> [Cue] {
  let clock = /[\[(]?\b((?:\d+:)?\d?\d:\d\d)\b[\])]?/
  var time: Int?
  var cues: [Cue] = []
  for passage in script {
    var text = passage.text[...]
    for match in [text.prefixMatch(of: clock), text.matches(of: clock).last].compactMap({ $0 })
    where match.range.lowerBound == text.startIndex || match.range.upperBound == text.endIndex {
      let parts = match.output.1.split(separator: ":").compactMap { Int($0) }
      time = parts.reduce(0) { $0 * 60 + $1 } * 1000
      text =
        match.range.lowerBound == text.startIndex
        ? text[match.range.upperBound...] : text[..<match.range.lowerBound]
      break
    }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !words.isEmpty { cues.append(Cue(start: time, text: words, line: passage.line)) }
  }
  return cues
}

/// What one speaker says without a break.
private struct Turn {
  struct Sentence {
    var text: String
    /// In milliseconds.
    var start: Int?
    var line: Int?
  }

  var speaker: String?
  private(set) var text = ""
  private var starts: [(byte: Int, time: Int?, line: Int?)] = []

  static func all(in cues: [Cue]) -> [Turn] {
    var turns: [Turn] = []
    for cue in cues {
      let isSame = turns.last.map { $0.speaker == cue.speaker } ?? false
      if !isSame || cue.beginsTurn { turns.append(Turn(speaker: cue.speaker)) }
      if !cue.text.isEmpty { turns[turns.count - 1].add(cue) }
    }
    return turns.filter { !$0.text.isEmpty }
  }

  private mutating func add(_ cue: Cue) {
    let words = cue.text
    // Where each word is a cue of its own, so is what stands behind it.
    let isTail = words.first.map { ",.;:!?…)’'".contains($0) } ?? false
    if !text.isEmpty, !isTail { text += " " }
    starts.append((text.utf8.count, cue.start, cue.line))
    text += words
  }

  /// The sentences, cut at a cue where one is too long to be one.
  func sentences(longest: Int) -> [Sentence] {
    var sentences: [Sentence] = []
    var next = starts[...]
    for span in Segmenter().sentences(in: text).map(\.span) {
      var start = span.start
      while let last = next.dropFirst().first, last.byte <= start { next.removeFirst() }
      for later in next.dropFirst() where later.byte < span.end && span.end - start > longest {
        guard later.byte - start > longest / 2 else { continue }
        sentences.append(sentence(start, later.byte, next.first))
        start = later.byte
        while let last = next.dropFirst().first, last.byte <= start { next.removeFirst() }
      }
      sentences.append(sentence(start, span.end, next.first))
    }
    return sentences
  }

  private func sentence(_ start: Int, _ end: Int, _ cue: (byte: Int, time: Int?, line: Int?)?)
    -> Sentence
  {
    let words = Span(start: start, end: end).text(in: text)
    return Sentence(
      text: words.split(separator: " ").joined(separator: " "), start: cue?.time,
      line: cue?.line)
  }
}

/// A cue's words without `[music]`, `(APPLAUSE)` and `♪ la la ♪`, which nobody says, spaces made even.
private func withoutSounds(_ text: String) -> String {
  var text = text
  if text.contains("♪") { text = text.replacing(/♪[^♪]*(?:♪|$)/, with: " ") }
  if text.contains("[") { text = text.replacing(/\[[^\[\]]{0,80}\](?!:)/, with: " ") }
  if text.contains("(") {
    text = text.replacing(
      /\((?:[^()a-z]{2,80}|(?:music|laughs?|laughter|laughing|applause|crosstalk|inaudible|sighs?|coughs?|silence)[^()]{0,40})\)/,
      with: " ")
  }
  return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Cues with the speakers that stand before their words, as in `ADA: The centre opens.` and `>> The centre opens.`
///
/// What has a colon behind it is a name if it looks like one and is no chance: it comes again, or is
/// of two words, or another such has come again.
private func named(_ cues: [Cue]) -> [Cue] {
  var cues = cues
  for place in cues.indices { cues[place].text = withoutSounds(cues[place].text) }
  let labels = cues.map { $0.speaker == nil ? Label($0.text) : nil }
  var counts: [String: Int] = [:]
  for label in labels { if let name = label?.name { counts[name, default: 0] += 1 } }
  let recurring = Set(counts.filter { $0.value > 1 }.map(\.key))
  func isName(_ name: String) -> Bool {
    switch Label.shape(of: name) {
    case .full: true
    case .capitals:
      recurring.contains(name) || recurring.contains { Label.shape(of: $0) == .capitals }
    case .word: recurring.contains(name) && recurring.count > 1
    }
  }
  var speaker: String?
  return zip(cues, labels).map { cue, label in
    var cue = cue
    if let label {
      if let name = label.name, isName(name) {
        cue.text = label.rest
        cue.beginsTurn = name != speaker
        speaker = name
      } else if label.isMarked {
        cue.text = label.unnamed
        cue.beginsTurn = true
        speaker = nil
      }
      cue.speaker = speaker
    } else if cue.speaker == nil {
      cue.speaker = speaker
    } else {
      speaker = nil
    }
    return cue
  }
}

/// What stands before a cue's words, where it may say who speaks.
private struct Label {
  enum Shape { case full, capitals, word }

  var name: String?
  var rest: String
  /// Whether a mark says that somebody else begins to speak.
  var isMarked: Bool
  /// The words without that mark.
  var unnamed: String

  init?(_ text: String) {
    let mark = text.prefixMatch(of: /(?:>{2,3}\s*|-\s*(?=\p{Lu}))/)
    let bare = mark.map { text[$0.range.upperBound...] } ?? text[...]
    isMarked = mark != nil
    unnamed = String(bare)
    rest = unnamed
    if let found = bare.prefixMatch(
      of:
        /\[?(\p{Lu}[\p{L}\p{N}.'’\-]*(?: [\p{L}\p{N}.'’\-]+){0,4})\]?(?: ?\([^()]{0,40}\))?:(?:\s+|$)/
    ),
      Self.isNameLike(found.output.1)
    {
      name = String(found.output.1)
      rest = String(bare[found.range.upperBound...])
    }
    if name == nil, !isMarked { return nil }
  }

  /// "Ada Lovelace", "Speaker 2" or "van der Berg", and not "The thing is".
  private static func isNameLike(_ name: Substring) -> Bool {
    let joints: Set<Substring> = ["van", "von", "der", "den", "de", "di", "da", "la", "al", "bin"]
    return name.count <= 40
      && name.split(separator: " ").allSatisfy { word in
        joints.contains(word) || word.first.map { $0.isUppercase || $0.isNumber } ?? false
      }
  }

  static func shape(of name: String) -> Shape {
    let roles: Set<String> = ["host", "guest", "interviewer", "moderator", "narrator", "speaker"]
    if name.contains(" ") || name.contains(where: \.isNumber) || roles.contains(name.lowercased()) {
      return .full
    }
    return name.contains(where: \.isLowercase) ? .word : .capitals
  }
}
