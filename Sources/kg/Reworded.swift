import ArgumentParser

/// A command that can be run again with another word in the place of its own.
protocol Reworded: ParsableCommand {
  /// What it asks about, one of its arguments as it stands; nil where that is none or several.
  var word: String? { get set }
}

extension KG.SQL: Reworded {
  var word: String? {
    get { statement }
    set { statement = newValue ?? statement }
  }
}

extension KG.Neighbours: Reworded {
  var word: String? {
    get { name }
    set { name = newValue ?? name }
  }
}

extension KG.Query: Reworded {
  var word: String? {
    get { question.count == 1 ? question[0] : nil }
    set { question = newValue.map { [$0] } ?? question }
  }
}

extension KG.Contradictions: Reworded {
  var word: String? {
    get { about }
    set { about = newValue }
  }
}

/// Commands that a session has read, to be had with another word without being read: to find out
/// what arguments mean takes longer than many an answer.
struct ReadCommands {
  private struct Read {
    let arguments: [String]
    /// Which of them is the word.
    let place: Int
    let command: any Reworded
  }

  private var read: [Read] = []
  // People vary few.
  private static let most = 16

  mutating func add(_ command: any ParsableCommand, _ arguments: [String]) {
    guard let command = command as? any Reworded, let word = command.word, Self.isPlain(word)
    else { return }
    let places = arguments.indices.filter { arguments[$0] == word }
    guard places.count == 1 else { return }
    if read.count == Self.most { read.removeFirst() }
    read.append(Read(arguments: arguments, place: places[0], command: command))
  }

  /// What the arguments stand for, if they differ from those of a command that was read in its word only.
  func command(_ arguments: [String]) -> (any ParsableCommand)? {
    for known in read where known.arguments.count == arguments.count {
      let isAlike = arguments.indices.allSatisfy {
        $0 == known.place || arguments[$0] == known.arguments[$0]
      }
      guard isAlike, Self.isPlain(arguments[known.place]) else { continue }
      var command = known.command
      command.word = arguments[known.place]
      return command
    }
    return nil
  }

  /// Whether it is a word wherever it stands: no option, and no way to ask for help.
  private static func isPlain(_ word: String) -> Bool {
    !word.isEmpty && !word.hasPrefix("-") && word != "help"
  }
}
