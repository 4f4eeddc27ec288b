import ArgumentParser
import Foundation
import Language
import Text

extension KG {
  struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
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
      let parser = SyntaxParser()
      var unreadable = false
      for file in files.isEmpty ? ["-"] : files {
        do {
          try parse(readText(file), as: format(of: file), with: parser)
        } catch let failure as Failure where failure.status == .inputUnreadable {
          say("kg: \(failure.message)")
          unreadable = true
        }
      }
      if unreadable { throw ExitStatus.inputUnreadable }
    }

    private func format(of file: String) -> InputFormat {
      inputFormat ?? (file.hasSuffix(".conllu") ? .conllu : .txt)
    }

    private func parse(_ text: String, as format: InputFormat, with parser: SyntaxParser) throws {
      switch format {
      case .conllu: try fillIn(text, with: parser)
      case .txt: printTrees(Segmenter().sentences(in: text), of: text, with: parser)
      case .lines:
        for line in text.split(whereSeparator: \.isNewline).map(String.init) {
          printTrees([Segmenter().sentence(taking: line)], of: line, with: parser)
        }
      }
    }

    private func printTrees(_ sentences: [Sentence], of text: String, with parser: SyntaxParser) {
      var rest = sentences[...]
      while !rest.isEmpty {
        let batch = Array(rest.prefix(4 * Engine.batch))
        for (sentence, tree) in zip(batch, parser.parse(batch)) {
          output(CoNLLU.text(of: tree, text: sentence.span.text(in: text)))
        }
        rest = rest.dropFirst(batch.count)
      }
    }
  }
}
