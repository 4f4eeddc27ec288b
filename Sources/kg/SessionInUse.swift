import Analysis
import Claims
import Foundation
import Report
import Store

/// The time that logs note, in ISO 8601 and UTC.
enum Clock {
  /// `KG_NOW` sets it, so that a scripted session prints the same on every day.
  static func now() throws -> String {
    if let set = variable("KG_NOW") {
      guard set.wholeMatch(of: /\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z)?/) != nil else {
        throw Failure(.usage, "KG_NOW is a time such as 2026-01-31 or 2026-01-31T09:00:00Z")
      }
      return set
    }
    return Date().formatted(.iso8601)
  }
}

/// What a person wrote, which has to say something.
func written(_ text: String, _ what: String) throws -> String {
  guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
    throw Failure(.usage, "\(what) needs words")
  }
  return text
}

extension ClaimStore {
  /// The session under way; without one, says how to begin.
  func session() throws -> ResearchSession {
    guard let number = try sessionInUse() else {
      let last = try log().last.map { "take one up: kg session use s\($0.session), or " }
      throw Failure(
        .usage, "no session is under way; \(last ?? "")begin one: kg session new \"QUESTION\"")
    }
    return ResearchSession(number: number, log: try log(of: number))
  }

  /// The session of this name, or without a name the one under way.
  func session(named name: String?) throws -> ResearchSession {
    guard let name else { return try session() }
    let all = ResearchSession.all(in: try log())
    guard let found = all.first(where: { $0.name == name.lowercased() || "\($0.number)" == name })
    else { throw Failure(.nothingFound, "there is no session \(name); kg session list shows all") }
    return found
  }

  /// Adds to the log of the session under way; returns what it is then.
  @discardableResult
  func note(_ act: Act) throws -> ResearchSession {
    // At once, because another program's line would shift the names that lines give: H1, H2.
    try atOnce {
      let session = try session()
      let entry = LogEntry(session: session.number, at: try Clock.now(), act)
      try log(entry)
      return ResearchSession(number: session.number, log: session.log + [entry])
    }
  }

  /// Does something to the store and logs, if a session is under way, the words that the body gives
  /// for it: both, or neither.
  func logged(because: String? = nil, _ body: () throws -> String) throws -> String {
    try atOnce {
      let done = try body()
      if let session = try sessionInUse() {
        try log(LogEntry(session: session, at: Clock.now(), .did(text: done, because: because)))
      }
      return done
    }
  }

  /// How the one claim stands that is meant by the beginning of its id, or by an insight of one claim.
  func footing(of reference: String) throws -> Footing {
    let found = try claims(named: reference)
    var ids: [String] = []
    for claim in found where !ids.contains(claim.id) { ids.append(claim.id) }
    guard let id = ids.first, reference.count > 1 else {
      throw Failure(
        .nothingFound,
        "there is no claim '\(reference)'; it is named by its id, or by its insight's")
    }
    if ids.count > 1 {
      let list = ids.prefix(9).compactMap { id in
        found.first { $0.id == id }.map {
          "  \(shortID(id))  \($0.sentence)"
        }
      }
      throw Failure(
        .usage,
        "\(reference) names \(ids.count) claims; say which:\n\(list.joined(separator: "\n"))")
    }
    guard let footing = try footings(of: [id])[id] else {
      throw Failure(.nothingFound, "there is no claim \(reference)")
    }
    return footing
  }
}

extension CommonOptions {
  /// Adds what was asked of a store to the log of the session under way.
  func logAsked(in store: ClaimStore, _ act: () -> Act) throws {
    guard let session = try store.sessionInUse() else { return }
    do {
      Interruption.hold()
      let writing = Kept.current == nil ? try openForChange(self) : store
      try writing.log(LogEntry(session: session, at: Clock.now(), act()))
    } catch let error as StoreError {
      // The answer is there; a store that can't be written to is still good to be asked.
      say("kg: not in the session's log: \(error)")
    }
  }
}
