/// Markdown to passages of plain words: headings, tables and code are told apart, marks of emphasis,
/// links and quotes are taken off.
///
/// A reader of lines and no full parser, because only the words and their grouping are wanted.
func markdownPassages(_ text: String) -> [Passage] {
  var builder = PassageBuilder()
  var fence: String?
  var isFrontMatter = false
  func isolate(_ words: String, _ line: NumberedLine) {
    builder.close()
    builder.add(words, number: line.number)
    builder.close(asHeading: true)
  }
  for line in numberedLines(text) {
    let bare = line.text.drop { $0 == " " || $0 == "\t" }
    if line.number == 1, bare.hasPrefix("---"), bare.allSatisfy({ $0 == "-" }) {
      isFrontMatter = true
    } else if isFrontMatter {
      isFrontMatter = !(bare == "---" || bare == "...")
    } else if let open = fence {
      if bare.hasPrefix(open) { fence = nil }
    } else if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
      builder.close()
      fence = String(bare.prefix(3))
    } else if line.isBlank {
      builder.close()
    } else if line.text.utf8.count > longestInsight {
      builder.add(line.text, number: line.number)
    } else if bare.wholeMatch(of: /=+\s*|-+\s*/) != nil, builder.count == 1, !builder.isInList {
      builder.close(asHeading: true)
    } else if bare.wholeMatch(of: /(?:[-*_=]\s*){3,}/) != nil {
      builder.close()
    } else if let mark = bare.prefixMatch(of: /#{1,6}\s+/) {
      isolate(withoutMarks(bare[mark.range.upperBound...].description), line)
    } else if bare.hasPrefix("|") {
      isolate(bare.description, line)
    } else if bare.prefixMatch(of: /\[[^\]]+\]:\s/) != nil {
      builder.close()
    } else if let mark = bare.prefixMatch(of: /(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/) {
      let item = bare[mark.range.upperBound...].description
      builder.add(withoutMarks(item), number: line.number, beginsItem: true)
      // An item that is nothing but a link leads elsewhere.
      if item.wholeMatch(of: /\[[^\]]*\]\([^)]*\)\s*/) != nil { builder.close(asHeading: true) }
    } else {
      let quoted = bare.replacing(/^(?:>\s?)+/, with: "")
      if quoted.allSatisfy(\.isWhitespace) {
        builder.close()
      } else {
        builder.add(withoutMarks(quoted.description), number: line.number)
      }
    }
  }
  builder.close()
  return builder.passages
}

/// A line of Markdown in plain words.
func withoutMarks(_ line: String) -> String {
  var text = line
  if text.contains("<") {
    text = text.replacing(/<!--.*?-->/, with: "")
    text = text.replacing(/<((?:https?:\/\/|mailto:)[^>\s]+)>/) { String($0.output.1) }
    text = text.replacing(/<\/?[A-Za-z][^<>]*>/, with: "")
  }
  if text.contains("[") {
    text = text.replacing(/!\[[^\[\]]*\]\([^()]*\)/, with: "")
    text = text.replacing(/\[\^[^\[\]]+\]/, with: "")
    text = text.replacing(/\[([^\[\]]+)\](?:\([^()]*\)|\[[^\[\]]*\])/) { String($0.output.1) }
  }
  if text.contains("&") {
    for (name, sign) in [
      ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
      ("&mdash;", "—"), ("&ndash;", "–"), ("&amp;", "&"),
    ] { text = text.replacing(name, with: sign) }
  }
  return withoutEmphasis(text)
}

/// Stars, underscores and backticks that mark words are dropped; those inside a word or apart stay.
private func withoutEmphasis(_ text: String) -> String {
  guard text.contains(where: { "*_`~\\".contains($0) }) else { return text }
  let marks: Set<Character> = ["*", "_", "`", "~"]
  let characters = Array(text)
  var out = ""
  var i = 0
  while i < characters.count {
    let c = characters[i]
    if c == "\\", i + 1 < characters.count,
      characters[i + 1].isPunctuation || marks.contains(characters[i + 1])
    {
      out.append(characters[i + 1])
      i += 2
      continue
    }
    guard marks.contains(c) else {
      out.append(c)
      i += 1
      continue
    }
    var end = i
    while end < characters.count, characters[end] == c { end += 1 }
    let before = i > 0 ? characters[i - 1] : " "
    let after = end < characters.count ? characters[end] : " "
    let isApart = before.isWhitespace && after.isWhitespace
    let isInside = (before.isLetter || before.isNumber) && (after.isLetter || after.isNumber)
    let isLoneTilde = c == "~" && end - i == 1
    if isApart || isLoneTilde || isInside && c != "`" && end - i == 1 {
      out += String(characters[i..<end])
    }
    i = end
  }
  return out
}
