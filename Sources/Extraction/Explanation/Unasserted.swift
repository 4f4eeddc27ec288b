import Language

/// In what way a text leaves open whether a clause holds; asked only when somebody wants to know.
enum Unasserted: String {
  case condition = "a condition"
  case purpose = "a purpose"
  case alternative = "what did not happen"
  case unsaid = "what somebody does not say"
  case asked = "tells who was asked"
  case name = "helps to name a thing"
  case complement = "finishes another verb"

  /// Follows the clause upwards until something takes the assertion from it.
  init(_ predicate: Int, in tree: Tree) {
    var here = predicate
    while tree.words[here].head >= 0 {
      if let found = Self.kind(of: here, in: tree) {
        self = found
        return
      }
      here = tree.words[here].head
    }
    self = .complement
  }

  private static func kind(of i: Int, in tree: Tree) -> Unasserted? {
    switch String(tree.base(i)) {
    case "advcl":
      switch tree.marker(of: i) ?? "" {
      case "if", "unless", "whether", "as if", "lest": return .condition
      case let proviso where Tree.provisos.contains(proviso): return .condition
      case "instead of", "rather than": return .alternative
      case "": return tree.lemma(i) == "ask" ? .asked : tree.words[i].xpos == "VB" ? .purpose : nil
      default:
        if tree.words[i].xpos == "VB" { return .purpose }
        return tree.words[i].xpos == "VBG" ? .complement : nil
      }
    case "acl": return .name
    case "ccomp": return Qualifiers.isNegated(tree.words[i].head, in: tree) ? .unsaid : .complement
    case "xcomp", "csubj": return .complement
    default: return nil
    }
  }
}
