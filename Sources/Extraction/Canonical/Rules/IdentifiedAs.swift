import Language

/// A place and who has it: "The largest shareholder of Mistral is ASML" gives `ASML | is largest shareholder of | Mistral`.
struct IdentifiedAs: ClaimRule {
  static let name = "identified as"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    let place = clause.subject.head
    let i = clause.predicate
    let isNamed =
      tree.words[i].upos == "PROPN"
      // "GPT-4o"
      || tree.words[i].form.first?.isUppercase ?? false
        && tree.words[i].form.contains(where: \.isNumber)
      || tree.children(of: i, "appos", "flat").contains { tree.words[$0].upos == "PROPN" }
      || clause.reading.name(i).map { clause.vocabulary.entities[$0] != nil } ?? false
    // "Peru's largest port is Viora's complex at Callao"
    let isOwned =
      tree.words[i].upos == "NOUN" && tree.child(of: i, "cop") != nil
      && tree.child(of: i, "nmod:poss").map { tree.words[$0].upos == "PROPN" } ?? false
    guard isNamed || isOwned, tree.words[place].upos == "NOUN", tree.marker(of: i) == nil,
      tree.children(of: place, "det").contains(where: { tree.lemma($0) == "the" })
        || tree.child(of: place, "nmod:poss") != nil,
      var holder = clause.reading.target(i)
    else { return nil }
    let isFirst = tree.children(of: place, "amod").contains {
      ["sole", "only"].contains(tree.lemma($0)) || tree.words[$0].xpos == "JJS"
        || clause.reading.words["ordinal"].contains(tree.lemma($0))
        // "The most powerful computer in Peru is Inti."
        || tree.children(of: $0, "advmod").contains {
          ["most", "least"].contains(tree.words[$0].form.lowercased())
        }
    }
    let isOffice =
      clause.reading.words["office"].contains(tree.lemma(place))
      || ["executive", "boss", "ceo"].contains(tree.lemma(place))
    let isDefault = tree.children(of: place, "amod", "compound").contains {
      tree.lemma($0) == "default"
    }
    guard isNamed ? isFirst || isOffice || isDefault : isFirst else { return nil }
    var bare = clause.proposition
    if !isNamed {
      holder = Target(
        head: i, name: clause.reading.naming.name(clause.reading.phrases.text(i)))
      bare.obliques.removeAll {
        tree.words[$0.head].head == i && tree.words[$0.head].relation == "nmod"
      }
    }
    // "The chair of the council is Tijani of Nigeria": where the holder is from is no part of the place.
    if isOffice, !isFirst {
      bare.obliques.removeAll {
        tree.words[$0.head].relation == "nmod" && tree.words[$0.head].head == i
      }
      bare.obliques += tree.children(of: place, "nmod").compactMap { phrase in
        tree.marker(of: phrase).map { Oblique(head: phrase, preposition: $0) }
      }
    }
    let swapped = Clause(bare, subject: holder, in: clause.reading)
    if let relational = RelationalNoun().claims(in: swapped, at: place) { return relational }
    return Superlative().claim(in: swapped, at: place, of: holder).map { [$0] }
  }
}
