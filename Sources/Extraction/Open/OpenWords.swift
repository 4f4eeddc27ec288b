/// The word lists of the open reading, from `clausewords.txt`.
enum OpenWords {
  static let negation = list("negation")
  static let question = list("question")
  static let condition = list("condition")
  static let indefinite = list("indefinite")
  static let place = list("place")
  static let connective = list("connective")
  static let free = list("free")
  static let possessive = list("possessive")
  static let openQuote = list("openQuote")
  static let closeQuote = list("closeQuote")
  static let leftEdge = list("leftEdge")
  static let rightEdge = list("rightEdge")
  static let quantity = list("quantity")
  static let joining = list("joining")
  static let hollow = list("hollow")
  static let partOfVerb = list("partOfVerb")
  static let measured = list("measured")
  static let source = list("source")
  static let objectless = list("objectless")

  private static let lists = WordLists(
    lines: String(decoding: PackageResources.clausewords_txt, as: UTF8.self))

  private static func list(_ name: String) -> Set<String> { lists[name] }
}
