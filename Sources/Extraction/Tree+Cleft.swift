import Language

extension Tree {
  /// A cleft put as the plain statement that it stresses a part of.
  ///
  /// "It is Samsung that supplies the memory" hangs as "Samsung supplies the memory"; other trees stay as they are.
  func withoutCleft() -> Tree {
    guard
      let clause = words.indices.first(where: {
        ["advcl:relcl", "acl:relcl"].contains(words[$0].relation) && words[$0].head >= 0
          && (words[$0].upos == "VERB" || child(of: $0, "cop") != nil) && stresses(words[$0].head)
      }), let role = role(of: words[clause].head, in: clause)
    else { return self }
    let stressed = words[clause].head
    var moved = words
    moved[clause].head = words[stressed].head
    moved[clause].relation = words[stressed].relation
    moved[stressed].head = clause
    moved[stressed].relation = role
    for i in children[stressed] where i != clause {
      switch String(base(i)) {
      case "expl", "cop":
        moved[i].head = clause
        moved[i].relation = "dep"
      case "advmod" where WordLists.builtIn["negator"].contains(lemma(i)): moved[i].head = clause
      case "obl", "advcl", "parataxis", "punct": moved[i].head = clause
      default: break
      }
    }
    for i in children[clause] where isLink(i) { moved[i].relation = "dep" }
    return Tree(words: moved)
  }

  /// "It is X": the pronoun stands for nothing.
  private func stresses(_ i: Int) -> Bool {
    child(of: i, "cop") != nil
      && children(of: i, "expl").contains { lemma($0) == "it" && $0 < i }
  }

  private func isLink(_ i: Int) -> Bool {
    ["that", "who", "which", "whom"].contains(words[i].form.lowercased())
      && ["PRON", "SCONJ"].contains(words[i].upos)
  }

  /// What the stressed phrase is to the verb: with a preposition an oblique, else what the pronoun is.
  private func role(of stressed: Int, in clause: Int) -> String? {
    if marker(of: stressed) != nil { return "obl:cleft" }
    guard ["NOUN", "PROPN"].contains(words[stressed].upos),
      let link = children[clause].first(where: isLink)
    else { return nil }
    let role = String(base(link))
    return ["nsubj", "obj"].contains(role) ? words[link].relation : nil
  }
}
