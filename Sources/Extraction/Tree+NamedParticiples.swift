import Language

extension Tree {
  /// "on SWE-bench Verified": a participle written as a name, behind a name, is its last word.
  func withNamedParticiples() -> Tree {
    var moved = words
    for i in words.indices.dropFirst()
    where ["advcl", "acl"].contains(base(i)) && words[i].upos == "VERB"
      && words[i].form.first?.isUppercase ?? false && words[i - 1].upos == "PROPN"
      && (words[i - 1].head == i || words[i - 1].head == words[i].head && children[i].isEmpty)
      && child(of: i, "nsubj", "nsubj:pass", "obj", "aux", "aux:pass", "xcomp", "ccomp") == nil
    {
      let name = i - 1
      (moved[i].upos, moved[i].xpos) = ("PROPN", "NNP")
      let relation = base(i) == "acl" ? "nmod" : "obl"
      if words[name].head == words[i].head {
        (moved[i].head, moved[i].relation) = (name, "flat")
      } else if base(name) == "compound", marker(of: i) != nil {
        moved[i].relation = relation
      } else if marker(of: name) != nil {
        (moved[name].head, moved[name].relation) = (words[i].head, relation)
        (moved[i].head, moved[i].relation) = (name, "flat")
      } else {
        (moved[i].upos, moved[i].xpos) = (words[i].upos, words[i].xpos)
      }
    }
    // "On SWE-bench Verified it is Viora that leads", with the name as the verb of it all
    if !words.isEmpty, case let i = root, i > 0, words[i].upos == "VERB",
      child(of: i, "nsubj", "obj", "aux") == nil,
      words[i].form.first?.isUppercase ?? false, words[i - 1].upos == "PROPN",
      words[i - 1].head == i, marker(of: i - 1) != nil, subtree(i - 1).first == 0,
      let clause = child(of: i, "ccomp"), clause > i
    {
      (moved[i].upos, moved[i].xpos) = ("PROPN", "NNP")
      for k in children[i] where k > i { moved[k].head = clause }
      (moved[clause].head, moved[clause].relation) = (-1, "root")
      (moved[i - 1].head, moved[i - 1].relation) = (clause, "obl")
      (moved[i].head, moved[i].relation) = (i - 1, "flat")
    }
    // "Orbit K2 and Viora 4", with the second tied to a part of the first
    for i in words.indices where base(i) == "conj" && words[i].upos == "PROPN" {
      let part = words[i].head
      guard part >= 0, base(part) == "compound", words[part].upos == "PROPN",
        case let name = words[part].head, name > part, name < i, words[name].upos == "PROPN",
        let first = subtree(i).first, subtree(name).filter({ $0 < first }).last == first - 1
      else { continue }
      moved[i].head = name
    }
    // "ahead of Orbit", with "of" tied to the adverb.
    for i in words.indices.dropLast()
    where lemma(i) == "ahead" && words[i + 1].form == "of" && words[i + 1].head == i
      && words[i + 1].relation == "fixed"
    {
      guard let rival = children(of: i, "obl").first(where: { subtree($0).first == i + 2 }) else {
        continue
      }
      (moved[i + 1].head, moved[i + 1].relation) = (rival, "case")
    }
    return moved == words ? self : Tree(words: moved)
  }
}
