import Foundation

/// What stands on a page besides its insights: headings, adverts, subscription lines, lists of links.
enum Furniture {
  /// Whether a passage is furniture rather than something said about the world.
  static func isFurniture(_ passage: String) -> Bool {
    let lower = passage.lowercased()
    let words = lower.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    if words.isEmpty { return true }
    if words.count <= 3 { return true }
    if lower.hasPrefix("http"), !lower.contains(" ") { return true }
    let ends = passage.last.map { ".!?…\"”’')".contains($0) } ?? false
    // A heading: one short line that ends like no sentence.
    if !ends, words.count <= 12, !passage.contains("\n") { return true }
    if words.count <= 40, phrases.contains(where: lower.contains) { return true }
    return false
  }

  private static let phrases: [String] = String(
    decoding: PackageResources.furniture_txt, as: UTF8.self
  ).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
}

/// Markdown as plain text: marks of headings, emphasis, links, quotes and lists taken off; a list item is a passage.
func withoutMarkup(_ text: String) -> String {
  var out: [String] = []
  var isCode = false
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var l = String(line)
    if l.hasPrefix("```") {
      isCode.toggle()
      out.append("")
      continue
    }
    if isCode { continue }
    if l.wholeMatch(of: /\s*([-*_]\s*){3,}/) != nil { l = "" }
    if l.hasPrefix("#") {
      // A heading stands alone, so that it is seen as one.
      out += ["", l.trimmingPrefix(/#+\s*/).description, ""]
      continue
    }
    if l.firstMatch(of: /^\s*([-*+•]|\d+[.)])\s+/) != nil { out.append("") }
    l = l.replacing(/^\s*([-*+•]|\d+[.)])\s+/, with: "").replacing(/^\s*>\s?/, with: "")
    l = l.replacing(/!\[[^\]]*\]\([^)]*\)/, with: "")
    l = l.replacing(/\[([^\]]*)\]\([^)]*\)/) { String($0.output.1) }
    l = l.replacing(/(\*\*|__|\*|`)([^*_`]+)(\*\*|__|\*|`)/) { String($0.output.2) }
    out.append(l)
  }
  return out.joined(separator: "\n")
}
