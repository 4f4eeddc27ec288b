import Language

/// A thing made more of something: "makes chips cheaper" gives `lowers | price of chips`, "made Huawei stronger"
/// gives `strengthens | Huawei`.
struct MadeMore: ClaimRule {
  static let name = "made more"

  func claims(in clause: Clause) -> [Draft]? {
    let tree = clause.tree
    guard let o = clause.object, ["make", "render"].contains(clause.verb),
      let state = tree.children(of: clause.predicate, "xcomp").first(where: {
        ["ADJ", "ADV"].contains(tree.words[$0].upos) && $0 > o && tree.marker(of: $0) == nil
      }),
      let effect = effect(of: state, in: tree)
    else { return nil }
    guard let target = clause.reading.target(o) else { return [] }
    let whole = clause.adding(clause.reading.reader.obliques(of: state))
    // "costlier to build" is a matter of what building costs.
    let isDone = tree.children(of: state, "advcl", "xcomp").contains {
      tree.words[$0].xpos == "VB" && tree.marker(of: $0) == "to"
    }
    let measure = isDone && effect.measure == "price" ? "cost" : effect.measure
    let name = measure.map { "\($0) of \(target.name)" } ?? target.name
    return [
      whole.claim(
        whole.control == nil ? effect.relation : whole.relation(effect.relation),
        from: clause.verbWords + effect.words, to: Target(head: o, name: name))
    ]
  }

  /// What is done to a thing that is made more of something, and to which measure of it.
  func effect(of state: Int, in tree: Tree) -> (
    relation: String, measure: String?, words: [Int]
  )? {
    let form = tree.words[state].form.lowercased()
    let degree = tree.children(of: state, "advmod").first {
      ["more", "less"].contains(tree.words[$0].form.lowercased())
    }
    let words = [degree, state].compactMap { $0 }
    if let effect = Self.effects[form] {
      let isLess = degree.map { tree.words[$0].form.lowercased() == "less" } ?? false
      guard degree != nil || effect.isCompared else { return nil }
      return (isLess ? opposite(effect.relation) : effect.relation, effect.measure, words)
    }
    guard degree != nil || tree.words[state].xpos == "JJR" else { return nil }
    return ("makes \(tree.text(words).lowercased())", nil, words)
  }

  private func opposite(_ relation: String) -> String {
    switch relation {
    case "raises": "lowers"
    case "lowers": "raises"
    case "strengthens": "weakens"
    default: relation
    }
  }

  private struct Effect {
    var relation: String
    var measure: String?
    /// Whether the form compares by itself: "cheaper", not "expensive".
    var isCompared: Bool
  }

  private static let effects: [String: Effect] = {
    var table: [String: Effect] = [:]
    for line in String(decoding: PackageResources.comparatives_txt, as: UTF8.self).split(
      separator: "\n") where !line.hasPrefix("#")
    {
      let parts = line.split(separator: " ").map(String.init)
      guard parts.count >= 3 else { continue }
      table[parts[1]] = Effect(
        relation: parts[2], measure: parts.count > 3 ? parts[3] : nil,
        isCompared: parts[0] == "by-itself")
    }
    return table
  }()
}
