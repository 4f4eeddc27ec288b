import Claims
import Language
import Text

/// Names of the vocabulary that the parser took for other words are shown to it again as a name it knows.
///
/// "Anthropic" and "Cohere" look like an adjective and a verb to a model trained on treebanks; the
/// vocabulary is sure that they are names.
struct KnownNames: Sendable {
  private let names: Set<String>

  /// A name of a company that the treebanks have often.
  private static let stand = "Google"

  init(vocabulary: Vocabulary) {
    names = Set(
      vocabulary.entities.values.filter {
        ["lab", "company", "chipmaker"].contains($0.kind)
          && $0.name.allSatisfy(\.isLetter) && $0.name.first?.isUppercase ?? false
      }.map(\.name))
  }

  /// Whether a tree has one of the names as something else.
  func areMistaken(in tree: Tree) -> Bool {
    tree.words.contains { $0.upos != "PROPN" && names.contains($0.form) }
  }

  /// The sentence with those names replaced; places stay.
  func masked(_ sentence: Sentence) -> Sentence {
    var out = sentence
    for i in out.tokens.indices where names.contains(out.tokens[i].text) {
      out.tokens[i].text = Self.stand
    }
    return out
  }

  /// The tree with the sentence's own words again.
  func restored(_ tree: Tree, of sentence: Sentence) -> Tree {
    var out = tree
    for (i, token) in zip(tree.words.indices, sentence.tokens)
    where tree.words[i].form != token.text {
      out.words[i].form = token.text
      out.words[i].lemma = token.text
    }
    return out
  }
}
