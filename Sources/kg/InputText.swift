import Foundation

/// The text of a file, or of standard input for `-`; malformed UTF-8 stays readable as U+FFFD.
func readText(_ file: String) throws -> String {
  if file == "-" {
    return String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
  }
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
    throw Failure(.inputUnreadable, "\(file): no such file")
  }
  if isFolder.boolValue {
    throw Failure(.inputUnreadable, "\(file): is a directory; name the files in it")
  }
  do {
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  } catch {
    throw Failure(.inputUnreadable, "\(file): can't be read: \(reason(error))")
  }
}
