import Foundation
import Language
import Text

/// The trainer's own trees of fifty sentences: `export.py --trees … --golden Golden/trees.conllu`.
struct GoldenTrees {
  struct Row {
    var upos: String
    var head: Int
    var relation: String
  }

  let given: [CoNLLU.Given]
  let rows: [[Row]]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/trees.conllu")
    let text = try String(contentsOf: file, encoding: .utf8)
    given = try CoNLLU.read(text)
    rows = text.split(separator: "\n\n").map { block in
      block.split(separator: "\n").map { line in
        let columns = line.split(separator: "\t").map(String.init)
        return Row(upos: columns[3], head: (Int(columns[6]) ?? 0) - 1, relation: columns[7])
      }
    }
  }

  var sentences: [Sentence] { given.map(\.sentence) }
}
