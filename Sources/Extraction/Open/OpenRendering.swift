import Language

/// A way to tell a sentence's clauses in its own words: n-ary tuples or minimal facts.
protocol OpenRendering {
  var found: OpenReadings { get set }

  init(found: OpenReadings)

  /// Adds what the sentence says to `found`.
  mutating func read()
}

extension OpenRendering {
  static func all(in tree: Tree) -> [OpenReading] {
    var rendering = Self(found: OpenReadings(tree: tree))
    rendering.read()
    return rendering.found.all
  }

  var tree: Tree { found.tree }
  var clauses: OpenClauses { OpenClauses(tree: tree) }
  var phrase: OpenPhrase { OpenPhrase(tree) }
}
