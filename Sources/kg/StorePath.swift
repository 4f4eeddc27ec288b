import Foundation

/// Where the store is: `--db`, `KG_DB`, the nearest `kg.db` here or above, else the data folder.
enum StorePath {
  static func resolve(
    option: String?, environment: [String: String] = ProcessInfo.processInfo.environment,
    folder: String = FileManager.default.currentDirectoryPath,
    exists: (String) -> Bool = FileManager.default.fileExists(atPath:)
  ) -> String {
    if let option { return option }
    if let named = environment["KG_DB"], !named.isEmpty { return named }
    var here = URL(fileURLWithPath: folder).standardizedFileURL
    while true {
      let candidate = here.appendingPathComponent("kg.db").path
      if exists(candidate) { return candidate }
      let above = here.deletingLastPathComponent().standardizedFileURL
      if above.path == here.path || here.path == "/" { break }
      here = above
    }
    let home = environment["HOME"] ?? NSHomeDirectory()
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/share"
    return data + "/kg/kg.db"
  }
}
