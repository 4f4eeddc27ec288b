import Foundation
import FoundationXML

/// An element of an XML file with all it holds.
final class XMLElement {
  /// Without prefix, in lower case.
  let name: String
  /// The prefix that its namespace usually has, where that is a known one.
  let prefix: String?
  let attributes: [String: String]
  let line: Int
  fileprivate(set) var text = ""
  fileprivate(set) var children: [XMLElement] = []

  fileprivate init(name: String, prefix: String?, attributes: [String: String], line: Int) {
    self.name = name
    self.prefix = prefix
    self.attributes = attributes
    self.line = line
  }

  func children(_ name: String, _ prefix: String? = nil) -> [XMLElement] {
    children.filter { $0.name == name && $0.prefix == prefix }
  }

  /// The words of the first such child, nil where there are none.
  func words(_ name: String, _ prefix: String? = nil) -> String? {
    children(name, prefix).lazy.compactMap(\.words).first
  }

  /// Its words, spaces at the ends dropped; nil where there are none.
  var words: String? {
    let bare = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return bare.isEmpty ? nil : bare
  }
}

/// An XML file as a tree; what is broken in it is named, and the rest is read.
///
/// Foundation's parser over libxml2: it resolves no external entity, expands none that the file
/// declares, and bounds depth and length. It is given text that is sound already, because a broken
/// letter in a name brings it down.
struct XMLTree {
  private(set) var root: XMLElement?
  /// The first trouble: all after it follow from it more often than not.
  private(set) var failure: (line: Int, message: String)?

  init(_ text: String) {
    let builder = TreeBuilder()
    // As a stream, because of more than 10 MB at once libxml2 complains.
    let parser = XMLParser(stream: InputStream(data: Data(Self.plain(text))))
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = builder
    _ = parser.parse()
    root = builder.root
    failure = builder.failure
  }

  /// The text as UTF-8 without its declaration, which may say otherwise, and without control
  /// characters, which XML doesn't allow.
  private static func plain(_ text: String) -> [UInt8] {
    var bytes = text.utf8.map { $0 < 0x20 && $0 != 0x0a && $0 != 0x09 ? 0x20 : $0 }
    if bytes.starts(with: "<?xml".utf8), let end = bytes.firstIndex(of: UInt8(ascii: ">")) {
      for place in 0...end where bytes[place] != 0x0a { bytes[place] = 0x20 }
    }
    return bytes
  }
}

private let prefixes = [
  "https://podcastindex.org/namespace/1.0": "podcast",
  "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
  "http://purl.org/rss/1.0/modules/content/": "content",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://www.w3.org/2005/atom": "atom",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
]

private final class TreeBuilder: NSObject, XMLParserDelegate {
  var root: XMLElement?
  var failure: (line: Int, message: String)?
  private var open: [XMLElement] = []
  /// How deep we are in the HTML that an element of Atom holds as elements; it is kept as text.
  private var depthInHTML = 0

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if depthInHTML > 0 || isHTML(open.last) {
      depthInHTML += 1
      open.last?.text += "<\(name.lowercased())>"
      return
    }
    let written = (qualifiedName ?? name).split(separator: ":")
    let local = written.last.map { $0.lowercased() } ?? name
    let known = namespaceURI.flatMap { prefixes[$0.lowercased()] }
    // A prefix that isn't declared is nearly always the usual one.
    let prefix = known ?? (written.count > 1 ? written.first.map { $0.lowercased() } : nil)
    // In an Atom feed they are the plain ones.
    let isPlain = prefix == "atom" && (root?.name ?? local) == "feed"
    let element = XMLElement(
      name: local, prefix: isPlain ? nil : prefix, attributes: attributes,
      line: parser.lineNumber)
    if let parent = open.last {
      parent.children.append(element)
    } else if root == nil {
      root = element
    }
    open.append(element)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if depthInHTML > 0 {
      depthInHTML -= 1
      open.last?.text += "</\(name.lowercased())>"
    } else if !open.isEmpty {
      open.removeLast()
    }
  }

  private func isHTML(_ element: XMLElement?) -> Bool { element?.attributes["type"] == "xhtml" }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    open.last?.text +=
      depthInHTML > 0
      ? string.replacing("&", with: "&amp;").replacing("<", with: "&lt;") : string
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    open.last?.text += String(decoding: block, as: UTF8.self)
  }

  /// Only names that HTML has, such as `&nbsp;`, are given; what a file declares or lies elsewhere isn't.
  func parser(
    _ parser: XMLParser, resolveExternalEntityName name: String, systemID: String?
  ) -> Data? {
    let text = unescaped("&\(name);")
    return text.hasPrefix("&") ? nil : Data(text.utf8)
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    let code = (error as NSError).code
    // That a prefix isn't declared takes nothing away.
    guard failure == nil, code != 201 else { return }
    failure = (
      parser.lineNumber,
      "\(troubles[code] ?? "is no well-formed XML (libxml2 error \(code))"); what could be read was"
    )
  }
}

/// What is wrong, by the numbers of libxml2.
private let troubles = [
  4: "is empty or begins with no element", 5: "the file ends before its elements do",
  9: "a character stands here that XML doesn't allow; take it out",
  23: "an entity lacks its semicolon; write &amp; for a plain &",
  26: "an entity is used that isn't known; write its character",
  38: "a < stands in a value; write &lt;", 68: "a plain & stands here; write &amp;",
  76: "a closing tag is of another element than the open one",
  77: "the file ends before its elements do",
]
