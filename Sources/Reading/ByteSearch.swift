import Foundation

extension UnsafeBufferPointer<UInt8> {
  /// Where the byte stands first, from some place on.
  func place(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where the words stand first, from some place on.
  func place(of words: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let base = baseAddress, let pattern = words.baseAddress, let first = words.first else {
      return nil
    }
    var at = start
    while let found = place(of: first, from: at), found + words.count <= count {
      if memcmp(base + found, pattern, words.count) == 0 { return found }
      at = found + 1
    }
    return nil
  }
}
