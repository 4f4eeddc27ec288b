import Claims

/// Claims as a Graphviz graph: entities are nodes by kind, triples are edges with their quotes.
///
/// Denied triples are dashed; those that a contradiction touches are red.
public func dot(
  _ claims: [Claim], contested: Set<String> = [], note: String? = nil,
  kindOf: (String) -> String? = { _ in nil }
) -> String {
  var out = """
    digraph kg {
      graph [rankdir=LR, charset="UTF-8", fontname="Helvetica", overlap=false, splines=true];
      node [fontname="Helvetica", fontsize=11, style="filled,rounded", shape=box, \
    fillcolor="#eeeeee", color="#888888"];
      edge [fontname="Helvetica", fontsize=9, color="#555555"];

    """
  if let note { out += "  label=\(quoted(note));\n" }
  var names: Set<String> = []
  for claim in claims { names.formUnion([claim.subject, claim.object]) }
  names.remove("")
  for name in names.sorted() {
    let kind = kindOf(name)
    let look = NodeLook(kind: kind)
    out += "  \(quoted(name)) [label=\(quoted(shortened(name))), shape=\(look.shape), "
    out +=
      "fillcolor=\"\(look.fill)\", tooltip=\(quoted("\(name)\(kind.map { " (\($0))" } ?? "")"))];\n"
  }
  let triples = Dictionary(grouping: claims, by: Triple.init)
  for (triple, claims) in triples.sorted(by: { $0.key.words < $1.key.words }) {
    var target = quoted(triple.object)
    if triple.object.isEmpty {
      // A plain change has no object to point at, so its arrow ends in the open.
      target = quoted("\u{25cb} \(triple.words.replacing("\u{1f}", with: " "))")
      out += "  \(target) [shape=point, label=\"\", tooltip=\"\"];\n"
    }
    let quotes = claims.map(citation).joined(separator: "\n")
    var look = "label=\(quoted(triple.relation)), tooltip=\(quoted(quotes)), "
    look += "labeltooltip=\(quoted(quotes)), penwidth=\(min(5, claims.count))"
    if triple.denied { look += ", style=dashed" }
    if claims.contains(where: { contested.contains($0.id) }) {
      look += ", color=\"#cc0000\", fontcolor=\"#cc0000\""
    }
    out += "  \(quoted(triple.subject)) -> \(target) [\(look)];\n"
  }
  return out + "}\n"
}

/// Shape and colour of a node by the kind of its entity.
private struct NodeLook {
  var shape = "box"
  var fill = "#eeeeee"

  init(kind: String?) {
    switch kind {
    case "state", "place": (shape, fill) = ("ellipse", "#cfe2f3")
    case "bloc": (shape, fill) = ("doublecircle", "#cfe2f3")
    case "company": (shape, fill) = ("box", "#fce5cd")
    case "lab": (shape, fill) = ("box", "#ffe599")
    case "organisation": (shape, fill) = ("box", "#ead1dc")
    case "model": (shape, fill) = ("hexagon", "#d9ead3")
    case "chip": (shape, fill) = ("component", "#d0e0e3")
    case "technology": (shape, fill) = ("hexagon", "#d0e0e3")
    case "law": (shape, fill) = ("note", "#f4cccc")
    case "person": (shape, fill) = ("egg", "#fff2cc")
    default: break
    }
  }
}

private func shortened(_ name: String) -> String {
  name.count <= 48 ? name : String(name.prefix(47)) + "…"
}

/// A DOT string: quotes and backslashes escaped, newlines as `\n`, control characters dropped.
///
/// Ampersands become `&amp;`, because Graphviz decodes HTML entities in plain strings too.
func quoted(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "&": out += "&amp;"
    case "\n", "\u{2028}", "\u{2029}": out += "\\n"
    case "\t": out += " "
    case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}": continue
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}
