import Language

/// Words that the parser hung on the wrong head.
extension Tree {
  /// "Chinese state media report": a noun before the subject is a part of its name, not of the verb.
  func withCompoundsOffVerbs() -> Tree {
    guard
      let i = words.indices.first(where: {
        base($0) == "compound" && words[$0].relation != "compound:prt" && words[$0].head > $0 + 1
          && words[words[$0].head].upos == "VERB" && words[$0].upos == "NOUN"
          && base($0 + 1) == "nsubj" && words[$0 + 1].head == words[$0].head
          && words[$0 + 1].upos == "NOUN"
      })
    else { return self }
    var moved = words
    moved[i].head = i + 1
    return Tree(words: moved)
  }

  /// "a good three years": it is a good measure, whoever stands before it.
  func withGoodMeasures() -> Tree {
    guard
      let i = words.indices.first(where: {
        ["good", "full", "mere", "whole", "solid"].contains(lemma($0)) && $0 > 0
          && lemma($0 - 1) == "a" && $0 + 1 < words.count && words[$0 + 1].upos == "NUM"
          && base($0 + 1) == "nummod" && words[$0 + 1].head > $0 && words[$0].head < $0
          && children[$0].isEmpty
      })
    else { return self }
    var moved = words
    (moved[i].head, moved[i].relation) = (words[i + 1].head, "amod")
    (moved[i - 1].head, moved[i - 1].relation) = (words[i + 1].head, "det")
    return Tree(words: moved)
  }

  /// "No firm, Viora included, makes it": who is included stands aside with that word.
  func withIncludedAside() -> Tree {
    guard
      let i = words.indices.first(where: {
        ["included", "excepted", "aside"].contains(words[$0].form.lowercased()) && $0 > 1
          && base($0 - 1) == "appos" && words[$0].head == words[$0 - 1].head
          && words[$0 - 2].form == ","
          && ($0 + 1 == words.count || words[$0 + 1].upos == "PUNCT")
      })
    else { return self }
    var moved = words
    moved[i].head = i - 1
    return Tree(words: moved)
  }

  /// "All the same, prices fell": what opens the sentence so is nobody.
  func withAllTheSameAside() -> Tree {
    guard words.count > 4, lemma(0) == "all", lemma(1) == "the", lemma(2) == "same",
      words[3].form == ",", base(2) == "nsubj", words[2].head > 3
    else { return self }
    var moved = words
    moved[2].relation = "discourse"
    return Tree(words: moved)
  }

  /// "Engineers say 61 percent of the dies passed": nobody says dies, so that what follows is a clause.
  func withSaidClauses() -> Tree {
    guard
      let verb = words.indices.first(where: {
        words[$0].upos == "VERB" && Self.neverOfThings.contains(lemma($0)) && !isPassive($0)
          && child(of: $0, "nsubj") != nil && child(of: $0, "ccomp", "xcomp") == nil
      }), let o = child(of: verb, "obj"), o > verb,
      let deed = subtree(o).last(where: {
        words[$0].relation == "acl" && ["VBN", "VBD"].contains(words[$0].xpos)
          && $0 == words[$0].head + 1
      }), subtree(o).filter({ $0 > deed }).allSatisfy({ subtree(deed).contains($0) }),
      words[deed].form.hasSuffix("ed") || Lemmatizer.isIrregularPast(words[deed].form),
      !children(of: deed, "obl").contains(where: { marker(of: $0) == "by" })
    else { return self }
    var moved = words
    (moved[deed].head, moved[deed].relation) = (verb, "ccomp")
    moved[deed].becomeVerb("VBD")
    (moved[o].head, moved[o].relation) = (deed, "nsubj")
    return Tree(words: moved)
  }

  /// "say 70 percent passed": a participle without its auxiliary is what they did.
  func withSaidPasts() -> Tree {
    guard
      let deed = words.indices.first(where: {
        base($0) == "ccomp" && words[$0].xpos == "VBN" && words[$0].head >= 0
          && Self.neverOfThings.contains(lemma(words[$0].head)) && $0 > words[$0].head
          && child(of: $0, "aux", "aux:pass", "mark") == nil
          && !children(of: $0, "obl").contains { marker(of: $0) == "by" }
      }), let subject = child(of: deed, "nsubj:pass"), subject < deed
    else { return self }
    var moved = words
    moved[deed].becomeVerb("VBD")
    moved[subject].relation = "nsubj"
    return Tree(words: moved)
  }

  private static let neverOfThings: Set<String> = ["say", "reckon", "insist", "argue", "think"]

  /// ", chief executive Anna Berg reaffirmed.": a word of that form behind a name is what the named one did.
  func withVerbsOffNames() -> Tree {
    guard let end = words.indices.last(where: { words[$0].upos != "PUNCT" }),
      words[end].relation == "flat", words[end].form.first?.isLowercase ?? false,
      words[end].form.hasSuffix("ed"), case let name = words[end].head, name >= 0,
      words[name].upos == "PROPN", ["nsubj", "appos"].contains(base(name)),
      let start = startBehindComma(name), case let said = words[name].head, said >= 0, said < start
    else { return self }
    var moved = words
    moved[end].becomeVerb("VBD")
    (moved[end].head, moved[end].relation) = (said, "parataxis")
    (moved[name].head, moved[name].relation) = (end, "nsubj")
    for k in start..<end where k != name && !(start..<end).contains(words[k].head) {
      (moved[k].head, moved[k].relation) = (name, words[k].upos == "PUNCT" ? "punct" : "compound")
    }
    // "Production is to begin, …": the speaker stood where its own subject belongs.
    if let outer = children(of: said, "nsubj:outer").first {
      moved[outer].relation = "nsubj"
      for k in children(of: said, "cop") { moved[k].relation = "aux" }
    }
    return Tree(words: moved)
  }

  /// "By Viora's reckoning a fifth of it came from Peru": whose count it is counts nothing itself.
  func withCountsAside(_ lists: WordLists) -> Tree {
    guard
      let count = words.indices.first(where: {
        ["nsubj", "advcl"].contains(String(base($0))) && child(of: $0, "nmod:poss") != nil
          && words[$0].head > $0 && marker(of: $0) == "by"
          && (lists["count noun"].contains(lemma($0))
            || lists["count noun"].contains(words[$0].form.lowercased()))
      }), let amount = child(of: count, "obj"), amount > count,
      case let verb = words[count].head,
      child(of: verb, "nsubj", "nsubj:pass").map({ $0 == count }) ?? true
    else { return self }
    var moved = words
    moved[count].relation = "obl"
    for k in children(of: count, "mark") { moved[k].relation = "case" }
    (moved[count].upos, moved[count].xpos) = ("NOUN", "NN")
    moved[count].lemma = words[count].form.lowercased()
    (moved[amount].head, moved[amount].relation) = (verb, "nsubj")
    return Tree(words: moved)
  }

  /// "Peru and Chile trail far behind": what has a subject and no copula is a verb.
  func withNounsAsVerbs() -> Tree {
    guard
      let verb = words.indices.first(where: {
        words[$0].xpos == "NN" && ["root", "parataxis", "conj"].contains(String(base($0)))
          && child(of: $0, "cop", "det", "case", "amod", "nmod:poss", "compound", "aux") == nil
          && child(of: $0, "advmod", "obl") != nil && words[$0].form.first?.isLowercase ?? false
      }), let subject = child(of: verb, "nsubj"), subject < verb,
      words[subject].xpos == "NNS" || child(of: subject, "conj") != nil
    else { return self }
    var moved = words
    moved[verb].becomeVerb("VBP")
    return Tree(words: moved)
  }

  /// "…, Peru among them": it is one of those that did it.
  func withThoseAmongThem() -> Tree {
    guard
      let them = words.indices.first(where: {
        ["them", "these"].contains(lemma($0)) || words[$0].form.lowercased() == "them"
      }), marker(of: them) == "among", case let one = words[them].head, one >= 0, one < them,
      ["NOUN", "PROPN"].contains(words[one].upos), ["appos", "obl", "nmod"].contains(base(one)),
      startBehindComma(one) != nil,
      case let verb = root, words[verb].upos == "VERB", let many = child(of: verb, "nsubj"),
      many < one, words[many].xpos == "NNS", child(of: many, "conj") == nil
    else { return self }
    var moved = words
    (moved[one].head, moved[one].relation) = (many, "conj")
    moved[them].relation = "discourse"
    return Tree(words: moved)
  }

  /// "stay where they are, in the hall": where that is, the rest says.
  func withWhereTheyAreAside() -> Tree {
    guard
      let i = words.indices.first(where: {
        words[$0].form.lowercased() == "where" && $0 + 2 < words.count
          && ["they", "it"].contains(words[$0 + 1].form.lowercased()) && lemma($0 + 2) == "be"
          && ($0 + 3 == words.count || words[$0 + 3].upos == "PUNCT")
          && words[$0].head >= 0 && words[$0].head < $0
          && children(of: $0, "advcl").contains($0 + 2)
      }), case let verb = words[i].head, words[verb].upos == "VERB"
    else { return self }
    var moved = words
    moved[i].relation = "discourse"
    moved[i + 2].relation = "discourse"
    for k in children[i] where k > i + 2 && base(k) == "obl" { moved[k].head = verb }
    return Tree(words: moved)
  }
}

extension Tree {
  /// "Of those who applied, 27% got one": a part is of what opens the sentence.
  func withWholeBeforePart() -> Tree {
    guard words.count > 4, lemma(0) == "of", case let whole = words[0].head, whole > 0,
      base(whole) == "obl", case let verb = words[whole].head, verb > whole,
      let part = child(of: verb, "nsubj", "nsubj:pass"), part > whole, part < verb,
      Quantities.isAmount(part, in: self) || words[part].upos == "NUM"
        || ["third", "quarter", "half", "fifth", "tenth", "most", "none", "majority"]
          .contains(lemma(part)),
      !children(of: part, "nmod").contains(where: { marker(of: $0) == "of" })
    else { return self }
    var moved = words
    (moved[whole].head, moved[whole].relation) = (part, "nmod:front")
    return Tree(words: moved)
  }

  /// "its gallium and germanium embargo": an embargo on both, where the parser saw two things.
  func withBothOfOneNoun() -> Tree {
    guard
      let first = words.indices.first(where: { i in
        words[i].xpos == "NN" && child(of: i, "det", "nmod:poss", "amod") != nil
          && child(of: i, "compound") == nil
          && children(of: i, "conj").contains { k in
            Self.measuresOnGoods.contains(lemma(k)) && child(of: k, "det", "nmod:poss") == nil
              && children(of: k, "compound").contains { words[$0].xpos == "NN" && $0 == k - 1 }
          }
      }),
      let noun = children(of: first, "conj").first(where: {
        Self.measuresOnGoods.contains(lemma($0))
      }),
      let second = children(of: noun, "compound").last, let and = child(of: noun, "cc"),
      children(of: first, "conj").count == 1, first < and, and < second
    else { return self }
    var moved = words
    (moved[noun].head, moved[noun].relation) = (words[first].head, words[first].relation)
    for k in children[first] where k != noun { moved[k].head = noun }
    (moved[first].head, moved[first].relation) = (noun, "compound")
    (moved[second].head, moved[second].relation) = (first, "conj")
    moved[and].head = second
    return Tree(words: moved)
  }

  private static let measuresOnGoods: Set<String> = [
    "embargo", "ban", "tariff", "duty", "curb", "control", "restriction", "licence", "license",
    "quota", "levy", "export", "import", "shipment", "production", "output", "market", "mine",
    "plant", "supply", "price",
  ]
}

extension Tree {
  /// "Viora's note has the halls already drawing two gigawatts": the note says that they do.
  func withRecordedClauses(_ lists: WordLists) -> Tree {
    guard
      let verb = words.indices.first(where: {
        ["have", "show"].contains(lemma($0)) && words[$0].upos == "VERB"
          && child(of: $0, "nsubj").map { lists["record"].contains(lemma($0)) } ?? false
      }), let o = child(of: verb, "obj"), o > verb,
      let deed = subtree(o).last(where: {
        words[$0].relation == "acl" && words[$0].xpos == "VBG" && words[$0].head < $0
          && (words[$0].head == o || subtree(o).contains(words[$0].head))
      }), child(of: deed, "case", "mark") == nil
    else { return self }
    var moved = words
    (moved[deed].head, moved[deed].relation) = (verb, "ccomp")
    (moved[o].head, moved[o].relation) = (deed, "nsubj")
    moved[verb].lemma = "report"
    return Tree(words: moved)
  }
}
