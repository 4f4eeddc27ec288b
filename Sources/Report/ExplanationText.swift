import Extraction
import Language

/// How a sentence was read, for a person: the tree, then each clause with its claims or why it has none.
public func text(of explanation: Explanation, style: Style = Style(colours: false)) -> String {
  var out = style.bold(oneLine(explanation.text)) + "\n"
  out += branches(of: explanation.tree, style)
  for clause in explanation.clauses { out += text(of: clause, in: explanation.tree, style) }
  return out
}

/// The tree below its root, a word a line in text order, marks left out; the number is the word's place.
private func branches(of tree: Tree, _ style: Style) -> String {
  guard !tree.words.isEmpty else { return "" }
  let width = String(tree.words.count).count
  var out = ""
  func add(_ i: Int, _ first: String, _ rest: String) {
    let word = tree.words[i]
    let place = String(i + 1)
    let pad = String(repeating: " ", count: width - place.count)
    let tags = style.dim("\(word.upos) \(word.relation)")
    out += "  \(pad)\(style.dim(place)) \(first)\(oneLine(word.form))  \(tags)\n"
    let below = tree.children[i].filter {
      tree.words[$0].upos != "PUNCT" || !tree.children[$0].isEmpty
    }
    for child in below {
      let isLast = child == below.last
      add(child, rest + (isLast ? "└ " : "├ "), rest + (isLast ? "  " : "│ "))
    }
  }
  add(tree.root, "", "")
  return out
}

private func text(of clause: Explanation.Clause, in tree: Tree, _ style: Style) -> String {
  let relation = tree.words[clause.predicate].relation
  let head = "\(clause.predicate + 1) \(oneLine(clause.words))"
  var out = "  \(style.bold(head)) \(style.dim("(\(relation))"))\n"
  let parts = clause.parts.map { ($0.name.isEmpty ? "" : "\($0.name): ") + oneLine($0.text) }
  if !parts.isEmpty { out += "    \(parts.joined(separator: " · "))\n" }
  if !clause.manner.isEmpty { out += "    \(clause.manner.joined(separator: ", "))\n" }
  for made in clause.made {
    if let claim = made.claim {
      let confidence = style.dim("(rule: \(made.rule); \(shortNumber(claim.confidence)))")
      out += "    → \(style.green(oneLine(line(of: claim))))  \(confidence)\n"
    } else {
      let triple = oneLine(made.triple.joined(separator: " | "))
      out += "    – \(triple)  \(style.yellow("dropped: \(made.dropped ?? "")"))"
      out += style.dim("  (rule: \(made.rule))") + "\n"
    }
  }
  if let silence = clause.silence { out += "    – \(style.yellow("no claim: \(silence)"))\n" }
  return out
}
