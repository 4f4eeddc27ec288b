import Reading
import Testing

struct MarkdownTests {
  @Test func `Markdown loses its marks and keeps its words`() {
    let result = read(
      """
      ---
      layout: post
      ---
      # A heading that ends like a sentence.

      **Peru** [bans](x.html "why") *imported* servers, `kind_of_box` 2 * 3 &amp; more.[^1]
      It says so.
      - Chile allows them all
        in every region
      - [A related post](y.html)
      1. Norway __funds__ a centre.

      > A quoted line stands. <br>
      > So does its second.

      Another heading
      ---------------

      | a | table |
      |---|-------|

      ```
      code is no insight.
      ```

      ![a picture](z.png)

      [^1]: A footnote is said too.
      """, .md)
    #expect(
      result.insights.map(\.text) == [
        "Peru bans imported servers, kind_of_box 2 * 3 & more.\nIt says so.",
        "Chile allows them all\nin every region", "Norway funds a centre.",
        "A quoted line stands.\nSo does its second.",
      ])
  }

  @Test func `marks that are none stay`() {
    let text = "Peru pays 5 * 3 and ~4 dollars for snake_case [sic] a < b chips."
    #expect(read(text, .md).insights.map(\.text) == [text])
  }
}
