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

/// Breadth first over claims as edges, read in both directions, four claims at most.
///
/// Nodes are names of equal meaning, or one that holds all the words of the other in a row.
struct PathSearch {
  let source: any ClaimSource
  let names: NameMatcher
  let entities: [String]
  private let phrases: [Phrase]
  private let byWord: [String: [Int]]

  init(source: any ClaimSource, names: NameMatcher, entities: [String]) {
    self.source = source
    self.names = names
    self.entities = entities
    phrases = entities.map { Phrase($0) }
    var byWord: [String: [Int]] = [:]
    for (i, phrase) in phrases.enumerated() {
      for word in Set(phrase.words) { byWord[word, default: []].append(i) }
    }
    self.byWord = byWord
  }

  static let longest = 4
  static let most = 3
  // Enough for any real question; a bound, because hubs make breadth-first search explode.
  private static let frontierLimit = 4000

  /// The names an end of the path may stand under.
  func ends(_ asked: String) -> [String: NameMatch] {
    var found = names.matches(asked, among: entities, topic: false)
    let run = Phrase(asked).words
    let meant = names.canonical(asked)
    for (i, name) in entities.enumerated() where found[name] == nil {
      if phrases[i].contains(run: run)
        || names.mentions(in: phrases[i], adjectives: true).contains(meant)
      {
        found[name] = NameMatch(weight: 0.6, widening: "\(name) names \(asked)")
      }
    }
    return found
  }

  /// Names that mean the same node.
  func joined(_ name: String) -> [(name: String, weight: Double, why: String)] {
    let phrase = Phrase(name)
    guard let rarest = phrase.words.min(by: { byWord[$0]?.count ?? 0 < byWord[$1]?.count ?? 0 })
    else { return [(name, 1, "")] }
    var out: [(name: String, weight: Double, why: String)] = [(name, 1, "")]
    for i in byWord[rarest] ?? [] where entities[i] != name {
      if phrases[i].key == phrase.key {
        out.append((entities[i], 0.98, ""))
      } else if phrase.words.count >= 2, Self.holds(phrases[i], phrase) {
        out.append((entities[i], 0.7, "\(entities[i]) joined with \(name)"))
      }
    }
    guard phrase.words.count > 2 else { return out }
    // The other way round: a shorter name standing in this one.
    for i in Set(phrase.words.flatMap { byWord[$0] ?? [] })
    where phrases[i].words.count >= 2 && phrases[i].words.count < phrase.words.count
      && Self.holds(phrase, phrases[i])
    {
      out.append((entities[i], 0.7, "\(name) joined with \(entities[i])"))
    }
    return out
  }

  /// Whether the longer name says the shorter one, perhaps with words put in: the shorter stands in
  /// a row in it, or has the same last word and at least two telling words, all of them there.
  private static func holds(_ longer: Phrase, _ shorter: Phrase) -> Bool {
    if longer.contains(run: shorter.words) { return true }
    return shorter.words.last == longer.words.last && shorter.core.count >= 2
      && Set(shorter.words).isSubset(of: longer.words)
  }

  /// Claims of one end whose sentence names the other: the last resort, no chain of claims.
  func mentions(of start: String, _ end: String) throws -> [ClaimPath] {
    var found: [ClaimPath] = []
    for (here, there) in [(start, end), (end, start)] {
      let ends = Set(self.ends(here).keys)
      let run = Phrase(there).words
      let meant = names.canonical(there)
      for claim in try source.claims(subjects: ends, relations: nil, objects: nil)
        + source.claims(subjects: nil, relations: nil, objects: ends)
      {
        let quote = Phrase(claim.evidence.quote)
        guard quote.contains(run: run) || names.mentions(in: quote).contains(meant) else {
          continue
        }
        found.append(
          ClaimPath(
            steps: [(claim, true)], weight: 0.4, joins: ["its sentence names \(there)"]))
      }
    }
    var seen = Set<String>()
    return Array(found.filter { seen.insert($0.name).inserted }.prefix(Self.most))
  }

  func paths(from start: String, to end: String) throws -> [ClaimPath] {
    let goals = ends(end)
    let starts = ends(start).filter { goals[$0.key].map { $0.weight < 0.9 } ?? true }
    var frontier: [(at: String, path: ClaimPath, seen: Set<String>)] = starts.sorted {
      $0.key < $1.key
    }
    .map { name, match in
      (
        name,
        ClaimPath(
          steps: [], weight: match.weight, joins: match.widening.isEmpty ? [] : [match.widening]),
        Set(starts.keys)
      )
    }
    var found: [ClaimPath] = []
    for depth in 1...Self.longest {
      var joins: [String: [(name: String, weight: Double, why: String)]] = [:]
      for node in Set(frontier.map(\.at)) {
        joins[node] = depth == 1 ? [(node, 1, "")] : joined(node)
      }
      let wanted = Set(joins.values.joined().map(\.name))
      let out = Dictionary(
        grouping: try source.claims(subjects: wanted, relations: nil, objects: nil), by: \.subject)
      let into = Dictionary(
        grouping: try source.claims(subjects: nil, relations: nil, objects: wanted), by: \.object)
      var next: [(at: String, path: ClaimPath, seen: Set<String>)] = []
      for node in frontier {
        for join in joins[node.at] ?? [] {
          let edges =
            (out[join.name] ?? []).map { ($0, true) } + (into[join.name] ?? []).map { ($0, false) }
          for (claim, forward) in edges {
            let to = forward ? claim.object : claim.subject
            guard !to.isEmpty, !node.seen.contains(to),
              !node.path.steps.contains(where: { $0.claim.id == claim.id })
            else { continue }
            var path = node.path
            path.steps.append((claim, forward))
            path.weight *= join.weight * (forward ? 0.95 : 0.85)
            if !join.why.isEmpty { path.joins.append(join.why) }
            if let goal = goals[to] {
              path.weight *= goal.weight
              if !goal.widening.isEmpty { path.joins.append(goal.widening) }
              found.append(path)
            } else {
              next.append((to, path, node.seen.union([to, join.name])))
            }
          }
        }
      }
      if found.count >= Self.most { break }
      frontier = Array(
        next.sorted {
          $0.path.weight != $1.path.weight
            ? $0.path.weight > $1.path.weight : $0.path.name < $1.path.name
        }.prefix(Self.frontierLimit))
    }
    var names = Set<String>()
    let best = found.sorted {
      if $0.steps.count != $1.steps.count { return $0.steps.count < $1.steps.count }
      return $0.weight != $1.weight ? $0.weight > $1.weight : $0.name < $1.name
    }.filter { names.insert($0.name).inserted }
    return Array(best.prefix(Self.most))
  }
}
