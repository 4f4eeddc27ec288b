import Foundation

/// A variable of the environment; nil where it says nothing.
///
/// One by itself, because Foundation copies all to give one, and a session asks for each line.
func variable(_ name: String) -> String? {
  guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
  return value
}
