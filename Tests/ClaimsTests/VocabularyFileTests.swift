import Testing

@testable import Claims

/// A user's own vocabulary file: what it extends, how it is kept, and what is said of a bad one.
struct VocabularyFileTests {
  /// What is wrong with a file on top of the small vocabulary, a line each.
  private func problems(_ yaml: String) -> [String] {
    do {
      _ = try Vocabulary.Entries.checked(yaml: yaml, on: small())
      return []
    } catch let error as VocabularyError {
      return error.lines(in: "own.yaml")
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `an entry of a known name extends it, a new name is new`() throws {
    let own = try Vocabulary.Entries.checked(
      yaml: """
        relations:
          - {name: grows, phrases: [cultivate, grow]}
          - {name: prunes, frame: growth, pole: less, phrases: [cut back]}
        entities:
          - {name: Oslo Garden, aliases: [the Garden]}
          - name: Bergen Garden
            kind: garden
            part-of: [Norway]
        """, on: small())
    let v = Vocabulary(try small(), own: own)
    #expect(v.relations["grows"]?.phrases == ["grow", "raise", "cultivate"])
    #expect(v.relations["grows"]?.pole == "more")
    #expect(v.relationByPhrase["cultivate"] == "grows")
    #expect(v.relationByPhrase["cut back"] == "prunes")
    #expect(v.entityByAlias["the garden"] == "Oslo Garden")
    #expect(v.entities["Oslo Garden"]?.kind == "garden")
    #expect(v.entities["Bergen Garden"]?.partOf == ["Norway"])
  }

  @Test func `every part may be left out, and so may all`() throws {
    for yaml in ["", "# nothing\n", "frames:\n", "relations: []\nentities: ~\n"] {
      #expect(try Vocabulary.Entries.checked(yaml: yaml, on: small()).isEmpty)
    }
  }

  @Test func `the user's own wins where a later kg claims the same word`() throws {
    let own = Vocabulary.Entries(relations: [.init(name: "rears", phrases: ["raise"])])
    #expect(Vocabulary(try small(), own: own).relationByPhrase["raise"] == "rears")
    #expect(Vocabulary(try small()).relationByPhrase["raise"] == "grows")
  }

  @Test(arguments: [
    ("relations:\n  - {name: x, phrases: [a, b}\n", "own.yaml:2: no valid YAML: "),
    ("- a\n", "own.yaml:1: a vocabulary has the parts frames, relations and entities"),
    (
      "relations: []\nverbs: []\n",
      "own.yaml:2: unknown part 'verbs'; a vocabulary has frames, relations and entities"
    ),
    (
      "relations:\n  - {name: x, phrase: [a]}\n",
      "own.yaml:2: unknown key 'phrase'; a relation has frame, inverse, name, negates, nouns, phrases, "
    ),
    ("relations:\n  - {name: x, name: y}\n", "own.yaml:2: the key 'name' stands twice"),
    ("relations:\n  - {phrases: [a]}\n", "own.yaml:2: a relation needs a name"),
    ("relations:\n  - x\n", "own.yaml:2: a relation is written as name: …"),
    ("relations: x\n", "own.yaml:1: a list is expected here, each entry after a dash"),
    ("relations:\n  - {name: x, phrases: a}\n", "own.yaml:2: 'phrases' is a list: [one, another]"),
    ("relations:\n  - {name: [x]}\n", "own.yaml:2: 'name' is one text"),
    (
      "frames:\n  - {name: f, opposes: [a, b]}\n",
      "own.yaml:2: 'opposes' is a list of pairs: [[one, another]]"
    ),
    (
      "frames:\n  - {name: f, kind: sideways}\n",
      "own.yaml:2: unknown kind 'sideways' of a frame; there are antonym, opposed_effect, "
    ),
    (
      "relations:\n  - {name: x, frame: weather}\n",
      "own.yaml:2: relation 'x' is in the unknown frame 'weather'"
    ),
    (
      "relations:\n  - {name: x, frame: growth, pole: up}\n",
      "own.yaml:2: relation 'x' has the unknown pole 'up'; the frame 'growth' has less, more"
    ),
    ("relations:\n  - {name: x, pole: up}\n", "own.yaml:2: relation 'x' has the pole 'up' of no"),
    (
      "relations:\n  - {name: x, inverse: y}\n",
      "own.yaml:2: relation 'x' has the unknown inverse 'y'"
    ),
    (
      "relations:\n  - {name: x, traits: [sticky]}\n",
      "own.yaml:2: relation 'x' has the unknown trait 'sticky'; there are asymmetric, "
    ),
    (
      "relations:\n  - {name: grows, pole: less}\n",
      "own.yaml:2: relation 'grows' has the pole 'more' already, not 'less'"
    ),
    (
      "relations:\n  - name: x\n    phrases:\n      - a\n      - raise\n",
      "own.yaml:5: the phrase 'raise' of 'x' is also of 'grows'"
    ),
    (
      "relations:\n  - {name: x, phrases: [a]}\n  - {name: y, phrases: [a]}\n",
      "own.yaml:3: the phrase 'a' of 'y' is also of 'x'"
    ),
    (
      "relations:\n  - {name: x, nouns: [growth of]}\n",
      "own.yaml:2: the noun 'growth of' of 'x' is also of 'grows'"
    ),
    ("entities:\n  - {name: X}\n", "own.yaml:2: entity 'X' needs a kind"),
    (
      "entities:\n  - {name: Norway, kind: garden}\n",
      "own.yaml:2: entity 'Norway' has the kind 'state' already, not 'garden'"
    ),
    (
      "entities:\n  - {name: X, kind: garden, aliases: [norway]}\n",
      "own.yaml:2: the name 'norway' of 'X' is also of 'Norway'"
    ),
    (
      "entities:\n  - {name: X, kind: state, demonyms: [Norwegian]}\n",
      "own.yaml:2: the demonym 'Norwegian' of 'X' is also of 'Norway'"
    ),
    (
      "entities:\n  - {name: X, kind: garden, part-of: [Y]}\n",
      "own.yaml:2: entity 'X' is part of or narrower than the unknown 'Y'"
    ),
    (
      "entities:\n  - {name: Norway, part-of: [Oslo Garden]}\n",
      "own.yaml:2: entity 'Norway' is part of or narrower than itself, by 'Oslo Garden'"
    ),
  ])
  func `a bad file is told by line`(_ yaml: String, _ expected: String) {
    let found = problems(yaml)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test func `all that is wrong is told at once, in the order of the file`() {
    let yaml = """
      relations:
        - {name: x, frame: weather, phrases: [raise]}
        - {name: y, phrase: [a]}
      entities:
        - {name: Z}
      """
    #expect(
      problems(yaml) == [
        "own.yaml:2: relation 'x' is in the unknown frame 'weather'",
        "own.yaml:2: the phrase 'raise' of 'x' is also of 'grows'",
        "own.yaml:3: unknown key 'phrase'; a relation has frame, inverse, name, negates, nouns, phrases, "
          + "pole, reverses, traits",
        "own.yaml:5: entity 'Z' needs a kind",
      ])
  }

  @Test func `what was added in any order is canonically the same`() throws {
    let one = try Vocabulary.Entries(
      yaml: """
        frames: [{name: f, opposes: [[b, a]]}]
        relations: [{name: x, phrases: [p, q]}, {name: w}]
        """)
    let two = try Vocabulary.Entries(
      yaml: """
        frames: [{name: f, opposes: [[a, b], [a, c]]}]
        relations: [{name: x, phrases: [o, q]}]
        """)
    let both = one.extended(by: two).canonical
    #expect(both == two.extended(by: one).canonical)
    #expect(both == both.canonical.extended(by: two).canonical)
    #expect(
      try both.yaml == """
        frames:
          - {name: f, opposes: [[a, b], [a, c]]}
        relations:
          - {name: w}
          - {name: x, phrases: [o, p, q]}

        """)
  }

  @Test func `what is written reads back the same, whatever the words`() throws {
    let odd = [
      "no", "null", "~", "7", "2026-01-01", "a: b", "a, b", "[x]", "{y}", "# z", "it's", "\"q\"",
      "Élysée", "芯片", "- d", "a  b", "keep _ closed", "*", "&", "!", "%", "@",
    ]
    for word in odd {
      let entries = Vocabulary.Entries(
        frames: [.init(name: word, opposes: [[word, "x"]])],
        relations: [.init(name: word, phrases: [word], nouns: odd)],
        entities: [.init(name: word, kind: word, aliases: odd)])
      let back = try Vocabulary.Entries(yaml: entries.yaml)
      // Words have one space between them.
      let spaced = try Vocabulary.Entries(yaml: back.yaml)
      #expect(back == spaced)
      if !word.contains("  ") { #expect(back.relations[0].name == word) }
      #expect(back.relations[0].nouns == odd.map { $0 == "a  b" ? "a b" : $0 })
    }
  }

  @Test func `what ships is without fault and reads back the same`() throws {
    let shipped = try Vocabulary.Entries.builtIn()
    #expect(try Vocabulary.Entries.checked(yaml: shipped.yaml, on: shipped) == shipped)
    #expect(shipped.extended(by: shipped) == shipped)
    #expect(shipped.extended(by: shipped.canonical) == shipped)
  }
}

/// A vocabulary with what these tests extend.
private func small() throws -> Vocabulary.Entries {
  try Vocabulary.Entries(
    yaml: """
      frames:
        - {name: growth, opposes: [[more, less]], kind: antonym}
      relations:
        - {name: grows, frame: growth, pole: more, phrases: [grow, raise], nouns: [growth of]}
      entities:
        - {name: Norway, kind: state, demonyms: [Norwegian], metonyms: [Oslo]}
        - {name: Oslo Garden, kind: garden, part-of: [Norway]}
      """)
}
