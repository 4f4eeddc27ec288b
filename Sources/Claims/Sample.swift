import CResources

/// The illustrative sample that `kg demo` runs on: JSONL, one insight a line.
public var builtInSample: String {
  String(
    decoding: UnsafeRawBufferPointer(start: kg_sample(), count: Int(kg_sample_size())),
    as: UTF8.self)
}
