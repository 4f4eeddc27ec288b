import Testing

/// Who a transcript's speaker is: read over the claims, and taken back without a trace.
struct SpeakerTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    for (file, place) in [("one.vtt", "Peru"), ("two.vtt", "Chile")] {
      try tool.file(
        file,
        """
        WEBVTT

        00:01.000 --> 00:02.000
        <v S2>Does \(place) ban imported servers?

        00:02.500 --> 00:04.000
        <v S1>\(place) bans imported servers.
        """)
    }
    _ = try tool.kg("ingest", "one.vtt", "two.vtt", "--source", "Chips Weekly")
  }

  private func said() throws -> String {
    try tool.kg("query", "Who bans imported servers?", "--format", "table").output
  }

  @Test func `the speaker stands in the citation, with the time, and the question is no claim`()
    throws
  {
    #expect(
      try tool.kg("sql", "SELECT speaker, timecode, attribution, subject FROM claims ORDER BY 4")
        .output
        == "speaker\ttimecode\tattribution\tsubject\nS1\t00:00:02.500\tS1\tChile\nS1\t00:00:02.500\tS1\tPeru\n"
    )
    #expect(try said().contains("“Peru bans imported servers.” — S1, in Chips Weekly, "))
    #expect(try said().contains(" at 00:00:02\n"))
  }

  @Test func `a speaker gets a name everywhere or in one document, and its undo leaves no trace`()
    throws
  {
    let before = try tool.kg("dump").output
    let everywhere = try tool.kg(
      "speaker", "S1", "=", "Grace Hopper", "--because", "The host says so.")
    #expect(
      everywhere.messages == """
        e1: the speaker “S1” is “Grace Hopper”
        “S1” speaks in 2 documents, one.vtt, two.vtt; --document or --source says it of one alone

        """)
    #expect(
      try tool.kg("speaker", "S1=Ada Lovelace", "--document", "one.vtt").messages
        == "e2: the speaker “S1” is “Ada Lovelace” in one.vtt\n")
    #expect(try said().contains("“Peru bans imported servers.” — Ada Lovelace, in Chips Weekly"))
    #expect(try said().contains("“Chile bans imported servers.” — Grace Hopper, in Chips Weekly"))
    #expect(
      try tool.kg("speaker").output == """
        speaker\tis\tpassages\tdocument\tsource
        S1\tAda Lovelace\t1\tone.vtt\tChips Weekly
        S1\tGrace Hopper\t1\ttwo.vtt\tChips Weekly
        S2\t\t1\tone.vtt\tChips Weekly
        S2\t\t1\ttwo.vtt\tChips Weekly

        """)
    let named = try tool.kg("dump").output
    try tool.file("dump.jsonl", named)
    #expect(
      try tool.shell("kg --db again.db load dump.jsonl && kg --db again.db dump").output == named)

    #expect(try tool.kg("entity", "undo").messages.hasPrefix("undid e2: "))
    #expect(try tool.kg("speaker", "--undo", "S1").messages.hasPrefix("undid e1: "))
    #expect(try tool.kg("dump").output == before)
    #expect(try said().contains("— S1, in"))
    #expect(try tool.kg("speaker", "--undo").status == 1)
  }

  @Test func `what a speaker or a show says is asked by name, whatever its case`() throws {
    let asked = { (question: String) in
      try tool.kg("query", question, "--format", "table")
    }
    let peru = "“Peru bans imported servers.” — S1, in Chips Weekly"
    let chile = "“Chile bans imported servers.” — S1, in Chips Weekly"
    for question in ["What does S1 say?", "What has Chips Weekly said?", "What does s1 think?"] {
      let answer = try asked(question).output
      #expect(answer.contains(peru) && answer.contains(chile), "\(question): \(answer)")
    }
    for question in [
      "What does S1 say about Peru?", "What is S1 saying about Peru?", "What is S1's view on Peru?",
    ] {
      let answer = try asked(question).output
      #expect(answer.contains(peru) && !answer.contains(chile), "\(question): \(answer)")
    }
    let silent = try asked("What does S1 say about Norway?")
    #expect(silent.status == 1)
    #expect(silent.output.contains("S1 says nothing of Norway, but 2 claims of other things"))
    _ = try tool.kg("speaker", "S1", "=", "Grace Hopper")
    #expect(try asked("What does Grace Hopper say about Peru?").output.contains("— Grace Hopper"))
    #expect(try asked("What does S1 say about Peru?").status == 1)
    // Who only asked says nothing.
    #expect(try asked("What does S2 say?").status == 1)
  }

  @Test func `nobody of that name, or half a sentence, is said`() throws {
    #expect(try tool.kg("speaker", "S9", "=", "Ada").status == 1)
    #expect(try tool.kg("speaker", "S1", "=", "Ada", "--document", "three.vtt").status == 1)
    #expect(try tool.kg("speaker", "S1", "=").status == 2)
  }
}
