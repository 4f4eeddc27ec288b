import ArgumentParser
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

    @OptionGroup var common: CommonOptions

    func run() throws {
      // Many lines at once, because a write for each takes longer than to make it.
      var waiting = Data()
      try openForReading(common).dump { line in
        waiting.append(contentsOf: line.utf8)
        waiting.append(UInt8(ascii: "\n"))
        if waiting.count > 1 << 16 {
          output(waiting)
          waiting.removeAll(keepingCapacity: true)
        }
      }
      output(waiting)
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
