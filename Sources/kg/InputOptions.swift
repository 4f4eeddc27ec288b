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
    var insights: [Insight] = []
    read(files, into: &summary) { _, result in insights += result.insights }
    return insights
  }

  /// Reads one file after the other till interrupted; feeds first, because a transcript given with
  /// one is part of it and not read once more.
  func read(
    _ files: [String], into summary: inout Summary,
    each: (String, ReadingResult) throws -> Void
  ) rethrows {
    let listing = files.filter(isFeed)
    var used: Set<String> = []
    for file in listing + files.filter({ !listing.contains($0) }) where !used.contains(file) {
      if Interruption.received { break }
      guard let result = read(file, beside: files, into: &summary) else { continue }
      used.formUnion(result.used)
      try each(file, result)
    }
  }

  private func isFeed(_ file: String) -> Bool {
    let endings = [".opml", ".rss", ".atom", ".xml"]
    return inputFormat.map { [.rss, .atom, .opml].contains($0) }
      ?? endings.contains { file.lowercased().hasSuffix($0) }
  }

  private func read(_ file: String, beside files: [String], into summary: inout Summary)
    -> ReadingResult?
  {
    do {
      let result = try Reading.read(
        path: file, format: inputFormat, source: source, published: published, beside: files)
      summary.skipped += result.skipped
      for failure in result.failures { summary.fail("\(failure)") }
      for warning in result.warnings { say("kg: \(warning)") }
      return result
    } catch {
      summary.fail("\(error)")
      return nil
    }
  }
}
