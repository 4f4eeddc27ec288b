import Claims

/// The content words of a slot, counted: two wordings are alike as far as their bags are.
struct WordBag: Sendable, Hashable {
  private var counts: [String: Int] = [:]
  private(set) var size = 0

  init(_ words: [String] = []) {
    for word in words { counts[word, default: 0] += 1 }
    size = words.count
  }

  var isEmpty: Bool { size == 0 }

  /// The F1 of the two bags' words; two empty bags are alike.
  func likeness(to other: WordBag) -> Double {
    if isEmpty && other.isEmpty { return 1 }
    return isEmpty || other.isEmpty
      ? 0 : 2 * Double(shared(with: other)) / Double(size + other.size)
  }

  func isPart(of other: WordBag) -> Bool { shared(with: other) == size }

  func shares(_ word: String) -> Bool { counts[word] != nil }

  func shared(with other: WordBag) -> Int {
    counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
  }
}

/// Makes word bags: function words dropped, words stemmed, names of states and blocs folded.
///
/// "Chinese labs" and "Beijing's labs" give one bag, because an analyst may have written either.
struct WordBags: Sendable {
  private let words = Words.slots
  private var states: [String: String] = [:]
  private var metonyms: [String: String] = [:]
  private var names: Set<String> = []

  init(vocabulary: Vocabulary) {
    for (name, entity) in vocabulary.entities.sorted(by: { $0.key < $1.key }) {
      let isState = ["state", "bloc"].contains(entity.kind)
      for phrase in [name] + (entity.aliases ?? []) + (isState ? entity.demonyms ?? [] : []) {
        let key = rawWords(phrase).joined(separator: " ")
        names.insert(key)
        if isState { states[key] = states[key] ?? name }
      }
      guard isState else { continue }
      for phrase in entity.metonyms ?? [] {
        metonyms[rawWords(phrase).joined(separator: " ")] = name
      }
    }
  }

  /// The bag of a subject, an object or a qualifier.
  func bag(_ text: String?) -> WordBag {
    let text = text ?? ""
    // "us" is the pronoun unless it is written like the country.
    let isCountry = text.contains("US") || text.contains("U.S")
    return content(of: folded(raw(text), isCountry: isCountry))
  }

  /// The bag of a relation; polarity and modality are fields of their own.
  func relation(_ text: String?) -> WordBag {
    content(of: raw(text ?? "").filter { !words["unsaid"].contains($0) })
  }

  private func raw(_ text: String) -> [String] {
    rawWords(text.replacing("’", with: "'").replacing("n't", with: " not"))
  }

  /// Nothing but function words ("is", "has") stays, so that these still differ from nothing.
  private func content(of raw: [String]) -> WordBag {
    let kept = raw.filter { !words["drop"].contains($0) }
    return WordBag((kept.isEmpty ? raw : kept).map(root))
  }

  /// The word as bags hold it: "tapped" and "taps" meet.
  func root(_ word: String) -> String {
    let known = words.common(stem(word))
    guard known.count > 3, let last = known.last, known.dropLast().last == last,
      !["l", "s"].contains(last), !last.isNumber
    else { return known }
    return String(known.dropLast())
  }

  private func folded(_ raw: [String], isCountry: Bool) -> [String] {
    var out: [String] = []
    var i = 0
    scan: while i < raw.count {
      // The longest name wins: a company with a capital in its name is not that state.
      for length in stride(from: min(4, raw.count - i), through: 1, by: -1) {
        let phrase = raw[i..<i + length].joined(separator: " ")
        if phrase == "us", !isCountry { break }
        if let state = state(phrase) {
          out.append(state)
        } else if names.contains(phrase) {
          out += raw[i..<i + length].map { states[$0] ?? $0 }
        } else {
          continue
        }
        i += length
        continue scan
      }
      out.append(raw[i])
      i += 1
    }
    return out
  }

  private func state(_ phrase: String) -> String? {
    if let known = states[phrase] ?? metonyms[phrase] { return known }
    // "Americans", "Europeans".
    return phrase.hasSuffix("s") && phrase.count > 4 ? states[String(phrase.dropLast())] : nil
  }
}

extension Words {
  /// The words that comparing slots needs.
  static let slots = Words(String(decoding: PackageResources.slots_txt, as: UTF8.self))
}
