import Language

extension Tree {
  /// Arcs that the sentence can't have, set right: a second subject behind the verb, a preposition inside a name, a
  /// verb joined to a noun.
  func withArcsRepaired() -> Tree {
    var moved = words
    // "…, the Department of Energy estimates": what has a subject and a clause is a verb.
    for i in words.indices
    where words[i].xpos == "NNS" && WordLists.builtIn["speech"].contains(lemma(i))
      && child(of: i, "nsubj") != nil && child(of: i, "ccomp") != nil
    {
      (moved[i].upos, moved[i].xpos) = ("VERB", "VBZ")
    }
    // "data centres account for a fifth": of its two tags the finer one is right about a word with a subject.
    for i in words.indices
    where ["VBP", "VBZ", "VBD"].contains(words[i].xpos)
      && (["NOUN", "ADJ"].contains(words[i].upos)
        // "Viora alleges"
        || words[i].upos == "PROPN" && words[i].form.first?.isLowercase ?? false)
      && child(of: i, "nsubj") != nil && child(of: i, "cop") == nil
    {
      moved[i].becomeVerb(words[i].xpos)
    }
    // "Two ponies grazing": no finite verb looks like that, but "bring" and "sing".
    for i in words.indices
    where words[i].xpos == "VBP" && words[i].form.hasSuffix("ing")
      && words[i].form.dropLast(3).contains(where: "aeiouy".contains)
    {
      moved[i].becomeVerb("VBG")
    }
    for i in words.indices where words[i].head >= 0 {
      let above = words[i].head
      // "Section 232 tariffs would raise": of two subjects side by side the first says which.
      if words[i].relation == "nsubj", i < above, let last = subtree(i).last,
        let other = children(of: above, "nsubj").first(where: { $0 > i && $0 < above }),
        subtree(other).first == last + 1, words[last].upos == "NUM", words[last].head == i,
        ["NOUN", "PROPN"].contains(words[i].upos), words[other].upos == "NOUN"
      {
        (moved[i].head, moved[i].relation) = (other, "compound")
      }
      // "Ascend 910B"
      if base(i) == "appos", above == i - 2, words[i - 1].upos == "NUM", words[i - 1].head == i,
        !words[i].spaceBefore, words[above].upos == "PROPN"
      {
        moved[i].relation = "flat"
        (moved[i - 1].head, moved[i - 1].relation) = (above, "flat")
      }
      // "Optimus outperforms Unitree's robots": of two subjects the one behind the verb is its object.
      if words[i].relation == "nsubj", i > above, words[above].upos == "VERB",
        child(of: above, "obj", "expl", "ccomp", "cop") == nil,
        let subject = child(of: above, "nsubj"), subject < above, subject < i
      {
        moved[i].relation = "obj"
        // "Tesla's", tied to the object across the verb.
        for k in children(of: i, "nmod:poss") where k < subject { moved[k].head = subject }
      }
      // "The difference in price between Viora and Orbit has gone": a second subject with a preposition is the first's.
      if words[i].relation == "nsubj", i < above, let mark = subtree(i).first, mark < i,
        lemma(mark) == "between",
        let first = children(of: above, "nsubj").first(where: { $0 < i }),
        subtree(first).last == mark - 1
      {
        (moved[i].head, moved[i].relation) = (first, "nmod")
      }
      // "Orbit's Pulse outscores Viora": nor can it have an object on either side.
      if words[i].relation == "obj", i < above, ["VBZ", "VBD"].contains(words[above].xpos),
        ["NOUN", "PROPN"].contains(words[i].upos), marker(of: i) == nil,
        child(of: above, "nsubj", "nsubj:pass", "expl", "csubj") == nil,
        children(of: above, "obj").contains(where: { $0 > above && marker(of: $0) == nil }),
        ["root", "ccomp", "conj"].contains(base(above))
      {
        moved[i].relation = "nsubj"
      }
      // "In running speed Viora's robots beat Orbit's": where the phrase ends the subject begins; elsewhere the
      // preposition is the whole phrase's.
      if ["compound", "amod"].contains(base(i)), i < above, let mark = child(of: i, "case"),
        mark < i
      {
        if mark == 0, base(above) == "nsubj", words[above].head > above {
          (moved[i].head, moved[i].relation) = (words[above].head, "obl")
        } else if marker(of: above) == nil {
          moved[mark].head = above
        }
      }
      // "beat Viora's Aeolian Go on paid rides": a name before the preposition is the object.
      if base(i) == "compound", words[i].upos == "PROPN", i < above, base(above) == "obl",
        let mark = child(of: above, "case"), mark == i + 1, words[above].head >= 0,
        words[words[above].head].upos == "VERB", subtree(i).first == words[above].head + 1,
        child(of: words[above].head, "obj") == nil, !TimeExpression.isTime(i, in: self)
      {
        (moved[i].head, moved[i].relation) = (words[above].head, "obj")
      }
      // The same with the preposition taken for the verb's particle.
      if base(i) == "compound", words[i].upos == "PROPN", i + 1 < above, base(above) == "obj",
        words[i + 1].relation == "compound:prt", words[i + 1].form == "on",
        case let verb = words[i + 1].head, verb == words[above].head, verb < i,
        subtree(above).first == verb + 1, children(of: verb, "obj").count == 1
      {
        (moved[i].head, moved[i].relation) = (verb, "obj")
        (moved[above].relation) = "obl"
        (moved[i + 1].head, moved[i + 1].relation) = (above, "case")
        for k in children[above] where k < i { moved[k].head = i }
      }
      // "Alibaba leases capacity", "the Dutch state handed control back": what stands right before the verb is no
      // part of the object behind it.
      if base(i) == "compound", ["PROPN", "NOUN"].contains(words[i].upos), i + 1 < above,
        base(above) == "obj", words[above].head == i + 1, words[i + 1].upos == "VERB",
        child(of: i + 1, "nsubj", "nsubj:pass") == nil
      {
        (moved[i].head, moved[i].relation) = (i + 1, "nsubj")
      }
      // "hand control of Nexperia back": the particle is the verb's.
      if base(i) == "advmod", WordLists.builtIn["late particle"].contains(lemma(i)), i > above,
        base(above) == "obj", children[i].isEmpty, subtree(above).last == i,
        WordLists.builtIn["handing over"].contains(lemma(words[above].head))
      {
        moved[i].head = words[above].head
      }
      // "makes nothing yet": when is the verb's.
      if base(i) == "advmod", lemma(i) == "yet", i > above, base(above) == "obj",
        words[above].head >= 0, words[above].head < above
      {
        moved[i].head = words[above].head
      }
      // "closed to Viora for good": for how long, not which Viora.
      if base(i) == "nmod", lemma(i) == "good", marker(of: i) == "for", children[i].count == 1,
        let verb = Optional(words[above].head), verb >= 0, isPredicate(verb)
      {
        (moved[i].head, moved[i].relation) = (verb, "obl")
      }
      // "the treaty that same March": an adjective behind a determiner is the next noun's.
      if base(i) == "amod", above < i - 1, i + 1 < words.count, base(i - 1) == "det",
        words[i - 1].head == i + 1, ["NOUN", "PROPN"].contains(words[i + 1].upos)
      {
        moved[i].head = i + 1
      }
      // "…, and neither has Portugal": what follows the auxiliary of a denial is the subject.
      if words[i].relation == "nsubj", lemma(i) == "neither", above == i + 1,
        base(above) == "conj", let whole = Optional(words[above].head), whole >= 0,
        WordLists.builtIn["stand-in"].contains(lemma(above)),
        children(of: whole, "aux", "cop").contains(where: { lemma($0) == lemma(above) }),
        Qualifiers.isNegated(whole, in: self), let other = child(of: above, "obj"),
        words[other].upos == "PROPN", subtree(other).first == above + 1
      {
        moved[i].relation = "advmod"
        moved[other].relation = "nsubj"
      }
      // "fired the reactor up again": nor is it part of how often.
      if base(i) == "advmod", WordLists.builtIn["late particle"].contains(lemma(i)),
        words[above].upos == "ADV", above == i + 1, base(above) == "advmod",
        let verb = Optional(words[above].head), verb >= 0, words[verb].upos == "VERB",
        let object = child(of: verb, "obj"), subtree(object).last == i - 1
      {
        moved[i].head = verb
      }
      // "Nexperia, which Wingtech controls": a verb taken for a noun.
      if words[i].relation == "acl:relcl", ["NNS", "VBZ"].contains(words[i].xpos),
        child(of: i, "nsubj") == nil,
        children(of: i, "obj").contains(where: isRelativePronoun),
        let subject = child(of: i, "compound"), subject == i - 1
      {
        moved[i].becomeVerb("VBZ")
        moved[subject].relation = "nsubj"
      }
      // "to Nvidia as well in the spring": "as well" joins nothing by itself.
      if base(i) == "conj", child(of: i, "case") != nil, let also = child(of: i, "cc"), also < i,
        subtree(also).map(lemma) == ["as", "well"],
        let verb = [above, words[above].head].first(where: { $0 >= 0 && words[$0].upos == "VERB" })
      {
        (moved[i].head, moved[i].relation) = (verb, "obl")
        (moved[also].head, moved[also].relation) = (verb, "advmod")
      }
      // "fined it for shipping sensors to Omsk": what somebody did is no kind of sensors.
      let deed = i - 1
      if deed > above, base(deed) == "compound", words[deed].head == i,
        words[deed].form.hasSuffix("ing"), marker(of: i) == "for",
        words[deed - 1].head == i || words[deed - 1].head == deed, words[deed - 1].form == "for",
        WordLists.builtIn["sanction verb"].contains(lemma(above))
      {
        (moved[deed].head, moved[deed].relation) = (above, "advcl")
        moved[deed].becomeVerb("VBG")
        (moved[deed - 1].head, moved[deed - 1].relation) = (deed, "mark")
        (moved[i].head, moved[i].relation) = (deed, "obj")
        for k in children(of: above, "obl") where k > i && marker(of: k) != nil {
          moved[k].head = deed
        }
      }
      // "dropped its plan to let firms train": what is planned is no purpose of dropping it.
      if base(i) == "advcl", words[i].xpos == "VB", marker(of: i) == "to",
        let plan = child(of: above, "obj"), subtree(i).first == plan + 1,
        WordLists.builtIn["commitment noun"].contains(lemma(plan)),
        WordLists.builtIn["undoing"].contains(lemma(above))
          || WordLists.builtIn["abandoning"].contains(lemma(above))
      {
        (moved[i].head, moved[i].relation) = (plan, "acl")
      }
      // "It is also the cheapest to run"
      if words[i].relation == "expl", lemma(i) == "it", words[above].xpos == "JJS",
        child(of: above, "det") != nil, let doing = child(of: above, "csubj"),
        marker(of: doing) == "to", child(of: doing, "nsubj") == nil
      {
        moved[i].relation = "nsubj"
        moved[doing].relation = "acl"
      }
      // "make ultraviolet resist"
      if base(i) == "xcomp", words[i].upos == "NOUN", marker(of: i) == nil, i > above,
        WordLists.builtIn["making"].contains(lemma(above)), !isPassive(above),
        child(of: above, "obj") == nil
      {
        moved[i].relation = "obj"
      }
      // "ordered DeepSeek to block its chatbot": what somebody is told is no purpose.
      if base(i) == "advcl", words[i].xpos == "VB", marker(of: i) == "to",
        !["use", "set"].contains(lemma(above)),
        ["told to", "made to"].contains(where: { WordLists.builtIn[$0].contains(lemma(above)) }),
        !isPassive(above), let told = child(of: above, "obj"), told < i,
        child(of: above, "xcomp") == nil
      {
        moved[i].relation = "xcomp"
      }
      // "leads in speed and runs further": a finite verb goes on from a verb.
      if base(i) == "conj", words[i].xpos == "VBZ", words[i].upos == "VERB",
        child(of: i, "nsubj", "mark") == nil, child(of: i, "cc") != nil,
        words[above].upos == "NOUN", base(above) == "obl" || base(above) == "obj",
        words[above].head >= 0, words[words[above].head].xpos == "VBZ"
      {
        moved[i].head = words[above].head
      }
      // "The chip is worth 5 million dollars": what has a subject and a copula is the predicate.
      if words[i].relation == "case", lemma(i) == "worth", child(of: i, "cop") != nil {
        (moved[i].head, moved[i].relation) = (words[above].head, words[above].relation)
        (moved[i].upos, moved[i].xpos) = ("ADJ", "JJ")
        (moved[above].head, moved[above].relation) = (i, "obj")
        for k in children(of: above, "punct", "nsubj", "advcl", "parataxis") where k != i {
          moved[k].head = i
        }
      }
      // "boasts of building two plants" says that it builds them.
      if base(i) == "advcl", words[i].xpos == "VBG", ["of", "about"].contains(marker(of: i) ?? ""),
        i > above, WordLists.builtIn["boasting"].contains(lemma(above)), !isPassive(above)
      {
        moved[i].relation = "xcomp"
        for k in children(of: i, "mark") { moved[k].relation = "dep" }
      }
      // "exempts imported servers, brokers say": a participle right behind the verb that has no object is its
      // object's.
      if ["ccomp", "xcomp"].contains(base(i)), words[i].form.hasSuffix("ed"), i > 0,
        child(of: i, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "mark") == nil,
        words[i - 1].upos == "VERB", child(of: i - 1, "obj", "xcomp", "ccomp") == nil,
        child(of: i - 1, "nsubj") != nil, let o = child(of: i, "obj"), o > i
      {
        (moved[o].head, moved[o].relation) = (i - 1, "obj")
        (moved[i].head, moved[i].relation) = (o, "amod")
        (moved[i].upos, moved[i].xpos) = ("ADJ", "JJ")
        for k in children(of: i, "obl", "advmod") where k > o { moved[k].head = i - 1 }
      }
      // The same where the parser gave the noun to the verb before.
      if base(i) == "xcomp", above == i - 1, words[i].form.hasSuffix("ed"), children[i].isEmpty,
        let o = child(of: above, "obj"), o == i + 1
      {
        (moved[i].head, moved[i].relation) = (o, "amod")
        (moved[i].upos, moved[i].xpos) = ("ADJ", "JJ")
      }
      // "At the helm of the lab stands Olga Berg": what follows such a verb is who stands there.
      if base(i) == "obj", words[i].upos == "PROPN", words[above].xpos.hasPrefix("VB"),
        WordLists.builtIn["standing"].contains(lemma(above)), i > above,
        child(of: above, "nsubj", "nsubj:pass", "expl") == nil,
        children(of: above, "obl").contains(where: { $0 < above && marker(of: $0) != nil })
      {
        moved[i].relation = "nsubj"
      }
      // "cost around $40 million": it cost that much.
      if base(i) == "obl", i > above, words[above].upos == "VERB",
        WordLists.builtIn["price verb"].contains(lemma(above)), !isPassive(above),
        let mark = child(of: i, "case"),
        ["around", "about", "over", "under"].contains(lemma(mark)),
        Quantities.isAmount(i, in: self), child(of: above, "obj") == nil
      {
        moved[i].relation = "obj"
        moved[mark].relation = "advmod"
      }
      // "brought Viora more than a fifth": how much comes behind to whom.
      if base(i) == "obl", marker(of: i) == nil, words[i].upos == "NOUN",
        let first = subtree(i).first, first > 0, let object = child(of: above, "obj"),
        object == first - 1, words[object].upos == "PROPN", object > above,
        WordLists.builtIn["measure"].contains(lemma(i)) || Quantities.isAmount(i, in: self),
        child(of: above, "iobj") == nil
      {
        moved[object].relation = "iobj"
        moved[i].relation = "obj"
      }
    }
    for i in words.indices {
      let above = words[i].head
      // "builds phones without American parts": how, wherever it was hung.
      if base(i) == "nmod", marker(of: i) == "without", case let noun = words[i].head,
        base(noun) == "obj", words[noun].head >= 0, words[words[noun].head].upos == "VERB",
        lemma(words[noun].head) != "leave", subtree(noun).last == subtree(i).last
      {
        (moved[i].head, moved[i].relation) = (words[noun].head, "obl")
      }
      // "Viora leases around 6,000 berths from Oslo": what stands right before such a verb is its subject.
      if words[i].relation == "compound", words[i].upos == "PROPN",
        case let verb = words[i].head, verb == i + 1, words[verb].upos == "VERB",
        words[verb].head < 0, child(of: verb, "nsubj", "nsubj:pass", "obj", "aux", "cop") == nil
      {
        (moved[i].head, moved[i].relation) = (verb, "nsubj")
        for k in children(of: verb, "nmod") where k > verb {
          moved[k].relation = marker(of: k) == nil ? "obj" : "obl"
        }
      }
      // "the training cost $4 million", "Orbit's training cost close to $4 million": a sum behind it makes it a verb.
      if words[i].form == "cost", words[i].upos == "NOUN",
        child(of: i, "cop", "nsubj", "det") == nil,
        ["root", "ccomp"].contains(base(i)),
        let subject = children(of: i, "compound").first(where: { $0 == i - 1 }),
        let sum = ([i] + children(of: i, "amod")).flatMap({ children(of: $0, "obl", "nmod") })
          .first(where: { $0 > i && Quantities.isAmount($0, in: self) })
      {
        (moved[i].upos, moved[i].xpos) = ("VERB", "VBD")
        (moved[subject].relation) = "nsubj"
        (moved[sum].head, moved[sum].relation) = (i, marker(of: sum) == nil ? "obj" : "obl")
        for k in children(of: sum, "obl", "nmod") where marker(of: k) == "in" {
          (moved[k].head, moved[k].relation) = (i, "obl")
        }
        for k in children(of: i, "amod") where k > i { moved[k].relation = "advmod" }
      }
      // "Orbit open-sourced Grok-1": a verb of two words between two names.
      if words[i].upos == "ADJ", words[i].form.hasSuffix("ed"), words[i].form.contains("-"),
        base(i) == "amod", words[i].head == i + 1, words[i + 1].upos == "PROPN",
        words[i + 1].head < 0,
        let subject = children(of: i + 1, "compound").first(where: { $0 < i })
      {
        let name = i + 1
        moved[i].becomeVerb("VBD")
        (moved[i].head, moved[i].relation) = (-1, "root")
        (moved[subject].head, moved[subject].relation) = (i, "nsubj")
        (moved[name].head, moved[name].relation) = (i, "obj")
        for k in children(of: name, "nmod", "punct") where k > name {
          moved[k].head = i
          if base(k) == "nmod" { moved[k].relation = "obl" }
        }
      }
      // "better than Arabic ones at reading": in what, not which ones.
      // "caught up with American ones in design software"
      if base(i) == "nmod", ["at", "in", "on"].contains(marker(of: i) ?? ""), above < i, above >= 0,
        words[above].form == "ones", words[above].head >= 0,
        marker(of: above) == "than" && words[words[above].head].upos == "ADJ"
          || marker(of: i) == "in" && ["obj", "obl"].contains(base(above))
            && words[words[above].head].upos == "VERB"
            && child(of: above, "amod", "compound") != nil && child(of: above, "det") == nil
      {
        (moved[i].head, moved[i].relation) = (words[above].head, "obl")
      }
      // "closed the gap with Korean ones in ship design": in what the gap was.
      if base(i) == "nmod", marker(of: i) == "in", above >= 0, above < i,
        words[above].form == "ones", base(above) == "nmod", child(of: above, "amod") != nil,
        child(of: above, "det") == nil, case let noun = words[above].head, base(noun) == "obj",
        words[noun].head >= 0, words[words[noun].head].upos == "VERB"
      {
        (moved[i].head, moved[i].relation) = (words[noun].head, "obl")
      }
      // "keeps the data of every model secret": how it is kept stands last.
      if ["secret", "private", "closed", "open", "hidden"].contains(words[i].form),
        words[i].upos == "NOUN", i > 0, base(i) == "nmod",
        let noun = children(of: i, "compound").last, noun == i - 1,
        let verb = words[..<i].lastIndex(where: { $0.upos == "VERB" }), lemma(verb) == "keep",
        let object = child(of: verb, "obj"), subtree(object).last == i
      {
        (moved[noun].head, moved[noun].relation) = (words[i].head, words[i].relation)
        for k in children[i] where k != noun { moved[k].head = noun }
        (moved[i].head, moved[i].relation) = (verb, "xcomp")
        (moved[i].upos, moved[i].xpos) = ("ADJ", "JJ")
      }
      // "keeps the code of every model closed", tied to the code
      if ["closed", "hidden", "locked"].contains(words[i].form), base(i) == "acl",
        children[i].isEmpty, let verb = words[..<i].lastIndex(where: { $0.upos == "VERB" }),
        lemma(verb) == "keep", let object = child(of: verb, "obj"), subtree(object).last == i
      {
        (moved[i].head, moved[i].relation) = (verb, "xcomp")
        (moved[i].upos, moved[i].xpos) = ("ADJ", "JJ")
      }
      // "leads in on-device translation"
      if words[i].relation == "compound:prt", words[i].form == "in", above == i - 1,
        let field = children(of: above, "obl").first(where: { subtree($0).first == i + 1 }),
        marker(of: field) == nil
      {
        (moved[i].head, moved[i].relation) = (field, "case")
      }
      // "brought the visa back in January"
      if lemma(i) == "back", words[i].upos == "ADV", base(i) == "advmod", above > i,
        let verb = words[..<i].lastIndex(where: { $0.upos == "VERB" }),
        ["bring", "push", "roll", "claw"].contains(lemma(verb)), words[above].head == verb,
        let object = child(of: verb, "obj"), subtree(object).last == i - 1
      {
        (moved[i].head, moved[i].relation) = (verb, "compound:prt")
      }
      // "put the weights online"
      if lemma(i) == "online", words[i].upos == "ADV", base(i) == "advmod", above < i, above >= 0,
        ["NOUN", "PROPN"].contains(words[above].upos),
        let verb = words[..<i].lastIndex(where: { $0.upos == "VERB" }),
        let object = child(of: verb, "obj"), subtree(object).last == i
      {
        moved[i].head = verb
      }
      // "an hour on an H100 cost $2"
      if words[i].form == "cost", words[i].upos == "NOUN", let subject = child(of: i, "nsubj"),
        let sum = child(of: i, "obj"), Quantities.isAmount(sum, in: self)
      {
        (moved[i].upos, moved[i].xpos) = ("VERB", "VBD")
        if let mark = child(of: i, "case"), let place = child(of: i, "compound"), mark < place {
          (moved[place].head, moved[place].relation) = (subject, "nmod")
          moved[mark].head = place
        }
        for k in children(of: sum, "nmod") where marker(of: k) == "at" {
          (moved[k].head, moved[k].relation) = (i, "obl")
        }
      }
      // "an hour on a server cost $8": what such a verb has before it is what costs.
      if base(i) == "obl", marker(of: i) == nil, words[i].head > i,
        case let verb = words[i].head, WordLists.builtIn["price verb"].contains(lemma(verb)),
        child(of: verb, "nsubj", "nsubj:pass") == nil, child(of: i, "det") != nil,
        child(of: i, "nmod") != nil
      {
        moved[i].relation = "nsubj"
      }
      // "in the delta, far from Oslo"
      if lemma(i) == "far", words[i].upos == "ADV", base(i) == "advmod", i > 0,
        words[i - 1].form == ",", i + 1 < words.count, words[i + 1].form == "from"
      {
        moved[i].relation = "discourse"
        for k in children(of: words[i].head, "nmod", "obl") where k > i && marker(of: k) == "from" {
          (moved[k].head, moved[k].relation) = (i, "obl")
        }
      }
      // "fined Meta 200 million euros": whom, then how much.
      if words[i].relation == "compound", words[i].upos == "PROPN", i > 0, words[i].head > i,
        words[i + 1].upos == "NUM", words[i - 1].upos == "VERB",
        WordLists.builtIn["sanction verb"].contains(lemma(i - 1)),
        let sum = children(of: i - 1, "obj").first(where: { $0 > i + 1 }),
        subtree(sum).contains(i), Quantities.isAmount(sum, in: self)
      {
        (moved[i].head, moved[i].relation) = (i - 1, "iobj")
      }
      // "Training a model uses power": what follows a participle that is the subject is its object.
      if base(i) == "csubj", words[i].xpos == "VBG", words[i].head >= 0,
        child(of: i, "obj", "obl") == nil,
        let object = children(of: words[i].head, "nsubj").first(where: {
          subtree($0).first == i + 1 && $0 < words[i].head
        })
      {
        (moved[object].head, moved[object].relation) = (i, "obj")
      }
      // "is back in charge of": the phrase is the state.
      if words[i].upos == "ADV", lemma(i) == "back",
        let state = children(of: i, "obl").first(where: {
          child(of: $0, "case").map { $0 == i + 1 } ?? false
        }), child(of: i, "cop") ?? child(of: state, "cop") != nil
      {
        (moved[state].head, moved[state].relation) = (words[i].head, words[i].relation)
        for k in children[i] where k != state { moved[k].head = state }
        (moved[i].head, moved[i].relation) = (state, "advmod")
      }
      // "Europe's only lab"
      if words[i].relation == "advmod", words[i].upos == "ADJ", lemma(i) == "only",
        words[i].head > i, ["NOUN", "PROPN"].contains(words[words[i].head].upos)
      {
        moved[i].relation = "amod"
      }
    }
    return (moved == words ? self : Tree(words: moved)).withVerbBehindRelative()
      .withNowhereAsState()
  }

  /// "The drones that Kyiv fields run on …": between a name and a verb a plural is the verb of what the name does,
  /// and the verb behind it that of the sentence.
  private func withVerbBehindRelative() -> Tree {
    let noun = root
    guard !words.isEmpty, words[noun].upos == "NOUN", child(of: noun, "cop", "nsubj") == nil,
      noun + 4 < words.count,
      ["that", "which"].contains(words[noun + 1].form.lowercased()),
      let deed = (noun + 3..<words.count - 1).first(where: { words[$0].upos != "PROPN" }),
      (noun + 2..<deed).allSatisfy({ words[$0].upos == "PROPN" }),
      ["NNS", "VBZ"].contains(words[deed].xpos), words[deed].form.first?.isLowercase ?? false,
      case let verb = deed + 1, words[verb].upos == "VERB", words[verb].xpos != "VBG",
      words[verb].relation == "acl:relcl", words[verb].head == noun
    else { return self }
    var moved = words
    moved[deed].becomeVerb("VBZ")
    (moved[deed].head, moved[deed].relation) = (noun, "acl:relcl")
    (moved[noun + 1].head, moved[noun + 1].relation) = (deed, "obj")
    (moved[deed - 1].head, moved[deed - 1].relation) = (deed, "nsubj")
    for k in noun + 2..<deed - 1 where words[k].head == deed || words[k].head == noun {
      (moved[k].head, moved[k].relation) = (deed - 1, "compound")
    }
    for k in children[noun] where k > verb { moved[k].head = verb }
    (moved[verb].head, moved[verb].relation) = (-1, "root")
    (moved[noun].head, moved[noun].relation) = (verb, "nsubj")
    return Tree(words: moved)
  }
}

extension Tree {
  /// "Norway is nowhere near Sweden": nowhere is the state, and not a denial of where Norway is.
  private func withNowhereAsState() -> Tree {
    guard
      let nowhere = words.indices.first(where: { i in
        lemma(i) == "nowhere" && base(i) == "advmod" && words[i].head > i
          && child(of: words[i].head, "case") == i + 1
          && child(of: words[i].head, "cop").map { $0 < i } ?? false
      }), case let place = words[nowhere].head
    else { return self }
    var moved = words
    (moved[nowhere].head, moved[nowhere].relation) = (words[place].head, words[place].relation)
    (moved[place].head, moved[place].relation) = (nowhere, "obl")
    for k in children[place] where k != nowhere && (k < nowhere || k > place) {
      switch String(base(k)) {
      case "nmod" where marker(of: k) == "in": (moved[k].head, moved[k].relation) = (nowhere, "obl")
      case "nmod", "amod", "flat", "compound", "appos", "acl": break
      default: moved[k].head = nowhere
      }
    }
    return Tree(words: moved)
  }
}

extension Word {
  /// What was taken for something else is a verb of that form.
  mutating func becomeVerb(_ xpos: String) {
    (upos, self.xpos) = ("VERB", xpos)
    lemma = Lemmatizer.lemma(form: form, upos: upos, xpos: xpos, feats: "")
  }
}
