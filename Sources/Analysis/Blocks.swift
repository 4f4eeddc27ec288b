import Claims

/// What a claim offers to others to clash with, and what it seeks in them.
///
/// Two claims are compared when one seeks what the other offers: a ban seeks denials of itself and
/// leave for the same thing, not the thousand other bans of it. Whoever seeks is sought in turn,
/// so that it makes no difference which of the two came first.
struct Blocks {
  /// Hashes, each once, in order; a collision only costs a comparison in vain.
  private(set) var offers: [Int64] = []
  private(set) var seeks: [Int64] = []
  /// Offered and sought for what the sentences have in common, which is nothing to the rules.
  private(set) var telling: [Int64] = []

  init(_ matter: Matter, keys: MatchKeys, vocabulary: Vocabulary) {
    for matter in matter.readings {
      addSayings(of: matter, keys, vocabulary)
      addContrasts(of: matter, keys)
      if let standing = matter.standing { addPlaces(of: standing) }
      if let standing = matter.deniedStanding { addPlaces(of: standing, isDenied: true) }
      addUses(of: matter, keys.words)
      addLimits(of: matter, keys.words)
      if matter.isPositive { addSingles(of: matter, keys.words, vocabulary) }
    }
    addDescriptions(of: matter, keys)
    addTelling(of: matter, keys)
    offers = Self.sorted(offers + telling)
    seeks = Self.sorted(seeks)
  }

  private static func sorted(_ keys: [Int64]) -> [Int64] {
    keys.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// Parts of what is offered, hashed as they come (FNV-1a), because joined strings take too long.
  struct Key {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    init(_ parts: String...) {
      for part in parts { mix(part) }
    }

    private mutating func mix(_ part: String) {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x1f) &* 0x100_0000_01b3
    }

    /// The key of these parts and one more.
    func with(_ part: String) -> Key {
      var key = self
      key.mix(part)
      return key
    }

    /// Of 32 bits, because a store keeps a dozen for each claim.
    var short: Int64 { Int64(Int32(truncatingIfNeeded: hash ^ hash >> 32)) }
    var long: Int64 { Int64(bitPattern: hash) }
  }

  private mutating func offer(_ key: Key, _ role: String) {
    offers.append(key.with(role).short)
  }

  private mutating func seek(_ key: Key, _ roles: [String]) {
    for role in roles { seeks.append(key.with(role).short) }
  }

  /// For what is sought in those that offer the same.
  private mutating func share(_ key: Key) {
    offers.append(key.short)
    seeks.append(key.short)
  }

  // MARK: denials, opposites, and shares of a group

  /// A relation, or all of one frame and pole.
  private struct Saying {
    var about: String
    var pole: String
    var key: Key
    /// Poles that can't hold beside it.
    var opposed: [String] = []
    /// Whether the opposed poles are told apart by who is ahead of whom.
    var isRanking = false

    init(_ side: Senses.Side) {
      about = "sense \(side.line)"
      key = Key(about)
      pole = side.name
      opposed = [side.opposite.name]
    }

    init(_ relation: String, in vocabulary: Vocabulary) {
      guard let known = vocabulary.relations[relation], let frame = known.frame,
        let pole = known.pole
      else {
        about = relation.utf8.contains(0x20) ? relation : stem(relation)
        key = Key(about)
        self.pole = ""
        return
      }
      about = frame
      key = Key(about)
      self.pole = pole
      opposed = (vocabulary.frames[frame]?.opposes ?? []).flatMap { pair in
        pair.contains(pole) ? pair.filter { $0 != pole } : []
      }
      isRanking = ["ordering", "trend_state"].contains(vocabulary.frames[frame]?.kind)
    }
  }

  /// The roles of a saying, for each party and each word of the object: a pole with `+` or `-` for
  /// what is said of it, `i` for what only follows, `n` where the word only follows from the
  /// object's name; `%` for shares of a group.
  ///
  /// Parties are a name, `*` for anyone, `?` for who isn't named, `%` for some of a group.
  private mutating func addSayings(
    of matter: Matter, _ keys: MatchKeys, _ vocabulary: Vocabulary
  ) {
    add(Saying(matter.relation, in: vocabulary), of: matter, keys, vocabulary)
    for side in matter.sides { add(Saying(side), of: matter, keys, vocabulary) }
  }

  private mutating func add(
    _ own: Saying, of matter: Matter, _ keys: MatchKeys, _ vocabulary: Vocabulary
  ) {
    let poles = [own.pole] + own.opposed
    let isShare = matter.subjectShare != nil || matter.objectShare != nil
    let said = own.pole + (matter.isPositive ? "+" : "-")
    var sought = ["%"]
    var soughtOfWider = ["%"]
    if matter.isPositive {
      sought.append(own.pole + "-")
      if !own.isRanking {
        sought += own.opposed.flatMap { [$0 + "+", $0 + "+n"] }
        soughtOfWider += own.opposed.map { $0 + "+" }
      }
    } else {
      sought += [own.pole + "+", own.pole + "i"]
      // What has ended and what never was.
      sought.append(own.pole + "-")
      // No Chinese model, hence no Qwen.
      sought.append(own.pole + "+n")
    }
    if matter.isPositive { soughtOfWider.append(own.pole + "-") }
    let isOfGroup = !matter.isPositive && (matter.isOfGroup || matter.isOfKind)
    if isShare {
      let all = poles.flatMap { [$0 + "+", $0 + "-"] }
      sought += all + all.map { $0 + "n" } + [own.pole + "i"]
      soughtOfWider += all
    }
    let implied = matter.isPositive ? matter.implies + [matter.presupposes].compactMap(\.self) : []
    let implications = implied.map { Saying($0, in: vocabulary) }
    // "Refuses every plant" seeks "connects two plants".
    let contrary = isShare ? matter.deed.map(Opposites.builtIn.opposites) ?? [] : []
    let tokens = Self.tokens(of: matter, keys.words)
    let excluded = matter.isPositive ? matter.excludes.map { Saying($0, in: vocabulary) } : []
    let wider = Self.wider(matter, keys).subtracting(tokens)
    let heads = Self.heads(of: matter, tokens, keys.words)
    let names = Self.parties(of: matter, keys)
    let isOfAll = matter.objectShare?.share == 1...1
    let isOfAny = matter.isAgentless || matter.subjectShare != nil || isOfGroup || isOfAll

    for token in tokens {
      let anyone = heads.contains(token) ? ["*"] : []
      for party in matter.isAgentless ? [] : names + anyone {
        let key = own.key.with(party).with(token)
        offer(key, said)
        if isShare { offer(key, "%") }
        for saying in implications {
          offer(saying.key.with(party).with(token), saying.pole + "i")
        }
      }
      for party in names + (isOfAny ? anyone : []) {
        seek(own.key.with(party).with(token), sought)
        for verb in contrary { seek(Key(verb, party, token), ["+", "+n"]) }
        for saying in implications {
          seek(saying.key.with(party).with(token), [saying.pole + "-", "%"])
        }
        for saying in excluded {
          seek(saying.key.with(party).with(token), [saying.pole + "+", saying.pole + "+n"])
        }
      }
    }
    // A ban of chips touches each kind of chip.
    for token in wider {
      for party in names {
        let key = own.key.with(party).with(token)
        offer(key, said + "n")
        if isShare { offer(key, "%") }
        seek(key, soughtOfWider)
        for saying in excluded { seek(saying.key.with(party).with(token), [saying.pole + "+"]) }
      }
      // None of a state's forces buys another's models: who of them does, and which, is open.
      if matter.isPositive, keys.isState(token) {
        offer(own.key.with("*").with(token), said + "n")
        seek(own.key.with("%").with(token), [""])
      }
    }
    // Those of whom it makes no difference who they are.
    for token in heads {
      let key = own.key.with("*").with(token)
      if matter.isAlone { offer(key, "alone") }
      if matter.isPositive { seek(key, matter.isAlone ? [own.pole + "+", "alone"] : ["alone"]) }
      for saying in [own] + implications {
        let unnamed = saying.key.with("?").with(token)
        let some = saying.key.with("%").with(token)
        if matter.isAgentless { offer(unnamed, "") }
        if matter.subjectShare != nil || isOfGroup || isOfAll { offer(some, "") }
        seek(unnamed, [""])
        if !matter.isAgentless { seek(some, [""]) }
      }
    }
  }

  /// The names of who it is said of; none where the text doesn't say who.
  private static func parties(of matter: Matter, _ keys: MatchKeys) -> [String] {
    matter.subject.cores + (keys.spokenFor(by: matter.subject).map { [$0] } ?? [])
  }

  /// Of these words those by which an object is found whoever does it: its names, else its ends.
  private static func heads(of matter: Matter, _ tokens: Set<String>, _ words: Words) -> Set<String>
  {
    let object = matter.whole
    let names = object.identifiers.union(object.states)
    if !names.isEmpty { return names.intersection(tokens) }
    let said = matter.object.tokens.filter { !words["universal"].contains($0) }
    let ends = [said.first, said.last].compactMap(\.self)
    return ends.isEmpty || tokens.contains("") ? tokens : Set(ends)
  }

  /// The words that may name the object in another claim; an empty one where none need to.
  private static func tokens(of matter: Matter, _ words: Words) -> Set<String> {
    let vague = ["grade", "universal", "transfer"].map { words[$0] }
    let naming = matter.object.words.filter { word in !vague.contains { $0.contains(word) } }
    if naming.allSatisfy({ $0 == "model" }) { return matter.whole.words.union([""]) }
    return naming.union(matter.whole.identifiers).union(matter.whole.states)
  }

  private static func wider(_ matter: Matter, _ keys: MatchKeys) -> Set<String> {
    matter.object.identifiers.reduce(into: Set<String>()) {
      $0.formUnion(keys.generalisations(of: $1))
      $0.formUnion(keys.kindWords(of: $1))
    }
  }

  /// What never exceeds an amount seeks amounts of the same.
  private mutating func addLimits(of matter: Matter, _ words: Words) {
    guard let amount = matter.amount, let unit = amount.unit else { return }
    let isLimit = matter.isDenied && words.phrase(matter.claim.relation, isIn: "going beyond")
    guard isLimit || matter.isPositive else { return }
    for core in matter.subject.cores {
      let key = Key("limit", core, unit)
      if isLimit {
        offer(key, "limit")
        seek(key, ["one"])
      } else if matter.isMeasure || words.phrase(matter.claim.relation, isIn: "going up to") {
        offer(key, "one")
        seek(key, ["limit"])
      }
    }
  }

  /// What is built on nothing is sought by what is built on something.
  private mutating func addUses(of matter: Matter, _ words: Words) {
    guard words.phrase(matter.relation, isIn: "of nothing") else { return }
    for core in matter.subject.cores {
      let key = Key("of nothing", matter.relation, core)
      offer(key, matter.isForNothing ? "nothing" : "one")
      if matter.isForNothing || matter.isPositive {
        seek(key, [matter.isForNothing ? "one" : "nothing"])
      }
    }
  }

  // MARK: other words

  /// Of how many words at most each two are shared.
  private static let mostDescribing = 6
  private static let mostTelling = 6

  /// Each two of its words, for claims that may be of one matter in other words.
  ///
  /// Not where all is named by names, which have no other words.
  private mutating func addDescriptions(of matter: Matter, _ keys: MatchKeys) {
    let said = matter.subject.tokens + matter.whole.tokens
    let idle = MatchKeys.idle.map { keys.words[$0] }
    let naming = Set(said).filter { word in !idle.contains { $0.contains(word) } }
    let parts = [matter.subject, matter.object] + [matter.scope].compactMap(\.self)
    let names = Set(parts.flatMap { $0.capitals.union([$0.loneName].compactMap(\.self)) })
    let plain = naming.filter { !names.contains($0) && !keys.isName($0) }
    guard plain.count > 1 else { return }
    let words = naming.sorted { a, b in
      let (x, y) = (plain.contains(a), plain.contains(b))
      return x != y ? y : a.utf8.count != b.utf8.count ? a.utf8.count > b.utf8.count : a < b
    }.prefix(Self.mostDescribing).sorted()
    for (place, word) in words.enumerated() {
      for other in words[(place + 1)...] { share(Key("described", word, other)) }
    }
  }

  /// Each two of the words of its sentence of which few others share one: two sentences that have two such in
  /// common may be of one matter, whatever their claims are made of.
  private mutating func addTelling(of matter: Matter, _ keys: MatchKeys) {
    let capitals = matter.told?.capitals ?? []
    let claimed = matter.subject.words.union(matter.whole.words)
    // What is claimed is most of what it is about.
    func rank(_ word: String) -> Int {
      let isSpecific = matter.specific.contains(word)
      if isSpecific, capitals.contains(word) || keys.isName(word) { return 0 }
      return (claimed.contains(word) ? 1 : 3) + (isSpecific ? 0 : 1)
    }
    let words = matter.content.sorted { a, b in
      let (x, y) = (rank(a), rank(b))
      return x != y ? x < y : a.utf8.count != b.utf8.count ? a.utf8.count > b.utf8.count : a < b
    }.prefix(Self.mostTelling).sorted()
    for (place, word) in words.enumerated() {
      for other in words[(place + 1)...]
      where matter.specific.contains(word) || matter.specific.contains(other) {
        telling.append(Key("told", word, other).short)
      }
    }
  }

  // MARK: opposite words

  private mutating func addContrasts(of matter: Matter, _ keys: MatchKeys) {
    guard matter.isPositive else { return }
    let opposites = Opposites.builtIn
    let subjects = matter.subject.cores
    let said = matter.isCopular ? matter.described : matter.relationStems
    for word in said where opposites.mayOppose(word) {
      let contrary = opposites.opposites(of: word)
      for subject in subjects {
        let key =
          matter.isCopular
          ? Key("is", subject) : Key("does", subject, matter.contrasted(EntityGate(keys: keys)))
        offer(key, word)
        seek(key, contrary)
      }
    }
    for thing in matter.object.words where opposites.isThing(thing) {
      for subject in subjects {
        offer(Key("thing", matter.relation, subject), thing)
        seek(Key("thing", matter.relation, subject), opposites.oppositeThings(of: thing))
      }
    }
    if let scene = matter.scene {
      share(Key("scene", scene.head))
      for kin in scene.kin { share(Key("kin", String(kin))) }
      for word in scene.said { share(Key("in scene", word)) }
    }
  }

  // MARK: who is ahead

  private mutating func addPlaces(of standing: Standing, isDenied: Bool = false) {
    let field = standing.field.map { $0.specific.sorted().joined(separator: " ") }
    // Where no field is named, any may be meant.
    let offered = field.map { ["=" + $0, "*"] } ?? ["?"]
    let sought = field.map { ["=" + $0, "?"] } ?? ["*", "?"]
    func place(_ kind: String, _ name: String, as role: String, against roles: [String]) {
      for field in offered { offer(Key(kind, name, field), role) }
      for field in sought { seek(Key(kind, name, field), roles) }
    }
    let sides = standing.sides.map(\.name).sorted()
    let pair = sides.joined(separator: "|")
    if isDenied {
      if let leader = standing.leader?.name, standing.trailer != nil {
        place("of two", pair, as: "not \(leader)", against: [leader])
      } else if !standing.pair.isEmpty {
        place("of two", pair, as: "not even", against: ["even"])
      }
      return
    }
    if let trailer = standing.trailer, standing.leader != nil, let field = standing.field,
      !field.all.isDisjoint(with: Words.builtIn["sold"])
    {
      for token in field.all { share(Key("sold", trailer.name, token)) }
    }
    if standing.sort == .parity || standing.sort == .closed, let field = standing.field {
      for word in field.specific where word.utf8.count > 4 {
        let key = Key("level", String(word.prefix(5)))
        offer(key, "even")
        seek(key, ["ahead"])
      }
    }
    switch (standing.leader?.name, standing.trailer?.name) {
    case (let leader?, let trailer?):
      place("of two", pair, as: leader, against: [trailer, "even", "not \(leader)"])
      place("alone", trailer, as: "trails", against: ["leads"])
    case (let leader?, nil):
      place("alone", leader, as: "leads", against: ["trails", "even", "lags"])
      place("leader", "", as: "", against: [""])
    case (nil, let trailer?):
      place("alone", trailer, as: "lags", against: ["leads"])
    case (nil, nil):
      place("of two", pair, as: "even", against: sides + ["even", "not even"])
      for side in sides { place("alone", side, as: "even", against: ["leads"]) }
    }
    if standing.isChange, let trailer = standing.trailer {
      offer(Key("first", trailer.name), "overtaken")
      seek(Key("first", trailer.name), ["first"])
    }
  }

  // MARK: what can be but once

  private mutating func addSingles(of matter: Matter, _ words: Words, _ vocabulary: Vocabulary) {
    var subject: String { matter.subject.key }
    var object: String { matter.object.key }
    if matter.margin != nil { share(Key("margin", subject, object)) }
    if matter.listed != nil || matter.superlative != nil {
      for core in matter.subject.cores { share(Key("place", core)) }
    }
    if let rank = matter.superlative {
      let agent = rank.split(separator: " ").count == 3
      for token in matter.object.words {
        share(Key("top", rank, token))
        if matter.isTopOfMarket {
          share(Key("top of market", token))
          share(Key("sold", subject, token))
        }
        if agent {
          seek(Key("most", token), ["first"])
          offer(Key("most", token), "top")
        }
      }
      offer(Key("first", subject), "first")
      seek(Key("first", subject), ["overtaken"])
    }
    if matter.claim.relation == "is first in" {
      for token in matter.object.words {
        seek(Key("most", token), ["top", "first"])
        offer(Key("most", token), "first")
      }
    }
    if let comparison = matter.comparison {
      share(Key("compared", min(subject, object), max(subject, object), comparison.quality))
      if let start = comparison.start {
        offer(Key("level", start), "ahead")
        seek(Key("level", start), ["even"])
      }
    }
    if matter.traits.contains("asymmetric") {
      offer(Key("one way", matter.relation), "\(subject)>\(object)")
      seek(Key("one way", matter.relation), ["\(object)>\(subject)"])
    }
    if matter.traits.contains("functional") {
      for core in matter.subject.cores { share(Key("one value", matter.relation, core)) }
    }
    if matter.traits.contains("exclusive")
      || ["leads", "wins", "owns", "buys", "acquires", "controls"].contains(matter.relation)
    {
      share(Key("one holder", matter.relation, object))
    }
    if ["owns", "holds", "controls"].contains(matter.relation) {
      if let name = matter.objectText.spaced.last, name.startsWithCapital {
        share(Key("owner", name))
      }
    }
    if words.phrase(matter.relation, isIn: "enacting") {
      offer(Key("enacted", object), "made")
      seek(Key("enacted", object), ["ended"])
    } else if words.phrase(matter.relation, isIn: "ending") {
      offer(Key("enacted", object), "ended")
      seek(Key("enacted", object), ["made"])
    }
    for relation in matter.implies
    where vocabulary.relations[relation]?.traits?.contains("functional") ?? false {
      for core in matter.subject.cores { share(Key("one origin", relation, core)) }
    }
    if matter.leadsOn {
      for core in matter.subject.cores {
        let key = Key("beside", matter.relation, core)
        offer(key, matter.isOnly ? "only" : "one")
        seek(key, matter.isOnly ? ["one", "only"] : ["only"])
      }
    }
    if let only = matter.exclusive {
      for key in [only.key, only.wholeKey, only.placelessKey].map({ Key("only", $0) }) {
        offer(key, only.isOnly ? "sole" : "one")
        seek(key, only.isOnly ? ["sole", "one"] : ["sole"])
      }
    }
    let saying = Saying(matter.relation, in: vocabulary)
    if let amount = matter.amount {
      for core in matter.subject.cores {
        share(Key("amount", saying.about, saying.pole, core, amount.unit ?? ""))
        if matter.isMeasure { share(Key("measure", core, amount.unit ?? "")) }
      }
    } else if matter.count != nil {
      share(Key("count", matter.relation, object))
    }
    for measured in matter.measurements {
      let unit = measured.quantity.unit ?? ""
      let own = measured.names.isEmpty ? measured.senses : measured.products
      for name in measured.names.union(own) {
        share(Key("measured", unit, name))
      }
    }
    if matter.isDelay || matter.claim.modality == .planned && matter.claim.time != nil {
      for core in matter.subject.cores {
        for token in matter.object.cores {
          let key = Key("due", core, token)
          offer(key, matter.isDelay ? "delay" : "plan")
          seek(key, [matter.isDelay ? "plan" : "delay"])
        }
      }
    }
    if matter.isToBuild || matter.isGivingUp {
      let names = matter.objectText.spaced.filter(\.startsWithCapital).flatMap(rawWords).map(stem)
      for core in matter.subject.cores {
        for token in matter.object.words.union(names) {
          let key = Key("given up", core, token)
          offer(key, matter.isGivingUp ? "end" : "plan")
          seek(key, [matter.isGivingUp ? "plan" : "end"])
        }
      }
    }
    if matter.date != nil {
      // What opens without a word of who opens it may be anyone's.
      for core in matter.isAgentless ? [""] : matter.subject.cores + [""] {
        for token in matter.object.cores {
          share(Key("once", saying.about, saying.pole, core, token))
        }
      }
    }
  }
}
