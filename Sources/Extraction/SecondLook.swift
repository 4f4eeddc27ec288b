import Claims
import Language
import Text

/// Sentences whose tree contradicts the vocabulary are shown to the parser again in words it knows.
///
/// "Anthropic" and "Cohere" look like an adjective and a verb to a model trained on treebanks, and in
/// "China champions open models" it sees no verb at all; the vocabulary is sure of both.
struct SecondLook: Sendable {
  private let names: Set<String>
  private let verbs: Set<String>

  /// A company and a verb that the treebanks have often.
  private static let name = "Google"
  private static let verb = "supports"
  private static let owned = "ones"

  init(vocabulary: Vocabulary) {
    names = Set(
      vocabulary.entities.values.filter {
        ["lab", "company", "chipmaker"].contains($0.kind)
          && $0.name.allSatisfy(\.isLetter) && $0.name.first?.isUppercase ?? false
      }.map(\.name))
    verbs = Set(
      vocabulary.relations.keys.filter { !$0.contains(" ") && $0.hasSuffix("s") }
        + vocabulary.relationByPhrase.keys.filter { !$0.contains(" ") }.map {
          Inflection.thirdPerson($0)
        })
  }

  /// The sentence with the words in doubt replaced, nil where the tree agrees with the vocabulary.
  func sentence(_ sentence: Sentence, readAs tree: Tree) -> Sentence? {
    var out = sentence
    var changed = false
    for i in tree.words.indices
    where tree.words[i].upos != "PROPN" && names.contains(tree.words[i].form) {
      for k in out.tokens.indices where names.contains(out.tokens[k].text) {
        out.tokens[k].text = Self.name
      }
      changed = true
      break
    }
    // "models like Viora's, rival firms": what is owned was named before.
    for i in tree.words.indices.dropFirst()
    where ["'s", "’s"].contains(tree.words[i].form) && i + 1 < tree.words.count
      && tree.words[i + 1].form == "," && tree.words[i].head == i - 1
      && tree.words[i - 1].upos == "PROPN"
    {
      let noun = tree.words[i - 1].head
      let isAcross =
        tree.words[i - 1].relation == "nmod:poss" && noun > i
        || tree.children[i - 1].contains { $0 > i + 1 && tree.words[$0].upos == "NOUN" }
        || noun >= 0
          && tree.children[noun].contains { $0 > i + 1 && tree.words[$0].relation == "nmod" }
      guard isAcross else { continue }
      out.tokens[i].text = Self.owned
      changed = true
    }
    if !tree.words.contains(where: { ["VERB", "AUX"].contains($0.upos) }),
      let last = tree.words.last, last.form == "." || last.form == "?"
    {
      let places = out.tokens.indices.filter { $0 > 0 && verbs.contains(out.tokens[$0].text) }
      // "Nikon supplies mirrors": of two the one right behind a name.
      let place =
        places.count == 1 ? places.first : places.first { tree.words[$0 - 1].upos == "PROPN" }
      if let place {
        out.tokens[place].text = Self.verb
        changed = true
      }
    }
    return changed ? out : nil
  }

  /// The tree with the sentence's own words again.
  func restored(_ tree: Tree, of sentence: Sentence) -> Tree {
    var out = tree
    for (i, token) in zip(tree.words.indices, sentence.tokens)
    where tree.words[i].form != token.text {
      out.words[i].form = token.text
      out.words[i].lemma =
        tree.words[i].upos == "VERB"
        ? Lemmatizer.lemma(form: token.text, upos: "VERB", xpos: "VBZ", feats: "") : token.text
    }
    return out
  }
}
