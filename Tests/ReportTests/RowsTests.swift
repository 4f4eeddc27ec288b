import Report
import Testing

struct RowsTests {
  let rows = Rows(
    columns: ["name", "claims", "note"],
    rows: [
      [.text("China"), .integer(12), .text("a \"quote\", a\ttab")],
      [.text("中国"), .integer(3), .null],
    ])

  @Test func `a table lines its columns up, wide characters too`() {
    #expect(
      rows.table() == """
        name   claims  note
        ─────  ──────  ────────────────
        China      12  a "quote", a tab
        中国        3

        """)
  }

  @Test func `a table is cut to the width of the terminal at its widest column`() {
    #expect(
      rows.table(width: 25) == """
        name   claims  note
        ─────  ──────  ──────────
        China      12  a "quote"…
        中国        3

        """)
  }

  @Test func `CSV doubles quotes`() {
    #expect(
      rows.csv == """
        name,claims,note
        China,12,"a ""quote"", a\ttab"
        中国,3,

        """)
  }

  @Test func `a tab-separated row stays one line`() {
    #expect(
      rows.tsv == "name\tclaims\tnote\nChina\t12\ta \"quote\", a\\ttab\n中国\t3\t\n")
  }

  @Test func `CSV quotes a cell with Windows line ends`() {
    let rows = Rows(columns: ["a"], rows: [[.text("one\r\ntwo")]])
    #expect(rows.csv == "a\n\"one\r\ntwo\"\n")
  }

  @Test func `JSON is one array or an object a line`() {
    #expect(
      rows.jsonl == """
        {"name": "China", "claims": 12, "note": "a \\"quote\\", a\\ttab"}
        {"name": "中国", "claims": 3, "note": null}

        """)
    #expect(Rows(columns: ["a"], rows: []).json == "[]\n")
    #expect(Rows(columns: ["a"], rows: [[.real(0.25)]]).json == "[\n  {\"a\": 0.25}\n]\n")
  }

  @Test func `Markdown keeps bars of a cell apart from its own`() {
    let rows = Rows(columns: ["a"], rows: [[.text("x|y\nz")]])
    #expect(rows.markdown == "| a |\n| --- |\n| x\\|y z |\n")
  }

  @Test func `control characters reach neither terminal nor JSON`() {
    let rows = Rows(columns: ["a"], rows: [[.text("x\u{1b}[31m\u{0}")]])
    #expect(rows.table() == "a\n────\nx[31m\n".replacing("────", with: "─────"))
    #expect(rows.jsonl == "{\"a\": \"x\\u001b[31m\\u0000\"}\n")
  }
}
