import ArgumentParser
import Foundation
import Reading
import Store

/// Runs the command; the one place where errors become sentences and exit codes.
@main
enum Main {
  static func main() {
    ignoreBrokenPipes()
    exit(run { Array(CommandLine.arguments.dropFirst()) })
  }

  /// Those of the command that runs.
  @TaskLocal static var arguments: [String] = []

  /// Runs one command to its end and gives its exit code.
  static func run(_ arguments: () throws -> [String]) -> Int32 {
    do {
      let arguments = try KG.arranged(arguments())
      if arguments.isEmpty { throw CleanExit.helpRequest(KG.self) }
      // Made ready while the arguments are read and the store is opened.
      if arguments.first == "query", Kept.current == nil { _ = Engine.shipped }
      var command = try KG.command(arguments)
      try $arguments.withValue(arguments) { try command.run() }
      try Interruption.check()
      return ExitStatus.found.rawValue
    } catch {
      return report(error)
    }
  }

  /// Says what went wrong and gives the exit code for it.
  static func report(_ error: any Error) -> Int32 {
    switch error {
    case let status as ExitStatus:
      return status.rawValue
    case let interrupted as Interrupted:
      return interrupted.status
    case StoreError.interrupted:
      say("kg: interrupted")
      return Interrupted(signal: SIGINT).status
    case let failure as Failure:
      say("kg: \(failure.message)")
      return failure.status.rawValue
    case let error as ReadingError:
      say("kg: \(error)")
      return ExitStatus.inputUnreadable.rawValue
    case let error as StoreError:
      say("kg: \(error)")
      return ExitStatus(error).rawValue
    default:
      let code = KG.exitCode(for: error)
      let message = KG.fullMessage(for: error)
      if code == .success {
        output(message + "\n")
        return ExitStatus.found.rawValue
      }
      say(message)
      return ExitStatus.usage.rawValue
    }
  }
}

/// The exit codes of CONTRACT.md; thrown alone when everything has been said already.
enum ExitStatus: Int32, Error {
  case found = 0
  case nothingFound = 1
  case usage = 2
  case notUnderstood = 3
  case inputUnreadable = 4
  case storeUnusable = 5
}

extension ExitStatus {
  /// Most that can go wrong with a store is its fault; a name or statement is the user's.
  init(_ error: StoreError) {
    switch error {
    case .unknownName, .notWithdrawn: self = .nothingFound
    case .badStatement: self = .notUnderstood
    case .refused, .exists: self = .usage
    case .notADump: self = .inputUnreadable
    default: self = .storeUnusable
    }
  }
}

/// An end with a sentence for the user.
struct Failure: Error {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
