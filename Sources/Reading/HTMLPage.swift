/// A web page, or a piece of one, as passages: what its own words are, without scripts, menus and forms.
///
/// A scanner that forgives everything, because no page is well formed; nothing is fetched or run.
struct HTMLPage {
  private(set) var title: String?
  /// The site or paper, as the page says of itself.
  private(set) var source: String?
  private(set) var published: String?
  private(set) var passages: [Passage] = []

  init(_ html: String) {
    var scanner = Scanner(html)
    scanner.scan()
    // A menu that is never closed must not take the page with it.
    if !scanner.passages.contains(where: { !$0.passage.isHeading }) {
      var again = Scanner(html, skipsAsides: false)
      again.scan()
      scanner.passages = again.passages
    }
    let main = scanner.passages.filter(\.isMain)
    let hasMain = main.contains { !$0.passage.isHeading }
    passages = (hasMain ? main : scanner.passages).map(\.passage)
    title = scanner.facts["og:title"] ?? scanner.facts["title"]
    source = scanner.facts["og:site_name"] ?? scanner.facts["application-name"]
    published =
      ["article:published_time", "datepublished", "date", "dc.date", "dcterms.created", "time"]
      .lazy.compactMap { scanner.facts[$0].flatMap(isoDate) }.first
  }
}

/// An opening tag's name and attributes, names in lower case.
private struct Tag {
  var name: String
  var attributes: [String: String] = [:]

  /// Whether what it holds is beside the page's own words, or unseen.
  var isAside: Bool {
    let roles: Set<String> = [
      "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu",
    ]
    return asides.contains(name) || attributes["hidden"] != nil
      || attributes["aria-hidden"] == "true" || roles.contains(attributes["role"] ?? "")
      || attributes["style"]?.filter { $0 != " " }.contains("display:none") ?? false
  }
}

private let asides: Set<String> = [
  "nav", "footer", "aside", "form", "button", "select", "svg", "math", "template", "noscript",
  "dialog", "object", "audio", "video", "canvas", "rt", "rp",
]
/// Their text is no markup.
private let raw: Set<String> = ["script", "style", "textarea", "iframe", "noembed", "xmp", "title"]
private let void: Set<String> = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
  "wbr",
]
private let blocks: Set<String> = [
  "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
  "dt", "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
  "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
  "th", "thead", "tr", "ul",
]
private let headings: Set<String> = [
  "h1", "h2", "h3", "h4", "h5", "h6", "th", "caption", "figcaption", "dt", "summary",
]

private struct Scanner {
  var passages: [(passage: Passage, isMain: Bool)] = []
  /// What the page says of itself, by the names of its meta tags.
  var facts: [String: String] = [:]
  private let bytes: [UInt8]
  private let skipsAsides: Bool
  private var at = 0
  private var line = 1
  private var open: [(name: String, isAside: Bool)] = []
  private var asideDepth = 0
  private var linkDepth = 0
  private var words: [UInt8] = []
  /// How many bytes of the open passage are to be seen, and how many of these lead elsewhere.
  private var seen = 0
  private var linked = 0
  private var first = 1
  private var breaks = 0

  /// More than any page has that is meant to be read.
  private static let deepest = 500

  init(_ html: String, skipsAsides: Bool = true) {
    bytes = Array(html.utf8)
    self.skipsAsides = skipsAsides
  }

  mutating func scan() {
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), readMarkup() { continue }
      let start = at
      at = bytes[(at + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      add(bytes[start..<at])
    }
    endPassage()
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    let visible = asideDepth == 0 ? text.count { $0 > 0x20 } : 0
    if asideDepth == 0, visible > 0 || !words.isEmpty {
      if words.isEmpty { first = line + text.prefix { $0 <= 0x20 }.count { $0 == 0x0a } }
      words += text
      seen += visible
      if linkDepth > 0 { linked += visible }
      if visible > 0 { breaks = 0 }
    }
    line += text.count { $0 == 0x0a }
  }

  /// Reads a tag or comment; false where the sign is one of the words.
  private mutating func readMarkup() -> Bool {
    guard at + 1 < bytes.count else { return false }
    switch bytes[at + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      let isComment = bytes[at...].starts(with: "<!--".utf8)
      let isCharacterData = bytes[at...].starts(with: "<![CDATA[".utf8)
      skip(past: isComment ? "-->" : isCharacterData ? "]]>" : ">")
      return true
    case UInt8(ascii: "/"):
      guard at + 2 < bytes.count, isLetter(bytes[at + 2]) else { return false }
      at += 2
      let name = readName()
      skip(past: ">")
      close(name)
      return true
    case let byte where isLetter(byte):
      at += 1
      let tag = readTag()
      begin(tag)
      return true
    default: return false
    }
  }

  private mutating func begin(_ tag: Tag) {
    switch tag.name {
    case "meta":
      let name = tag.attributes["property"] ?? tag.attributes["name"] ?? tag.attributes["itemprop"]
      if let name = name?.lowercased(), let content = tag.attributes["content"], facts[name] == nil
      {
        facts[name] = content
      }
    case "time":
      if facts["time"] == nil { facts["time"] = tag.attributes["datetime"] }
    case "br":
      breaks += 1
      if breaks > 1 {
        endPassage()
      } else if asideDepth == 0, !words.isEmpty {
        words.append(0x20)
      }
    default: break
    }
    if raw.contains(tag.name) {
      let text = readRaw(tag.name)
      if tag.name == "title", facts["title"] == nil, asideDepth == 0 {
        facts["title"] = plain(text)
      }
      return
    }
    if blocks.contains(tag.name) { endPassage() }
    guard !void.contains(tag.name), open.count < Self.deepest else { return }
    // A paragraph or item ends where the next begins, tag or no tag.
    if ["p", "li", "td", "tr", "dd", "dt"].contains(tag.name), open.last?.name == tag.name {
      close(tag.name)
    }
    let isAside = skipsAsides && tag.isAside
    open.append((tag.name, isAside))
    if tag.name == "a" { linkDepth += 1 }
    if isAside {
      endPassage()
      asideDepth += 1
    }
  }

  private mutating func close(_ name: String) {
    if blocks.contains(name) { endPassage() }
    guard let place = open.lastIndex(where: { $0.name == name }) else { return }
    while open.count > place {
      let closed = open.removeLast()
      if closed.isAside { asideDepth -= 1 }
      if closed.name == "a" { linkDepth -= 1 }
    }
  }

  private mutating func endPassage() {
    defer {
      words = []
      seen = 0
      linked = 0
      breaks = 0
    }
    guard let text = plain(words) else { return }
    let names = open.map(\.name)
    // What is nearly all links leads elsewhere.
    let isLinked = linked * 10 >= seen * 8
    let passage = Passage(
      text: text, line: first,
      isHeading: isLinked || names.contains(where: headings.contains),
      isItem: names.contains("li"))
    passages.append((passage, names.contains("article") || names.contains("main")))
  }

  /// Characters for their names, spaces made even; nil where nothing is left.
  private func plain(_ bytes: [UInt8]) -> String? {
    let text = unescaped(String(decoding: bytes, as: UTF8.self))
      .split(whereSeparator: { $0.isWhitespace || $0 == "\u{200b}" || $0 == "\u{ad}" })
      .joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  private mutating func skip(past words: String) {
    let signs = Array(words.utf8)
    while at < bytes.count {
      if bytes[at...].starts(with: signs) {
        at += signs.count
        return
      }
      if bytes[at] == 0x0a { line += 1 }
      at += 1
    }
  }

  private mutating func readRaw(_ name: String) -> [UInt8] {
    let end = Array("</\(name)".utf8)
    let start = at
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), at + end.count <= bytes.count,
        zip(bytes[at..<at + end.count], end).allSatisfy({ lower($0) == $1 })
      {
        let text = Array(bytes[start..<at])
        skip(past: ">")
        return text
      }
      if bytes[at] == 0x0a { line += 1 }
      at += 1
    }
    return Array(bytes[start...])
  }

  private mutating func readName() -> String {
    let start = at
    while at < bytes.count, bytes[at] > 0x20, !"/>=".utf8.contains(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at].map(lower), as: UTF8.self)
  }

  private mutating func readTag() -> Tag {
    var tag = Tag(name: readName())
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      guard bytes[at] > 0x20, bytes[at] != UInt8(ascii: "/"), bytes[at] != UInt8(ascii: "=") else {
        if bytes[at] == 0x0a { line += 1 }
        at += 1
        continue
      }
      let name = readName()
      skipSpace()
      var value = ""
      if at < bytes.count, bytes[at] == UInt8(ascii: "=") {
        at += 1
        skipSpace()
        value = readValue()
      }
      // No tag has more that mean anything.
      if tag.attributes.count < 50, tag.attributes[name] == nil { tag.attributes[name] = value }
    }
    at += 1
    return tag
  }

  private mutating func readValue() -> String {
    guard at < bytes.count else { return "" }
    let quote = bytes[at]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { at += 1 }
    let start = at
    while at < bytes.count,
      isQuoted ? bytes[at] != quote : bytes[at] > 0x20 && bytes[at] != UInt8(ascii: ">")
    {
      if bytes[at] == 0x0a { line += 1 }
      at += 1
    }
    defer { if isQuoted { at += 1 } }
    return unescaped(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 0x20 {
      if bytes[at] == 0x0a { line += 1 }
      at += 1
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(lower(byte)) }

  private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte + 0x20 : byte }
}
