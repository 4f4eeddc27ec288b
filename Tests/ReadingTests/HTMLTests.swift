import Claims
import Testing

@testable import Reading

struct HTMLTests {
  @Test func `an article's own words are read, and what is around them isn't`() {
    let page = """
      <!DOCTYPE html>
      <html><head><title>Servers | Andes Wire</title>
      <meta property="og:title" content="Peru &amp; servers">
      <meta property="og:site_name" content="Andes Wire">
      <meta property="article:published_time" content="2026-01-05T10:00:00Z">
      <script>document.write("<p>Chile bans scripts.</p>")</script>
      <style>p { color: red } /* <p>Norway bans styles.</p> */</style></head>
      <body><nav><ul><li><a href="/">Home</a><li><a href="/a">Chile allows menus of links.</a></ul></nav>
      <p>Norway funds another page.</p>
      <!-- <p>Norway bans comments.</p> -->
      <article><h1>Peru bans imported servers.</h1>
      <p>Peru <b>bans</b> imported&nbsp;servers
      from 2026 &#8212; all of them.<p>Chile does not, if 5 < 6.
      <div hidden>Norway hides this sentence.</div>
      <ul><li>Norway funds a centre<li>Oslo pays for it.</ul>
      <p><a href="/b">Norway's minister explains what comes next.</a></p>
      <blockquote>“We build it,” Halden AI says.</blockquote></article>
      <footer><p>Chile allows footers.</p></footer></body></html>
      """
    let result = read(page, .html)
    #expect(
      result.insights.map(\.text) == [
        "Peru bans imported servers from 2026 — all of them.", "Chile does not, if 5 < 6.",
        "Oslo pays for it.", "“We build it,” Halden AI says.",
      ])
    #expect(Set(result.insights.map(\.title)) == ["Peru & servers"])
    #expect(Set(result.insights.map(\.source)) == ["Andes Wire"])
    #expect(Set(result.insights.map(\.published)) == ["2026-01-05"])
    #expect(result.failures.isEmpty)
  }

  @Test func `tables that make a newsletter's columns hold its sentences`() {
    let page = """
      <table><tr><td>Chips letter</td></tr><tr><td><table><tr><td>
      Peru bans imported servers.<br><br>Chile allows<br>them all.</td></tr></table></table>
      """
    #expect(
      read(page, .html).insights.map(\.text) == [
        "Peru bans imported servers.", "Chile allows them all.",
      ])
  }

  @Test(
    "broken markup loses no more than it must",
    arguments: [
      "<p>Peru bans imported servers.", "<p>Peru bans imported servers.</p",
      "<nav><p>Peru bans imported servers.",
      "</div></p><P CLASS=x>Peru bans imported servers.</P>",
      "<p a='>'>Peru bans imported servers.<script>",
      "<p>Peru bans imported servers.<!-- <p>More of it.", "Peru bans imported servers.<br",
      "<p>Peru bans imported servers.<p title=\"never closed>Chile.",
    ])
  func broken(_ page: String) {
    #expect(read(page, .html).insights.map(\.text) == ["Peru bans imported servers."])
  }

  @Test func `depth and length do no harm`() {
    let deep = String(repeating: "<div><a>", count: 100_000) + "<p>Peru bans imported servers."
    #expect(read(deep, .html).insights.count <= 1)
    let open = String(repeating: "<p <!-- <![CDATA[ <x y='", count: 100_000)
    #expect(read(open, .html).insights.isEmpty)
    let big = Reading.read(
      bytes: Array(repeating: 0x20, count: (64 << 20) + 1), name: "notes", format: .html)
    #expect(big.failures.map(\.description) == ["notes: 64 MB are too many for one html; split it"])
  }
}
