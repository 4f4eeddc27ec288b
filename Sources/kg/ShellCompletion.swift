import ArgumentParser
import Claims
import Foundation
import Store
import Terminal

/// What Tab offers: commands, their options and values, files, and names that the store has.
struct ShellCompletion {
  /// Nil where there is none yet.
  let store: ClaimStore?

  func of(_ line: EditedLine) -> Completion {
    let text = line.beforeCursor
    let taken = ShellLine(text)
    var before = taken.words
    let word = taken.endsBetweenWords ? "" : before.removeLast()
    if before.first == "kg" { before.removeFirst() }
    func offer(_ words: some Sequence<String>) -> Completion {
      Completion(
        replaced: taken.lastLength, candidates: words.filter { $0.hasPrefix(word) }.sorted())
    }

    guard let first = before.first else {
      let found = offer(Usage.root.commands.map(\.name) + ["exit", "help", "quit"])
      return found.candidates.isEmpty ? named(in: text) : found
    }
    guard KG.isCommand(first) else {
      return word.hasPrefix("--") ? offer(Usage.of(["query"]).usage.options) : named(in: text)
    }
    let (usage, depth) = Usage.of(before)
    if word.hasPrefix("-") { return offer(usage.options) }
    if depth == before.count, !usage.commands.isEmpty { return offer(usage.commands.map(\.name)) }
    let option = before.last.flatMap(usage.argument)
    if let values = option?.allValues { return offer(values) }
    let value = option?.valueName ?? usage.arguments.first { $0.kind == "positional" }?.valueName
    if let value, ["file", "files", "path"].contains(value) { return files(word, taken) }
    let typed = taken.openQuote == nil ? word : word + (text.last == " " ? " " : "")
    return Completion(
      replaced: taken.lastLength, candidates: names(beginning: typed).map(ShellLine.quoted))
  }

  /// In a question, the name that begins with as many of its last words as any does.
  private func named(in text: String) -> Completion {
    let starts = text.indices.filter {
      !text[$0].isWhitespace
        && ($0 == text.startIndex || text[text.index(before: $0)].isWhitespace)
    }
    for start in starts.suffix(4) {
      let typed = String(text[start...])
      let found = names(beginning: typed)
      if !found.isEmpty { return Completion(replaced: typed.count, candidates: found) }
    }
    return Completion()
  }

  /// The names of the store that begin so, whatever the case.
  private func names(beginning typed: String) -> [String] {
    let typed = typed.lowercased()
    let words = typed.split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
    // One letter begins a tenth of all names.
    guard let store, typed.count > 1, !words.isEmpty else { return [] }
    let wanted =
      words.count == 1
      ? NameWords(beginnings: Set(words)) : NameWords(together: [words.sorted()])
    let found = (try? store.entityNames(having: wanted)) ?? []
    return found.filter { $0.lowercased().hasPrefix(typed) }
  }

  /// The files that a path may go on to.
  private func files(_ word: String, _ taken: ShellLine) -> Completion {
    let folder = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
    let start = word.dropFirst(folder.count)
    let all =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    let found = all.filter { $0.hasPrefix(start) && (start.hasPrefix(".") || !$0.hasPrefix(".")) }
    return Completion(
      replaced: taken.lastLength, candidates: found.sorted().map { ShellLine.quoted(folder + $0) })
  }
}

extension ShellLine {
  /// A word as it is written in a line.
  static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./:@%+=,".contains($0) }
    if isPlain, !word.isEmpty { return word }
    if word.contains("'"), !word.contains(where: { "\"\\$`".contains($0) }) { return "\"\(word)\"" }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

/// A command's options and the commands inside it, as ArgumentParser tells them.
private struct Usage: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String

      var written: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: String
    var names: [Name]?
    var valueName: String?
    var allValues: [String]?
    var shouldDisplay: Bool
  }

  var commandName: String
  var subcommands: [Usage]?
  var arguments: [Argument]
  var shouldDisplay: Bool

  enum CodingKeys: CodingKey { case commandName, subcommands, arguments, shouldDisplay }

  var name: String { commandName }
  var commands: [Usage] { (subcommands ?? []).filter(\.shouldDisplay) }

  /// The long ones, which say what they mean.
  var options: [String] {
    arguments.filter(\.shouldDisplay).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }
      .map(\.written)
  }

  /// The option of this name that takes a value.
  func argument(_ written: String) -> Argument? {
    arguments.first { argument in
      argument.kind == "option" && argument.names?.contains { $0.written == written } == true
    }
  }

  /// The command that some words begin with, and how many of them name it.
  static func of(_ words: [String]) -> (usage: Usage, depth: Int) {
    var usage = root
    var depth = 0
    for word in words {
      guard let next = usage.commands.first(where: { $0.name == word }) else { break }
      usage = next
      depth += 1
    }
    return (usage, depth)
  }

  static let root: Usage = {
    struct Whole: Decodable { var command: Usage }
    let dumped = try? JSONDecoder().decode(Whole.self, from: Data(KG._dumpHelp().utf8))
    return dumped?.command
      ?? Usage(commandName: "kg", subcommands: nil, arguments: [], shouldDisplay: true)
  }()
}
