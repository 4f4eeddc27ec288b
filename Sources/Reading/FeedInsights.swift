import Claims

extension InsightReader {
  /// Reads the items of an RSS or Atom feed: their own words, and the transcripts that are at hand.
  mutating func readFeed(_ text: String) {
    guard let tree = readXML(text) else { return }
    guard let feed = Feed(tree) else {
      fail("is no RSS or Atom feed; it begins with <\(tree.name)>", line: tree.line)
      return
    }
    read(feed)
  }

  /// Reads the feeds that a list names and that are at hand, and the notes in it.
  mutating func readOPML(_ text: String) {
    guard let tree = readXML(text) else { return }
    guard tree.name == "opml", let body = tree.children("body").first else {
      fail("is no OPML; it begins with <\(tree.name)>", line: tree.line)
      return
    }
    var notes: [Passage] = []
    var missing: [String] = []
    readOutlines(body.children("outline"), &notes, &missing)
    keep(notes)
    if !missing.isEmpty {
      warn(
        "\(counted(missing.count, "feed is", many: "feeds are")) not here, as nothing is fetched; save beside it: \(listed(missing))"
      )
    }
  }

  private mutating func readOutlines(
    _ outlines: [XMLElement], _ notes: inout [Passage], _ missing: inout [String]
  ) {
    for outline in outlines {
      let text = outline.attributes["text"] ?? outline.attributes["title"] ?? ""
      if let address = outline.attributes["xmlUrl"] ?? outline.attributes["xmlurl"] {
        if !readFeed(at: address) { missing.append(address) }
      } else if let note = HTMLPage(text).passages.map(\.text).joined(separator: " ").nonEmpty {
        notes.append(Passage(text: note, line: outline.line, isItem: true))
      }
      readOutlines(outline.children("outline"), &notes, &missing)
    }
  }

  /// Reads a feed that was saved from the address; false where none was.
  private mutating func readFeed(at address: String) -> Bool {
    guard let path = files.path(for: address), !result.used.contains(path) else { return false }
    var inner = InsightReader(name: path, source: source, published: published, files: files)
    guard let bytes = inner.contents(of: path) else {
      take(inner.result)
      return true
    }
    guard let text = inner.text(of: bytes, as: .rss), let tree = inner.readXML(text),
      let feed = Feed(tree)
    else {
      if inner.result.failures.isEmpty { inner.fail("is no RSS or Atom feed") }
      take(inner.result)
      return true
    }
    // Many feeds are called feed.xml: one that says it is another's is another's.
    if let home = feed.home, home != address { return false }
    result.used.insert(path)
    inner.read(feed)
    take(inner.result)
    return true
  }

  private mutating func read(_ feed: Feed) {
    for failure in feed.failures { fail(failure.message, line: failure.line) }
    for warning in feed.warnings { warn(warning.message, line: warning.line) }
    var missing: [String] = []
    for item in feed.items {
      var inner = InsightReader(
        name: name, document: item.id, title: item.title, source: feed.title ?? source,
        published: item.published ?? published, files: files, line: item.line)
      if let text = item.text { inner.keep(passages(inText: text)) }
      // A document that names itself is the same in whichever file.
      inner.result.named.insert(item.id)
      inner.readTranscript(of: item, &missing)
      take(inner.result)
    }
    if !missing.isEmpty {
      warn(
        "\(counted(missing.count, "transcript is", many: "transcripts are")) not here, as nothing is fetched; save beside it: \(listed(missing))"
      )
    }
    if feed.items.isEmpty { fail("the feed has no items") }
  }

  /// HTML as most feeds have it, else plain text.
  private func passages(inText text: String) -> [Passage] {
    let isHTML = text.firstMatch(of: /<\/?[A-Za-z][^<>]*>/) != nil
    return isHTML ? HTMLPage(text).passages : plainPassages(unescaped(text))
  }

  /// Reads the best transcript of an item that is at hand.
  private mutating func readTranscript(of item: Feed.Item, _ missing: inout [String]) {
    // Those with speakers are best.
    let order: [InputFormat?] = [.transcript, .vtt, .srt, .txt, .html]
    func rank(_ link: Feed.Link) -> Int { order.firstIndex(of: link.format) ?? order.count }
    let links = item.transcripts.enumerated()
      .sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    guard let first = links.first else { return }
    for link in links {
      guard let path = files.path(for: link.address) else { continue }
      result.used.insert(path)
      var inner = InsightReader(
        name: path, document: item.id, title: item.title, source: source, published: published,
        persons: item.persons)
      if let bytes = inner.contents(of: path) {
        inner.readScript(bytes, as: link.format ?? InputFormat(of: path, holding: bytes))
      }
      let isRead = !inner.result.insights.isEmpty
      take(inner.result)
      if isRead { return }
    }
    if !links.contains(where: { files.path(for: $0.address) != nil }) {
      missing.append(first.address)
    }
  }

  /// Reads a transcript; one that is a page or plain text too.
  private mutating func readScript(_ bytes: [UInt8], as format: InputFormat) {
    guard [.html, .txt].contains(format) else { return read(bytes, as: format) }
    guard let text = text(of: bytes, as: format) else { return }
    keep(cues(of: format == .html ? HTMLPage(text).passages : plainPassages(text)))
  }

  /// The bytes of another file; notes why there are none.
  private mutating func contents(of path: String) -> [UInt8]? {
    do {
      return try Reading.contents(of: path)
    } catch {
      result.failures.append(
        error as? ReadingError ?? ReadingError(file: path, message: "\(error)"))
      return nil
    }
  }

  /// The root of an XML file; notes what is broken in it.
  private mutating func readXML(_ text: String) -> XMLElement? {
    let tree = XMLTree(text)
    if let failure = tree.failure { fail(failure.message, line: failure.line) }
    if tree.root == nil, tree.failure == nil { fail("is no XML") }
    return tree.root
  }

  /// The ends of some addresses: the names that saved files would have.
  private func listed(_ addresses: [String]) -> String {
    let names = addresses.map { $0.prefix { $0 != "?" && $0 != "#" } }
      .map { $0.split(separator: "/").last.map(String.init) ?? String($0) }
    return names.prefix(3).joined(separator: ", ") + (names.count > 3 ? "…" : "")
  }
}

extension Feed.Link {
  /// The format that its media type says.
  fileprivate var format: InputFormat? {
    switch type?.prefix(while: { $0 != ";" }) {
    case "text/vtt": .vtt
    case "application/srt", "application/x-subrip", "text/srt": .srt
    case "application/json": .transcript
    case "text/html": .html
    case "text/plain": .txt
    default: nil
    }
  }
}

extension String {
  /// Nil where it is empty.
  var nonEmpty: String? { isEmpty ? nil : self }
}
