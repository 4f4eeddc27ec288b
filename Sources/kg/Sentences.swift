import Claims
import Text

/// The sentences of insights as text, each on one line.
func sentences(of insights: [Insight]) -> [String] {
  let segmenter = Segmenter()
  return insights.flatMap { insight in
    segmenter.sentences(in: insight.text).map { sentence in
      sentence.span.text(in: insight.text).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
    }
  }
}
