import ArgumentParser
import Claims
import Store

extension KG.Words {
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Keeps the entries of files in the store, on top of those it has.")

    @Argument(help: "Files of entries; - is standard input.")
    var files: [String]

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openOrCreate(common)
      for file in files {
        let shipped = try Vocabulary.Entries.builtIn()
        // Read before the store is locked, because standard input may take its time.
        let text = try readText(file, mayBeEmpty: true)
        var read = Vocabulary.Entries()
        try store.changeVocabulary { kept in
          read = try vocabulary(text, of: file, on: shipped.extended(by: kept))
          return kept.extended(by: read)
        }
        say("\(file): \(sizes(of: read)) kept; kg reextract reads stored insights with them")
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Keeps the entries of a file in the store, in place of those it has.",
      discussion: "What export printed comes back the same; a file without entries clears them.")

    @Argument(help: "A file of entries; - is standard input.")
    var file: String

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try openOrCreate(common)
      let read = try readVocabulary(file, on: .builtIn())
      try store.changeVocabulary { _ in read }
      say("\(file): \(sizes(of: read)) kept; kg reextract reads stored insights with them")
    }
  }
}

/// `1 frame, 2 relations, 3 entities`.
private func sizes(of entries: Vocabulary.Entries) -> String {
  [
    counted(entries.frames.count, "frame"), counted(entries.relations.count, "relation"),
    counted(entries.entities.count, "entity", many: "entities"),
  ].joined(separator: ", ")
}
