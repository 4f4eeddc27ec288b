import Claims

/// A way from one entity to another over claims.
struct ClaimPath {
  var steps: [(claim: Claim, forward: Bool)]
  var weight: Double
  var joins: [String]

  var name: String {
    guard let first = steps.first else { return "" }
    var text = first.forward ? first.claim.subject : first.claim.object
    for step in steps {
      let next = step.forward ? step.claim.object : step.claim.subject
      let verb = step.claim.relation
      let no = step.claim.polarity == .negative ? "not: " : ""
      text += step.forward ? " —\(no)\(verb)→ \(next)" : " ←\(no)\(verb)— \(next)"
    }
    return text
  }
}

/// The shortest ways over claims, read in both directions, four claims at most.
///
/// Names are looked for from both ends first and claims read only where the two meet, because a store's
/// hubs have thousands of claims and few of them lead to the other end. Nodes are names of equal
/// meaning, or one that holds all the words of the other.
struct PathSearch {
  let ground: Ground
  private var source: any ClaimSource { ground.source }
  private var names: NameMatcher { ground.names }

  static let longest = 4
  static let most = 3
  // Enough for any real question; a bound, because what is joined with each is looked for.
  private static let mostJoined = 300

  /// The names an end of the path may stand under.
  func ends(_ asked: String) throws -> [String: NameMatch] {
    var found = try ground.matches(asked, topic: false)
    let run = Phrase(asked).words
    let meant = names.canonical(asked)
    for name in try ground.candidates(for: asked) where found[name] == nil {
      let phrase = Phrase(name)
      if phrase.contains(run: run) || names.mentions(in: phrase, adjectives: true).contains(meant) {
        found[name] = NameMatch(weight: 0.6, widening: "\(name) names \(asked)")
      }
    }
    return found
  }

  /// Claims of one end whose sentence names the other: the last resort, no chain of claims.
  func mentions(of start: String, _ end: String) throws -> [ClaimPath] {
    var found: [ClaimPath] = []
    func find(_ what: String, _ isNamed: (Claim, [String], String) throws -> Bool) throws {
      for (here, there) in [(start, end), (end, start)] {
        let ends = Set(try self.ends(here).keys)
        let run = Phrase(there).words
        let meant = names.canonical(there)
        for claim in try source.claims(subjects: ends, relations: nil, objects: nil)
          + source.claims(subjects: nil, relations: nil, objects: ends)
        where try !claim.object.isEmpty && isNamed(claim, run, meant) {
          found.append(
            ClaimPath(steps: [(claim, true)], weight: 0.4, joins: ["its \(what) names \(there)"]))
        }
      }
    }
    func isNamed(_ claim: Claim, _ run: [String], _ meant: String) -> Bool {
      let quote = Phrase(claim.evidence.quote)
      return quote.contains(run: run) || names.mentions(in: quote).contains(meant)
    }
    try find("sentence", isNamed)
    // "Oslo took command of the yard. Wingtech, its owner, objects."
    if found.isEmpty {
      try find("passage") { claim, run, meant in
        try source.claims(besideIDs: [claim.id]).contains { isNamed($0, run, meant) }
      }
    }
    var seen = Set<String>()
    return Array(found.filter { seen.insert($0.name).inserted }.prefix(Self.most))
  }

  /// Two claims, one of each end, of things called by one name: "Oslo lays the Coral cable" and "Bergen made the
  /// plough of the Coral cable". The rarest names come first.
  func sharingAName(from starts: [String: NameMatch], to goals: [String: NameMatch]) throws
    -> [ClaimPath]
  {
    let ends = Set(starts.keys).union(goals.keys)
    let ofEnds = Set(ends.flatMap { Phrase($0).words })
    func byName(beside some: [String: NameMatch]) throws -> [String: [String]] {
      var found: [String: [String]] = [:]
      for name in try source.entityNames(beside: Set(some.keys)) where !ends.contains(name) {
        for word in Set(capitals(in: name)).subtracting(ofEnds) {
          found[word, default: []].append(name)
        }
      }
      return found
    }
    let (left, right) = (try byName(beside: starts), try byName(beside: goals))
    let shared = Set(left.keys).intersection(right.keys).map { word in
      (word: word, left: left[word] ?? [], right: right[word] ?? [])
    }.sorted {
      let (x, y) = ($0.left.count * $0.right.count, $1.left.count * $1.right.count)
      return x != y ? x < y : $0.word < $1.word
    }
    var found: [ClaimPath] = []
    for (_, left, right) in shared where found.count < Self.most {
      let before = try claims(between: Set(starts.keys), Set(left.prefix(Self.most)))
      let after = try claims(between: Set(right.prefix(Self.most)), Set(goals.keys))
      for first in before {
        let isForward = starts[first.subject] != nil
        let thing = isForward ? first.object : first.subject
        for second in after where second.id != first.id {
          let leads = goals[second.object] != nil
          let other = leads ? second.subject : second.object
          found.append(
            ClaimPath(
              steps: [(first, isForward), (second, leads)], weight: 0.5,
              joins: ["\(thing) joined with \(other) by a name"]))
        }
      }
    }
    var seen = Set<String>()
    return Array(found.filter { seen.insert($0.name).inserted }.prefix(Self.most))
  }

  /// The words of a name that are names themselves, in small letters; none that half the field shares.
  private func capitals(in name: String) -> [String] {
    name.split(separator: " ").filter { $0.first?.isUppercase ?? false }.flatMap { word in
      let phrase = Phrase(String(word))
      let kinds = names.mentions(in: phrase, adjectives: true).compactMap {
        names.vocabulary.entities[$0]?.kind
      }
      return kinds.contains(where: Self.wideKinds.contains) ? [] : phrase.core
    }.filter { $0.count > 2 && !WordList.has("general", $0) }
  }

  private static let wideKinds: Set<String> = [
    "state", "bloc", "technology", "concept", "model kind",
  ]

  func paths(from starts: [String: NameMatch], to goals: [String: NameMatch]) throws -> [ClaimPath]
  {
    let starts = starts.filter { goals[$0.key].map { $0.weight < 0.9 } ?? true }
    var found: [ClaimPath] = []
    for length in 1...Self.longest where found.count < Self.most {
      let routes = try routes(from: Set(starts.keys), to: Set(goals.keys), length)
      found += walked(routes, from: starts, to: goals)
    }
    // A hub leads to thousands of ways of one weight, so each is named once.
    let named = found.map { (path: $0, name: $0.name) }
    var names = Set<String>()
    let best = named.sorted { a, b in
      if a.path.steps.count != b.path.steps.count { return a.path.steps.count < b.path.steps.count }
      return a.path.weight != b.path.weight ? a.path.weight > b.path.weight : a.name < b.name
    }.filter { names.insert($0.name).inserted }.map(\.path)
    // What is denied joins nothing, where something else does.
    let held = best.filter { $0.steps.allSatisfy { $0.claim.polarity == .positive } }
    return Array((held.isEmpty ? best : held).prefix(Self.most))
  }

  /// The claims that may be each step of a way of some length, with what is joined before it.
  private struct Step {
    var joined: JoinedNames
    var claims: [Claim]
  }

  /// Goes every way that the steps allow and that comes to a goal with the last.
  private func walked(
    _ steps: [Step], from starts: [String: NameMatch], to goals: [String: NameMatch]
  ) -> [ClaimPath] {
    typealias Way = (at: String, path: ClaimPath, seen: Set<String>)
    var ways = starts.sorted { $0.key < $1.key }.map { name, match -> Way in
      let joins = match.widening.isEmpty ? [] : [match.widening]
      return (name, ClaimPath(steps: [], weight: match.weight, joins: joins), Set(starts.keys))
    }
    for (place, step) in steps.enumerated() {
      let isLast = place == steps.count - 1
      let out = Dictionary(grouping: step.claims, by: \.subject)
      let into = Dictionary(grouping: step.claims, by: \.object)
      var next: [Way] = []
      for way in ways {
        for join in place == 0 ? [Join(name: way.at)] : step.joined.joins(of: way.at) {
          let edges =
            (out[join.name] ?? []).map { ($0, true) } + (into[join.name] ?? []).map { ($0, false) }
          for (claim, forward) in edges {
            let to = forward ? claim.object : claim.subject
            guard !to.isEmpty, !way.seen.contains(to), (goals[to] != nil) == isLast,
              !way.path.steps.contains(where: { $0.claim.id == claim.id })
            else { continue }
            var path = way.path
            path.steps.append((claim, forward))
            path.weight *= join.weight * (forward ? 0.95 : 0.85)
            if !join.why.isEmpty { path.joins.append(join.why) }
            if let goal = goals[to] {
              path.weight *= goal.weight
              if !goal.widening.isEmpty { path.joins.append(goal.widening) }
            }
            next.append((to, path, way.seen.union([to, join.name])))
          }
        }
      }
      ways = next
    }
    return ways.map(\.path)
  }

  /// The claims of each step of the ways that are so long.
  private func routes(from starts: Set<String>, to goals: Set<String>, _ length: Int) throws
    -> [Step]
  {
    let none = JoinedNames([])
    if length == 1 { return [Step(joined: none, claims: try claims(between: starts, goals))] }
    let ends = starts.union(goals)
    let after = try source.entityNames(beside: starts).filter { !ends.contains($0) }
    let before = try source.entityNames(beside: goals).filter { !ends.contains($0) }
    if length == 2 {
      let joined = JoinedNames(before)
      let (left, right) = joined.meetings(after)
      return [
        Step(joined: none, claims: try claims(between: starts, left)),
        Step(joined: joined, claims: try claims(between: right, goals)),
      ]
    }
    // What each neighbour may stand under in the claims of the middle.
    let left = JoinedNames(try names(joinedWith: after))
    let joined = JoinedNames(before)
    let first = left.meetings(after).own
    let last = joined.meetings(try names(joinedWith: before)).others
    var middle: [Step] = []
    if length == 3 {
      middle = [Step(joined: left, claims: try claims(between: first, last))]
    } else {
      let further = try source.entityNames(beside: first).filter { !ends.contains($0) }
      let nearer = JoinedNames(
        try source.entityNames(beside: last).filter { !ends.contains($0) })
      let (a, b) = nearer.meetings(further)
      middle = [
        Step(joined: left, claims: try claims(between: first, a)),
        Step(joined: nearer, claims: try claims(between: b, last)),
      ]
    }
    let reached = Set(middle.flatMap { $0.claims.flatMap { [$0.subject, $0.object] } }).sorted()
    let (used, _) = JoinedNames(reached).meetings(after)
    let (_, met) = joined.meetings(reached)
    return [Step(joined: none, claims: try claims(between: starts, used))] + middle + [
      Step(joined: joined, claims: try claims(between: met, goals))
    ]
  }

  /// Claims that have one of some names on one side and one of others on the other.
  private func claims(between some: Set<String>, _ others: Set<String>) throws -> [Claim] {
    guard !some.isEmpty, !others.isEmpty else { return [] }
    let found =
      try source.claims(subjects: some, relations: nil, objects: others)
      + source.claims(subjects: others, relations: nil, objects: some)
    var seen = Set<[String]>()
    return found.filter { seen.insert([$0.id, $0.evidence.document]).inserted }
  }

  /// Some names with all of the store that may be joined with one of them.
  private func names(joinedWith some: [String]) throws -> [String] {
    var words = NameWords()
    for name in some.prefix(Self.mostJoined) { words.addJoined(Phrase(name)) }
    return Set(some + (try ground.candidates(words))).sorted()
  }
}

extension NameWords {
  /// Adds what finds the names that may be joined with one: two of its words, or its only one.
  fileprivate mutating func addJoined(_ phrase: Phrase) {
    let words = phrase.words.prefix(6).map { $0.count > 4 ? String($0.dropLast()) : $0 }
    if words.count == 1 { beginnings.formUnion(words) }
    for (place, word) in words.enumerated() {
      for other in words[(place + 1)...] { together.insert([word, other].sorted()) }
    }
  }
}
