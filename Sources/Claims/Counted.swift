/// `1 claim`, `2 claims`, `2 entities`: a count with its noun.
public func counted(_ count: Int, _ one: String, many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}
