import Reading
import Testing

struct FurnitureTests {
  /// Whether a passage between two insights is passed over.
  private func isSkipped(_ passage: String) -> Bool {
    let page = "Norway funds a centre.\n\n\(passage)\n\nChile bans imports.\n"
    return read(page, .txt).skipped == 1
  }

  @Test(arguments: [
    "The week in chips",
    "Why Peru and Chile Keep Talking Past Each Other on Imported Servers and Power",
    "Key points this week:", "By Ana Torres, 3 May 2025", "5 min read", "Home | About | Log in",
    "Home\nAbout\nArchive\nLog in", "* * *", "——", "Share", "Read more.", "https://example.org/a/b",
    "Subscribe now for full access to the archive.",
    "Get your copy of our free weekly digest.",
    "We read two hundred pages a day and mail you the five best insights.",
    "If you like this newsletter, tell your friends about it!",
    "Join 40,000 subscribers who start their day with us.",
    "This episode is brought to you by Halden Cloud, the cloud with a view.",
    "Sponsored by Halden Cloud", "Advertisement", "© 2025 Chip Letter. All rights reserved.",
    "We use cookies to make this page work.", "Photo: Ana Torres / Andes Wire",
    "Thanks for reading!", "Follow us on Mastodon and Bluesky.",
    "Already a member? Log in to keep reading.",
  ])
  func `furniture is no insight`(_ passage: String) { #expect(isSkipped(passage), "\(passage)") }

  @Test(arguments: [
    "Chips got cheaper.", "Nvidia opposes it.", "Does Peru ban servers? It does.",
    "State-sponsored hackers stole chip designs.",
    "The catalog in question lists every banned server.",
    "A newsletter in Lima says that Peru bans servers.",
    "Share prices of Chilean miners fell by a fifth.",
    "Photo labs were the first to use the model.",
    "Joint ventures with Peru need a licence, and most get one within a year.",
    "Free models are eroding the revenue of Chilean labs.",
    "Podcast hosts in Chile use open models for their transcripts.",
    "Peru's premium tier costs $20, and the ministry pays it for all schools.",
    "Download counts for the Andes model doubled in May.",
    "The minister said: “We will not sign.”", "Chile leads in copper (and Peru in silver).",
    "Peru has opened its market\nto imported servers, which Chile\nstill bans",
    "更多的开放模型来自中国。它们在全球被广泛使用。",
  ])
  func `what is said about the world is none`(_ passage: String) {
    #expect(!isSkipped(passage), "\(passage)")
  }

  @Test func `a page of headings only is said to hold nothing else`() {
    let result = read("The week in chips\n\nRelated Insights\n", .txt)
    #expect(result.skipped == 2)
    #expect(result.warnings.count == 1)
  }
}
