extension Claim {
  /// The claim said in its own names, for a reader: `export controls slow chip making (China), 2025
  /// [denied]`.
  public var sentence: String {
    let verb = Self.isOfMany(subject) ? Self.ofMany(relation) : relation
    var said = subject.isEmpty ? "anyone" : subject
    for part in [verb, object] where !part.isEmpty { said += " " + part }
    if let scope { said += " (\(scope))" }
    if let time { said += ", \(time)" }
    if polarity == .negative || modality != .asserted {
      let marks =
        (polarity == .negative ? ["denied"] : [])
        + (modality == .asserted ? [] : [modality.rawValue])
      said += " [\(marks.joined(separator: ", "))]"
    }
    return said
  }

  /// What it says and no more, as English puts it: `Finland does not depend on Russian nickel`.
  public var statement: String {
    let isOfMany = Self.isOfMany(subject)
    var verb = isOfMany ? Self.ofMany(relation) : relation
    if polarity == .negative {
      let first = verb.prefix { $0 != " " }
      let rest = verb.dropFirst(first.count)
      verb =
        Self.auxiliaries.contains(String(first))
        ? "\(first) not\(rest)"
        : "\(isOfMany ? "do" : "does") not \(Self.ofMany(relation))"
    }
    return [subject, verb, object].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "can", "could", "may", "might", "must", "should", "will", "would",
  ]

  /// Whether a name is in the plural, as far as it shows: what is written with a capital may be one
  /// state or firm.
  private static func isOfMany(_ name: String) -> Bool {
    // Most names have no other words.
    guard hasSmallWord(name) else { return false }
    let words = name.split(separator: " ")
    // "open models of Chinese labs"
    let head = words.prefix { !prepositions.contains($0) }
    guard let last = head.last, last.first?.isLowercase == true else { return false }
    return ["people", "police", "children", "men", "women"].contains(last)
      || last.hasSuffix("s")
        && !["ss", "us", "is", "ics", "news", "series", "gas"].contains(where: last.hasSuffix)
  }

  /// Whether a word of it begins without a capital, or with a letter that English hasn't.
  private static func hasSmallWord(_ name: String) -> Bool {
    var isStart = true
    for byte in name.utf8 {
      if isStart, byte >= UInt8(ascii: "a") { return true }
      isStart = byte == UInt8(ascii: " ")
    }
    return false
  }

  private static let prepositions: Set<Substring> = [
    "of", "in", "for", "from", "to", "on", "at", "with", "between", "among", "by", "about",
    "against",
    "over",
  ]

  /// A relation, which names its verb in the third person, as many do it: "leads in" gives "lead in".
  private static func ofMany(_ relation: String) -> String {
    let verb = relation.prefix { $0 != " " }
    return many(String(verb)) + relation.dropFirst(verb.count)
  }

  private static func many(_ verb: String) -> String {
    switch verb {
    case "is": return "are"
    case "was": return "were"
    case "has": return "have"
    case "does": return "do"
    case "focuses": return "focus"
    default: break
    }
    guard verb.hasSuffix("s"), !verb.hasSuffix("ss") else { return verb }
    if verb.hasSuffix("ies"), verb.count > 4 { return verb.dropLast(3) + "y" }
    let sibilants = ["ches", "shes", "sses", "xes", "zzes", "oes"]
    return String(verb.dropLast(sibilants.contains(where: verb.hasSuffix) ? 2 : 1))
  }
}
