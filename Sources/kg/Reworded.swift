import ArgumentParser

/// A command that can be run again with other words in the place of its own.
protocol Reworded: ParsableCommand {
  /// What it asks about, arguments as they stand; as many are set as are there.
  var words: [String] { get set }
}

extension KG.SQL: Reworded {
  var words: [String] {
    get { [statement] }
    set { statement = newValue[0] }
  }
}

extension KG.Neighbours: Reworded {
  var words: [String] {
    get { [name] }
    set { name = newValue[0] }
  }
}

extension KG.Path: Reworded {
  var words: [String] {
    get { [from, to] }
    set { (from, to) = (newValue[0], newValue[1]) }
  }
}

extension KG.Query: Reworded {
  var words: [String] {
    get { question }
    set { question = newValue }
  }
}

extension KG.Contradictions: Reworded {
  var words: [String] {
    get { about.map { [$0] } ?? [] }
    set { about = newValue.first }
  }
}

/// Commands that a session has read, to be had with other words without being read: to find out
/// what arguments mean takes longer than many an answer.
struct ReadCommands {
  private struct Read {
    let arguments: [String]
    /// Which of them are the words.
    let places: [Int]
    let command: any Reworded
  }

  private var read: [Read] = []
  // People vary few.
  private static let most = 16

  mutating func add(_ command: any ParsableCommand, _ arguments: [String]) {
    guard let command = command as? any Reworded, command.words.allSatisfy(Self.isPlain) else {
      return
    }
    let places = command.words.compactMap { word in
      arguments.filter { $0 == word }.count == 1 ? arguments.firstIndex(of: word) : nil
    }
    guard !places.isEmpty, places.count == command.words.count else { return }
    if read.count == Self.most { read.removeFirst() }
    read.append(Read(arguments: arguments, places: places, command: command))
  }

  /// What the arguments stand for, if they differ from those of a command that was read in its words only.
  func command(_ arguments: [String]) -> (any ParsableCommand)? {
    for known in read where known.arguments.count == arguments.count {
      let isAlike = arguments.indices.allSatisfy {
        arguments[$0] == known.arguments[$0] || known.places.contains($0)
      }
      let words = known.places.map { arguments[$0] }
      guard isAlike, words.allSatisfy(Self.isPlain) else { continue }
      var command = known.command
      command.words = words
      return command
    }
    return nil
  }

  /// Whether it is a word wherever it stands: no option, and no way to ask for help.
  private static func isPlain(_ word: String) -> Bool {
    !word.isEmpty && !word.hasPrefix("-") && word != "help"
  }
}
