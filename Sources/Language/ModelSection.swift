import CSyntaxModel

/// Why the syntax engine can't start.
public enum SyntaxError: Error, Hashable, CustomStringConvertible {
  case missingSection(String)
  case damagedNetwork
  case noMemory

  public var description: String {
    switch self {
    case .missingSection(let name):
      "the embedded syntax model has no usable part '\(name)'; build kg again"
    case .damagedNetwork: "the embedded syntax model is damaged; build kg again"
    case .noMemory: "there is not enough memory for the syntax engine"
    }
  }
}

/// A named part of the embedded model, read in place because copying 25 MB would slow every start.
struct ModelSection<Element: BitwiseCopyable>: @unchecked Sendable {
  // Unchecked, because the bytes are constants of the program and never change.
  let values: UnsafeBufferPointer<Element>

  init(_ name: String) throws {
    var size = 0
    guard let start = kg_syntax_section(name, &size), size % MemoryLayout<Element>.stride == 0
    else {
      throw SyntaxError.missingSection(name)
    }
    let count = size / MemoryLayout<Element>.stride
    values = UnsafeBufferPointer(start: start.assumingMemoryBound(to: Element.self), count: count)
  }

  subscript(_ i: Int) -> Element { values[i] }
  var count: Int { values.count }
}

extension ModelSection<UInt8> {
  /// The part as lines of text.
  var lines: [String] {
    String(decoding: values, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

extension ModelSection<UInt32> {
  /// Whether `value` lies in one of the ranges that the part lists as first, last, first, last…
  func hasRange(around value: UInt32) -> Bool {
    var low = 0
    var high = count / 2
    while low < high {
      let middle = (low + high) / 2
      if self[middle * 2 + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < count / 2 && self[low * 2] <= value
  }

  /// Where `value` stands in a part in ascending order.
  func position(of value: UInt32) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value ? low : nil
  }
}
