import Foundation

/// The lines typed before, the latest last, kept in a file that only its owner may read.
public struct History: Sendable {
  public private(set) var lines: [String] = []
  private let file: URL?

  /// More than that no one goes back through.
  static let most = 2000

  /// Reads those of the file; without one they last as long as the session.
  public init(file: URL? = nil) {
    self.file = file
    guard let file, let text = try? String(contentsOf: file, encoding: .utf8) else { return }
    lines = text.split(separator: "\n").map(String.init)
    if lines.count > 2 * Self.most {
      lines = Array(lines.suffix(Self.most))
      write(lines, to: file, mode: O_TRUNC)
    }
  }

  /// Adds a line, but not the last one once more, nor one that begins with a space.
  ///
  /// What can't be written is still known to this session.
  public mutating func add(_ line: String) {
    let line = line.replacing("\n", with: " ")
    guard !line.isEmpty, !line.hasPrefix(" "), line != lines.last else { return }
    lines.append(line)
    guard let file else { return }
    let folder = file.deletingLastPathComponent()
    try? FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    write([line], to: file, mode: O_APPEND)
  }

  private func write(_ lines: [String], to file: URL, mode: Int32) {
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_CLOEXEC | mode, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // In one go, because another session may add a line too.
    let text = lines.map { $0 + "\n" }.joined()
    _ = Array(text.utf8).withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
  }
}
