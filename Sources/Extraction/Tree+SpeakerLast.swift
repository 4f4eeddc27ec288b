import Language

extension Tree {
  /// "…, insists a forwarder in Rotterdam": a speaker behind the verb is its subject, and the speech stands aside.
  func withSpeakersLast(_ lists: WordLists) -> Tree {
    if let named = withSpeakerClosing(lists) ?? withSpeakersClosing(lists)
      ?? withSpeakerOfPhrase(lists) ?? withSpeakerBetween(lists) ?? withSpeakerInside(lists)
      ?? withSpeakerFound(lists)
    {
      return named
    }
    // "…, says the company."
    if let verb = words.indices.first(where: { i in
      ["VBZ", "VBD"].contains(words[i].xpos) && lists["speech"].contains(lemma(i))
        && child(of: i, "nsubj", "aux") == nil && i > 0 && words[i - 1].form == ","
        && children(of: i, "ccomp").contains { $0 < i }
    }), let speaker = child(of: verb, "obj", "iobj"), speaker > verb {
      var moved = words
      moved[speaker].relation = "nsubj"
      return Tree(words: moved)
    }
    guard
      let verb = words.indices.first(where: {
        words[$0].upos == "VERB" && ["VBZ", "VBD"].contains(words[$0].xpos)
          && ["conj", "parataxis"].contains(String(base($0))) && words[$0].head >= 0
          && (lists["speech"].contains(lemma($0)) || Self.promising.contains(lemma($0))) && $0 > 0
          && words[$0 - 1].form == ","
          && child(of: $0, "nsubj", "cc", "ccomp", "xcomp") == nil
      }), let speaker = child(of: verb, "obj", "iobj"), speaker > verb
    else { return self }
    var moved = words
    moved[verb].relation = "parataxis"
    moved[speaker].relation = "nsubj"
    return Tree(words: moved)
  }

  private static let promising: Set<String> = ["vow", "promise", "pledge", "swear"]

  /// "Viora, says the consultancy Orbit, shipped more": of two subjects the one behind the verb of speech is its.
  private func withSpeakerBetween(_ lists: WordLists) -> Tree? {
    guard
      let verb = words.indices.first(where: { i in
        base(i) == "parataxis" && ["VBZ", "VBD"].contains(words[i].xpos) && i > 1
          && lists["speech"].contains(lemma(i)) && words[i - 1].form == ","
          && words[i].head > i
      }), let first = child(of: verb, "nsubj"), first < verb - 1,
      case let said = words[verb].head, let second = child(of: said, "nsubj"), second > verb,
      second < said, subtree(second).first == verb + 1,
      let end = subtree(second).last, end + 1 < words.count, words[end + 1].form == ","
    else { return nil }
    var moved = words
    moved[first].head = said
    moved[second].head = verb
    return Tree(words: moved)
  }

  /// The same with the verb of speech over what is said, and the name before it for its subject.
  private func withSpeakerInside(_ lists: WordLists) -> Tree? {
    guard
      let verb = words.indices.first(where: { i in
        ["VBZ", "VBD"].contains(words[i].xpos) && lists["speech"].contains(lemma(i)) && i > 1
          && words[i - 1].form == "," && child(of: i, "mark", "aux", "cop") == nil
      }), let first = child(of: verb, "nsubj"), first < verb - 1,
      let said = child(of: verb, "ccomp"), said > verb, child(of: said, "mark") == nil,
      let second = child(of: said, "nsubj"), second < said, subtree(second).first == verb + 1,
      let comma = (verb + 1..<said).first(where: { words[$0].form == "," }), comma > second,
      subtree(second).allSatisfy({ $0 <= comma })
    else { return nil }
    var moved = words
    (moved[said].head, moved[said].relation) = (words[verb].head, words[verb].relation)
    for k in children[verb] where k != said { moved[k].head = said }
    (moved[verb].head, moved[verb].relation) = (said, "parataxis")
    moved[second].head = verb
    return Tree(words: moved)
  }

  /// "Viora beat Orbit on tests, a panel found in June.": no panel is found there, and it is beside nothing.
  private func withSpeakerFound(_ lists: WordLists) -> Tree? {
    guard
      let verb = words.indices.last(where: {
        words[$0].relation == "acl" && ["VBN", "VBD"].contains(words[$0].xpos)
          && Self.finding.contains(lemma($0))
      }), case let speaker = words[verb].head, speaker == verb - 1, base(speaker) == "appos",
      let first = startBehindComma(speaker), case let named = words[speaker].head, named >= 0,
      subtree(named).last(where: { $0 < first - 1 }) != first - 2,
      children[verb].allSatisfy({
        words[$0].upos == "PUNCT" || TimeExpression.isTime($0, in: self)
      }), subtree(verb).last.map({ $0 + 2 >= words.count }) ?? false,
      let above = predicate(above: speaker, before: first)
    else { return nil }
    var moved = words
    (moved[verb].head, moved[verb].relation) = (above, "parataxis")
    moved[verb].becomeVerb("VBD")
    (moved[speaker].head, moved[speaker].relation) = (verb, "nsubj")
    return Tree(words: moved)
  }

  private static let finding: Set<String> = [
    "find", "say", "tell", "reckon", "note", "conclude", "argue", "warn", "write", "claim",
  ]
}

extension Tree {
  /// "prices, it found, rose", "…, Viora alleges", "…, the minister promised": a clause beside what it says, inside or
  /// at the end.
  ///
  /// A denial or promise must stand alone behind its comma: "Oslo left; Viora denies it" says nothing of Oslo.
  func speaksAside(_ verb: Int, _ lists: WordLists) -> Bool {
    guard base(verb) == "parataxis", child(of: verb, "ccomp") == nil, !leavesUnsaid(verb, lists)
    else { return false }
    if ["speech", "forecast", "suspicion"].contains(where: { lists[$0].contains(lemma(verb)) }) {
      return true
    }
    let clause = subtree(verb)
    return ["denial", "plan"].contains { lists[$0].contains(lemma(verb)) }
      && child(of: verb, "nsubj") != nil && child(of: verb, "obj", "xcomp", "cc", "mark") == nil
      && clause.first.map { words[$0].form == "," || $0 > 0 && words[$0 - 1].form == "," } ?? false
  }

  /// "…, officials did not say to whom": only that was not said.
  func leavesUnsaid(_ verb: Int, _ lists: WordLists) -> Bool {
    base(verb) == "parataxis" && lists["speech"].contains(lemma(verb))
      && Qualifiers.isNegated(verb, in: self)
      && children[verb].contains { $0 > verb && words[$0].upos != "PUNCT" }
  }

  /// "…, its records suggest": who is named only as the source of what was said before.
  func speaksLast(_ verb: Int, _ lists: WordLists) -> Bool {
    guard lists["speech"].contains(lemma(verb)), let speaker = child(of: verb, "nsubj") else {
      return false
    }
    return base(verb) == "parataxis" && words[verb].head >= 0 && words[verb].head < speaker
      || children(of: verb, "ccomp").contains { $0 < speaker }
  }

  /// Where a phrase begins that a comma sets off.
  func startBehindComma(_ i: Int) -> Int? {
    subtree(i).first { words[$0].upos != "PUNCT" }.flatMap {
      $0 > 0 && words[$0 - 1].form == "," ? $0 : nil
    }
  }

  /// The clause that a word hangs in, before a place.
  private func predicate(above i: Int, before end: Int = .max) -> Int? {
    var above = words[i].head
    while above >= 0, above > end || !isPredicate(above) { above = words[above].head }
    return above < 0 ? nil : above
  }

  /// "short of GPUs, a panel found, and …": speech between commas stands aside, whatever it was hung on.
  func withSpeechAside(_ lists: WordLists) -> Tree {
    guard
      let verb = words.indices.first(where: {
        ["acl", "appos"].contains(base($0)) && ["VBZ", "VBP", "VBD"].contains(words[$0].xpos)
          && lists["speech"].contains(lemma($0)) && child(of: $0, "obj", "ccomp", "mark") == nil
          && (child(of: $0, "nsubj").map { !isRelativePronoun($0) } ?? false)
      }), case let clause = subtree(verb).filter({ words[$0].upos != "PUNCT" }),
      let first = clause.first, let last = clause.last, first > 0, words[first - 1].form == ",",
      last + 1 < words.count, [",", ".", ";"].contains(words[last + 1].form)
    else { return self }
    guard let above = predicate(above: verb) else { return self }
    var moved = words
    moved[verb].head = above
    moved[verb].relation = "parataxis"
    return Tree(words: moved)
  }
}

extension Tree {
  /// ", the Geological Survey reckons.", ", a test in Seoul found.", ", an aide told the paper.": what closes the sentence is
  /// who says it.
  ///
  /// The parser may see one long name in it, or hang the speaker on what was said.
  private func withSpeakerClosing(_ lists: WordLists) -> Tree? {
    guard let comma = words.indices.last(where: { words[$0].form == "," }), comma > 1,
      let end = words.indices.last(where: { words[$0].upos != "PUNCT" }),
      let verb = words.indices.first(where: {
        $0 > comma + 1 && lists["speech"].contains(lemma($0))
          && (["VBZ", "VBD"].contains(words[$0].xpos)
            || ["NNS", "VBP"].contains(words[$0].xpos) && $0 == end)
          // "OpenAI alleges.", taken for a name
          || $0 == end && $0 > comma + 1 && words[$0].xpos == "NNP"
            && words[$0].form.first?.isLowercase ?? false
            && lists["speech"].contains(saying($0, "VBZ"))
      }), child(of: verb, "nsubj", "mark", "case", "cop", "cc") == nil,
      !children(of: verb, "ccomp", "xcomp", "obj", "aux").contains(where: { $0 > comma }),
      words[verb].head >= 0 || child(of: verb, "ccomp").map({ $0 < comma }) ?? false
    else { return nil }
    let name = comma + 1..<verb
    let heads = name.filter { !name.contains(words[$0].head) && words[$0].upos != "PUNCT" }
    let isOneName = heads.allSatisfy { words[$0].head == verb }
    guard let speaker = isOneName || heads.count == 1 ? heads.last : nil,
      ["NOUN", "PROPN"].contains(words[speaker].upos), marker(of: speaker) == nil,
      child(of: speaker, "cc", "nsubj") == nil,
      // Nothing of what was said hangs on the speaker, and all behind the verb is the verb's.
      subtree(speaker).allSatisfy({ $0 >= comma && $0 < verb }),
      (verb + 1..<max(verb + 1, end + 1)).allSatisfy({ words[$0].head >= verb })
    else { return nil }
    var moved = words
    for k in heads where k != speaker { moved[k].head = speaker }
    (moved[speaker].head, moved[speaker].relation) = (verb, "nsubj")
    if ["NNS", "NNP"].contains(words[verb].xpos) {
      moved[verb].lemma = saying(verb, "VBZ")
      (moved[verb].upos, moved[verb].xpos) = ("VERB", "VBZ")
    }
    guard words[verb].head >= 0 else { return Tree(words: moved) }
    var above = words[verb].head
    while words[above].head >= 0, name.contains(above) || !isPredicate(above) {
      above = words[above].head
    }
    guard above < comma else { return nil }
    (moved[verb].head, moved[verb].relation) = (above, "parataxis")
    return Tree(words: moved)
  }
}

extension Tree {
  private func saying(_ i: Int, _ xpos: String) -> String {
    Lemmatizer.lemma(form: words[i].form, upos: "VERB", xpos: xpos, feats: "")
  }

  /// ", its makers at the institute note.": what many say is written as a noun may be.
  private func withSpeakersClosing(_ lists: WordLists) -> Tree? {
    guard let comma = words.indices.last(where: { words[$0].form == "," }), comma > 1,
      let verb = words.indices.last(where: { words[$0].upos != "PUNCT" }), verb > comma + 1,
      root < comma,
      let speakers = (comma + 1..<verb).first(where: {
        ["NOUN", "PROPN"].contains(words[$0].upos)
      }),
      case let isMany = words[speakers].xpos == "NNS",
      isMany
        ? ["NN", "VBP"].contains(words[verb].xpos) && lists["speech"].contains(words[verb].form)
        // "the Center for Security estimates"
        : ["NNS", "NNPS"].contains(words[verb].xpos)
          && lists["speech"].contains(saying(verb, "VBZ")),
      speakers + 2 < verb, words[speakers + 1].upos == "ADP",
      ["NOUN", "PROPN", "X", "NUM"].contains(words[verb - 1].upos),
      (comma + 1..<speakers).allSatisfy({ ["DET", "PRON", "ADJ", "NUM"].contains(words[$0].upos) }),
      (speakers + 2..<verb).allSatisfy({
        ["DET", "PROPN", "NOUN", "ADJ", "X", "NUM", "ADP"].contains(words[$0].upos)
          || words[$0].relation == "nmod:poss"
      })
    else { return nil }
    var moved = words
    (moved[verb].upos, moved[verb].xpos) = ("VERB", isMany ? "VBP" : "VBZ")
    moved[verb].lemma = isMany ? words[verb].form : saying(verb, "VBZ")
    (moved[verb].head, moved[verb].relation) = (root, "parataxis")
    (moved[speakers].head, moved[speakers].relation) = (verb, "nsubj")
    let place = verb - 1
    // "the tallies for the third quarter of 2026 show": only the verb was taken for another noun.
    if words[place].head != verb, subtree(speakers).contains(place) { return Tree(words: moved) }
    (moved[place].head, moved[place].relation) = (speakers, "nmod")
    for k in speakers + 1..<place where !(speakers + 1..<place).contains(words[k].head) {
      moved[k].head = place
      if words[k].upos == "ADP" { moved[k].relation = "case" }
    }
    for k in comma + 1..<speakers where !(comma + 1...speakers).contains(words[k].head) {
      moved[k].head = speakers
    }
    return Tree(words: moved)
  }
}

extension Tree {
  /// "…, people close to the fund say.": what they are close to describes who says it.
  func withDescribedSpeakers(_ lists: WordLists) -> Tree {
    guard
      let verb = words.indices.last(where: {
        words[$0].upos == "VERB" && lists["speech"].contains(lemma($0))
          && child(of: $0, "nsubj") == nil && words[$0].head >= 0
      }),
      let state = children(of: verb, "ccomp").first(where: {
        $0 < verb && words[$0].upos == "ADJ" && child(of: $0, "cop", "aux") == nil
      }), let people = child(of: state, "nsubj"), people == state - 1,
      words[people].xpos == "NNS"
    else { return self }
    var moved = words
    (moved[people].head, moved[people].relation) = (verb, "nsubj")
    (moved[state].head, moved[state].relation) = (people, "amod")
    return Tree(words: moved)
  }
}

extension Tree {
  /// ", a test by researchers in Seoul found.": no subject has a preposition, so that the test found it, and the
  /// researchers only did the test.
  private func withSpeakerOfPhrase(_ lists: WordLists) -> Tree? {
    guard
      let verb = words.indices.last(where: { words[$0].upos != "PUNCT" }),
      words[verb].relation == "acl:relcl", ["VBZ", "VBP", "VBD"].contains(words[verb].xpos),
      lists["speech"].contains(lemma(verb)), case let speaker = words[verb].head, speaker >= 0,
      let inner = child(of: verb, "nsubj"), inner > speaker, marker(of: inner) != nil,
      child(of: verb, "obj", "ccomp", "xcomp", "mark") == nil,
      startBehindComma(speaker) != nil, base(speaker) == "appos",
      let above = predicate(above: speaker)
    else { return nil }
    var moved = words
    (moved[verb].head, moved[verb].relation) = (above, "parataxis")
    (moved[speaker].head, moved[speaker].relation) = (verb, "nsubj")
    (moved[inner].head, moved[inner].relation) = (speaker, "nmod")
    return Tree(words: moved)
  }
}

extension Tree {
  /// ", its founder Anna Berg wrote on Signal.": the name is the founder's, and what she wrote stands before the comma.
  func withNamedSpeakerLast(_ lists: WordLists) -> Tree {
    guard
      let verb = words.indices.first(where: { i in
        words[i].relation == "acl:relcl" && ["VBZ", "VBD"].contains(words[i].xpos)
          && lists["speech"].contains(lemma(i)) && child(of: i, "obj", "ccomp", "mark") == nil
      }), case let office = words[verb].head, office > 0,
      let name = child(of: verb, "nsubj"), words[name].upos == "PROPN", name == office + 1,
      ["person noun", "office"].contains(where: { lists[$0].contains(lemma(office)) }),
      let first = startBehindComma(office),
      subtree(verb).last.map({ $0 + 2 >= words.count }) ?? false,
      let above = predicate(above: office, before: first)
    else { return self }
    var moved = words
    (moved[verb].head, moved[verb].relation) = (above, "parataxis")
    (moved[office].head, moved[office].relation) = (name, "appos")
    return Tree(words: moved)
  }
}

extension Tree {
  /// "In translation Viora lags behind, tests reveal.": what opens the sentence is of what is said, not of the saying.
  func withOpeningOfWhatIsSaid(_ lists: WordLists) -> Tree {
    guard
      let verb = words.indices.first(where: {
        words[$0].upos == "VERB" && lists["speech"].contains(lemma($0))
          && child(of: $0, "nsubj") != nil
      }), let said = children(of: verb, "ccomp").first(where: { $0 < verb }),
      let subject = child(of: said, "nsubj"), let speaker = child(of: verb, "nsubj"),
      speaker > said,
      case let opening = children(of: verb, "obl", "advmod").filter({ $0 < subject }),
      !opening.isEmpty
    else { return self }
    var moved = words
    for i in opening { moved[i].head = said }
    return Tree(words: moved)
  }
}

extension Tree {
  /// ", argues the Institute for Peace.": a phrase behind a name that speaks last is a part of it.
  func withWholeNamesSpeaking(_ lists: WordLists) -> Tree {
    guard
      let verb = words.indices.first(where: {
        base($0) == "parataxis" && lists["speech"].contains(lemma($0)) && $0 > 0
          && words[$0 - 1].form == ","
      }), let speaker = child(of: verb, "nsubj", "obj", "iobj"), speaker > verb,
      words[speaker].upos == "PROPN", let end = subtree(speaker).last,
      let rest = children(of: verb, "obl").first(where: { subtree($0).first == end + 1 }),
      ["for", "of", "on"].contains(marker(of: rest) ?? ""),
      words[rest].form.first?.isUppercase ?? false
    else { return self }
    var moved = words
    (moved[rest].head, moved[rest].relation) = (speaker, "nmod")
    return Tree(words: moved)
  }
}
