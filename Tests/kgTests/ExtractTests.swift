import Testing

/// `kg extract --explain`, as a person sees them.
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

  @Test(arguments: ["--explain --open", "--explain --json"])
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
      → ministry | runs | port  (rule: verb and object; 0.946)
    9 fined (root)
      subject: ministry · object: Viora · in May
      positive, asserted
      → ministry | fines | Viora | time: May  (rule: verb and object; 0.902)
    14 plans (conj)
      – no claim: only qualifies “sue”
    16 sue (xcomp)
      subject: ministry · object: owner
      positive, conditional
      → ministry | sues | owner | conditional  (rule: verb and object; 0.931)
    22 agrees (advcl)
      subject: court
      positive, planned
      – no claim: not asserted, a condition


  """
