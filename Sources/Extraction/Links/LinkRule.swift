import Claims
import Language

/// Two predicates that the text ties by cause or purpose, still as places in the tree.
struct ClauseLink: Hashable {
  /// The word whose clause or noun is the cause or action; nil is the sentence before.
  var from: Int?
  /// The word whose clause or noun is the effect or purpose.
  var to: Int
  var kind: ClaimLink.Kind
  /// The words that join them.
  var words: [Int]
}

/// One way in which a sentence says that something is so because of, or done for, something else.
///
/// A wrong reason misleads more than a missing one, so each rule asks for words or a shape that say it.
protocol LinkRule: Sendable {
  func links(in tree: Tree, _ words: WordLists) -> [ClauseLink]
}

extension Tree {
  /// The conjunctions a clause begins with, joined ones whole: "so that", "in order to".
  func conjunction(of i: Int) -> [Int] {
    var found: [Int] = []
    for mark in children(of: i, "mark", "case") where mark < i && words[mark].upos != "PUNCT" {
      let whole = subtree(mark).filter { $0 == mark || words[$0].relation == "fixed" }
      // "in order for banks to reach": what stands apart is no part of it.
      if let last = found.last, let first = whole.first, first != last + 1 { break }
      found += whole
    }
    return found
  }

  /// The text of words in lower case, to look it up in a list.
  func key(_ indices: [Int]) -> String { text(indices).lowercased() }

  /// Whether the clause at a word is set off from what stands before it.
  func isAfterComma(_ i: Int) -> Bool {
    guard let first = subtree(i).first(where: { words[$0].upos != "PUNCT" }), first > 0 else {
      return false
    }
    return [",", "—", "–", ";", ":"].contains(words[first - 1].form)
  }

  /// The predicate of the clause that a word stands in.
  func clause(around i: Int) -> Int? {
    var here = words[i].head
    while here >= 0, !isPredicate(here) { here = words[here].head }
    return here >= 0 ? here : nil
  }
}
