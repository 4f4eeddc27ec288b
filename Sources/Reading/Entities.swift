/// A text in which `&amp;`, `&#8217;` and `&#x2019;` are the characters they stand for; what is none stays.
func unescaped(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
  var out = ""
  var rest = text[...]
  while let mark = rest.firstIndex(of: "&") {
    out += rest[..<mark]
    rest = rest[rest.index(after: mark)...]
    // No name is longer.
    if let end = rest.prefix(10).firstIndex(of: ";"), let found = character(String(rest[..<end])) {
      out.append(found)
      rest = rest[rest.index(after: end)...]
    } else {
      out.append("&")
    }
  }
  return out + rest
}

private func character(_ name: String) -> Character? {
  guard name.hasPrefix("#") else { return named[name].map(Character.init) }
  let digits = name.dropFirst()
  let isHex = digits.first == "x" || digits.first == "X"
  guard let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits),
    let scalar = Unicode.Scalar(code)
  else { return nil }
  // A control character is as little text here as elsewhere.
  if scalar.value < 0x20 { return scalar == "\t" || scalar == "\n" ? " " : "\u{fffd}" }
  return Character(scalar)
}

private let named: [String: Unicode.Scalar] = {
  var named: [String: Unicode.Scalar] = [:]
  for line in String(decoding: PackageResources.entities_txt, as: UTF8.self).split(separator: "\n")
  where !line.hasPrefix("#") {
    let parts = line.split(separator: " ")
    if parts.count == 2 {
      named[String(parts[0])] = UInt32(parts[1], radix: 16).flatMap(Unicode.Scalar.init)
    }
  }
  return named
}()
