import Foundation

/// Where the files are that a feed or a list of feeds names by an address: given with it or beside it.
///
/// Nothing is ever fetched: of an address only the end counts, as the name a saved file would have.
struct LocalFiles {
  /// The folder of the file that names others; nil where that came in by a pipe.
  var folder: String?
  /// Paths of the other files given.
  var given: [String] = []

  /// The path of the file that was saved from an address, or nil where there is none.
  func path(for address: String) -> String? {
    guard
      let bare = address.prefix(while: { $0 != "?" && $0 != "#" }).description
        .removingPercentEncoding
    else { return nil }
    let parts = bare.split(separator: "/").map(String.init)
    // What leads upwards is no file beside.
    guard let name = parts.last, !parts.contains(".."), name != ".", !bare.contains("\0") else {
      return nil
    }
    if let path = given.first(where: { documentName($0) == name }) { return path }
    guard let folder else { return nil }
    let isRelative =
      !bare.hasPrefix("/") && bare.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) == nil
    return (isRelative ? [bare, name] : [name]).lazy.map { folder + "/" + $0 }.first { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }
}
