import ArgumentParser

/// The root command: its subcommands are a file each.
struct KG: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kg",
    abstract: "Reads claims out of insights, answers questions from them and shows what clashes.",
    usage: "kg [--db PATH] COMMAND\n       kg \"QUESTION\"",
    discussion: """
      The store is --db, else KG_DB, else the nearest kg.db in this folder or above, else \
      $XDG_DATA_HOME/kg/kg.db. Data goes to standard output, messages to standard error; - is \
      standard input.

      Exit codes: 0 found, 1 nothing found (or findings of verify and check), 2 usage, 3 the \
      question can't be understood, 4 an input can't be read, 5 the store can't be used, 130 and \
      143 stopped by Ctrl-C or SIGTERM, with what was finished kept.
      """,
    subcommands: commands.map(\.value))
}

extension KG {
  /// The arguments as ArgumentParser wants them: global options behind the command's name, and
  /// `query` put before a bare question.
  static func arranged(_ arguments: [String]) throws -> [String] {
    var global: [String] = []
    var rest = arguments[...]
    while let first = rest.first,
      ["--db", "--vocabulary", "--identity", "--color"].contains(where: { isOption(first, $0) })
    {
      let taken = first.contains("=") ? 1 : 2
      global += rest.prefix(taken)
      rest = rest.dropFirst(taken)
    }
    guard let first = rest.first else { return global }
    // A mistyped command is one word; a question is more than that, or ends as one.
    let isQuestion = first.contains(where: \.isWhitespace) || first.hasSuffix("?")
    if isQuestion { return ["query"] + global + rest }
    if first.hasPrefix("-") { return global + rest }
    let path = path(in: rest)
    guard !path.isEmpty || first == "help" else {
      throw Failure(
        .usage, "there is no command '\(first)'; kg --help lists them, and a question is quoted")
    }
    return rest.prefix(path.count) + global + rest.dropFirst(path.count)
  }

  /// The command that arguments stand for.
  ///
  /// Its own type is asked first, because to go through all commands takes longer than many an answer.
  /// What that can't read is for the root, whose messages and help have the command's whole name.
  static func command(_ arguments: [String]) throws -> any ParsableCommand {
    if let known = Kept.current?.commands.command(arguments) { return known }
    let path = path(in: arguments[...])
    let rest = Array(arguments[path.count...])
    if let own = path.last, let command = try? own.parseAsRoot(rest),
      type(of: command)._commandName != "help"
    {
      Kept.current?.commands.add(command, arguments)
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// A command and those inside it that the arguments begin with: "vocabulary", "show".
  private static func path(in arguments: ArraySlice<String>) -> [any ParsableCommand.Type] {
    var path: [any ParsableCommand.Type] = []
    var commands: [any ParsableCommand.Type] = []
    for argument in arguments {
      let command =
        path.isEmpty ? byName[argument] : commands.first { $0._commandName == argument }
      guard let command else { break }
      path.append(command)
      commands = command.configuration.subcommands
    }
    return path
  }

  /// Its commands, in the order of the help. Their names are written out, because to make all their
  /// configurations takes longer than many an answer.
  static let commands: KeyValuePairs<String, any ParsableCommand.Type> = [
    "demo": Demo.self,
    "parse": Parse.self,
    "extract": Extract.self,
    "ingest": Ingest.self,
    "import": Import.self,
    "query": Query.self,
    "queries": Queries.self,
    "contradictions": Contradictions.self,
    "confirm": Confirm.self,
    "dismiss": Dismiss.self,
    "verdicts": Verdicts.self,
    "diff": Diff.self,
    "export": Export.self,
    "session": Session.self,
    "pin": Pin.self,
    "note": Note.self,
    "grade": Grade.self,
    "hyp": Hyp.self,
    "rate": Rate.self,
    "matrix": Matrix.self,
    "judge": Judge.self,
    "assume": Assume.self,
    "gap": Gap.self,
    "watch": Watch.self,
    "entity": Entity.self,
    "alias": Entity.Alias.self,
    "speaker": Speaker.self,
    "related": Related.self,
    "neighbours": Neighbours.self,
    "path": Path.self,
    "brief": Brief.self,
    "vocabulary": Words.self,
    "reextract": Reextract.self,
    "retract": Retract.self,
    "restore": Restore.self,
    "verify": Verify.self,
    "check": Check.self,
    "dump": Dump.self,
    "load": Load.self,
    "backup": Backup.self,
    "stats": Stats.self,
    "sql": SQL.self,
    "shell": Shell.self,
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: commands.map { ($0.key, $0.value) })

  static func isCommand(_ name: String) -> Bool { name == "help" || byName[name] != nil }

  private static func isOption(_ argument: String, _ name: String) -> Bool {
    argument == name || argument.hasPrefix(name + "=")
  }
}
