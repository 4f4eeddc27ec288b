import Claims

/// Whom a claim sets above whom, and by what: "is faster than" by speed, "leads" in its field.
///
/// Only what is asserted now of two names, by a relation of which the vocabulary knows that it goes
/// on from one to the next: whoever leads the leader leads those behind.
struct Ranking: Sendable {
  /// What the two are compared in; only rankings by the same make a chain.
  var order: String
  var above: String
  var below: String
  /// How surely the two are named.
  var entity = 1.0

  init?(_ matter: Matter, words: Words, vocabulary: Vocabulary) {
    guard matter.isPositive, matter.claim.modality == .asserted, !matter.isChange,
      matter.traits.isSuperset(of: ["asymmetric", "transitive"]),
      matter.subjectShare == nil, matter.objectShare == nil
    else { return nil }
    if let standing = matter.standing {
      guard standing.sort == .lead, let leader = standing.leader, let trailer = standing.trailer,
        let field = Self.name(standing.field, matter, vocabulary)
      else { return nil }
      order = field
      above = leader.name
      below = trailer.name
      if !leader.whole || !trailer.whole { entity = EntityGate.alias }
    } else {
      // Two that compete are understood by their standing, or not at all.
      guard matter.frame.flatMap({ vocabulary.frames[$0]?.kind }) != "ordering" else { return nil }
      let scope = ScopeGate(words: words).content(matter.scope).sorted().joined(separator: " ")
      order = "\(matter.comparison?.quality ?? matter.relation) (\(scope))"
      above = matter.subject.key
      below = matter.object.key
      switch matter.comparison?.order {
      case .equal: return nil
      case .less: swap(&above, &below)
      case .more, nil: break
      }
    }
    guard above != below, Self.isName(above, words), Self.isName(below, words) else { return nil }
  }

  /// The field of a lead, nil where its author leaves it open; without one, leads of one name.
  private static func name(_ field: Field?, _ matter: Matter, _ vocabulary: Vocabulary) -> String? {
    guard let field else {
      return vocabulary.relations[matter.relation]?.inverse ?? matter.relation
    }
    if field.isVague { return nil }
    let said = field.specific.isEmpty ? field.all : field.specific
    return "in " + said.sorted().joined(separator: " ")
  }

  /// Whether it says who: "its rivals" are others each time.
  private static func isName(_ key: String, _ words: Words) -> Bool {
    !key.spaced.allSatisfy { word in
      ["actor", "vague", "general", "grade", "universal"].contains { words[$0].contains(word) }
    }
  }

  /// Hashes of both with the order, so that names of two orders never meet.
  var rank: (above: Int64, below: Int64) {
    (Blocks.Key(order, above).long, Blocks.Key(order, below).long)
  }
}
