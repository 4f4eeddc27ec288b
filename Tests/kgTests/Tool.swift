import Foundation
import Testing

/// The built `kg`, run as a person runs it: what it prints, what it says, how it ends.
struct Tool {
  /// A folder of its own, where the store is too.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("kg-tests-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  struct Result {
    var status: Int32
    var output: String
    var messages: String
  }

  /// Beside the test bundle, because both are products of one build.
  static let program: URL? = {
    for argument in CommandLine.arguments + [Bundle.main.executablePath ?? ""] {
      var here = URL(fileURLWithPath: argument)
      for _ in 0..<5 {
        here.deleteLastPathComponent()
        let candidate = here.appendingPathComponent("kg")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
          !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: candidate.path)
        {
          return candidate
        }
      }
    }
    return nil
  }()

  func kg(_ arguments: String..., input: String = "") throws -> Result {
    let program = try #require(Self.program, "kg is not built")
    return try run(program, arguments, input: Data(input.utf8))
  }

  /// A shell line in which `kg` is the built one.
  func shell(_ line: String) throws -> Result {
    let program = try #require(Self.program, "kg is not built")
    let line = "kg() { '\(program.path)' \"$@\"; }\n" + line
    return try run(URL(fileURLWithPath: "/bin/bash"), ["-c", line], input: Data())
  }

  private func run(_ program: URL, _ arguments: [String], input: Data) throws -> Result {
    try start(program, arguments, input: input).end()
  }

  /// `kg` at work, so that something can happen to it meanwhile.
  func begin(_ arguments: String...) throws -> Run {
    try start(#require(Self.program, "kg is not built"), arguments, input: Data())
  }

  /// A program under way; its files go when it has ended.
  struct Run {
    let process: Process
    fileprivate let scratch: URL

    func end() throws -> Result {
      defer { try? FileManager.default.removeItem(at: scratch) }
      process.waitUntilExit()
      return Result(
        status: process.terminationStatus, output: try text("output"),
        messages: try text("messages"))
    }

    /// What it has printed or said so far.
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: scratch.appendingPathComponent(name)), as: UTF8.self)
    }
  }

  private func start(_ program: URL, _ arguments: [String], input: Data) throws -> Run {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["KG_DB"] = folder.appendingPathComponent("kg.db").path
    environment["NO_COLOR"] = "1"
    process.environment = environment
    // Files rather than pipes, because a pipe that fills up stops both sides.
    let scratch = folder.appendingPathComponent(".run-\(UUID())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    func file(_ name: String, _ data: Data = Data()) throws -> URL {
      let url = scratch.appendingPathComponent(name)
      try data.write(to: url)
      return url
    }
    let output = try file("output")
    let messages = try file("messages")
    process.standardInput = try FileHandle(forReadingFrom: file("input", input))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    // A test's thread blocks signals, and what it starts would never hear of Ctrl-C.
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
    return Run(process: process, scratch: scratch)
  }

  @discardableResult
  func file(_ name: String, _ text: String) throws -> String { try file(name, Data(text.utf8)) }

  @discardableResult
  func file(_ name: String, _ data: Data) throws -> String {
    try data.write(to: folder.appendingPathComponent(name))
    return name
  }

  /// What the store holds, so that two moments can be compared.
  func stored() throws -> String {
    try kg("stats").output + kg("sql", "SELECT * FROM claims ORDER BY id, insight").output
  }
}

/// Two insights that disagree, in the tests' own words.
let twoLetters = """
  {"text": "China leads in batteries.", "source": "Tea Letter", "document": "one", "published": "2026-01-05"}
  {"text": "China does not lead in batteries.", "source": "Milk Letter", "document": "two", "published": "2026-01-09"}

  """
