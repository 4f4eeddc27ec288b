import Claims
import Foundation
import Store

/// What a session keeps from one command to the next, because making it takes longer than most
/// answers: open stores with their prepared statements and whom their claims join, the vocabulary
/// and what is made of it.
///
/// Task-local, so that a command finds it where it opens a store and there is none outside of a
/// session. It changes nothing that a command prints: a store that was written to since, by this
/// process or another, is opened anew.
final class Kept: @unchecked Sendable {
  // Used by the thread that runs the commands only.
  @TaskLocal static var current: Kept?

  private struct Opening: Hashable {
    var path: String
    var isMerged: Bool
    var timeout: Double
    var day: String?
  }

  private var stores: [Opening: ClaimStore] = [:]
  private var vocabulary: (own: Vocabulary.Entries, whole: Vocabulary)?
  /// That of the vocabulary kept.
  private var engine: Engine?
  var commands = ReadCommands()

  /// The store opened to be read.
  static func store(path: String, merged: Bool, timeout: Double, asOf day: String?) throws
    -> ClaimStore
  {
    guard let current else {
      return try ClaimStore(
        path: path, mode: .readOnly, merged: merged, timeout: timeout, asOf: day)
    }
    let opening = Opening(path: path, isMerged: merged, timeout: timeout, day: day)
    if let known = current.stores[opening], known.isCurrent { return known }
    current.stores = current.stores.filter { $0.value.isCurrent }
    // Not only to be read where it may be written to, so that a question is logged by the same
    // connection: what that writes is no reason to open it anew.
    let store = try ClaimStore(
      path: path, mode: access(path, W_OK) == 0 ? .readWrite : .readOnly, merged: merged,
      timeout: timeout, givesUp: Interruption.givesUp, staysOpen: true, asOf: day)
    current.stores[opening] = store
    return store
  }

  /// The vocabulary that ships with `kg`, and a user's own on top.
  static func vocabulary(own: Vocabulary.Entries) throws -> Vocabulary {
    guard let current else { return try .builtIn(own: own) }
    if let known = current.vocabulary, known.own == own { return known.whole }
    let whole = try Vocabulary.builtIn(own: own)
    current.vocabulary = (own, whole)
    current.engine = nil
    return whole
  }

  /// What reads text with such a vocabulary.
  static func engine(own: Vocabulary.Entries) throws -> Engine {
    if current == nil, own.isEmpty { return try Engine.shipped.value.get() }
    let vocabulary = try vocabulary(own: own)
    if let known = current?.engine { return known }
    let engine = try Engine(vocabulary: vocabulary)
    if let current {
      current.engine = engine
    } else {
      // Never let go: the process ends with the command, and to take it all apart takes as long as a parse.
      _ = Unmanaged.passRetained(engine)
    }
    return engine
  }
}
