/// The cues of a transcript in JSON: `segments` with `body`, `startTime` and `speaker`, as the podcast
/// namespace has them, or with `text` and `start`, as Whisper writes them.
struct TranscriptJSON {
  private(set) var cues: [Cue] = []
  /// What the recording is called, of which show it is, and when it came out, where the file says so.
  private(set) var title: String?
  private(set) var show: String?
  private(set) var published: String?
  /// One sentence for each segment that can't be read.
  private(set) var failures: [String] = []

  /// Nil where it is no such transcript.
  init?(_ text: String) {
    guard let file = JSON(text)?.object, case .array(let segments)? = file["segments"] else {
      return nil
    }
    func words(_ keys: String...) -> String? {
      keys.lazy.compactMap { file[$0]?.string }.first { $0.contains(where: \.isLetter) }
    }
    title = words("title", "episode", "episodeTitle")
    show = words("show", "podcast", "podcastTitle", "source")
    published = ["published", "pubDate", "date"].lazy.compactMap { file[$0]?.string }.first
    for (number, segment) in segments.enumerated() {
      do {
        cues.append(try Cue(segment))
      } catch {
        failures.append("segment \(number + 1): \(error.message)")
      }
    }
  }
}

private struct SegmentTrouble: Error {
  var message: String
}

extension Cue {
  fileprivate init(_ segment: JSON) throws(SegmentTrouble) {
    guard let object = segment.object else { throw SegmentTrouble(message: "is no JSON object") }
    do {
      guard let body = try object.string("body") ?? object.string("text") else {
        throw SegmentTrouble(message: "has no \"body\"; add what is said")
      }
      guard let seconds = try object.double("startTime") ?? object.double("start"),
        (0..<1e7).contains(seconds)
      else {
        throw SegmentTrouble(message: "has no \"startTime\"; add it in seconds")
      }
      let speaker = try object.string("speaker")
      self.init(
        speaker: speaker.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 },
        start: Int((seconds * 1000).rounded()), text: body)
    } catch let error as WrongKind {
      throw SegmentTrouble(message: error.description)
    } catch let error as SegmentTrouble {
      throw error
    } catch {
      throw SegmentTrouble(message: "\(error)")
    }
  }
}
