import Foundation

/// Where the store is: `--db`, `KG_DB`, the nearest `kg.db` here or above, else the data folder.
enum StorePath {
  static func resolve(option: String?) -> String {
    if let named = option ?? variable("KG_DB") { return named }
    var here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath).standardizedFileURL
    while true {
      let candidate = here.appendingPathComponent("kg.db").path
      if FileManager.default.fileExists(atPath: candidate) { return candidate }
      let above = here.deletingLastPathComponent().standardizedFileURL
      if above.path == here.path || here.path == "/" { break }
      here = above
    }
    let home = variable("HOME") ?? NSHomeDirectory()
    let data = variable("XDG_DATA_HOME") ?? home + "/.local/share"
    return data + "/kg/kg.db"
  }
}
