/// What the lines between two `---` at the top of a Markdown file say of it.
///
/// Plain lines of `key: value` and no full YAML: only words and dates are wanted.
struct FrontMatter {
  var title: String?
  var source: String?
  var published: String?

  init(_ text: String) {
    var values: [String: String] = [:]
    var isOpen = false
    for line in numberedLines(text).prefix(200) {
      let bare = line.text.trimmingPrefix { $0 == " " }
      if line.number == 1 {
        guard bare.hasPrefix("---"), bare.allSatisfy({ $0 == "-" }) else { return }
      } else if bare == "---" || bare == "..." {
        isOpen = true
        break
      } else if let match = line.text.wholeMatch(of: /([A-Za-z][\w \-]*?)\s*:\s+(.*?)\s*/) {
        let value = Self.plain(String(match.output.2))
        let key = match.output.1.lowercased().filter { $0.isLetter }
        if !value.isEmpty, values[key] == nil { values[key] = value }
      }
    }
    // Without its end it is none.
    guard isOpen else { return }
    func first(_ keys: String...) -> String? { keys.lazy.compactMap { values[$0] }.first }
    title = first("title", "episodetitle")
    source =
      first("publisher", "publication", "site", "sitename", "show", "podcast", "feed", "source")
      ?? first("author", "authors", "by")
    // An address is no name; its host is the best there is of one.
    if let address = source, let host = address.prefixMatch(of: /https?:\/\/(?:www\.)?([^\/:?#]+)/)
    {
      source = first("author", "authors", "by") ?? String(host.output.1)
    }
    published = first("published", "publishdate", "publishedat", "pubdate", "datepublished", "date")
  }

  /// A value without quotation marks, brackets of a list of one or of a link, and remark.
  private static func plain(_ value: String) -> String {
    var value = value[...]
    for (open, close) in [("[[", "]]"), ("[", "]"), ("\"", "\""), ("'", "'"), ("[[", "]]")] {
      if value.hasPrefix(open), value.hasSuffix(close), value.count > open.count + close.count {
        value = value.dropFirst(open.count).dropLast(close.count)
      }
    }
    return String(value)
  }
}
