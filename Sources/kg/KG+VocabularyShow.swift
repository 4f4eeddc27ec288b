import ArgumentParser
import Claims
import Report

extension KG.Words {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "The entries in force, or those that have a name among their words.")

    @Argument(help: "A name, phrase or alias: 'Washington' shows the United States.")
    var name: String?

    @Flag(help: "Only relations.")
    var relations = false

    @Flag(help: "Only entities.")
    var entities = false

    @Flag(help: "Only frames.")
    var frames = false

    @Flag(help: "Only entries of your own, or that yours extend.")
    var own = false

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let own = try common.ownVocabulary(of: common.storeIfAny())
      var found = Rows(
        vocabulary: try .builtIn(), own: own, parts: parts, named: name)
      if self.own { found.rows.removeAll { $0.last == .text("built-in") } }
      rows.print(found)
      if found.rows.isEmpty {
        say("kg: the vocabulary has nothing of that" + (name.map { ": \($0)" } ?? ""))
        throw ExitStatus.nothingFound
      }
    }

    private var parts: Set<VocabularyPart> {
      var parts: Set<VocabularyPart> = []
      if relations { parts.insert(.relations) }
      if entities { parts.insert(.entities) }
      if frames { parts.insert(.frames) }
      return parts.isEmpty ? Set(VocabularyPart.allCases) : parts
    }
  }
}
