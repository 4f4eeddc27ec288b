import Foundation
import Testing

@testable import Terminal

/// Lines typed before, from one session to the next.
struct HistoryTests {
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("kg-tests-\(UUID())").appendingPathComponent("kg/history")

  @Test func `lines are there again in the next session, for their owner only`() throws {
    var first = History(file: file)
    for line in ["stats", "stats", " secret", "", "Who sells pears?"] { first.add(line) }
    #expect(first.lines == ["stats", "Who sells pears?"])
    #expect(History(file: file).lines == ["stats", "Who sells pears?"])
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `two sessions at once keep the lines of both`() {
    var (one, other) = (History(file: file), History(file: file))
    one.add("a")
    other.add("b")
    one.add("c")
    #expect(History(file: file).lines == ["a", "b", "c"])
  }

  @Test func `a long history loses its beginning`() throws {
    var history = History(file: file)
    history.add("first")
    let more = (0..<2 * History.most).map { "line \($0)\n" }.joined()
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(more.utf8))
    #expect(History(file: file).lines.count == History.most)
    #expect(History(file: file).lines.last == "line \(2 * History.most - 1)")
  }

  @Test func `without a place to write to, lines last as long as the session`() {
    var history = History(file: URL(fileURLWithPath: "/dev/null/history"))
    history.add("stats")
    #expect(history.lines == ["stats"])
  }
}
