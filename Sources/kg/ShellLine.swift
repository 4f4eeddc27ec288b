/// A line of a session taken apart into words, as a POSIX shell does it; nothing is expanded.
struct ShellLine: Equatable {
  var words: [String] = []
  /// Whether the line ends between words, so that another may begin.
  var endsBetweenWords = true
  /// The quotation mark that is still open at its end.
  var openQuote: Character?
  /// How many characters of the line the last word takes, its quotation marks with it.
  var lastLength = 0

  init(_ line: String) {
    var word = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        if openQuote == "\"", !"\"\\$`".contains(character) { word.append("\\") }
        word.append(character)
        isEscaped = false
      } else if let quote = openQuote {
        switch character {
        case quote: openQuote = nil
        case "\\" where quote == "\"": isEscaped = true
        default: word.append(character)
        }
      } else if character.isWhitespace {
        if !endsBetweenWords { words.append(word) }
        (word, endsBetweenWords, lastLength) = ("", true, 0)
        continue
      } else {
        switch character {
        case "'", "\"": openQuote = character
        case "\\": isEscaped = true
        default: word.append(character)
        }
      }
      endsBetweenWords = false
      lastLength += 1
    }
    if isEscaped { word.append("\\") }
    if !endsBetweenWords { words.append(word) }
  }

  /// The arguments that a line stands for, as `kg` would be given them; none where it says nothing.
  ///
  /// What begins with the name of a command is one, `kg` before it or not. Anything else of more than
  /// a word is a question, whose apostrophes are no quotation marks; options may follow it.
  static func arguments(of line: String) throws -> [String] {
    var text = line.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.hasPrefix("kg "), let rest = text.firstIndex(where: \.isWhitespace) {
      text = text[rest...].drop(while: \.isWhitespace)
    }
    guard let first = text.first, first != "#" else { return [] }
    let name = text.prefix { !$0.isWhitespace }
    let isQuestion =
      name.count < text.count && !"-'\"\\".contains(first) && !KG.isCommand(String(name))
    guard isQuestion else { return try words(of: text) }
    guard let options = text.firstRange(of: #/\s--[a-z]/#) else { return ["query", String(text)] }
    return try ["query", String(text[..<options.lowerBound])]
      + words(of: text[options.lowerBound...])
  }

  private static func words(of text: Substring) throws -> [String] {
    let line = ShellLine(String(text))
    if let quote = line.openQuote {
      throw Failure(.usage, "a quotation mark is left open: \(quote)")
    }
    return line.words
  }
}
