import ArgumentParser

extension KG {
  // Not named after its command, because the vocabulary itself is a type that commands use.
  struct Words: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "vocabulary",
      abstract: "The words of the field: shown, extended, tested.",
      discussion: """
        In force are the entries that ship with kg; on top of them those the store keeps, brought \
        by add or import; on top of those the file that --vocabulary or KG_VOCABULARY names, for \
        one run. An entry of a known name extends it: its phrases, nouns, aliases are added. \
        Stored claims keep the words they were read with until kg reextract.

        A file has the form of what export --all prints, every part may be left out:
          frames:    - {name: custody, opposes: [[hold, release]], kind: antonym}
          relations: - {name: impounds, frame: custody, pole: hold, phrases: [impound, seize]}
          entities:  - {name: Halden AI, kind: lab, aliases: [Halden], part-of: [Norway]}
        Phrases are lemmas, with particle and preposition: "rely on", "be ahead of".
        """,
      subcommands: [Show.self, Add.self, Import.self, Export.self, Test.self, Suggest.self])
  }
}
