import Testing

@testable import Language

typealias TextPairs = [(String, String)]

/// An answer is the same whichever of the two texts comes first.
func expectNoOrder<Answer: Equatable>(_ read: (TextPairs) -> [Answer], of pairs: TextPairs) {
  #expect(read(pairs) == read(pairs.map { ($1, $0) }))
}

/// An answer depends on neither neighbours nor threads nor kernel; `reader` makes one of so many threads.
func expectEachAlone<Answer: Equatable>(
  _ pair: (String, String), beside others: TextPairs,
  reader: (SyntaxKernel, Int) throws -> (TextPairs) -> [Answer]
) throws {
  let alone = try reader(.best, 1)([pair])[0]
  for kernel in SyntaxKernel.allCases where kernel.isAvailable {
    #expect(try reader(kernel, 2)(others + [pair]).last == alone)
  }
}
