import Claims
import Language
import Text

/// Sentences whose tree contradicts the vocabulary are shown to the parser again in words it knows.
///
/// "Anthropic" and "Cohere" look like an adjective and a verb to a model trained on treebanks, and in
/// "China champions open models" it sees no verb at all; the vocabulary is sure of both.
struct SecondLook: Sendable {
  private let vocabulary: Vocabulary
  /// Names of several words, by their first.
  private let longNames: [String: [[String]]]

  /// A company and a verb that the treebanks have often.
  private static let name = "Google"
  private static let longName = ["Google", "Cloud", "Platform"]
  /// A participle that is no adjective, and a noun that is no verb.
  private static let participle = "supported"
  private static let noun = "hardware"
  private static let verb = "supports"
  private static let verbWithoutObject = "works"
  /// The same of many.
  private static let verbOfMany = "support"
  private static let verbOfManyWithoutObject = "depend"
  private static let owned = "ones"

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    let several = vocabulary.entities.values.filter {
      $0.name.utf8.contains(UInt8(ascii: " "))
        && ["lab", "company", "chipmaker", "organisation"].contains($0.kind)
    }.map { $0.name.split(separator: " ").map(String.init) }.filter {
      (2...Self.longName.count).contains($0.count) && $0.allSatisfy(Self.isNameWord)
    }
    longNames = Dictionary(grouping: several) { $0[0] }
  }

  private static func isNameWord(_ word: String) -> Bool {
    word.first?.isUppercase ?? false && word.allSatisfy(\.isLetter)
  }

  private func isName(_ word: String) -> Bool {
    guard let kind = vocabulary.entities[word]?.kind else { return false }
    return ["lab", "company", "chipmaker"].contains(kind) && word.allSatisfy(\.isLetter)
      && word.contains(where: \.isUppercase)
  }

  /// Whether the vocabulary has a verb that stands so in the third person.
  private func isVerb(_ form: String) -> Bool {
    guard !form.contains(" ") else { return false }
    if form.hasSuffix("s"), vocabulary.relations[form] != nil { return true }
    let lemmas = [
      "be", "have", form, String(form.dropLast()), String(form.dropLast(2)),
      form.dropLast(3) + "y",
    ]
    return lemmas.contains {
      vocabulary.relationByPhrase[$0] != nil && Inflection.thirdPerson($0) == form
    }
  }

  /// The sentence with the words in doubt replaced, nil where the tree agrees with the vocabulary.
  func sentence(_ sentence: Sentence, readAs tree: Tree) -> Sentence? {
    var out = sentence
    var changed = false
    for i in tree.words.indices
    where isName(tree.words[i].form)
      // "xAI open-sourced Grok"
      && (tree.words[i].upos != "PROPN"
        || tree.words[i].form.first?.isLowercase ?? false && tree.base(i) == "compound")
    {
      for k in out.tokens.indices where isName(out.tokens[k].text) {
        out.tokens[k].text = Self.name
      }
      changed = true
      break
    }
    // "Hugging Face hosts models": a known name has no verb in it.
    var named: Set<Int> = []
    for i in tree.words.indices {
      guard
        let name = longNames[tree.words[i].form]?.first(where: {
          tree.words[i...].prefix($0.count).map(\.form) == $0
        }), tree.words[i..<i + name.count].contains(where: { $0.upos == "VERB" })
      else { continue }
      for k in name.indices { out.tokens[i + k].text = Self.longName[k] }
      named.formUnion(i..<i + name.count)
      changed = true
    }
    for i in tree.words.indices where isPerfect(i, tree) {
      out.tokens[i].text = Self.participle
      changed = true
    }
    // "leads in public AI compute"
    for i in tree.words.indices.dropFirst()
    where tree.words[i].form == "compute" && tree.words[i].upos == "VERB"
      && tree.child(of: i, "mark", "aux", "nsubj", "obj") == nil
      && ["NOUN", "PROPN", "ADJ"].contains(tree.words[i - 1].upos)
    {
      out.tokens[i].text = Self.noun
      changed = true
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
    // "Export controls slow Chinese AI": an adjective with an object is the verb.
    if !tree.words.indices.contains(where: {
      ["VERB", "AUX"].contains(tree.words[$0].upos) && !named.contains($0)
        || tree.words[$0].upos == "ADJ" && tree.child(of: $0, "obj") != nil
    }),
      let last = tree.words.last, last.form == "." || last.form == "?"
    {
      let places = out.tokens.indices.filter { $0 > 0 && isVerb(out.tokens[$0].text) }
      // "Nikon supplies mirrors": of two the one right behind a name.
      let place =
        places.count == 1 ? places.first : places.first { tree.words[$0 - 1].upos == "PROPN" }
      if let place {
        out.tokens[place].text = Self.verb
        changed = true
      } else if let place = verbTakenForNoun(tree) {
        out.tokens[place].text = Self.verbWithoutObject
        changed = true
      } else if let (place, verb) = verbOfMany(tree) {
        out.tokens[place].text = verb
        changed = true
      }
    }
    return changed ? out : nil
  }

  /// "France allies with India": a plural behind its subject, before what only its verb goes with.
  private func verbTakenForNoun(_ tree: Tree) -> Int? {
    tree.words.indices.dropLast().dropFirst().first { i in
      let isRoot =
        tree.words[i].head < 0
        && tree.children(of: i, "compound", "amod", "nmod:poss").contains(i - 1)
      // "Viora reins in its rivals", read as a name
      let isOfRoot = tree.words[i].relation == "flat" && tree.words[i - 1].head < 0
      return (isRoot || isOfRoot) && ["NNS", "NNPS", "NNP"].contains(tree.words[i].xpos)
        && tree.words[i].form.first?.isLowercase ?? false
        && isVerb(tree.words[i].form, before: tree.words[i + 1].form)
    }
  }

  /// "Chinese labs distil models", "data centres account for a fifth": behind a plural, and what the parser is to
  /// see there.
  private func verbOfMany(_ tree: Tree) -> (Int, String)? {
    for i in tree.words.indices.dropLast().dropFirst()
    where tree.words[i - 1].xpos == "NNS" && ["NN", "JJ"].contains(tree.words[i].xpos) {
      let form = tree.words[i].form
      if isVerb(Inflection.thirdPerson(form), before: tree.words[i + 1].form) {
        return (i, Self.verbOfManyWithoutObject)
      }
      if isVerb(Inflection.thirdPerson(form)),
        ["ADJ", "NOUN", "PROPN", "DET"].contains(tree.words[i + 1].upos)
      {
        return (i, Self.verbOfMany)
      }
    }
    return nil
  }

  /// Whether the vocabulary knows a verb with the word behind it: "partners with".
  ///
  /// Looked through when it comes to that, which is seldom: an index would be made at every start.
  private func isVerb(_ form: String, before next: String) -> Bool {
    vocabulary.relationByPhrase.keys.contains { phrase in
      guard phrase.first == form.first else { return false }
      let said = phrase.split(separator: " ", maxSplits: 2)
      return said.count > 1 && said[1] == next && Inflection.thirdPerson(String(said[0])) == form
    }
  }

  /// "has not restricted work": a participle that the parser took for the work's adjective.
  private func isPerfect(_ i: Int, _ tree: Tree) -> Bool {
    let noun = tree.words[i].head
    guard tree.words[i].xpos == "VBN", tree.base(i) == "amod", noun == i + 1,
      tree.base(noun) == "obj", case let verb = tree.words[noun].head, verb >= 0, verb < i,
      tree.words[verb].upos == "VERB", tree.lemma(verb) == "have",
      tree.children[noun].allSatisfy({ $0 >= i }),
      isVerb(Inflection.thirdPerson(tree.lemma(i)))
    else { return false }
    return tree.words[(verb + 1)..<i].allSatisfy { ["PART", "ADV"].contains($0.upos) }
  }

  /// The tree with the sentence's own words again.
  func restored(_ tree: Tree, of sentence: Sentence) -> Tree {
    var out = tree
    for (i, token) in zip(tree.words.indices, sentence.tokens)
    where tree.words[i].form != token.text {
      out.words[i].form = token.text
      out.words[i].lemma =
        tree.words[i].upos == "VERB"
        ? Lemmatizer.lemma(form: token.text, upos: "VERB", xpos: tree.words[i].xpos, feats: "")
        : token.text
    }
    return out
  }
}
