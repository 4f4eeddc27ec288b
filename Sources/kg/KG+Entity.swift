import Analysis
import ArgumentParser
import Claims
import Report
import Search
import Store

extension KG {
  struct Entity: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "entity",
      abstract: "What names stand for: shown, merged, split, renamed, and all of it undone.",
      discussion: """
        Claims keep the names they were read with; what you say of names is a record on top, dated \
        and with your reason, and kg entity undo takes it back without a trace. --identity strict \
        answers as if there were no records.
        """,
      subcommands: [
        Show.self, Merge.self, Same.self, Different.self, Unsure.self, Split.self, Rename.self,
        Alias.self, Undo.self, List.self, Suggest.self,
      ])

    struct Show: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "A name: what else it is called, who speaks of it, its records.")

      @Argument(help: "The name.")
      var name: String

      @OptionGroup var common: CommonOptions

      func run() throws {
        let store = try openForReading(common)
        let vocabulary = try common.vocabulary(of: store)
        let names = StoredNames(store, vocabulary)
        let known = try names.known(name)
        let head = store.identities.head(of: known)
        let records = try store.identityRecords().filter { kept in
          [kept.record.name, kept.record.other].contains {
            $0 == known || store.identities.head(of: $0) == head
          }
        }
        let entity = vocabulary.entities[head]
        output(
          text(
            ofEntity: head, kind: entity?.kind,
            also: Set(
              (entity?.aliases ?? []) + (entity?.metonyms ?? [])
                + store.identities.names(of: head)
            ).subtracting([head]).sorted(),
            claims: try store.claims(touching: [head]),
            records: records.map { ($0.number, $0.record, $0.undone) }, style: common.style))
      }
    }

    struct Merge: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Reads the claims of one name under another.")

      @Argument(help: "The name that goes.")
      var name: String

      @Argument(help: "The name that stays.")
      var into: String

      @OptionGroup var options: RecordOptions

      func run() throws {
        try options.record { names in
          try names.two(.merge, name, into)
        }
      }
    }

    struct Same: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "same", abstract: "Merges two names under the one more claims have.")

      @Argument(help: "A name.")
      var name: String

      @Argument(help: "Another.")
      var other: String

      @OptionGroup var options: RecordOptions

      func run() throws {
        try options.record { names in
          let counts = try [name, other].map { try names.claims(of: names.known($0)) }
          return counts[0] > counts[1]
            ? try names.two(.merge, other, name) : try names.two(.merge, name, other)
        }
      }
    }

    struct Different: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "different",
        abstract: "Notes that two names are not one; no merge is made or suggested.")

      @Argument(help: "A name.")
      var name: String

      @Argument(help: "Another.")
      var other: String

      @OptionGroup var options: RecordOptions

      func run() throws { try options.record { try $0.two(.different, name, other) } }
    }

    struct Unsure: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "unsure", abstract: "Notes that two names may be one or not.")

      @Argument(help: "A name.")
      var name: String

      @Argument(help: "Another.")
      var other: String

      @OptionGroup var options: RecordOptions

      func run() throws { try options.record { try $0.two(.unsure, name, other) } }
    }

    struct Split: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Reads some claims of a name under a new one.")

      @Argument(help: "The name that stands for two.")
      var name: String

      @Option(name: .customLong("as"), help: "The new name.")
      var other: String

      @Option(help: ArgumentHelp("Its claims, by id, or all of an insight.", valueName: "id,id"))
      var claims: [String]

      @OptionGroup var options: RecordOptions

      func run() throws {
        try options.record { names in
          let known = try names.known(name)
          try names.requireNew(other)
          let ids = try claims.flatMap { $0.split(separator: ",") }.flatMap { reference in
            let found = try names.store.claims(named: String(reference))
              .filter { $0.subject == known || $0.object == known }
            guard !found.isEmpty else {
              throw Failure(.nothingFound, "no claim of \(known) is named \(reference)")
            }
            return found.map(\.id)
          }
          return (.split, known, other, Set(ids).sorted())
        }
      }
    }

    struct Rename: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Reads the claims of a name under a new one.")

      @Argument(help: "The name.")
      var name: String

      @Argument(help: "The new name.")
      var other: String

      @OptionGroup var options: RecordOptions

      func run() throws {
        try options.record { try $0.new(.rename, name, other) }
      }
    }

    struct Alias: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "alias", abstract: "One more name that questions may use.")

      @Argument(help: "The name.")
      var name: String

      @Argument(help: "What it is called too.")
      var other: String

      @OptionGroup var options: RecordOptions

      func run() throws {
        try options.record { try $0.new(.alias, name, other) }
      }
    }

    struct Undo: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Takes a record back, the latest unless one is named.")

      @Argument(help: "The record, such as e1.")
      var record: String?

      @OptionGroup var common: CommonOptions

      func run() throws {
        let store = try openForChange(common)
        let open = try store.identityRecords().filter { $0.undone == nil }
        let found =
          record.map { name in
            open.first { "e\($0.number)" == name.lowercased() }
          } ?? open.last
        guard let found else {
          throw Failure(
            .nothingFound,
            record.map { "no record in force is named \($0); kg entity list shows all" }
              ?? "there is nothing to undo")
        }
        try store.takeBack(found, common)
      }
    }

    struct List: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every record, undone ones too.")

      @OptionGroup var rows: RowOptions
      @OptionGroup var common: CommonOptions

      func run() throws {
        let records = try openForReading(common).identityRecords()
        rows.print(
          Rows(
            columns: ["record", "at", "kind", "what", "because", "undone"],
            rows: records.map {
              [
                .text("e\($0.number)"), .text($0.record.at), .text($0.record.kind.rawValue),
                .text($0.record.words), Cell($0.record.because), Cell($0.undone),
              ]
            }))
        if records.isEmpty { throw ExitStatus.nothingFound }
      }
    }

    struct Suggest: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "Names that may be one, with the reason; merges nothing.")

      @Option(help: "At most this many.")
      var limit = 20

      @OptionGroup var rows: RowOptions
      @OptionGroup var common: CommonOptions

      func run() throws {
        let store = try openForReading(common)
        let vocabulary = try common.vocabulary(of: store)
        let found = EntitySuggestions.suggestions(among: try store.entityCounts()) { a, b in
          let bothKnown = vocabulary.entities[a] != nil && vocabulary.entities[b] != nil
          return bothKnown || store.identities.doubt(of: a, b)?.kind == .different
        }
        rows.print(
          Rows(
            columns: ["name", "may_be", "because", "claims", "remark"],
            rows: found.prefix(max(0, limit)).map {
              let doubt = store.identities.doubt(of: $0.name, $0.other)
              return [
                .text($0.name), .text($0.other), .text($0.because), .integer($0.claims),
                Cell(doubt.map { "unsure\($0.because.map { ": \($0)" } ?? "")" }),
              ]
            }))
        if found.isEmpty { throw ExitStatus.nothingFound }
      }
    }
  }
}

/// What every record takes.
struct RecordOptions: ParsableArguments {
  typealias Draft = (
    kind: IdentityRecord.Kind, name: String, other: String, claims: [String]?
  )

  @Option(help: "Why.")
  var because: String?

  @OptionGroup var common: CommonOptions

  /// Keeps what the names allow, says it, and looks for the clashes that follow from it.
  func record(_ draft: (StoredNames) throws -> Draft) throws {
    let store = try openForChange(common)
    let (kind, name, other, claims) = try draft(
      StoredNames(store, common.vocabulary(of: store)))
    try keep(
      IdentityRecord(kind, name, other, claims: claims, because: because, at: try Clock.now()),
      in: store)
  }

  func keep(_ record: IdentityRecord, in store: ClaimStore) throws {
    say(try store.logged(because: because) { "e\(try store.add(record)): \(record.words)" })
    try renewClashes(in: store, common)
  }
}

extension ClaimStore {
  /// Undoes a record, says it, and looks for the clashes that follow from it.
  func takeBack(_ kept: KeptIdentity, _ common: CommonOptions) throws {
    let done = try logged {
      try undoIdentity(kept.number, at: Clock.now())
      return "undid e\(kept.number): \(kept.record.words)"
    }
    say(done)
    try renewClashes(in: self, common)
  }
}

/// Looks for clashes anew where names are read otherwise than last time.
private func renewClashes(in store: ClaimStore, _ common: CommonOptions) throws {
  let found = try updateClashes(in: store, vocabulary: common.vocabulary(of: store))
  if let news = news(of: found) { say(news) }
}

/// The names that a store's claims have, and what was said of them.
struct StoredNames {
  let store: ClaimStore
  let vocabulary: Vocabulary

  init(_ store: ClaimStore, _ vocabulary: Vocabulary) {
    self.store = store
    self.vocabulary = vocabulary
  }

  /// The name as the store writes it, by any case or by another name the vocabulary knows.
  func known(_ name: String) throws -> String {
    let identities = try store.currentIdentities()
    let all = Set(try store.entityNames())
      .union(identities.records.flatMap { $0.kind == .speaker ? [] : [$0.name, $0.other] })
    let spelt = [name, canonicalName(name, vocabulary: vocabulary)]
    if let found = spelt.first(where: all.contains) { return found }
    let key = name.lowercased()
    let found = all.filter { $0.lowercased() == key }.sorted()
    if let first = found.first { return first }
    let near = all.filter { $0.lowercased().contains(key) }.sorted().prefix(3)
    throw Failure(
      .nothingFound,
      "no claim is about '\(name)'"
        + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"))
  }

  func claims(of name: String) throws -> Int { try store.claims(touching: [name]).count }

  /// Two names for a record, if what was said of them before allows it.
  func two(_ kind: IdentityRecord.Kind, _ name: String, _ other: String) throws
    -> RecordOptions.Draft
  {
    let identities = try store.currentIdentities()
    let (name, other) = (try known(name), try known(other))
    guard name != other, !identities.areOne(name, other) else {
      throw Failure(.usage, "“\(name)” and “\(other)” are one already")
    }
    if kind == .merge, let doubt = identities.doubt(of: name, other), doubt.kind == .different {
      throw Failure(
        .usage,
        "\(doubt.words)\(doubt.because.map { ": \($0)" } ?? ""); kg entity undo takes that back")
    }
    // What was merged before goes on as a whole.
    return (kind, kind == .merge ? identities.head(of: name) : name, other, nil)
  }

  /// A known name and a new one for a record.
  func new(_ kind: IdentityRecord.Kind, _ name: String, _ other: String) throws
    -> RecordOptions.Draft
  {
    try requireNew(other)
    return (kind, try known(name), other, nil)
  }

  /// Refuses a name that claims have already.
  func requireNew(_ name: String) throws {
    let identities = try store.currentIdentities()
    let taken = Set(try store.entityNames()).union(
      identities.records.flatMap { record in
        [.different, .unsure, .speaker].contains(record.kind) ? [] : [record.name, record.other]
      })
    guard name.contains(where: \.isLetter) else { throw Failure(.usage, "a name has letters") }
    if let found = taken.first(where: { $0.lowercased() == name.lowercased() }) {
      throw Failure(.usage, "claims are about “\(found)” already; kg entity merge makes two one")
    }
  }
}
