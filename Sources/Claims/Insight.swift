/// One passage of a document, one to five sentences: the unit a person reads.
public struct Insight: Sendable, Hashable {
  /// Given with the input, or derived from the content.
  public var id: String
  public var title: String?
  public var text: String
  /// Id of the document it belongs to.
  public var document: String
  /// Who published it: a show, a newsletter.
  public var source: String?
  /// ISO 8601 date of publication.
  public var published: String?
  /// Who speaks it, as a transcript names them.
  public var speaker: String?
  /// When its sentences are said in the recording, in order; empty where it is no transcript.
  public var marks: [TimeMark]

  public init(
    id: String? = nil, title: String? = nil, text: String, document: String, source: String? = nil,
    published: String? = nil, speaker: String? = nil, marks: [TimeMark] = []
  ) {
    var content = [document, source ?? "", published ?? "", text]
    // The same words of another speaker, or said again, are another insight.
    if speaker != nil || !marks.isEmpty { content += [speaker ?? "", marks.first?.time ?? ""] }
    self.id = id ?? "i" + contentHash(content)
    self.title = title
    self.text = text
    self.document = document
    self.source = source
    self.published = published
    self.speaker = speaker
    self.marks = marks
  }

  /// A claim read from the insight, with who says it and when, as far as the transcript tells.
  ///
  /// Its id stays: that of the insight knows the speaker.
  public func spoken(_ claim: Claim) -> Claim {
    guard speaker != nil || !marks.isEmpty else { return claim }
    var claim = claim
    claim.evidence.speaker = speaker
    claim.evidence.timecode = marks.last { $0.start <= claim.evidence.start }?.time
    claim.attribution = claim.attribution ?? speaker
    return claim
  }
}

/// From this byte of a text on, its words are said at this time of the recording.
public struct TimeMark: Codable, Sendable, Hashable {
  public var start: Int
  /// As WebVTT writes it: `00:01:02.500`.
  public var time: String

  public init(start: Int, time: String) {
    self.start = start
    self.time = time
  }
}
