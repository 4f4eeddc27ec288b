import ArgumentParser
import Claims
import Foundation
import Report
import Store

extension KG {
  struct Speaker: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "speaker",
      abstract:
        "Who a transcript's speaker is: kg speaker \"S1\" = \"Ada Lovelace\"; alone, who speaks where.",
      discussion: """
        Claims keep the speaker their transcript names and are read with the one you say; it is a \
        record as those of kg entity, and --undo takes it back without a trace.
        """)

    @Argument(help: ArgumentHelp("The speaker, =, and who it is.", valueName: "S1 = NAME"))
    var words: [String] = []

    @Option(help: "Only where this source published it.")
    var source: String?

    @Option(help: "Only in this document.")
    var document: String?

    @Flag(help: "Takes back what was said of a speaker, the latest unless one is named.")
    var undo = false

    @OptionGroup var rows: RowOptions
    @OptionGroup var options: RecordOptions

    func validate() throws {
      if undo {
        if words.count > 1 { throw ValidationError("--undo takes one speaker at most") }
      } else if !words.isEmpty, pair == nil {
        throw ValidationError("say who is who: kg speaker \"S1\" = \"Ada Lovelace\"")
      }
    }

    /// The speaker and who it is; the equals sign may stand apart, inside, or be left out.
    private var pair: (label: String, name: String)? {
      var words = words
      if words.count == 1 { words = words[0].split(separator: "=", maxSplits: 1).map(String.init) }
      if words.count == 3, words[1] == "=" { words.remove(at: 1) }
      words = words.map { $0.trimmingCharacters(in: .whitespaces) }
      return words.count == 2 && !words.contains { ["", "="].contains($0) }
        ? (words[0], words[1]) : nil
    }

    func run() throws {
      if undo { return try takeBack() }
      guard let pair else { return try list() }
      let store = try openForChange(options.common)
      let places = try store.speakers().filter {
        $0.name == pair.label && (source ?? $0.source) == $0.source
          && (document ?? $0.document) == $0.document
      }
      guard !places.isEmpty else {
        throw Failure(
          .nothingFound, "nobody called '\(pair.label)' speaks there; kg speaker lists who does")
      }
      try options.keep(
        IdentityRecord(
          .speaker, pair.label, pair.name, source: source, document: document,
          because: options.because, at: try Clock.now()),
        in: store)
      let documents = Set(places.map(\.document)).sorted()
      if documents.count > 1 {
        say(
          "“\(pair.label)” speaks in \(documents.count) documents, \(documents.prefix(3).joined(separator: ", "))\(documents.count > 3 ? "…" : ""); --document or --source says it of one alone"
        )
      }
    }

    private func takeBack() throws {
      let store = try openForChange(options.common)
      let open = try store.identityRecords().filter { kept in
        kept.undone == nil && kept.record.kind == .speaker
          && (words.first ?? kept.record.name) == kept.record.name
      }
      guard let found = open.last else {
        throw Failure(.nothingFound, "nothing was said of such a speaker; kg speaker lists all")
      }
      try store.takeBack(found, options.common)
    }

    private func list() throws {
      let store = try openForReading(options.common)
      let identities = try store.currentIdentities()
      let speakers = try store.speakers()
      rows.print(
        Rows(
          columns: ["speaker", "is", "passages", "document", "source"],
          rows: speakers.map {
            [
              .text($0.name),
              Cell(identities.speaker($0.name, source: $0.source, document: $0.document)),
              .integer($0.passages), .text($0.document), Cell($0.source),
            ]
          }))
      if speakers.isEmpty { throw ExitStatus.nothingFound }
    }
  }
}
