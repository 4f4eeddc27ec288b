import ArgumentParser
import Language
import Reading
import Text

extension KG {
  struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "parse",
      abstract: "Text to dependency trees in CoNLL-U.",
      discussion: """
        With --input-format conllu the given tokens are kept and tags, lemmas and heads are \
        filled in.
        """)

    enum InputFormat: String, ExpressibleByArgument, CaseIterable {
      case txt, conllu, lines
    }

    @Argument(help: "Files to parse; - or none is standard input.")
    var files: [String] = []

    @Option(help: "What the files hold.")
    var inputFormat: InputFormat?

    @OptionGroup var common: CommonOptions

    func run() throws {
      let parser = try SyntaxParser()
      var unreadable = false
      for file in files.isEmpty ? ["-"] : files {
        do {
          let read = try readText(path: file)
          for warning in read.warnings { say("kg: \(warning)") }
          try parse(read.text, of: file, with: parser)
        } catch let error as ReadingError {
          say("kg: \(error)")
          unreadable = true
        }
      }
      if unreadable { throw ExitStatus.inputUnreadable }
    }

    private func format(of file: String) -> InputFormat {
      inputFormat ?? (file.hasSuffix(".conllu") ? .conllu : .txt)
    }

    private func parse(_ text: String, of file: String, with parser: SyntaxParser) throws {
      switch format(of: file) {
      case .conllu: try fillIn(text, of: file, with: parser)
      case .txt: printTrees(Segmenter().sentences(in: text), of: text, with: parser)
      case .lines:
        for line in text.split(whereSeparator: \.isNewline).map(String.init) {
          printTrees([Segmenter().sentence(taking: line)], of: line, with: parser)
        }
      }
    }

    /// The given tokens, with everything else said anew.
    private func fillIn(_ text: String, of file: String, with parser: SyntaxParser) throws {
      let given: [CoNLLU.Given]
      do {
        given = try CoNLLU.read(text)
      } catch let error as CoNLLU.Malformed {
        let name = file == "-" ? "stdin" : file
        throw ReadingError(file: name, line: error.line, message: error.reason)
      }
      var rest = given[...]
      while !rest.isEmpty {
        let batch = rest.prefix(4 * Engine.batch)
        for (own, tree) in zip(batch, parser.parse(batch.map(\.sentence))) {
          output(CoNLLU.format(tree, like: own))
        }
        rest = rest.dropFirst(batch.count)
      }
    }

    private func printTrees(_ sentences: [Sentence], of text: String, with parser: SyntaxParser) {
      var rest = sentences[...]
      while !rest.isEmpty {
        let batch = Array(rest.prefix(4 * Engine.batch))
        for (sentence, tree) in zip(batch, parser.parse(batch)) {
          output(CoNLLU.format(tree, text: sentence.span.text(in: text)))
        }
        rest = rest.dropFirst(batch.count)
      }
    }
  }
}
