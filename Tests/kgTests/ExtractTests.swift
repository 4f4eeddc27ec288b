import Testing

/// `kg extract --explain` and `--eval`, as a person sees them.
struct ExtractTests {
  let tool: Tool

  init() throws { tool = try Tool() }

  @Test
  func `an explained sentence shows its tree, its clauses and why they claim what they claim`()
    throws
  {
    let text =
      "The ministry, which runs the port, fined Viora in May and plans to sue its owner if the court agrees."
    let result = try tool.kg("extract", "--explain", input: text + "\n")
    #expect(result.status == 0)
    #expect(result.output == explained)
  }

  @Test func `a question claims nothing and says so`() throws {
    let result = try tool.kg("extract", "--explain", input: "Will Norway ban drones?\n")
    #expect(result.status == 1)
    #expect(result.output.contains("– no claim: the sentence is a question\n"))
  }

  private let gold = """
    {"id": "a", "text": "Norway bans drones. The sky is blue.", "claims": [{"id": "a#1", "subject": "Oslo", "relation": "bans", "object": "drones", "polarity": "positive", "modality": "asserted"}]}
    {"id": "b", "text": "Chile sells copper.", "claims": [{"id": "b#1", "subject": "Chile", "relation": "sells", "object": "copper", "polarity": "positive", "modality": "asserted", "time": "2024"}]}

    """

  @Test func `gold gives scores and the kinds of error`() throws {
    try tool.file("insights.jsonl", gold)
    let result = try tool.kg("extract", "--eval", ".", "--format", "table")
    #expect(result.status == 0)
    #expect(result.output == evaluated)
    let json = try tool.kg("extract", "--eval", "insights.jsonl", "--json").output
    #expect(
      json.contains(
        "\"lenient\": {\"precision\": 0.667, \"recall\": 1, \"f1\": 0.8, \"matched\": 2}"))
    #expect(json.contains("{\"insight\": \"b\", \"text\": \"Chile sells copper.\""))
    let rows = try tool.kg("extract", "--eval", "insights.jsonl").output
    #expect(
      rows.hasPrefix("what\tname\tcount\tprecision\trecall\tf1\tcost\nscore\tlenient\t2\t0.667"))
  }

  @Test func `a gold line that can't be read is named`() throws {
    try tool.file("gold.jsonl", gold + "{\"id\": \"c\"}\n")
    let result = try tool.kg("extract", "--eval", "gold.jsonl")
    #expect(result.status == 4)
    #expect(result.messages.contains("gold.jsonl:3"))
    #expect(try tool.kg("extract", "--eval", "nowhere").status == 4)
  }

  @Test(arguments: ["--eval", "--eval --explain x", "--explain --open", "--explain --json"])
  func `ways of extracting that don't go together`(_ options: String) throws {
    #expect(try tool.shell("kg extract \(options)").status == 2)
  }
}

private let explained = """
  The ministry, which runs the port, fined Viora in May and plans to sue its owner if the court agrees.
     9 fined  VERB root
     2 ├ ministry  NOUN nsubj
     1 │ ├ The  DET det
     5 │ └ runs  VERB acl:relcl
     4 │   ├ which  PRON nsubj
     7 │   └ port  NOUN obj
     6 │     └ the  DET det
    10 ├ Viora  PROPN obj
    12 ├ May  PROPN obl
    11 │ └ in  ADP case
    14 └ plans  VERB conj
    13   ├ and  CCONJ cc
    16   └ sue  VERB xcomp
    15     ├ to  PART mark
    18     ├ owner  NOUN obj
    17     │ └ its  PRON nmod:poss
    22     └ agrees  VERB advcl
    19       ├ if  SCONJ mark
    21       └ court  NOUN nsubj
    20         └ the  DET det
    5 runs (acl:relcl)
      subject: ministry · object: port
      positive, asserted
      → ministry | runs | port  (rule: verb and object; 0.873)
    9 fined (root)
      subject: ministry · object: Viora · in May
      positive, asserted
      → ministry | fines | Viora | time: May  (rule: verb and object; 0.816)
    14 plans (conj)
      – no claim: only qualifies “sue”
    16 sue (xcomp)
      subject: ministry · object: owner
      positive, conditional
      → ministry | sues | owner | conditional  (rule: verb and object; 0.872)
    22 agrees (advcl)
      subject: court
      positive, planned
      – no claim: not asserted, a condition


  """

private let evaluated = """
  2 insights, 2 gold claims, 3 extracted

  score        precision  recall  F1     matched
  ───────────  ─────────  ──────  ─────  ───────
  lenient      0.667      1.000   0.800        2
  strict       0.667      1.000   0.800        2
  arguments    0.667      1.000   0.800        2
  scope        0.000      0.000   0.000        0
  time         0.000      0.000   0.000        0
  attribution  0.000      0.000   0.000        0

  of the 2 that match leniently
    polarity right 1.000 (2 of 2)
    negatives right 0.000 (0 of 0)
    modality right 1.000 (2 of 2)

  side remark claimed (rule: adjective with preposition)  1 time, 1 claim spoiled
    a  “The sky is blue.”
      made  sky | is | blue

  time missed  1 time, 0.5 claims spoiled
    b  “Chile sells copper.”
      gold  Chile | sells | copper | time: 2024
      made  Chile | sells | copper

  """
