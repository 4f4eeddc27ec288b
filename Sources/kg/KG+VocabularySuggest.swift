import Analysis
import ArgumentParser
import Claims
import Report

extension KG.Words {
  struct Suggest: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "suggest",
      abstract: "Verbs and names of the stored claims that the vocabulary lacks.",
      discussion: """
        The most frequent first, each with the known relations or entity it may belong to and \
        what that rests on: the same verb with other words, the same name in another spelling, \
        being said of the same pairs. That is a hint and no more; none is ever added by itself, \
        and opposites are not proposed.
        """)

    @Flag(help: "Only relations.")
    var relations = false

    @Flag(help: "Only entities.")
    var entities = false

    @Option(help: "At most this many of each; 0 for all.")
    var limit = 30

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
      guard limit >= 0 else { throw ValidationError("--limit is 0 or more") }
    }

    func run() throws {
      let store = try openForReading(common)
      let all = VocabularySuggestions(vocabulary: try common.vocabulary(of: store))
        .suggestions(for: try store.allClaims())
      var chosen: [VocabularySuggestion] = []
      for (what, wanted) in [
        (VocabularySuggestion.What.relation, relations || !entities),
        (.entity, entities || !relations),
      ] where wanted {
        let found = all.filter { $0.what == what }
        chosen += limit == 0 ? found[...] : found.prefix(limit)
      }
      rows.print(
        Rows(
          columns: ["what", "name", "claims", "proposal", "because", "example"],
          rows: chosen.map { suggestion in
            [
              .text(suggestion.what.rawValue), .text(suggestion.name),
              .integer(suggestion.claims),
              Cell(suggestion.proposal.isEmpty ? nil : suggestion.proposal.joined(separator: "; ")),
              Cell(suggestion.because), .text(suggestion.example),
            ]
          }))
      if chosen.isEmpty {
        say("kg: the vocabulary knows every relation and name of the store")
        throw ExitStatus.nothingFound
      }
    }
  }
}
