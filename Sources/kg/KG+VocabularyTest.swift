import ArgumentParser
import Claims
import Extraction
import Report

extension KG.Words {
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Sentences read again and compared with the claims they should give.",
      discussion: """
        A file has examples with a blank line between; # begins a comment:

          Halden AI impounds the chips.
          ----
          Halden AI | impounds | chips

        After the three parts of a claim stand the qualifiers that are not the default, as in \
        '| negative | possible | scope: ministries | time: in 2027 | from 2027-01-01 | \
        to 2027-12-31 | says: the minister'.
        """)

    @Argument(help: "Files of examples; - is standard input.")
    var files: [String]

    @Option(help: "The day the sentences are from (YYYY-MM-DD), for times such as 'this year'.")
    var published: String?

    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
      let vocabulary = try common.vocabulary(of: common.storeIfAny())
      let extractor = try Engine(vocabulary: vocabulary).extractor
      var examples: [(file: String, example: GoldenExample)] = []
      for file in files {
        do {
          examples += try GoldenExample.examples(in: readText(file)).map { (file, $0) }
        } catch let error as MalformedExample {
          throw Failure(
            .inputUnreadable, "\(file):\(error.line): no line ---- between the text and its claims")
        }
      }
      let found = extractor.claims(
        in: examples.map { file, example in
          Insight(text: example.text, document: file, published: published)
        })
      let differences = zip(examples, found).flatMap { Self.differences($0.0, $0.1) }
      if !differences.isEmpty || rows.chosen == .json {
        rows.print(
          Rows(columns: ["file", "line", "text", "difference", "claim"], rows: differences))
      }
      let failed = Set(differences.map { [$0[0], $0[1]] }).count
      say("\(counted(examples.count, "example")), \(failed) with differences")
      if failed > 0 || examples.isEmpty { throw ExitStatus.nothingFound }
    }

    static func differences(_ given: (file: String, example: GoldenExample), _ found: [Claim])
      -> [[Cell]]
    {
      let (missing, unexpected) = given.example.differences(from: found)
      return [("missing", missing), ("unexpected", unexpected)].flatMap { what, claims in
        claims.map { claim in
          [
            .text(given.file), .integer(given.example.line), .text(given.example.text),
            .text(what), .text(claim),
          ]
        }
      }
    }
  }
}
