import Testing

@testable import Language

@Suite struct SentenceEncoderTests {
  private let question = "Who withdrew the maker's permit to repair its machines abroad?"
  private let texts = [
    "The ministry revoked the licence under which the firm serviced machines overseas.",
    "The maker's shares fell four percent.",
    "Rain is expected in the hills on Sunday.",
  ]

  @Test func likenessIsThatOfTheModelBeforeQuantisation() throws {
    let found = try Likeness().of(question, to: texts + [question])
    // all-MiniLM-L6-v2 in float32.
    for (found, exact) in zip(found, [0.607, 0.2434, -0.0962, 1]) {
      #expect(abs(found - exact) < 0.02)
    }
  }

  @Test func eachWordOfATextHasItsMeaning() throws {
    let found = try SentenceEncoder.shared().meanings(texts)
    #expect(found.map(\.words.count) == texts.map { $0.split(separator: " ").count })
    let same = try Likeness().ofWords(["the", "permit"], to: [["a", "licence", "in", "rain"]])[0]
    #expect(same[1].firstIndex(of: same[1].max() ?? 0) == 1)
  }

  @Test func whatIsKeptGivesWhatIsNew() throws {
    let kept = Likeness()
    let words = texts.map { $0.split(separator: " ").map(String.init) }
    _ = try kept.of(texts[1], to: [question])
    _ = try kept.ofWords(words[0], to: [words[1]])
    #expect(try kept.of(question, to: texts) == Likeness().of(question, to: texts))
    #expect(
      try kept.ofWords(words[2], to: words + words)
        == Likeness().ofWords(words[2], to: words + words))
  }

  @Test func aVectorDependsOnNeitherNeighboursNorThreadsNorKernel() throws {
    let alone = try SentenceEncoder(threads: 1).meanings([texts[0]])[0]
    for kernel in SyntaxKernel.allCases where kernel.isAvailable {
      let encoder = try SentenceEncoder(kernel: kernel, threads: 2)
      #expect(encoder.meanings(texts + [question])[0] == alone)
    }
  }

  @Test func emptyAndOverlongTextsHaveVectorsToo() throws {
    let long = String(repeating: "chips and models ", count: 400)
    for meaning in try SentenceEncoder.shared().meanings(["", long]) {
      for vector in [meaning.whole] + meaning.words {
        let length = vector.reduce(0) { $0 + $1 * $1 }
        #expect(vector.count == 384 && abs(length - 1) < 1e-4)
      }
    }
  }
}
