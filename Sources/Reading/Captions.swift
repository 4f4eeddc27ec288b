import Foundation

/// Words of a recording and when they are said; a transcript is a list of these.
struct Cue: Hashable {
  /// As the file names them; nil where it doesn't say.
  var speaker: String?
  /// In milliseconds from the beginning; nil where nobody says.
  var start: Int?
  var text: String
  /// 1-based, where the file has lines.
  var line: Int?
  /// Whether somebody else begins to speak here, named or not.
  var beginsTurn = false
}

/// The cues of a WebVTT or SubRip file, and what of it can't be read.
///
/// One reader for both, because they differ in the decimal sign and in what may stand between cues,
/// and files called by one name are often of the other kind. By lines: one bad cue must not take the
/// next along.
struct CaptionReader {
  private(set) var cues: [Cue] = []
  /// What stands behind `WEBVTT -`.
  private(set) var title: String?
  private(set) var failures: [(line: Int, message: String)] = []
  /// The lines of the block that is open: before its times, then after.
  private var heading: [NumberedLine] = []
  private var words: [String] = []
  private var start: Int?
  private var line = 1
  private var isBroken = false
  /// The lines of the cue before, because live captions say each line twice.
  private var shown: [String] = []

  init(_ text: String, isWebVTT: Bool) {
    var isInHeader = isWebVTT
    for line in numberedLines(text) {
      if line.number == 1, isWebVTT, line.text.wholeMatch(of: /WEBVTT(?:[ \t].*)?/) == nil {
        failures.append((1, "a WebVTT file begins with the line WEBVTT; add it"))
        isInHeader = false
      } else if line.number == 1, isWebVTT {
        title = line.text.firstMatch(of: /^WEBVTT\s+-\s+(.*\p{L}.*?)\s*$/).map {
          String($0.output.1)
        }
      }
      if line.text.contains("-->") {
        isInHeader = false
        beginCue(line)
      } else if line.isBlank {
        endBlock()
        isInHeader = false
      } else if isInHeader {
        continue
      } else if start != nil || isBroken {
        words.append(line.text)
      } else {
        heading.append(line)
      }
    }
    endBlock()
  }

  private mutating func beginCue(_ line: NumberedLine) {
    if start != nil || isBroken {
      // Without a blank line before it: the number of this cue stands at the end of the last.
      if words.last.map({ $0.allSatisfy(\.isNumber) }) ?? false { words.removeLast() }
      endBlock()
    }
    heading = []
    let times = line.text.split(separator: "-->", maxSplits: 1, omittingEmptySubsequences: false)
    start = milliseconds(times[0])
    self.line = line.number
    let end = times[1].split(whereSeparator: \.isWhitespace).first.flatMap { milliseconds($0) }
    if start == nil || end == nil {
      start = nil
      isBroken = true
      failures.append(
        (
          line.number,
          "\"\(line.text.prefix(60))\" are no times of a cue; write them as 00:01:02.500 --> 00:01:05.000"
        ))
    }
  }

  private mutating func endBlock() {
    defer {
      heading = []
      words = []
      start = nil
      isBroken = false
    }
    if let first = heading.first {
      let isRemark = ["NOTE", "STYLE", "REGION"].contains {
        first.text == $0 || first.text.hasPrefix($0 + " ") || first.text.hasPrefix($0 + "\t")
      }
      if !isRemark, !heading.allSatisfy({ $0.text.allSatisfy(\.isNumber) }) {
        failures.append(
          (
            first.number,
            "words without times; put a line such as 00:01:02.500 --> 00:01:05.000 above"
          ))
      }
      return
    }
    guard let start else { return }
    let lines = words.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    let new = lines.dropFirst(Self.repeated(lines, after: shown))
    shown = lines
    for (number, words) in new.enumerated() {
      for (place, part) in voices(in: words).enumerated() {
        let isSame = number > 0 && place == 0 && part.speaker == nil
        cues.append(
          Cue(
            speaker: part.speaker ?? (isSame ? cues.last?.speaker : nil), start: start,
            text: part.text, line: line))
      }
    }
  }

  /// How many lines of a cue are those the one before ended with.
  private static func repeated(_ lines: [String], after shown: [String]) -> Int {
    (1...max(1, min(lines.count, shown.count))).last { count in
      count <= shown.count && lines.prefix(count).elementsEqual(shown.suffix(count))
    } ?? 0
  }
}

/// `01:02:03.500`, `02:03.500` or `01:02:03,500` in milliseconds.
private func milliseconds(_ text: Substring) -> Int? {
  guard
    let match = text.wholeMatch(of: /\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*/)
  else { return nil }
  let (_, hours, minutes, seconds, parts) = match.output
  guard let minutes = Int(minutes), let seconds = Int(seconds), minutes < 60, seconds < 60,
    let fraction = Int(parts.padding(toLength: 3, withPad: "0", startingAt: 0))
  else { return nil }
  return (((hours.flatMap { Int($0) } ?? 0) * 60 + minutes) * 60 + seconds) * 1000 + fraction
}

/// A time as WebVTT writes it: `00:01:02.500`.
func timecode(_ milliseconds: Int) -> String {
  func padded(_ number: Int, _ length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
  let seconds = milliseconds / 1000
  return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":"
    + padded(seconds % 60, 2) + "." + padded(milliseconds % 1000, 3)
}

/// The words of a line without marks, and whose voice they are by a tag such as `<v Ada Lovelace>`.
private func voices(in line: String) -> [(speaker: String?, text: String)] {
  var parts: [(speaker: String?, text: String)] = [(nil, "")]
  var rest = line[...]
  if rest.contains("{\\") { rest = rest.replacing(/\{\\[^{}]*\}/, with: "")[...] }
  while let open = rest.firstIndex(of: "<") {
    parts[parts.count - 1].text += rest[..<open]
    let inside = rest[rest.index(after: open)...]
    guard let first = inside.first, first.isLetter || first.isNumber || first == "/",
      let close = inside.firstIndex(of: ">")
    else {
      // "5 < 6" holds no tag.
      parts[parts.count - 1].text += "<"
      rest = inside
      continue
    }
    let tag = inside[..<close]
    rest = inside[inside.index(after: close)...]
    if let voice = tag.wholeMatch(of: /v(?:\.[^\s]*)?\s+(.+)/) {
      parts.append((unescaped(String(voice.output.1)).trimmingCharacters(in: .whitespaces), ""))
    } else if tag == "/v" {
      parts.append((nil, ""))
    } else if tag == "rt", let end = rest.range(of: "</rt>") {
      // How ruby text is pronounced is no word of the sentence.
      rest = rest[end.upperBound...]
    }
  }
  parts[parts.count - 1].text += rest
  return parts.map { ($0.speaker, unescaped($0.text).trimmingCharacters(in: .whitespaces)) }
    .filter { !$0.text.isEmpty }
}
