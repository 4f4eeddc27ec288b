import Foundation
import Testing

/// Ctrl-C and SIGTERM while the store is written: sound, up to date, and the rest comes with the next run.
struct InterruptionTests {
  let tool: Tool
  static let documents = 1200

  init() throws {
    tool = try Tool()
    let names = (0..<Self.documents).map { String(UnicodeScalar(UInt8(97 + $0 % 26))) + "ark\($0)" }
    let rest = names.map {
      "{\"text\": \"\($0) bought the pear \($0).\", \"document\": \"\($0)\"}\n"
    }
    try tool.file("letters.jsonl", twoLetters + rest.joined())
  }

  /// An ingest of which some documents are kept and some are to come.
  private func underWay() throws -> Tool.Run {
    let run = try tool.begin("ingest", "letters.jsonl")
    waitForDocuments(of: run)
    return run
  }

  /// A log of a megabyte holds documents; the vocabulary, written before them, takes a tenth of that.
  private func waitForDocuments(of run: Tool.Run) {
    let log = tool.folder.appendingPathComponent("kg.db-wal").path
    var size = 0
    while run.process.isRunning, size < 1_000_000 {
      usleep(2000)
      let found = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? NSNumber
      size = found?.intValue ?? 0
    }
  }

  private func kept() throws -> Int {
    let answer = try tool.kg("sql", "SELECT count(*) AS n FROM documents")
    return Int(answer.output.split(separator: "\n").last ?? "0") ?? 0
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `an interrupted ingest keeps whole documents and what clashes among them`(_ signal: Int32)
    throws
  {
    let run = try underWay()
    kill(run.process.processIdentifier, signal)
    let result = try run.end()
    #expect(run.process.terminationReason == .exit)
    #expect(result.status == 128 + signal)
    #expect(result.messages.contains("what was finished is kept"))
    let count = try kept()
    #expect(count > 0 && count < Self.documents)
    #expect(try tool.kg("check").status == 0)
    #expect(try tool.kg("contradictions", "--format", "jsonl").output.contains("negation"))

    #expect(try tool.kg("ingest", "letters.jsonl").status == 0)
    #expect(try kept() == Self.documents + 2)
  }

  @Test func `a second Ctrl-C ends it at once`() throws {
    let run = try underWay()
    kill(run.process.processIdentifier, SIGINT)
    while run.process.isRunning, try !run.text("messages").contains("once more") { usleep(1000) }
    kill(run.process.processIdentifier, SIGINT)
    #expect(try run.end().status == 130)
    #expect(try tool.kg("check").status == 0)
  }

  @Test func `an end by force leaves whole documents, and the same command does the rest`() throws {
    let run = try underWay()
    kill(run.process.processIdentifier, SIGKILL)
    _ = try run.end()
    let count = try kept()
    #expect(count > 0 && count < Self.documents)
    #expect(try tool.kg("check").status == 0)
    #expect(try tool.kg("ingest", "letters.jsonl").status == 0)
    #expect(try kept() == Self.documents + 2)
    #expect(try tool.kg("check").status == 0)
  }

  @Test func `an interrupted import keeps whole documents`() throws {
    let claims = (0..<8000).map {
      "{\"subject\": \"ark\($0)\", \"relation\": \"buys\", \"object\": \"pear\($0)\", \"source\": \"S\($0)\"}\n"
    }
    try tool.file("claims.jsonl", claims.joined())
    let run = try tool.begin("import", "claims.jsonl")
    waitForDocuments(of: run)
    kill(run.process.processIdentifier, SIGINT)
    #expect(try run.end().status == 130)
    let count = try kept()
    #expect(count > 0 && count < claims.count)
    #expect(try tool.kg("check").status == 0)
  }
}
