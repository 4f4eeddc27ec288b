import ArgumentParser
import Claims
import Extraction
import Foundation
import Reading
import Report

extension KG {
  struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "extract",
      abstract: "Text in, claims out; touches no store.",
      discussion: """
        Lines with --open: sentence, confidence, subject, relation, object and further arguments, \
        tab-separated, in the words of the sentence.

        --explain shows how each sentence was read: its tree, its clauses, which rule made each \
        claim, and why a clause made none.

        --eval reads gold files, JSON lines with id, text, source, published and the claims an \
        analyst would write (subject, relation, object, polarity, modality, scope, time, \
        attribution, and if need be surface and alternatives), or folders with such an \
        insights.jsonl. It extracts claims from their texts and prints how well these agree, slot \
        by slot, and the ten costliest kinds of error with examples.
        """)

    @Argument(help: "Files to read; - or none is standard input.")
    var files: [String] = []

    @Flag(help: "Open extraction: the sentence's own words, before any naming.")
    var open = false

    @Flag(help: "With --open: binary, minimal facts in place of n-ary tuples.")
    var minimal = false

    @Flag(help: .hidden)  // what the confidence is reckoned from in its place, for Training/fit.py
    var features = false

    @Flag(help: "Show how each sentence was read, and why it claims what it claims.")
    var explain = false

    @Flag(help: "Measure against the claims of gold files.")
    var eval = false

    @OptionGroup var input: InputOptions
    @OptionGroup var rows: RowOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
      if minimal, !open { throw ValidationError("--minimal goes with --open") }
      if [open, explain, eval].count(where: { $0 }) > 1 {
        throw ValidationError("--open, --explain and --eval don't go together")
      }
      if explain, rows.json || rows.format != nil {
        throw ValidationError("--explain is for reading; it has no other format")
      }
      if eval, files.isEmpty { throw ValidationError("--eval needs gold files or folders") }
    }

    func run() throws {
      let engine = try Engine(vocabulary: common.vocabulary(of: nil))
      var summary = Summary()
      if eval { return try printEvaluation(with: engine) }
      let insights = input.read(files.isEmpty ? ["-"] : files, into: &summary)
      if open {
        try printTuples(of: insights, with: engine, &summary)
      } else if explain {
        printExplanations(of: insights, with: engine, &summary)
      } else {
        try printClaims(of: insights, with: engine, &summary)
      }
      say(summary.text)
      if summary.unreadable { throw ExitStatus.inputUnreadable }
      if summary.claims == 0 { throw ExitStatus.nothingFound }
    }

    private func printClaims(of insights: [Insight], with engine: Engine, _ summary: inout Summary)
      throws
    {
      var all: [Claim] = []
      // Lines stream; a table or an array has to wait for its last row.
      let streams = rows.chosen == .jsonl
      try engine.claims(in: insights, wholeLines: input.inputFormat == .lines) { batch, claims in
        let found = claims.flatMap { $0 }
        summary.insights += batch.count
        summary.claims += found.count
        if streams { output(try jsonLines(found)) } else { all += found }
      }
      switch rows.chosen {
      case .jsonl: break
      case .json: output(try json(all))
      case .table: rows.print(Rows(claimsInShort: all))
      case .csv, .tsv, .markdown: rows.print(Rows(claims: all))
      }
    }

    private func printExplanations(
      of insights: [Insight], with engine: Engine, _ summary: inout Summary
    ) {
      var rest = insights[...]
      while !rest.isEmpty {
        let batch = Array(rest.prefix(Engine.batch))
        let found = engine.extractor.explanations(
          of: batch, wholeLines: input.inputFormat == .lines)
        summary.insights += batch.count
        for explanation in found.flatMap({ $0 }) {
          summary.claims += explanation.claims.count
          output(text(of: explanation, style: common.style) + "\n")
        }
        rest = rest.dropFirst(batch.count)
      }
    }

    private func printEvaluation(with engine: Engine) throws {
      let gold = try files.flatMap(goldInsights)
      let evaluation = engine.evaluation(on: gold)
      if features {
        for (made, isRight) in evaluation.judged {
          output("\(isRight ? 1 : 0)\t\(made.claim.evidence.insight)\t\(listed(made.features))\n")
        }
        return
      }
      switch rows.chosen {
      case .table: output(text(of: evaluation, style: common.style))
      case .json: output(json(of: evaluation))
      case .jsonl, .csv, .tsv, .markdown: rows.print(Rows(evaluation))
      }
    }

    private func printTuples(of insights: [Insight], with engine: Engine, _ summary: inout Summary)
      throws
    {
      let lines = input.inputFormat == .lines ? insights.map(\.text) : sentences(of: insights)
      summary.insights += insights.count
      var all: [[Cell]] = []
      var rest = lines[...]
      while !rest.isEmpty {
        let batch = Array(rest.prefix(Engine.batch))
        for tuple in engine.extractor.openTuples(in: batch, minimal: minimal).flatMap({ $0 }) {
          summary.claims += 1
          let cells: [Cell] = [
            .text(tuple.sentence),
            features ? .text(listed(tuple.features)) : .real(tuple.confidence),
          ]
          all.append(cells + tuple.parts.map { .text($0) })
        }
        rest = rest.dropFirst(batch.count)
      }
      printTuples(all)
    }

    private func listed(_ features: [String: Double]) -> String {
      features.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    /// Tuples differ in length, so lines have no header and the named formats fill up with nulls.
    private func printTuples(_ tuples: [[Cell]]) {
      let width = max(5, tuples.map(\.count).max() ?? 5)
      let names =
        ["sentence", "confidence", "subject", "relation", "object"]
        + (5..<width).map { "argument\($0 - 4)" }
      if rows.chosen == .tsv {
        for tuple in tuples {
          // The sentence's words contain no tab that matters: a score matches on the words.
          let cells = tuple.map { $0.plain.replacing("\t", with: " ").replacing("\n", with: " ") }
          output(cells.joined(separator: "\t") + "\n")
        }
      } else {
        let full = tuples.map { $0 + Array(repeating: .null, count: width - $0.count) }
        rows.print(Rows(columns: names, rows: full))
      }
    }
  }
}
