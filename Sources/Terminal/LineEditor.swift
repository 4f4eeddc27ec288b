import Foundation
import Text

/// Reads lines from a terminal with editing, history and completion.
///
/// Written here rather than taken from a library, because it is small, and the libraries for it are C
/// programs that each machine would need to have. A line is shown in one row, which moves along under
/// a long one, so that nothing is to be laid out anew when the window changes.
public final class LineEditor {
  public enum Read: Equatable {
    case line(String)
    /// Ctrl-C: what was typed is given up.
    case cleared
    /// Ctrl-D on an empty line, or no terminal any more.
    case ended
  }

  public var history: History
  /// Whether the terminal's own editing must do, because it knows no codes that move its cursor.
  private let isPlain: Bool
  private let complete: (EditedLine) -> Completion
  /// Told when Ctrl-C is a key from here on, and what came of it before is over.
  private let begins: () -> Void
  /// Whether to go on reading after a signal came.
  private let goesOn: () -> Bool
  private var keys = KeyReader()
  /// Of the next lines of a plain terminal.
  private var typed: [UInt8] = []

  public init(
    history: History, isPlain: Bool = false, begins: @escaping () -> Void = {},
    goesOn: @escaping () -> Bool = { true },
    complete: @escaping (EditedLine) -> Completion = { _ in Completion() }
  ) {
    self.history = history
    self.isPlain = isPlain
    self.begins = begins
    self.goesOn = goesOn
    self.complete = complete
    _ = Waking.pipe
  }

  /// The next line. The terminal is as it was when this returns.
  public func read(prompt: String) -> Read {
    if isPlain { return readPlainly(prompt) }
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return .ended }
    // The row is drawn anew when the window changes.
    signal(SIGWINCH) { _ in Waking.wake() }
    var raw = before
    cfmakeraw(&raw)
    // Output stays as it is, so that a message meanwhile is laid out well.
    raw.c_oflag = before.c_oflag
    func enter() { tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) }
    func leave() { tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
    enter()
    begins()
    defer { leave() }

    var line = EditedLine()
    // Entries may be changed while one looks through them; the last is the new line.
    var entries = history.lines + [""]
    var place = entries.count - 1
    // What is looked for among the entries.
    var search: String?
    var wasTab = false
    func go(to other: Int) {
      guard entries.indices.contains(other) else { return }
      entries[place] = line.text
      place = other
      line.replace(with: entries[place])
    }
    /// Goes to the latest entry before this one that has what is looked for.
    func look(before end: Int) {
      if let text = search, let found = entries[..<end].lastIndex(where: { $0.contains(text) }) {
        go(to: found)
      }
    }

    while true {
      // Of a text put in all at once only whole lines and the end are shown.
      if keys.bytes.isEmpty { show(search.map { "(search: \($0)) " } ?? prompt, line) }
      guard let key = nextKey() else {
        print("\r\n")
        return .ended
      }
      defer { wasTab = key == .tab }
      if let text = search {
        switch key {
        case .character(let typed):
          search = text + String(typed)
          look(before: text.isEmpty ? place : place + 1)
          continue
        case .backspace:
          search = String(text.dropLast())
          continue
        case .control("r"): break
        default: search = nil
        }
      }
      switch key {
      case .enter:
        show(prompt, line)
        print("\r\n")
        return .line(line.text)
      case .control("c"):
        print("^C\r\n")
        return .cleared
      case .control("d"):
        if line.characters.isEmpty {
          print("\r\n")
          return .ended
        }
        _ = line.edit(.delete)
      case .up, .control("p"): go(to: place - 1)
      case .down, .control("n"): go(to: place + 1)
      case .control("r"):
        // What is typed is looked for, then what is typed from here on; again, the entry before it.
        search = search ?? line.text
        if search != "" { look(before: place) }
      case .control("l"): print("\u{1b}[H\u{1b}[2J")
      case .control("z"):
        leave()
        raise(SIGTSTP)
        enter()
      case .tab: complete(&line, showingAll: wasTab)
      default: _ = line.edit(key)
      }
    }
  }

  private func readPlainly(_ prompt: String) -> Read {
    begins()
    print(prompt)
    while true {
      if let end = typed.firstIndex(of: 0x0a) {
        defer { typed.removeFirst(end + 1) }
        return .line(String(decoding: typed[..<end], as: UTF8.self))
      }
      if isWoken() {
        typed = []
        return goesOn() ? .cleared : .ended
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = Foundation.read(STDIN_FILENO, &buffer, buffer.count)
      if count == 0 || count < 0 && errno != EINTR {
        print("\n")
        return .ended
      }
      typed += buffer.prefix(max(0, count))
    }
  }

  /// Waits for what is typed or for a signal; whether it was a signal.
  private func isWoken() -> Bool {
    var waited = [STDIN_FILENO, Waking.pipe.read].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while poll(&waited, 2, -1) < 0, errno == EINTR {}
    guard waited[1].revents != 0 else { return false }
    Waking.listen()
    return true
  }

  /// Completes as far as is certain; a second Tab shows what there is to choose from.
  private func complete(_ line: inout EditedLine, showingAll: Bool) {
    let found = complete(line)
    guard !found.candidates.isEmpty else { return }
    if found.candidates.count == 1 {
      line.complete(last: found.replaced, with: found.candidates[0] + " ")
    } else if found.common.count > found.replaced {
      line.complete(last: found.replaced, with: found.common)
    } else if showingAll {
      print("\r\n" + columns(found.candidates, width: width) + "\r\n")
    }
  }

  /// The next key that is typed; nil at the end.
  private func nextKey() -> Key? {
    while true {
      if let key = keys.next(isAll: false) { return key }
      var waited = [STDIN_FILENO, Waking.pipe.read].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      // A terminal sends a key's bytes at once; a person who types Escape alone doesn't go on so soon.
      let found = poll(&waited, 2, keys.bytes.isEmpty ? -1 : 50)
      if found < 0, errno == EINTR { continue }
      if found == 0, let key = keys.next(isAll: true) { return key }
      if waited[1].revents != 0 {
        Waking.listen()
        return goesOn() ? .other : nil
      }
      var buffer = [UInt8](repeating: 0, count: 256)
      let count = Foundation.read(STDIN_FILENO, &buffer, buffer.count)
      if count == 0 || count < 0 && errno != EINTR { return nil }
      keys.add(buffer.prefix(max(0, count)))
    }
  }

  /// Draws the row anew, with so much of the line that the cursor is seen.
  private func show(_ prompt: String, _ line: EditedLine) {
    let shown = row(line, width: max(1, width - displayWidth(prompt) - 1))
    let ahead = displayWidth(prompt) + shown.cursor
    print("\r" + prompt + shown.text + "\u{1b}[K\r" + (ahead > 0 ? "\u{1b}[\(ahead)C" : ""))
  }

  private var width: Int {
    var size = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return known ? Int(size.ws_col) : 80
  }

  private func print(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}

/// The part of a line that fits, and how far in it the cursor is.
func row(_ line: EditedLine, width: Int) -> (text: String, cursor: Int) {
  let widths = line.characters.map(displayWidth)
  var start = 0
  while widths[start..<line.cursor].reduce(0, +) > width { start += 1 }
  var end = line.cursor
  var used = widths[start..<end].reduce(0, +)
  let cursor = used
  while end < widths.count, used + widths[end] <= width {
    used += widths[end]
    end += 1
  }
  return (String(line.characters[start..<end]), cursor)
}

/// Words in columns under each other, as many as fit beside each other.
func columns(_ words: [String], width: Int) -> String {
  let widest = (words.map(displayWidth).max() ?? 0) + 2
  let across = max(1, width / widest)
  let down = (words.count + across - 1) / across
  return (0..<down).map { row in
    stride(from: row, to: words.count, by: down).map { place in
      let isLast = place + down >= words.count
      let pad = isLast ? 0 : widest - displayWidth(words[place])
      return words[place] + String(repeating: " ", count: pad)
    }.joined()
  }.joined(separator: "\r\n")
}
