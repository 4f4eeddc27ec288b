import Testing

@testable import Terminal

/// A line as it is typed: keys go in, `|` shows where the cursor is.
struct EditedLineTests {
  /// The line after some keys, as a terminal sends them.
  private func typed(_ bytes: String) -> String {
    var reader = KeyReader()
    reader.add(Array(bytes.utf8))
    var line = EditedLine()
    while let key = reader.next(isAll: true) { _ = line.edit(key) }
    return line.beforeCursor + "|" + line.text.dropFirst(line.beforeCursor.count)
  }

  @Test(arguments: [
    ("pear", "pear|"),
    ("pear\u{1b}[D\u{1b}[D", "pe|ar"),
    ("pear\u{1}", "|pear"),
    ("pear\u{1b}[H\u{1b}[C\u{1b}OF", "pear|"),
    ("pear\u{1b}[D\u{7f}", "pe|r"),
    ("pear\u{1}\u{1b}[3~", "|ear"),
    ("who sells pears\u{17}", "who sells |"),
    ("who sells pears\u{1b}b\u{b}", "who sells |"),
    ("who sells pears\u{1b}[1;5D\u{15}", "|pears"),
    ("who \u{15}sells \u{19}", "sells who |"),
    ("naïve 🇨🇳\u{7f}", "naïve |"),
    // An accent that comes after its letter is one character with it.
    ("cafe\u{301}\u{7f}", "caf|"),
    // What means nothing changes nothing.
    ("pear\u{1b}[5~\u{1b}[1;2P", "pear|"),
  ])
  func `keys edit the line`(_ bytes: String, _ shown: String) {
    #expect(typed(bytes) == shown)
  }

  @Test func `a key that comes in pieces waits for its rest`() {
    var reader = KeyReader()
    reader.add([0xc3])
    #expect(reader.next(isAll: false) == nil)
    reader.add([0xaf, 0x1b])
    #expect(reader.next(isAll: false) == .character("ï"))
    #expect(reader.next(isAll: false) == nil)
    #expect(reader.next(isAll: true) == .other)
    reader.add(Array("\u{1b}[1;5".utf8))
    #expect(reader.next(isAll: false) == nil)
    reader.add(Array("C".utf8))
    #expect(reader.next(isAll: false) == .wordRight)
  }

  @Test func `a long line shows the part around the cursor`() {
    var line = EditedLine("who sells pears")
    #expect(row(line, width: 20) == ("who sells pears", 15))
    #expect(row(line, width: 5) == ("pears", 5))
    _ = line.edit(.home)
    #expect(row(line, width: 5) == ("who s", 0))
    // A wide character that only half fits is left out.
    line.replace(with: "中国芯片")
    #expect(row(line, width: 5) == ("芯片", 4))
  }

  @Test func `words to choose from stand in columns`() {
    #expect(columns(["ask", "bake", "sell"], width: 13) == "ask   sell\r\nbake")
    #expect(columns(["ask", "bake"], width: 2) == "ask\r\nbake")
  }
}
