import Foundation

/// Lets writes to a closed pipe fail instead of killing the process, so that `kg … | head -1` is quiet.
///
/// The same for a file grown over the allowed size: SQLite then reports it and rolls back.
func ignoreBrokenPipes() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}

/// Writes data to standard output; a reader that has gone away ends the process as a success.
func output(_ text: String) { output(Data(text.utf8)) }

func output(_ data: Data) {
  let failed = data.withUnsafeBytes { write($0, to: STDOUT_FILENO) }
  guard let failed else { return }
  if failed == EPIPE { exit(ExitStatus.found.rawValue) }
  say("kg: can't write the output: \(String(cString: strerror(failed)))")
  exit(ExitStatus.usage.rawValue)
}

/// Writes a message to standard error.
func say(_ message: String) {
  _ = Data((message + "\n").utf8).withUnsafeBytes { write($0, to: STDERR_FILENO) }
}

/// Writes all bytes; gives `errno` when that fails.
private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let part = UnsafeRawBufferPointer(rebasing: rest)
    let written = Foundation.write(descriptor, part.baseAddress, part.count)
    if written < 0 {
      if errno == EINTR { continue }
      return errno
    }
    rest = rest.dropFirst(written)
  }
  return nil
}

/// Writes text to a file, or to standard output without a name.
func output(_ text: String, to file: String?) throws { try output(Data(text.utf8), to: file) }

func output(_ data: Data, to file: String?) throws {
  guard let file, file != "-" else { return output(data) }
  let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
  defer { close(descriptor) }
  let failed = descriptor < 0 ? errno : data.withUnsafeBytes { write($0, to: descriptor) }
  if let failed {
    throw Failure(.usage, "can't write \(file): \(String(cString: strerror(failed)))")
  }
}

/// Whether a person is looking.
var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
var messagesAreOnTerminal: Bool { isatty(STDERR_FILENO) == 1 }

/// Whether the terminal knows no codes that move its cursor or colour its text.
let terminalIsDumb = ["", "dumb"].contains(variable("TERM") ?? "")

/// Columns of the terminal, or nil where that is unknown.
var terminalWidth: Int? {
  guard outputIsTerminal else { return nil }
  var size = winsize()
  if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
  return nil
}
