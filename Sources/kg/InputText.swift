import Reading

/// The text of a file, or of standard input for `-`; what was mended in it is said.
///
/// Throws a failure that names the file where it can't be read or holds no text.
func readText(_ file: String, mayBeEmpty: Bool = false) throws -> String {
  do {
    let (text, warnings) = try readText(path: file, mayBeEmpty: mayBeEmpty)
    for warning in warnings { say("kg: \(warning)") }
    return text
  } catch let error as ReadingError {
    throw Failure(.inputUnreadable, "\(error)")
  }
}
