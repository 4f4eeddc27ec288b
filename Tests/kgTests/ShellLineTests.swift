import Claims
import Foundation
import Store
import Terminal
import Testing

@testable import kg

/// A line of a session: its words, what it stands for, and what Tab offers in it.
struct ShellLineTests {
  @Test(arguments: [
    ("a  b\tc", ["a", "b", "c"]),
    ("a 'b c' d", ["a", "b c", "d"]),
    (#"a "b 'c' \" \\ \n" d"#, ["a", #"b 'c' " \ \n"#, "d"]),
    (#"it\'s 'it'"'"'s'"#, ["it's", "it's"]),
    ("a '' b", ["a", "", "b"]),
    ("$HOME *.txt", ["$HOME", "*.txt"]),
    (#"end\"#, [#"end\"#]),
    ("", []),
  ])
  func `words come as in a POSIX shell`(_ line: String, _ words: [String]) {
    #expect(ShellLine(line).words == words)
    #expect(ShellLine(words.map(ShellLine.quoted).joined(separator: " ")).words == words)
  }

  @Test(arguments: [
    ("stats --json", ["stats", "--json"]),
    ("  kg stats ", ["stats"]),
    ("Who sells pears?", ["query", "Who sells pears?"]),
    (
      "Who doesn't sell pears? --why --limit 2",
      [
        "query", "Who doesn't sell pears?", "--why", "--limit", "2",
      ]
    ),
    ("'Who sells pears?' --why", ["Who sells pears?", "--why"]),
    ("--db other.db stats", ["--db", "other.db", "stats"]),
    ("nonsense", ["nonsense"]),
    ("help query", ["help", "query"]),
    ("# a remark", []),
    ("", []),
  ])
  func `a line is a command or a question`(_ line: String, _ arguments: [String]) throws {
    #expect(try ShellLine.arguments(of: line) == arguments)
  }

  private func completion(_ text: String, in store: ClaimStore? = nil) -> Completion {
    ShellCompletion(store: store).of(EditedLine(text))
  }

  @Test func `commands, options and values are completed`() {
    #expect(completion("con").candidates == ["confirm", "contradictions"])
    #expect(completion("kg ex").candidates == ["exit", "export", "extract"])
    #expect(completion("session st") == Completion(replaced: 2, candidates: ["status"]))
    #expect(completion("session status --d").candidates == ["--db"])
    #expect(completion("query --format j").candidates == ["json", "jsonl"])
    #expect(completion("Who sells pears? --wh").candidates == ["--why"])
    #expect(completion("stats --nope ") == Completion(replaced: 0, candidates: []))
  }

  @Test func `names of the store are completed, in quotes where a command needs them`() throws {
    let tool = try Tool()
    try tool.file(
      "claims.jsonl",
      """
      {"subject": "Orchard Union", "relation": "bans", "object": "orange juice"}
      {"subject": "Ada's Orchard", "relation": "sells", "object": "pears"}

      """)
    _ = try tool.kg("import", "claims.jsonl")
    let store = try ClaimStore(
      path: tool.folder.appendingPathComponent("kg.db").path, mode: .readOnly)
    func completed(_ text: String) -> Completion { completion(text, in: store) }
    #expect(completed("What does orch") == Completion(replaced: 4, candidates: ["Orchard Union"]))
    #expect(
      completed("What does Orchard Un") == Completion(replaced: 10, candidates: ["Orchard Union"]))
    #expect(
      completed("entity show 'Orchard U")
        == Completion(replaced: 10, candidates: ["'Orchard Union'"]))
    #expect(completed("entity show pe").candidates == ["pears"])
    #expect(completed("entity show ada").candidates == [#""Ada's Orchard""#])
    #expect(
      completed("contradictions --about or").candidates == ["'Orchard Union'", "'orange juice'"])
    #expect(completed("entity show o").candidates == [])
  }
}
