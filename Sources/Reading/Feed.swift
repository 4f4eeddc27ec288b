import Foundation

/// What an RSS or Atom feed says: its items, with the transcripts and persons of podcasts.
struct Feed {
  struct Item {
    /// What names it for good, whatever becomes of its title.
    var id: String
    var title: String?
    var published: String?
    /// HTML or plain text.
    var text: String?
    var transcripts: [Link] = []
    var persons: [Person] = []
    var line: Int
  }

  /// A transcript elsewhere; `type` is a media type.
  struct Link: Hashable {
    var address: String
    var type: String?
  }

  struct Person: Hashable {
    var name: String
    var role: String
  }

  var title: String?
  /// Its own address, as far as it says.
  private(set) var home: String?
  private(set) var items: [Item] = []
  private(set) var failures: [(line: Int, message: String)] = []
  private(set) var warnings: [(line: Int, message: String)] = []

  /// Nil where the element is the root of no feed.
  init?(_ root: XMLElement) {
    switch root.name {
    case "rss", "rdf":
      guard let channel = root.children("channel").first else { return nil }
      title = channel.words("title")
      let own = channel.words("guid", "podcast")
      home = Self.ownAddress(channel.children("link", "atom"))
      let key = own ?? home ?? channel.words("link") ?? title ?? ""
      let hosts = Self.persons(channel)
      for item in channel.children("item") + root.children("item") {
        add(item, of: key, otherwise: hosts) { item in
          Item(
            id: item.words("guid") ?? item.words("link") ?? "", title: item.words("title"),
            published: item.words("pubdate") ?? item.words("date", "dc"),
            text: item.words("encoded", "content") ?? item.words("description")
              ?? item.words("summary", "itunes"), line: item.line)
        }
      }
    case "feed":
      title = root.words("title")
      home = Self.ownAddress(root.children("link"))
      let key = root.words("id") ?? title ?? ""
      let hosts = Self.persons(root)
      for entry in root.children("entry") {
        add(entry, of: key, otherwise: hosts) { entry in
          let links = entry.children("link")
          let home = links.first { ["alternate", nil].contains($0.attributes["rel"]) }
          return Item(
            id: entry.words("id") ?? home?.attributes["href"] ?? "", title: entry.words("title"),
            published: entry.words("published") ?? entry.words("updated"),
            text: entry.words("content") ?? entry.words("summary"), line: entry.line)
        }
      }
    default: return nil
    }
  }

  private mutating func add(
    _ element: XMLElement, of feed: String, otherwise hosts: [Person],
    _ read: (XMLElement) -> Item
  ) {
    var item = read(element)
    guard !item.id.isEmpty else {
      failures.append(
        (item.line, "an item without a guid, id or link can't be told from others; add a guid"))
      return
    }
    // "12" is another item in each feed.
    let isUnique = item.id.contains { "/:".contains($0) } || item.id.utf8.count >= 20
    if !isUnique { item.id = feed.isEmpty ? item.id : "\(feed)#\(item.id)" }
    if let date = item.published {
      item.published = feedDate(date)
      if item.published == nil {
        warnings.append((item.line, "\"\(date.prefix(40))\" is no date of a feed; read without it"))
      }
    }
    item.title = item.title.flatMap { HTMLPage($0).passages.first?.text }
    item.transcripts = element.children("transcript", "podcast").compactMap { link in
      link.attributes["url"].map { Link(address: $0, type: link.attributes["type"]?.lowercased()) }
    }
    let own = Self.persons(element)
    item.persons = own.isEmpty ? hosts : own
    items.append(item)
  }

  private static func ownAddress(_ links: [XMLElement]) -> String? {
    links.first { $0.attributes["rel"] == "self" }?.attributes["href"]
  }

  private static func persons(_ element: XMLElement) -> [Person] {
    element.children("person", "podcast").compactMap { person in
      person.words.map {
        Person(name: $0, role: (person.attributes["role"] ?? "host").lowercased())
      }
    }
  }
}

/// The day of `Tue, 05 May 2026 10:00:00 GMT` or of an ISO date, as it is written; nil where it is none.
func feedDate(_ text: String) -> String? {
  if let date = isoDate(text) { return date }
  guard
    let match = text.prefixMatch(
      of: /\s*(?:[A-Za-z]+,?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{4}|\d\d)\b/),
    let day = Int(match.output.1), (1...31).contains(day),
    let month = months.firstIndex(of: match.output.2.lowercased()), let year = Int(match.output.3)
  else { return nil }
  func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  // RFC 822 had two digits.
  let full = year < 70 ? 2000 + year : year < 100 ? 1900 + year : year
  return "\(full)-\(padded(month + 1))-\(padded(day))"
}

private let months = [
  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]

extension [Feed.Person] {
  /// The one person whom a transcript's label names: by a part of the name or by the role.
  func name(for label: String) -> String? {
    func words(_ text: String) -> Set<String> { Set(Furniture.words(of: text)) }
    let wanted = words(label)
    guard !wanted.isEmpty else { return nil }
    for fits in [
      filter { wanted.isSubset(of: words($0.name)) }, filter { wanted == words($0.role) },
    ] {
      let names = Set(fits.map(\.name))
      if names.count == 1 { return names.first }
    }
    return nil
  }
}
