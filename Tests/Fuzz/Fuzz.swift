import Foundation

/// What libFuzzer calls with every input, https://llvm.org/docs/LibFuzzer.html; the way is in `KG_FUZZ_WAY`.
@_cdecl("LLVMFuzzerTestOneInput")
func take(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try way.take(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    fatalError("\(error)")
  }
  return 0
}

/// What the package manager makes the entry point: it hands over to libFuzzer.
@_cdecl("Fuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt
{
  var (count, arguments) = (count, arguments)
  return drive(&count, &arguments, take)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func drive(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private let way: Way = {
  let name = ProcessInfo.processInfo.environment["KG_FUZZ_WAY"] ?? ""
  guard let way = Way(rawValue: name) else {
    fatalError("KG_FUZZ_WAY is one of \(Way.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return way
}()
