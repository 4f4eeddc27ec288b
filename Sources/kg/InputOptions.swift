import ArgumentParser
import Claims
import Reading

extension InputFormat: ExpressibleByArgument {}

/// How input files are read.
struct InputOptions: ParsableArguments {
  @Option(
    help: "What the files hold; otherwise their ending or their first words say it, else txt.")
  var inputFormat: InputFormat?

  @Option(help: "Who published it, where the input does not say.")
  var source: String?

  @Option(help: "When it was published (YYYY-MM-DD), where the input does not say.")
  var published: String?

  func validate() throws {
    if let published, published.wholeMatch(of: /\d{4}(-\d\d(-\d\d)?)?/) == nil {
      throw ValidationError("--published takes a date such as 2026-01-31")
    }
  }

  /// The insights of all files that can be read; what can't be is said and noted.
  func read(_ files: [String], into summary: inout Summary) -> [Insight] {
    files.flatMap { read($0, into: &summary) }
  }

  func read(_ file: String, into summary: inout Summary) -> [Insight] {
    do {
      let result = try Reading.read(
        path: file, format: inputFormat, source: source, published: published)
      summary.skipped += result.skipped
      for failure in result.failures { summary.fail("\(failure)") }
      for warning in result.warnings { say("kg: \(warning)") }
      return result.insights
    } catch {
      summary.fail("\(error)")
      return []
    }
  }
}
