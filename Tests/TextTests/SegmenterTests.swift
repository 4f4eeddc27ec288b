import Testing
import Text

struct SegmenterTests {
  private func words(_ text: String) -> [[String]] {
    Segmenter().sentences(in: text).map { $0.tokens.map(\.text) }
  }

  @Test(
    "words as the treebanks cut them",
    arguments: [
      ("The U.S. isn't alone.", ["The", "U.S.", "is", "n't", "alone", "."]),
      ("Korea's open-source labs", ["Korea", "'s", "open", "-", "source", "labs"]),
      ("It cost $5.6m (or 3nm).", ["It", "cost", "$", "5.6", "m", "(", "or", "3", "nm", ")", "."]),
      ("NT$40 million", ["NT$", "40", "million"]),
      ("GPT-4.5 cannot co-exist", ["GPT-4.5", "can", "not", "co-exist"]),
      ("See https://example.org/a-b, please", ["See", "https://example.org/a-b", ",", "please"]),
      (
        "Norway 's ships , she said , were n't `` new ''",
        ["Norway", "'s", "ships", ",", "she", "said", ",", "were", "n't", "``", "new", "''"]
      ),
      ("Chips 🚀 rose 12%!", ["Chips", "🚀", "rose", "12", "%", "!"]),
    ])
  func cut(text: String, expected: [String]) {
    #expect(words(text) == [expected])
  }

  @Test(
    "sentences",
    arguments: [
      ("It fell. Dr. Wu left the U.S. in May. He stayed.", 3),
      ("He asked: “Why?” Nobody knew.", 2),
      ("One line\n\nanother line", 2),
      ("First:\r\n- a bullet\r\n- another", 3),
    ])
  func split(text: String, count: Int) {
    #expect(Segmenter().sentences(in: text).count == count)
  }

  @Test(
    "sentences end where a reader hears them end",
    arguments: [
      "It fell. | Dr. Wu left the U.S. in May. | He stayed.",
      "The U.S. Commerce Dept. agreed. | GPT-4.5 costs $5.6m. | A 3 nm chip is planned.",
      "“Open models win,” she said. | “Closed ones lose.” | Nobody answered! | What now?",
      "Fabs in Arizona Inc. magazine (see p. 4) and elsewhere grew. | (Taiwan's did not.) | Prices rose.",
      "Harbour tolls were cut again, he wrote. [12] | Then trade came back.",
      "The U.S. AI labs and the E.U. AI rules differ. | No. 5 is ca. 70 pages long.",
      "Last year's toll, at $10 bn. each, was high.",
      "The race is US vs. China and Open Source vs. Closed Source. | It is a matrix.",
      "She works for Acme Corp. in Washington, D.C. and likes it.",
      "In September 2025 The Hague agreed. | In 2019 RISC-V International moved.",
      "See https://example.org/a.b for more. | Then read on 🚀 and on.",
      "Old Harbour | Friday, March 3, 2017 | The old harbour was opened again.",
      "Viora plans to restart Three Mile Island in 2028.",
      "GPT-4.1 outscores Kimi K2 in riddles.",
      "Figure 2.4 | The harbour at night. | It is lit.",
      "The state has not given Washington any promise. | Baidu's Apollo Go has the biggest fleet.",
    ])
  func ends(marked: String) {
    let text = marked.replacing(" |", with: "")
    let found = Segmenter().sentences(in: text).map { $0.span.text(in: text) }
    #expect(found.joined(separator: " | ") == marked)
  }

  @Test(
    "tokens cover every byte that is no space, in order",
    arguments: [
      "", " ", "a\u{0}b", "…—“x”", "don’t 3–5 nm/W", "مرحبا بالعالم.", "👩‍👩‍👧 e\u{301}!",
      "a\u{a0}b\u{2028}c",
      String(repeating: "x", count: 450) + " y.", String(repeating: "é", count: 450) + ". Ö",
      "cannot, gonna. U. U.S. etc. x.", "[ ] \u{a0}\n\n•\n• - \r\n- b", "\u{FFFD} bad",
      "--- *** !!! ...",
    ])
  func coverage(text: String) {
    let tokens = Segmenter().sentences(in: text).flatMap(\.tokens)
    var end = 0
    var joined: [UInt8] = []
    for token in tokens {
      #expect(token.span.start >= end && token.span.end > token.span.start)
      #expect(token.span.text(in: text) == token.text)
      end = token.span.end
      joined += Array(token.text.utf8)
    }
    let letters = text.unicodeScalars.filter { !$0.properties.isWhitespace && $0.value != 0 }
    #expect(joined.count == letters.reduce(0) { $0 + UTF8.width($1) })
  }
}
