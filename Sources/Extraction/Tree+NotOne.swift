import Language

/// Denials that open a phrase: "not one wafer", "not a single lab", "not since 2019".
extension Tree {
  /// Whether the noun at a word is denied to the last one: "not one wafer", "not a single lab".
  func isNotOne(_ noun: Int) -> Bool {
    subtree(noun).contains {
      $0 < noun && lemma($0) == "not" && base($0) == "advmod" && singles(noun).contains($0 + 1)
    }
  }

  /// "few analysts", "hardly anyone"
  func isHardlyAny(_ noun: Int) -> Bool {
    children(of: noun, "amod", "advmod", "det").contains {
      $0 < noun && ["few", "hardly", "scarcely"].contains(lemma($0))
    } && !children(of: noun, "det").contains { ["a", "the"].contains(lemma($0)) }
  }

  /// "no capital"
  func isDenied(_ noun: Int) -> Bool {
    children(of: noun, "det").contains { ["no", "neither"].contains(lemma($0)) }
  }

  /// "no university's papers"
  func isOfNone(_ noun: Int) -> Bool {
    children[noun].contains { words[$0].relation == "nmod:poss" && isDenied($0) }
  }

  /// Whether a phrase of the verb denies it: "at no point", "is found in no unit", "asks for no notice".
  ///
  /// "at no cost" and "with no delay" only say how.
  func deniesPhrase(_ phrase: Int) -> Bool {
    let lists = WordLists.builtIn
    // "has begun on none of them"
    if lemma(phrase) == "none", let mark = child(of: phrase, "case").map(lemma) {
      return !["with", "of"].contains(mark)
    }
    guard isDenied(phrase), let mark = child(of: phrase, "case").map(lemma) else { return false }
    if lists["no occasion"].contains(lemma(phrase)) { return phrase < words[phrase].head }
    return !["with", "at", "of"].contains(mark) && !lists["no denial"].contains(lemma(phrase))
      && child(of: phrase, "amod").map { !lists["no denial"].contains(lemma($0)) } ?? true
  }

  /// "talent but no capital": some of what is joined is denied, the rest is not.
  func deniesOne(of nouns: [Int]) -> Bool {
    nouns.dropFirst().contains { noun in
      children(of: noun, "cc").contains { lemma($0) == "but" }
        && isDenied(noun) != isDenied(nouns[0])
    }
  }

  /// "neither Chinese nor American models": the noun of both.
  func neither(_ noun: Int) -> Int? {
    subtree(noun).first { $0 < noun && lemma($0) == "neither" && base($0) == "cc" }
  }

  /// "not all of its chips", "not every lab"
  func isNotAll(_ noun: Int) -> Bool {
    let group = subtree(noun)
    return group.contains { i in
      lemma(i) == "not" && base(i) == "advmod" && i + 1 < words.count
        && ["all", "every", "each", "many", "everyone", "everybody"].contains(lemma(i + 1))
        && group.first == i
    }
  }

  /// "hardly any lab", "barely a hospital": as good as none.
  func isBarelyAny(_ noun: Int) -> Bool {
    let before = children(of: noun, "det", "advmod").filter { $0 < noun }
    return before.contains { ["any", "a", "an"].contains(lemma($0)) } && !barely(noun).isEmpty
  }

  /// "hardly", "barely" before "any" or "a": on the noun or on "any" itself; "barely a quarter" is an amount.
  func barely(_ noun: Int) -> [Int] {
    let isAmount =
      WordLists.builtIn["measure"].contains(lemma(noun)) || Quantities.isAmount(noun, in: self)
      || TimeExpression.isUnit(noun, in: self)
    return subtree(noun).filter {
      $0 < noun && ["hardly", "barely", "scarcely"].contains(lemma($0)) && $0 + 1 < words.count
        && (lemma($0 + 1) == "any"
          || ["a", "an"].contains(lemma($0 + 1)) && !isAmount && words[$0 + 1].head == noun)
    }
  }

  /// The words that single one out of its kind: "one", "a single".
  func singles(_ noun: Int) -> [Int] {
    children(of: noun, "nummod", "det", "amod").filter {
      $0 < noun
        && (["one", "single"].contains(lemma($0))
          || ["a", "an"].contains(lemma($0)) && lemma($0 + 1) == "single")
    }
  }

  /// Whether a phrase or clause before the verb denies it: "Not since the rules were tightened has it bought".
  func isNotSince(_ i: Int) -> Bool {
    let verb = words[i].head
    return verb > i && marker(of: i) == "since"
      && children(of: i, "advmod").contains { lemma($0) == "not" && $0 < i }
      && subject(of: verb).map { s in
        children(of: verb, "aux", "aux:pass", "cop").contains { $0 > i && $0 < s }
      } ?? false
  }
}
