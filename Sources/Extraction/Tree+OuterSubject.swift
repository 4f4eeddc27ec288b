import Language

extension Tree {
  /// "Oslo's fear is that chips run out": the that-clause is what is said, and the noun before it only says how.
  ///
  /// The parser hangs the noun and its copula on the clause's own predicate.
  func withoutOuterSubject() -> Tree {
    var moved = words
    for i in words.indices {
      guard let outer = outerSubjectAbove(i),
        let start =
          children(of: i, "mark").first(where: {
            $0 > outer && ["that", "whether"].contains(lemma($0))
          })
          ?? children(of: i, "nsubj", "nsubj:pass").first(where: {
            $0 > outer && words[$0].relation != "nsubj:outer"
          }),
        let copula = children(of: i, "cop").first(where: { $0 > outer && $0 < start }),
        !children(of: i, "advmod").contains(where: {
          $0 < start && $0 > outer && WordLists.builtIn["negator"].contains(lemma($0))
        })
      else { continue }
      moved[outer].relation = "dislocated:outer"
      moved[copula].relation = "discourse"
    }
    return moved == words ? self : Tree(words: moved)
  }

  /// The subject of the copula before a that-clause: "what worries Oslo" in "What worries Oslo is that …".
  ///
  /// The parser may tell it from the clause's own subject by nothing but its place.
  private func outerSubjectAbove(_ i: Int) -> Int? {
    children[i].first { words[$0].relation == "nsubj:outer" }
      ?? children(of: i, "nsubj").first { first in
        children(of: i, "mark").contains { mark in
          first < mark && lemma(mark) == "that"
            && children(of: i, "cop").contains { $0 > first && $0 < mark }
            && children(of: i, "nsubj", "nsubj:pass").contains { $0 > mark }
        }
      }
  }

  /// The noun that says how the clause at a predicate is meant: "fear" in "Oslo's fear is that …".
  func outerSubject(of i: Int) -> Int? {
    children[i].first { words[$0].relation == "dislocated:outer" }
  }
}
