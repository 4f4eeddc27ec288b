import Claims
import Language

/// Who "it", "they" and "the company" mean, within one insight and only where one candidate stands out.
struct Reference {
  /// A thing named so far.
  private struct Mention {
    var name: String
    var isPlural: Bool
    /// Kind in the vocabulary, nil for a name it doesn't know.
    var kind: String?
    var isProper: Bool
    var isPerson: Bool
    /// The noun that the text describes it by: "Sakana AI, a Tokyo lab".
    var description: String?
    /// Whose it is, where a name says so: "Tekever's drones".
    var owner: String?
  }

  let naming: EntityNaming
  var words = WordLists.builtIn
  /// Subjects of clauses so far, the latest last; of one sentence its main clause's comes last.
  private var subjects: [Mention] = []
  /// Proper names in other places, for "the bill" and "the company".
  private var others: [Mention] = []
  /// Things that earlier sentences named by a noun with more beside it, by that noun's form.
  private var described: [String: String] = [:]
  /// Persons who did or said something so far.
  private var people: [Mention] = []
  /// The several things that the last sentence counted, or did something to.
  private var many: String?
  /// What the last sentence's main clause was done to.
  private var patient: Mention?
  private var patientNoun: String?
  /// The last claim's object, where it is an activity that "this" can mean.
  private var activity: String?

  /// For whom the last speaker spoke.
  private var house: String?
  /// Who writes or speaks the whole, where the source names one: "we".
  let author: String?
  /// Whether a label says that somebody else speaks.
  var isQuoting = false

  init(naming: EntityNaming, source: String? = nil) {
    self.naming = naming
    author = source.flatMap(Self.author)
  }

  /// Whom a source's "we" means: the guest of an interview, the company of an earnings call, else the source.
  static func author(of source: String) -> String? {
    var name = source.split(separator: "(").first.map(String.init) ?? ""
    for mark in ["interview with ", "call, ", "conversation with "] {
      if let found = name.range(of: mark, options: .backwards) {
        name = String(name[found.upperBound...])
      }
    }
    let parts = name.split(whereSeparator: \.isWhitespace).map(String.init)
    // A journal's "we" are authors that it doesn't name.
    let isPublication = parts.contains {
      WordLists.builtIn["publication"].contains($0.lowercased())
    }
    return parts.isEmpty || isPublication ? nil : parts.joined(separator: " ")
  }

  /// Kinds of the vocabulary that a common noun can take up: "the firm" a lab.
  private static let kinds: [String: Set<String>] = [
    "company": ["company", "lab", "chipmaker"], "state": ["state"],
    "bloc": ["bloc", "organisation"],
    "law": ["law", "control"],
  ]

  /// Common nouns for one kind of company only: a chipmaker is no lab.
  private static let kindOf: [String: String] = ["lab": "lab", "chipmaker": "chipmaker"]

  /// The name a pronoun or a short definite phrase stands for, nil where it names itself or isn't sure.
  func name(of i: Int, in tree: Tree) -> String? {
    let word = tree.words[i]
    if let many = ofMany(i, tree) { return many }
    if word.upos == "PRON" { return pronoun(i, tree) }
    guard word.upos == "NOUN" else { return nil }
    let isBare = tree.children[i].allSatisfy {
      ["det", "case", "punct"].contains(tree.base($0)) || tree.words[$0].relation == "acl:relcl"
        // "the whole company"
        || tree.base($0) == "amod" && ["whole", "entire"].contains(tree.lemma($0))
    }
    let isDefinite = tree.children(of: i, "det").contains {
      ["the", "this"].contains(tree.lemma($0))
    }
    if isBare, isDefinite,
      let (noun, kinds) = Self.kinds.first(where: {
        words["takes up \($0.key)"].contains(tree.lemma(i))
      })
    {
      if noun == "company", let house = house(before: i, in: tree) ?? house { return house }
      if noun == "company", let own = ownName(before: i, in: tree) { return own }
      let kinds = Self.kindOf[tree.lemma(i)].map { [$0, "company"] } ?? kinds
      let known =
        (others + subjects).last { $0.description == tree.lemma(i) }
        ?? (others + subjects).last { $0.kind.map(kinds.contains) ?? false }
      if let known { return known.name }
      // "the AI bill … the bill"
      if noun == "law", let whole = described[tree.words[i].form.lowercased()] { return whole }
      if noun == "state" { return homeland(before: i, in: tree) }
      // A name the vocabulary doesn't know may be one too, where no other stands in the way: a bill is no
      // company, and says by its name that it is a bill.
      let unknown = (others + subjects).filter {
        $0.isProper && $0.kind == nil && !$0.isPerson
      }.map(\.name)
      // "the Frontier Model Forum … the body"
      if noun == "bloc" {
        let unions = Set(unknown.filter { isNamed($0, as: "union of many") })
        return unions.count == 1 ? unions.first : nil
      }
      let laws = Set(unknown.filter { isNamed($0, as: "takes up law") })
      let fitting =
        noun == "law" && !laws.isEmpty ? laws : Set(unknown).subtracting(laws)
      return fitting.count == 1 ? fitting.first : nil
    }
    if isDefinite, let part = part(i, in: tree) { return part }
    // "the Frontier Model Forum … the forum"
    if isBare, isDefinite {
      let alike = Set(
        (others + subjects).filter { $0.isProper }.map(\.name).filter {
          $0.contains(" ") && $0.lowercased().hasSuffix(" " + tree.words[i].form.lowercased())
        })
      if alike.count == 1, let only = alike.first { return only }
    }
    // "the AI bill … the bill": the same noun with less said of it is the same thing.
    if isBare, isDefinite, let whole = described[tree.words[i].form.lowercased()] { return whole }
    if words["course"].contains(tree.lemma(i)),
      tree.children(of: i, "det").contains(where: {
        ["this", "that", "such"].contains(tree.lemma($0))
      }),
      let owner = subjects.last?.name
    {
      return "\(owner.possessive) \(tree.lemma(i))"
    }
    return nil
  }

  /// "brings 21 cables ashore. Most were laid by Viora": most of the cables.
  private func ofMany(_ i: Int, _ tree: Tree) -> String? {
    guard ["most", "some", "many", "few", "several", "half"].contains(tree.lemma(i)),
      tree.base(i) == "nsubj", tree.words[i].upos != "VERB",
      tree.children[i].allSatisfy({ ["advmod", "punct"].contains(tree.base($0)) }),
      let many = counted(before: i, in: tree) ?? many
    else { return nil }
    let kind = Quantity(in: many)?.rest.joined(separator: " ") ?? many
    return "\(tree.words[i].form.lowercased()) of \(kind)"
  }

  /// "The campus will draw two gigawatts. The first phase …": that of the campus.
  private func part(_ i: Int, in tree: Tree) -> String? {
    guard words["part of a project"].contains(tree.lemma(i)),
      let order = tree.child(of: i, "amod"),
      tree.children[i].allSatisfy({
        $0 == order || ["det", "case", "punct", "cop"].contains(tree.base($0))
          || tree.words[$0].relation == "acl:relcl"
      })
    else { return nil }
    let part = "\(tree.words[order].form.lowercased()) \(tree.lemma(i))"
    if let known = described[tree.words[i].form.lowercased()], known.lowercased().hasPrefix(part) {
      return known
    }
    return subjects.last.flatMap { $0.isPerson || $0.isPlural ? nil : "\(part) of \($0.name)" }
  }

  /// "Viora's latest round valued the company": the one name that its sentence has for it so far.
  private func ownName(before i: Int, in tree: Tree) -> String? {
    let names = tree.words.indices.filter {
      $0 < i && tree.words[$0].upos == "PROPN"
        && (tree.words[$0].relation == "nmod:poss"
          || tree.words[$0].relation.hasPrefix("nsubj")
            && tree.words[$0].head != tree.words[i].head)
        && !isPerson($0, tree)
    }.map { naming.name(Phrases(tree: tree).text($0)) }
    guard Set(names).count == 1, let name = names.first, !isNamed(name, as: "takes up law"),
      ["company", "lab", "chipmaker", nil].contains(naming.vocabulary.entities[name]?.kind)
    else { return nil }
    return name
  }

  /// Whether a name says by its last word what it is: "the News Training Bill", "the Frontier Model Forum".
  private func isNamed(_ name: String, as list: String) -> Bool {
    name.split(separator: " ").last.map { words[list].contains($0.lowercased()) } ?? false
  }

  /// "Humain, the kingdom's AI company": the state that who was named last belongs to.
  private func homeland(before i: Int, in tree: Tree) -> String? {
    // "the Kenyan treasury … the state": the one that an adjective tells.
    let told = tree.words.indices.filter {
      $0 < i && $0 > 0 && tree.words[$0].xpos == "JJ"
        && tree.words[$0].form.first?.isUppercase ?? false
    }
    if !told.isEmpty {
      let states = Set(told.map { naming.state(tree.words[$0].form) })
      return states.count == 1 ? states.first ?? nil : nil
    }
    let names =
      (others + subjects).map(\.name)
      + tree.words.indices.filter { $0 < i && tree.words[$0].upos == "PROPN" }.map {
        naming.name(Phrases(tree: tree).text($0))
      }
    let homes = names.compactMap { name -> String? in
      var found = naming.vocabulary.entities[name]
      while let next = found, next.kind != "state", let whole = next.partOf?.first {
        found = naming.vocabulary.entities[whole]
      }
      return found?.kind == "state" ? found?.name : nil
    }
    return Set(homes).count == 1 ? homes.first : nil
  }

  private func pronoun(_ i: Int, _ tree: Tree) -> String? {
    let form = tree.words[i].form.lowercased()
    switch form {
    case "he", "she", "him", "his", "her", "hers":
      if let inside = antecedent(of: i, in: tree, plural: false, person: true) { return inside }
      return (people.last ?? others.last { $0.isPerson })?.name
    case "they", "them", "their", "it", "its":
      let plural = ["they", "them", "their"].contains(form)
      if isOfEither(i, in: tree) { return nil }
      // "are on it": a thing that something else is on is no subject.
      if tree.child(of: i, "cop") != nil, tree.marker(of: i) != nil { return nil }
      if let law = law(before: i, in: tree) { return law }
      if isMaker(before: i, in: tree) { return nil }
      // "most of them": several, and never one name.
      if plural, tree.base(i) == "nmod", tree.marker(of: i) == "of" {
        return counted(before: i, in: tree) ?? many ?? subjects.last { $0.isPlural }?.name
      }
      if let inside = antecedent(of: i, in: tree, plural: plural, person: false) { return inside }
      let agent = agent(beside: i, in: tree).map {
        name(of: $0, in: tree) ?? naming.name(Phrases(tree: tree).text($0))
      }
      // "Oslo uses it. Rome bans it": what is done to a thing takes up what was done to it before.
      if agent != nil, tree.base(i) == "obj", let patient, patient.isPlural == plural,
        patient.name != agent
      {
        return patient.name
      }
      // "It leases them": who acts was spoken of last, so that only another name can be meant.
      let isLast = agent != nil && subjects.last?.name == agent
      let others = subjects.filter {
        $0.name != agent && (!isLast || $0.isProper || $0.kind != nil)
      }
      let fitting = others.last { $0.isPlural == plural && (plural || !$0.isPerson) }
      if let fitting { return fitting.name }
      // "Tekever's drones fly. Its newest …": whose they are.
      if form == "its", let owner = others.last?.owner { return owner }
      // "The storm closed the mines. Makers depend on them": what is many, where no subject is.
      if plural, agent != nil, let patient, patient.isPlural, patient.name != agent {
        return patient.name
      }
      if form == "their", let only = onlyPeople(before: i, in: tree) {
        let clauses = Set(tree.children(of: only, "acl").flatMap { tree.subtree($0) })
        return tree.text(Phrases(tree: tree).naming(only).filter { !clauses.contains($0) })
      }
      if plural, form != "their", let only = onlyMany(before: i, in: tree) {
        return name(of: only, in: tree) ?? naming.name(Phrases(tree: tree).text(only))
      }
      // A company may be "they", a thing is not.
      let isNamed = { (m: Mention) in plural == m.isPlural || m.isProper || m.kind != nil }
      if let last = others.last(where: { !$0.isPerson && isNamed($0) }) { return last.name }
      return plural || isLast
        ? nil
        : self.others.last {
          $0.kind != nil && $0.kind != "place" && $0.name != agent
        }?.name
    case "this":
      return tree.base(i) == "nsubj" ? activity : nil
    case "we", "our", "us":
      return house(before: i, in: tree) ?? house ?? (isQuoting ? nil : author)
    case "none", "both", "neither":
      guard tree.base(i) == "nsubj" else { return nil }
      return antecedent(of: i, in: tree, plural: true, person: false)
        ?? subjects.last { $0.isPlural }?.name
    default: return nil
    }
  }

  /// "drew 6,000 engineers, a third of them …", "puts the number of smuggled chips at 140,000; most of them …".
  private func counted(before end: Int, in tree: Tree) -> String? {
    let things = tree.words.indices.filter { i in
      let above = tree.words[i].head
      let isOfNumber =
        tree.marker(of: i) == "of" && above >= 0 && ["number", "count"].contains(tree.lemma(above))
      return i < end && tree.words[i].xpos == "NNS" && !TimeExpression.isTime(i, in: tree)
        && !tree.children(of: i, "amod").contains { tree.words[$0].xpos == "JJR" }
        && !["percent", "dollar", "euro", "yuan"].contains(tree.lemma(i))
        && (["obj", "nsubj", "nsubj:pass"].contains(tree.words[i].relation)
          || tree.base(i) == "nmod" && isOfNumber)
        && !tree.subtree(i).contains(end)
    }
    // What is counted or done something to, rather than who does it.
    let thing = things.last { tree.base($0) != "nsubj" } ?? things.last
    return thing.flatMap { name(of: $0, in: tree) ?? naming.name(Phrases(tree: tree).text($0)) }
  }

  /// "scrapped the rule, so it never took effect": the rule, for nothing else does; not who made it.
  private func law(before pronoun: Int, in tree: Tree) -> String? {
    let verb = tree.words[pronoun].head
    guard verb >= 0, tree.base(pronoun) == "nsubj", takesForce(verb, in: tree) else { return nil }
    let rule = tree.words.indices.last {
      $0 < pronoun && ["obj", "nsubj:pass"].contains(tree.words[$0].relation)
        && words["takes up law"].contains(tree.lemma($0))
    }
    if let rule { return name(of: rule, in: tree) ?? naming.name(Phrases(tree: tree).text(rule)) }
    guard let patient, !patient.isPlural, let patientNoun,
      words["takes up law"].contains(patientNoun) || words["comes into force"].contains(patientNoun)
    else { return nil }
    return patient.name
  }

  /// Whether who was spoken of last makes rules, and is none: "Spain voted for it. When it takes effect …".
  private func isMaker(before pronoun: Int, in tree: Tree) -> Bool {
    let verb = tree.words[pronoun].head
    return verb >= 0 && tree.base(pronoun) == "nsubj" && takesForce(verb, in: tree)
      && subjects.last.map {
        ["state", "bloc", "company", "lab"].contains($0.kind) || $0.isPerson
      } ?? false
  }

  private func takesForce(_ verb: Int, in tree: Tree) -> Bool {
    let (deed, nouns) = (tree.lemma(verb), ["force", "effect"])
    if deed == "take" { return tree.child(of: verb, "obj").map { tree.lemma($0) } == "effect" }
    // "when it becomes binding"
    if ["effective", "binding"].contains(deed) { return tree.child(of: verb, "cop") != nil }
    if deed == "become" {
      return tree.children(of: verb, "xcomp").contains {
        ["effective", "binding", "law"].contains(tree.lemma($0))
      }
    }
    return ["come", "enter", "go"].contains(deed)
      && tree.children(of: verb, "obl").contains { nouns.contains(tree.lemma($0)) }
  }

  /// A subject earlier in the same sentence: "Although Alibaba released Qwen3, it keeps …".
  private func antecedent(of pronoun: Int, in tree: Tree, plural: Bool, person: Bool) -> String? {
    if let later = ahead(of: pronoun, in: tree, plural: plural, person: person) {
      return name(of: later, in: tree) ?? naming.name(Phrases(tree: tree).text(later))
    }
    let isOwner = tree.words[pronoun].relation == "nmod:poss"
    let agent = agent(beside: pronoun, in: tree)
    // "matches Llama on coding but trails it", "blocked the app, and people download it", "opposes the act, while
    // Oslo supports it": what the first verb is done to.
    if agent != nil, let verb = Optional(tree.outermost(tree.words[pronoun].head)),
      ["conj", "parataxis"].contains(String(tree.base(verb)))
        || tree.base(verb) == "advcl"
          && ["while", "whereas", "although", "though"].contains(tree.marker(of: verb) ?? ""),
      tree.words[verb].head >= 0,
      tree.words[verb].head < verb, ["obj", "obl"].contains(String(tree.base(pronoun))),
      let done = Optional(tree.innermost(tree.words[verb].head)),
      // "voted against the panel; others voted for it"
      let o = tree.child(of: done, "obj")
        ?? (tree.base(pronoun) == "obl" || tree.speaksFor(done)
          ? tree.children(of: done, "obl").first {
            $0 > done && tree.marker(of: $0) != nil && !TimeExpression.isTime($0, in: tree)
          } : nil),
      ["NOUN", "PROPN"].contains(tree.words[o].upos),
      // "takes effect in May, and nobody is fined under it"
      tree.words[o].xpos != "NN" || !tree.children[o].isEmpty,
      // "came out in favour of the act, whereas Oslo fought it"
      case let o = tree.children(of: o, "det", "amod").isEmpty && tree.words[o].xpos == "NN"
        ? tree.children(of: o, "nmod").first { tree.marker(of: $0) == "of" } ?? o : o,
      isPlural(o, tree) == plural
    {
      return name(of: o, in: tree) ?? naming.name(Phrases(tree: tree).text(o))
    }
    let found = tree.words.indices.last {
      $0 < pronoun && tree.base($0) == "nsubj" && ["NOUN", "PROPN"].contains(tree.words[$0].upos)
        && tree.child(of: tree.words[$0].head, "expl") == nil
        && (isOwner || tree.words[$0].head != tree.words[pronoun].head)
        // "Viora is its largest investor": nobody is his own.
        && !(isOwner && tree.words[$0].head == tree.words[pronoun].head)
        && !isAside(pronoun, about: $0, in: tree) && !isShut(in: $0, to: pronoun, in: tree)
        // "No bank is worth more than Viora; Orbit has fallen behind it"
        && $0 != agent && !tree.isDenied($0)
        && isPlural($0, tree) == plural
        && (plural || isPerson($0, tree) == person
          || person && mayBePerson($0, speakingOf: pronoun, in: tree))
    }
    guard let found = found ?? (person || plural ? nil : knownName(before: pronoun, in: tree))
    else {
      return nil
    }
    // "Mistral's revenue tripled, its CEO said": only firms and states have people.
    if isOwner, let owned = Optional(tree.words[pronoun].head),
      words["person noun"].contains(tree.lemma(owned))
        || words["office"].contains(tree.lemma(owned))
        || words["of a house"].contains(tree.lemma(owned))
          && words["sum noun"].contains(tree.lemma(found)),
      // "Cash burn at Viora fell, its finance chief said"
      let owner = tree.child(of: found, "nmod:poss")
        ?? tree.children(of: found, "nmod").first(where: {
          tree.words[found].upos == "NOUN" && $0 > found
            && ["at", "of", "by"].contains(tree.marker(of: $0) ?? "")
        }), tree.words[owner].upos == "PROPN"
    {
      return naming.name(Phrases(tree: tree).text(owner))
    }
    if tree.words[found].upos == "PROPN",
      let known = naming.vocabulary.entityByAlias[tree.words[found].form.lowercased()]
    {
      return known
    }
    return name(of: found, in: tree) ?? naming.name(Phrases(tree: tree).text(found))
  }

  /// "Because they are cheap, these models sell": a clause ahead of the main one may speak of its subject.
  private func ahead(of pronoun: Int, in tree: Tree, plural: Bool, person: Bool) -> Int? {
    let clause = tree.words[pronoun].head
    guard clause >= 0, tree.base(pronoun) == "nsubj", tree.base(clause) == "advcl",
      tree.marker(of: clause) != nil, tree.words[clause].head > clause,
      !tree.words[..<pronoun].contains(where: { $0.relation.hasPrefix("nsubj") }),
      let subject = tree.child(of: tree.words[clause].head, "nsubj", "nsubj:pass"),
      subject > clause, ["NOUN", "PROPN"].contains(tree.words[subject].upos),
      isPlural(subject, tree) == plural, plural || isPerson(subject, tree) == person,
      tree.words[subject].upos == "PROPN"
        || tree.children(of: subject, "det").contains(where: {
          ["the", "this", "these"].contains(tree.lemma($0))
        })
    else { return nil }
    return subject
  }

  /// "raises the workload of radiologists, because they …": the only ones of many that were spoken of so far.
  private func onlyMany(before pronoun: Int, in tree: Tree) -> Int? {
    let many = tree.words.indices.filter {
      $0 < pronoun && ["NNS", "NNPS"].contains(tree.words[$0].xpos)
        && ["obj", "obl", "nmod"].contains(tree.words[$0].relation)
        && !TimeExpression.isTime($0, in: tree) && !Quantities.isAmount($0, in: tree)
    }
    let verb = tree.words[pronoun].head
    return many.count == 1 && tree.base(pronoun) == "nsubj"
      && verb >= 0 && tree.base(verb) == "advcl" && tree.marker(of: verb) != nil ? many.first : nil
  }

  /// "has yet to hear the publishers; their trial …": the only people of many that the sentence has named so far.
  private func onlyPeople(before pronoun: Int, in tree: Tree) -> Int? {
    let many = tree.words.indices.filter {
      $0 < pronoun && tree.words[$0].xpos == "NNS" && !tree.subtree($0).contains(pronoun)
        && ["obj", "obl", "nmod", "nsubj"].contains(tree.base($0))
        && !TimeExpression.isTime($0, in: tree) && !Quantities.isAmount($0, in: tree)
    }
    guard many.count == 1, let only = many.first, tree.words[only].head >= 0,
      !tree.subtree(tree.words[only].head).contains(pronoun)
        || tree.base(tree.outermost(tree.words[pronoun].head)) == "parataxis",
      words["person noun"].contains(tree.lemma(only))
        || tree.children(of: only, "acl").contains(where: {
          tree.child(of: $0, "nsubj").map { tree.lemma($0) == "who" } ?? false
        })
    else { return nil }
    return only
  }

  /// "opposes the ban, arguing that it would cost jobs": the ban as well as who opposes it.
  private func isOfEither(_ pronoun: Int, in tree: Tree) -> Bool {
    let verb = tree.words[pronoun].head
    guard verb >= 0, tree.base(pronoun) == "nsubj", tree.base(verb) == "ccomp",
      let arguing = Optional(tree.words[verb].head), tree.base(arguing) == "advcl",
      words["arguing"].contains(tree.lemma(arguing)),
      let o = tree.child(of: tree.words[arguing].head, "obj")
    else { return false }
    return !isPlural(o, tree) == (tree.words[pronoun].form.lowercased() == "it")
  }

  /// Who does what is done to the pronoun, and so is not meant by it: "Qwen … trails it".
  private func agent(beside pronoun: Int, in tree: Tree) -> Int? {
    let verb = tree.words[pronoun].head
    guard verb >= 0, ["obj", "iobj", "obl"].contains(tree.base(pronoun)),
      // "…, which makes it the biggest": what happened does that.
      !(tree.child(of: verb, "nsubj").map { tree.lemma($0) == "which" } ?? false)
    else { return nil }
    return tree.subject(of: verb)
  }

  /// "The campus that G42 builds … it": a subject inside a relative clause is seldom taken up outside of it.
  private func isShut(in subject: Int, to pronoun: Int, in tree: Tree) -> Bool {
    var clause = tree.words[subject].head
    while clause >= 0, ["conj", "xcomp", "ccomp"].contains(tree.base(clause)) {
      clause = tree.words[clause].head
    }
    return clause >= 0 && tree.words[clause].relation == "acl:relcl"
      && !tree.subtree(clause).contains(pronoun)
  }

  /// "The facility, it said, had been leased": who says it is not what it is said of.
  private func isAside(_ pronoun: Int, about subject: Int, in tree: Tree) -> Bool {
    let verb = tree.words[pronoun].head
    return verb >= 0 && tree.speaksAside(verb, words)
      && tree.words[verb].head == tree.words[subject].head
  }

  /// Whose the speaker of a sentence is: "Cohere's chief executive said …" speaks for Cohere.
  private func house(before i: Int, in tree: Tree) -> String? {
    for k in tree.words.indices.reversed()
    where k != i && (tree.base(k) == "nsubj" || tree.base(k) == "obl") {
      guard tree.words[k].upos == "NOUN",
        words["person noun"].contains(tree.lemma(k)) || words["office"].contains(tree.lemma(k)),
        let owner = tree.child(of: k, "nmod:poss")
          ?? tree.children(of: k, "nmod").first(where: {
            ["for", "of", "at"].contains(tree.marker(of: $0) ?? "")
          }), tree.words[owner].upos == "PROPN",
        tree.words[k].head >= 0,
        ["speech", "denial", "forecast"].contains(where: {
          words[$0].contains(tree.lemma(tree.words[k].head))
        })
      else { continue }
      return naming.name(Phrases(tree: tree).text(owner))
    }
    return nil
  }

  /// A name of the vocabulary that stands before the pronoun in another place than a subject's.
  private func knownName(before pronoun: Int, in tree: Tree) -> Int? {
    guard subjects.isEmpty else { return nil }
    return tree.words.indices.last {
      $0 < pronoun && tree.words[$0].upos == "PROPN"
        && ["obl", "obj", "nmod"].contains(tree.base($0))
        && (isKnown($0, tree)
          || naming.vocabulary.entityByAlias[tree.words[$0].form.lowercased()] != nil)
        && tree.words[$0].head != tree.words[pronoun].head && !isSeat($0, tree)
    }
  }

  /// "in Taiwan": where something is, is not what is spoken of.
  private func isSeat(_ i: Int, _ tree: Tree) -> Bool {
    words["place preposition"].contains(tree.marker(of: i) ?? "")
      && ["state", "bloc", "place"].contains(
        naming.vocabulary.entities[naming.name(Phrases(tree: tree).text(i))]?.kind)
  }

  private func isPlural(_ i: Int, _ tree: Tree) -> Bool {
    tree.words[i].xpos == "NNS"
      || tree.words[i].xpos == "NNPS" && !isKnown(i, tree)
        // "Moore Threads"
        && !tree.children(of: i, "compound", "flat").contains { tree.words[$0].upos == "PROPN" }
      // "All of its models … they"
      || isMany(i, tree)
      // "has not bought a single chip … leases them"
      || tree.isNotOne(i) || tree.singles(i).contains { tree.lemma($0) == "single" }
      || !tree.children(of: i, "conj").isEmpty && tree.base(i) == "nsubj"
  }

  /// "All of its models"
  private func isMany(_ i: Int, _ tree: Tree) -> Bool {
    ["all", "most", "many", "several", "some", "both"].contains(tree.lemma(i))
      && tree.children(of: i, "nmod").contains {
        ["NNS", "NNPS"].contains(tree.words[$0].xpos) && tree.marker(of: $0) == "of"
      }
  }

  private func isKnown(_ i: Int, _ tree: Tree) -> Bool {
    naming.vocabulary.entities[naming.name(Phrases(tree: tree).text(i))] != nil
  }

  /// Whether the phrase at a word names a person: by title or trade, or a bare name that speaks.
  private func isPerson(_ i: Int, _ tree: Tree) -> Bool {
    let name = naming.name(Phrases(tree: tree).text(i))
    if let kind = naming.vocabulary.entities[name]?.kind { return kind == "person" }
    if tree.words[i].upos == "NOUN" { return words["person noun"].contains(tree.lemma(i)) }
    let parts = name.lowercased().split { $0 == " " || $0 == "." }.map(String.init)
    if parts.contains(where: words["person title"].contains) { return true }
    let head = tree.words[i].head
    let speaks = head >= 0 && words["speech"].contains(tree.lemma(head))
    let isDescribed = tree.children(of: i, "appos", "compound", "amod").contains {
      words["person noun"].contains(tree.lemma($0))
    }
    // A firm is founded by people.
    let founds = head >= 0 && ["found", "co-found", "cofound"].contains(tree.lemma(head))
    return isDescribed || (speaks || founds) && parts.count >= 2 && tree.base(i) == "nsubj"
  }

  /// "Tan said he would resign": a name that speaks of "him" in its own words is a person's.
  private func mayBePerson(_ i: Int, speakingOf pronoun: Int, in tree: Tree) -> Bool {
    let verb = tree.words[i].head
    return tree.words[i].upos == "PROPN" && verb >= 0
      && ["speech", "plan", "denial"].contains { words[$0].contains(tree.lemma(verb)) }
      && tree.children(of: verb, "ccomp").contains { tree.subtree($0).contains(pronoun) }
      && naming.vocabulary.entities[naming.name(Phrases(tree: tree).text(i))] == nil
  }

  /// "Sakana AI, a Tokyo lab": what the text calls a name.
  private func description(_ i: Int, _ tree: Tree) -> String? {
    tree.children(of: i, "appos").first {
      tree.words[$0].upos == "NOUN" && words["takes up company"].contains(tree.lemma($0))
    }.map(tree.lemma)
  }

  private func mention(_ i: Int, _ tree: Tree, _ reading: SentenceReading) -> Mention? {
    guard let name = reading.name(i) else { return nil }
    let description = description(i, tree)
    let known =
      naming.vocabulary.entities[name]?.kind ?? description.map { Self.kindOf[$0] ?? "company" }
    let isProper =
      tree.words[i].upos == "PROPN"
      // "founded Safe Haven": a name in words that the dictionary has.
      || i > 0 && tree.words[i].form.first?.isUppercase ?? false && tree.words[i].xpos == "NN"
      || name.first?.isUppercase ?? false && known == nil
        && tree.words[i].upos == "NOUN" && !tree.children(of: i, "appos").isEmpty
    return Mention(
      name: name, isPlural: isPlural(i, tree), kind: known, isProper: isProper,
      isPerson: isPerson(i, tree), description: description,
      owner: tree.child(of: i, "nmod:poss").flatMap {
        tree.words[$0].upos == "PROPN" ? naming.name(Phrases(tree: tree).text($0)) : nil
      })
  }

  /// Takes in a sentence once its claims are read.
  mutating func read(_ reading: SentenceReading, drafts: [Draft]) {
    let tree = reading.tree
    var found: [(isMain: Bool, mention: Mention)] = []
    for i in tree.words.indices
    where tree.base(i) == "nsubj"
      && (["NOUN", "PROPN"].contains(tree.words[i].upos) || isMany(i, tree))
    {
      let head = tree.words[i].head
      guard head >= 0, tree.words[head].relation != "acl:relcl", !tree.isDenied(i),
        tree.base(head) != "ccomp" || drafts.count == 1, !tree.speaksLast(head, words),
        let mention = mention(i, tree, reading)
      else { continue }
      found.append((tree.words[head].head < 0, mention))
    }
    people += tree.words.indices.filter {
      tree.base($0) == "nsubj" && ["NOUN", "PROPN"].contains(tree.words[$0].upos)
        || tree.base($0) == "obl" && tree.marker(of: $0) == "according to"
    }.compactMap { mention($0, tree, reading) }.filter(\.isPerson)
    subjects += found.filter { !$0.isMain }.map(\.mention)
    subjects += found.filter(\.isMain).map(\.mention)
    for i in tree.words.indices
    where ["obj", "iobj", "obl", "nmod", "appos"].contains(String(tree.base(i)))
      && (tree.words[i].upos == "PROPN" || !tree.children(of: i, "appos").isEmpty
        || tree.words[i].form.first?.isUppercase ?? false && i > 0)
    {
      if let mention = mention(i, tree, reading), mention.isProper,
        !TimeExpression.isTime(i, in: tree)
      {
        others.append(mention)
      }
    }
    for i in tree.words.indices
    where tree.words[i].upos == "NOUN"
      && ["nsubj", "obj", "obl", "nsubj:pass"].contains(tree.words[i].relation)
      && tree.child(of: i, "amod", "compound", "nmod") != nil
      && !TimeExpression.isTime(i, in: tree) && !Quantities.isAmount(i, in: tree)
      && tree.child(of: i, "nummod", "conj") == nil
    {
      described[tree.words[i].form.lowercased()] = reading.name(i).map {
        // "is faster than the S5000 in inference": the field is the comparison's.
        guard tree.marker(of: i) == "than", let field = $0.range(of: " in ", options: .backwards)
        else { return $0 }
        return String($0[..<field.lowerBound])
      }
    }
    many = counted(before: tree.words.count, in: tree)
    house = house(before: tree.words.count, in: tree)
    let undergone = tree.words.indices.last {
      tree.base($0) == "obj" && tree.words[$0].head >= 0 && tree.base(tree.words[$0].head) == "root"
        && ["NOUN", "PROPN"].contains(tree.words[$0].upos)
        && !Quantities.isAmount($0, in: tree) && !TimeExpression.isTime($0, in: tree)
        && tree.child(of: $0, "nummod") == nil
        // "loses money": stuff is not taken up.
        && (tree.words[$0].upos == "PROPN" || tree.words[$0].xpos == "NNS"
          || tree.child(of: $0, "det", "nmod:poss", "nmod") != nil)
        && !tree.children(of: tree.words[$0].head, "ccomp", "xcomp").contains { _ in true }
    }
    patient = undergone.flatMap { mention($0, tree, reading) }
    patientNoun = undergone.map(tree.lemma)
    activity =
      drafts.last { draft in
        draft.objectHead.map { tree.words[$0].xpos == "VBG" } ?? false
      }?.object
  }
}
