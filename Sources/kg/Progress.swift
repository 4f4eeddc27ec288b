import Foundation

/// A bar on standard error while a person waits; nothing when messages go to a file
/// or to a terminal that could not show it.
struct Progress {
  let total: Int
  let what: String
  let visible = messagesAreOnTerminal && !terminalIsDumb
  private var done = 0

  init(total: Int, what: String) {
    self.total = total
    self.what = what
  }

  mutating func advance(by count: Int) {
    done += count
    guard visible, total > Engine.batch else { return }
    let filled = total == 0 ? 30 : 30 * done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    FileHandle.standardError.write(Data("\r\(bar) \(done)/\(total) \(what)".utf8))
  }

  func finish() {
    if visible, total > Engine.batch { FileHandle.standardError.write(Data("\r\u{1b}[2K".utf8)) }
  }
}
