/// Nouns that name what a verb does: "adoption" of adopt.
enum Nominals {
  /// The verb, nil for a noun that is not made from one; British spellings follow the American ones.
  static func verb(of noun: String) -> String? {
    if let verb = table[noun] { return verb }
    guard noun.hasSuffix("isation") else { return nil }
    return table[noun.dropLast(7) + "ization"].map { $0.dropLast(3) + "ise" }
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for line in String(decoding: PackageResources.nominals_txt, as: UTF8.self).split(
      separator: "\n") where !line.hasPrefix("#")
    {
      let parts = line.split(separator: " ").map(String.init)
      if parts.count == 2 { table[parts[0]] = parts[1] }
    }
    return table
  }()
}
