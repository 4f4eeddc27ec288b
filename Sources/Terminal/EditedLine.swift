/// A line that is being typed: its characters, and where the next one goes.
///
/// Characters as a reader counts them, so that an accent or a flag is passed over in one step.
public struct EditedLine: Equatable, Sendable {
  public private(set) var characters: [Character] = []
  public private(set) var cursor = 0
  /// What was cut last, for Ctrl-Y.
  private var cutting: [Character] = []

  public init(_ text: String = "") { replace(with: text) }

  public var text: String { String(characters) }
  public var beforeCursor: String { String(characters[..<cursor]) }

  public mutating func replace(with text: String) {
    characters = Array(text)
    cursor = characters.count
  }

  public mutating func insert(_ text: String) {
    // Joined and parted anew, because a sign may belong to the character before it.
    let before = Array(beforeCursor + text)
    characters = before + characters[cursor...]
    cursor = before.count
  }

  /// Puts a text in the place of the last characters before the cursor.
  public mutating func complete(last count: Int, with text: String) {
    characters.removeSubrange(max(0, cursor - count)..<cursor)
    cursor = max(0, cursor - count)
    insert(text)
  }

  /// Does what a key asks for; false where it is no key of editing.
  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: remove(max(0, cursor - 1)..<cursor)
    case .delete: remove(cursor..<min(cursor + 1, characters.count))
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .wordLeft: cursor = wordStart
    case .wordRight: cursor = wordEnd
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("k"): cut(cursor..<characters.count)
    case .control("u"): cut(0..<cursor)
    case .control("w"): cut(wordStart..<cursor)
    case .control("y"): insert(String(cutting))
    default: return false
    }
    return true
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private mutating func cut(_ range: Range<Int>) {
    if !range.isEmpty { cutting = Array(characters[range]) }
    remove(range)
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1] == " " { place -= 1 }
    while place > 0, characters[place - 1] != " " { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place] == " " { place += 1 }
    while place < characters.count, characters[place] != " " { place += 1 }
    return place
  }
}
