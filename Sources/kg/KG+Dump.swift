import ArgumentParser
import Claims
import Foundation
import Reading
import Store

extension KG {
  struct Dump: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "dump",
      abstract: "The whole store as text, a JSON object a line.",
      discussion: """
        The same for the same inputs, in whatever order and on whatever machine they came in, so \
        that two stores can be compared. kg load reads it back.
        """)

    @Flag(help: "Of a damaged store all that can still be read; what can't is counted.")
    var salvage = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openForReading(common)
      // Many lines at once, because a write for each takes longer than to make it.
      var waiting = Data()
      func write(_ line: String) {
        waiting.append(contentsOf: line.utf8)
        waiting.append(UInt8(ascii: "\n"))
        if waiting.count > 1 << 16 {
          output(waiting)
          waiting.removeAll(keepingCapacity: true)
        }
      }
      if salvage {
        let saved = try store.salvage(to: write)
        output(waiting)
        if !saved.isWhole { say("kg: \(store.path): \(saved.text)") }
        if saved.insights == 0 { throw ExitStatus.nothingFound }
      } else {
        try store.dump(to: write)
        output(waiting)
      }
    }
  }

  struct Load: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "load",
      abstract: "A new store from what kg dump printed; all of it or nothing.")

    @Argument(help: "The dump; - is standard input.")
    var file: String = "-"

    @OptionGroup var common: CommonOptions

    func run() throws {
      let lines = try InputLines(path: file)
      let path = StorePath.resolve(option: common.db)
      let isNew = !FileManager.default.fileExists(atPath: path)
      let store = try openOrCreate(common)
      Interruption.hold()
      do {
        try store.load { keep in
          for warning in try lines.forEach(keep) { say("kg: \(warning)") }
        }
      } catch {
        if isNew { store.removeIfEmpty() }
        throw error
      }
      let vocabulary = try common.vocabulary(of: store)
      try store.setEntities(from: vocabulary)
      try updateClashes(in: store, vocabulary: vocabulary)
    }
  }

  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backup",
      abstract: "A copy of the store, as it is at one moment even while others write to it.")

    @Argument(help: "The copy; must not be there yet.")
    var file: String

    @OptionGroup var common: CommonOptions

    func run() throws { try openForReading(common).backup(to: file) }
  }
}

extension Salvaged {
  /// `58 insights saved, 2 can't be read, 1 has lost claims`.
  fileprivate var text: String {
    var parts = [counted(insights, "insight") + " saved"]
    if lostInsights > 0 { parts.append("\(lostInsights) can't be read") }
    if insightsLosingClaims > 0 { parts.append("\(insightsLosingClaims) with fewer claims") }
    if lostKinds > 0 { parts.append("some of what was said of them can't be read") }
    return parts.joined(separator: ", ")
  }
}
