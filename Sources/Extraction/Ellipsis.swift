import Claims
import Language
import Text

/// What a sentence takes up from the one before: "Oslo signed it. Paris did not.", "Has it won? It hasn't."
struct Ellipsis {
  private var asked: [Draft] = []
  private var said: [Draft] = []
  private var question: Int?

  private static let yes: Set<String> = ["yes", "sure", "certainly", "indeed", "absolutely", "yep"]
  private static let no: Set<String> = ["no", "not", "n't", "never", "hardly", "nope"]
  private static let small: Set<String> = [
    "yet", "quite", "at", "all", "of", "course", "so", "really", "far",
  ]

  /// The claims that the sentence leaves to the one before.
  func rendered(in reading: SentenceReading) -> [Rendered] {
    let tree = reading.tree
    guard let root = tree.words.indices.first(where: { tree.words[$0].head < 0 }) else { return [] }
    var taken: [Draft] = []
    if let isSo = answer(tree) {
      taken = asked.map {
        var made = $0
        made.rule = "answer"
        if !isSo { made.polarity = made.polarity.opposite }
        return made
      }
    } else if let echo = echo(tree, root), let other = reading.target(echo.subject) {
      taken = said.map {
        var made = $0
        made.rule = "said of another"
        made.subject = other.name
        made.surface.subject = tree.text(reading.phrases.naming(echo.subject))
        made.polarity = echo.polarity ?? made.polarity
        return made
      }
    }
    return taken.map {
      var made = $0
      // Its words are those of another sentence.
      (made.predicate, made.subjectHead, made.objectHead) = (root, nil, nil)
      let proposition = Proposition(rule: made.rule, predicate: root)
      return Rendered(proposition: proposition, outcome: .drafts([made]))
    }
  }

  /// Where the question begins that the sentence answers.
  func start(of answer: Tree) -> Int? { self.answer(answer) == nil ? nil : question }

  /// Takes in a sentence; `drafts` are what it claims, or asks.
  mutating func read(_ tree: Tree, drafts: [Draft], at start: Int) {
    let isQuestion = tree.words.last?.form == "?"
    let opens = tree.words.first.map { $0.upos == "AUX" } ?? false
    asked = isQuestion && opens ? drafts : []
    question = start
    let main = drafts.filter { isMain($0.predicate, tree) }
    said = isQuestion ? [] : main.filter { $0.subjectHead == main[0].subjectHead }
  }

  private func isMain(_ i: Int, _ tree: Tree) -> Bool {
    guard tree.words.indices.contains(i) else { return false }
    if ["xcomp", "ccomp"].contains(tree.base(i)), tree.words[i].head >= 0 {
      return isMain(tree.words[i].head, tree)
    }
    return tree.base(i) == "root"
  }

  /// Whether a sentence says no more than yes or no to what was asked.
  private func answer(_ tree: Tree) -> Bool? {
    guard !asked.isEmpty else { return nil }
    let words = tree.words.filter { $0.upos != "PUNCT" }.map {
      $0.form.lowercased().filter { $0 != "." }
    }
    guard let first = words.first else { return nil }
    let isFirst =
      (first == "yes" || first == "no") && (words.count == 1 || tree.words[1].form == ",")
    let isShort =
      words.count <= 5
      && zip(tree.words.filter { $0.upos != "PUNCT" }, words).allSatisfy {
        ["PRON", "AUX"].contains($0.upos) || Self.yes.contains($1) || Self.no.contains($1)
          || Self.small.contains($1)
      }
    guard isFirst || isShort else { return nil }
    if isFirst { return first == "yes" }
    if words.contains(where: Self.no.contains) { return false }
    return words.contains(where: Self.yes.contains) || tree.words.contains { $0.upos == "AUX" }
      ? true : nil
  }

  /// "Paris did not.", "So did Oslo, …", "Neither has Japan.": of whom the same is said, and how; nil is as before.
  private func echo(_ tree: Tree, _ root: Int) -> (subject: Int, polarity: Polarity?)? {
    guard !said.isEmpty, tree.words.count > 2 else { return nil }
    let first = tree.words[0].form.lowercased()
    if ["so", "neither", "nor"].contains(first),
      WordLists.builtIn["stand-in"].contains(tree.lemma(1)),
      let subject = tree.words.indices.first(where: {
        $0 >= 2 && ["NOUN", "PROPN"].contains(tree.words[$0].upos)
          && ["nsubj", "obj"].contains(tree.base($0)) && tree.subtree($0).first == 2
      })
    {
      let named = Phrases(tree: tree).naming(subject)
      guard let last = named.last, last + 1 < tree.words.count,
        tree.words[last + 1].upos == "PUNCT"
      else { return nil }
      return (subject, first == "so" ? nil : .negative)
    }
    guard tree.words[root].upos == "AUX",
      WordLists.builtIn["stand-in"].contains(tree.lemma(root)),
      let subject = tree.child(of: root, "nsubj", "nsubj:pass"), subject < root,
      ["NOUN", "PROPN"].contains(tree.words[subject].upos),
      tree.children[root].allSatisfy({
        $0 == subject || ["advmod", "punct", "cc", "discourse"].contains(tree.base($0))
      })
    else { return nil }
    return (subject, Qualifiers.isNegated(root, in: tree) ? .negative : .positive)
  }
}
