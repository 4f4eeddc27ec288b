/// What stands on a page besides its insights: headings, adverts, subscription lines, lists of links.
///
/// Rules about form (is it a sentence?) and address (does it want something of the reader?) rather
/// than a list of sentences, because every page words its furniture anew.
enum Furniture {
  /// Whether a passage names a section or leads elsewhere, and states nothing.
  static func isHeading(_ passage: Passage) -> Bool {
    if passage.isHeading { return true }
    let words = words(of: passage.text)
    if words.count < 2 { return true }
    if endsSentence(passage.text) { return false }
    let lines = passage.text.utf8.split(separator: UInt8(ascii: "\n"))
    if passage.isItem { return words.count < 5 }
    if lines.count > 1 {
      // A column of links: no line of it is a sentence, and none goes on in the next.
      return lines.allSatisfy {
        let line = String(Substring($0))
        return !endsSentence(line) && Furniture.words(of: line).count <= 5
          && !(line.first?.isLowercase ?? false)
      }
    }
    return words.count <= 14 || words.count <= 24 && isTitleCase(passage.text)
  }

  /// Whether a passage speaks to the reader about the page, or is an address alone.
  ///
  /// Who speaks says "you" at every turn, so `spoken` words are judged by the rest alone.
  static func isNotice(_ text: String, spoken: Bool = false) -> Bool {
    if text.split(whereSeparator: \.isWhitespace).allSatisfy(isAddress) { return true }
    // Longer ones say something, whatever else they hold.
    guard text.utf8.count < 1000 else { return false }
    let words = words(of: text)
    guard words.count <= 45 else { return false }
    let line = " " + words.joined(separator: " ") + " "
    if lists["anywhere", default: []].contains(where: { line.contains(" \($0) ") }) { return true }
    // "Read more." and "Share" are notices; "Share prices fell" and "Photo labs use it" are not.
    if !endsSentence(text) || words.count <= 8 && !hasVerbLater(words),
      lists["opening", default: []].contains(where: { line.hasPrefix(" \($0) ") })
    {
      return true
    }
    guard words.contains(where: medium.contains) else { return false }
    return !spoken && words.contains(where: reader.contains)
      || words.first.map(call.contains) ?? false && words.count <= 20
  }

  /// Which sentences that one speaker says are adverts: from one that names a sponsor to the words
  /// that lead back, else to the last that still names it or wants something of the listener.
  static func adverts(among sentences: [String]) -> Set<Int> {
    func holds(_ place: Int, _ list: String) -> Bool {
      let line = " " + words(of: sentences[place]).joined(separator: " ") + " "
      return lists[list, default: []].contains { line.contains(" \($0) ") }
    }
    var adverts: Set<Int> = []
    var place = 0
    while place < sentences.count {
      guard holds(place, "advert") else {
        place += 1
        continue
      }
      let sponsor = names(in: sentences[place])
      var last = place
      // Longer than this none is.
      for next in sentences.indices[(place + 1)...].prefix(12) where next - last <= 4 {
        if holds(next, "return") {
          // "Welcome back." is furniture too; what it says besides is not.
          last = words(of: sentences[next]).count <= 12 ? next : next - 1
          break
        }
        if holds(next, "offer") || !sponsor.isDisjoint(with: pieces(of: sentences[next])) {
          last = next
        }
      }
      adverts.formUnion(place...last)
      place = last + 1
    }
    return adverts
  }

  /// The words with a capital letter that are not the first.
  private static func names(in sentence: String) -> Set<Substring> {
    Set(pieces(of: sentence).dropFirst().filter { $0.first?.isUppercase ?? false && $0.count > 1 })
  }

  private static func pieces(of sentence: String) -> [Substring] {
    sentence.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
  }

  /// Lower-case words, with hyphens and apostrophes kept inside.
  static func words(of text: String) -> [String] {
    text.lowercased().replacing("’", with: "'")
      .split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "-" || $0 == "©") }
      .filter { $0.contains { $0 != "-" && $0 != "'" } }
      .map(String.init)
  }

  private static func endsSentence(_ text: String) -> Bool {
    let closing: Set<Character> = ["\"", "”", "’", "'", "»", ")", "]", " ", "*", "_"]
    guard let last = text.last(where: { !closing.contains($0) }) else { return false }
    return ".!?…。！？".contains(last)
  }

  private static func isAddress(_ piece: Substring) -> Bool {
    let lower = piece.lowercased()
    return lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www.")
      || lower.hasPrefix("mailto:")
      || lower.contains("@") && lower.contains(".") && !lower.hasPrefix("@")
  }

  private static func isTitleCase(_ text: String) -> Bool {
    let long = text.split(whereSeparator: \.isWhitespace).filter { $0.count > 3 }
    let capital = long.count { $0.first.map { $0.isUppercase || $0.isNumber } ?? false }
    return capital * 5 >= long.count * 4
  }

  // A plain sentence goes on with an inflected verb; a notice goes on with a name or a place.
  private static func hasVerbLater(_ words: [String]) -> Bool {
    words.dropFirst(1).contains {
      $0.hasSuffix("ed") || ["is", "are", "was", "were", "has", "have", "had"].contains($0)
    }
  }

  private static let call = Set(lists["call", default: []])
  private static let reader = Set(lists["reader", default: []])
  private static let medium = Set(lists["medium", default: []])

  private static let lists: [String: [String]] = {
    var lists: [String: [String]] = [:]
    var section = ""
    for line in String(decoding: PackageResources.furniture_txt, as: UTF8.self).split(
      separator: "\n") where !line.hasPrefix("#")
    {
      if line.hasPrefix("[") {
        section = line.trimmingPrefix("[").prefix { $0 != "]" }.description
      } else {
        lists[section, default: []].append(String(line))
      }
    }
    return lists
  }()
}
