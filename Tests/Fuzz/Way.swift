import Claims
import Foundation
import Language
import Reading
import Report
import Store

/// The ways by which data from outside comes into kg, each with what must hold of any bytes at all.
///
/// Two ways to the same answer are compared where there are two; a difference is a crash.
enum Way: String, CaseIterable {
  case insights, claims, conllu, vocabulary, question, dump

  func take(_ bytes: [UInt8]) throws {
    switch self {
    case .insights: insights(bytes)
    case .claims: try claims(bytes)
    case .conllu: try conllu(bytes)
    case .vocabulary: try vocabulary(bytes)
    case .question: question(bytes)
    case .dump: try dump(bytes)
    }
  }

  /// Any file may be given as any format.
  private func insights(_ bytes: [UInt8]) {
    for format in InputFormat.allCases {
      let once = read(bytes: bytes, name: "x", format: format)
      let twice = read(bytes: bytes, name: "x", format: format)
      precondition(once.insights == twice.insights, "\(format) is read in two ways")
    }
  }

  /// What was read is read again from what `kg extract` would print of it.
  private func claims(_ bytes: [UInt8]) throws {
    let claims = readClaims(bytes: bytes, name: "x").claims
    if claims.isEmpty { return }
    let again = readClaims(bytes: Array(try jsonLines(claims).utf8), name: "x")
    precondition(again.failures.isEmpty, "what was read can't be: \(again.failures)")
    precondition(
      Set(again.claims.map(\.id)) == Set(claims.map(\.id)), "claims differ when read again")
  }

  private func conllu(_ bytes: [UInt8]) throws {
    guard let given = try? CoNLLU.read(String(decoding: bytes, as: UTF8.self)) else { return }
    for (own, tree) in zip(given, World.shared.parser.parse(given.map(\.sentence))) {
      let again = try CoNLLU.read(CoNLLU.format(tree, like: own))
      precondition(again.count == 1 && again[0].text == own.text, "CoNLL-U differs when read again")
    }
  }

  private func vocabulary(_ bytes: [UInt8]) throws {
    guard let entries = try? Vocabulary.Entries(yaml: String(decoding: bytes, as: UTF8.self)) else {
      return
    }
    let again = try Vocabulary.Entries(yaml: try entries.yaml)
    precondition(again == entries, "entries differ when read again")
  }

  /// Every quote of an answer is in a claim of the store.
  private func question(_ bytes: [UInt8]) {
    guard let answer = try? World.shared.answerer.answer(String(decoding: bytes, as: UTF8.self))
    else { return }
    for claim in answer.claims + answer.against {
      precondition(World.shared.quotes.contains(claim.evidence.quote), "a quote out of nothing")
    }
  }

  /// What a store took in comes out so that another takes it in and gives out the same.
  private func dump(_ bytes: [UInt8]) throws {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard let first = try? dumped(lines) else { return }
    let again = try dumped(first)
    precondition(again == first, "a dump differs when loaded again")
  }

  private func dumped(_ lines: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kg-fuzz-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try ClaimStore(path: folder.appending(path: "kg.db").path, mode: .create)
    try store.load(lines)
    return try store.dump()
  }
}
