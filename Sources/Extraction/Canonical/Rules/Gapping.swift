import Claims
import Language

/// What others have, with the verb left out: "Peru hosts 38 plants, Chile nine and Cuba only two."
struct Gapping {
  /// The claims that a clause's amount makes of the names and numbers behind it.
  func claims(after drafts: [Draft], in reading: SentenceReading) -> [Draft] {
    let tree = reading.tree
    guard let first = drafts.first, drafts.allSatisfy({ $0.objectHead == first.objectHead }),
      let o = first.objectHead, o > first.predicate,
      first.subjectHead.map({ $0 < first.predicate }) ?? false,
      !first.object.isEmpty
    else { return [] }
    let named = reading.phrases.naming(o)
    guard let number = named.first(where: { tree.words[$0].upos == "NUM" }), let last = named.last,
      let others = others(after: last, in: tree)
    else { return [] }
    return others.map { other in
      var made = first
      made.subject = reading.naming.name(tree.text(other.name))
      made.subjectHead = nil
      // The number stands for the one before it: "62 per cent of the market, Viora 21".
      let words = named.map { $0 == number ? tree.text(other.number) : tree.words[$0].form }
      made.object =
        other.number.count > 1 && tree.words[other.number[other.number.count - 1]].upos != "NUM"
        ? tree.text(other.number) : words.joined(separator: " ")
      made.surface.subject = tree.text(other.name)
      made.surface.object = tree.text(other.number)
      made.rule = "gapping"
      return made
    }
  }

  /// The names and numbers that fill the rest of a sentence, nil where anything else stands there.
  private func others(after last: Int, in tree: Tree) -> [(name: [Int], number: [Int])]? {
    var out: [(name: [Int], number: [Int])] = []
    var name: [Int] = []
    var number: [Int] = []
    var isOpen = false
    for i in tree.words.indices.dropFirst(last + 1) {
      let word = tree.words[i]
      let isBreak = [",", ";", ".", "and", "while"].contains(word.form.lowercased())
      if isBreak {
        if !name.isEmpty {
          guard !number.isEmpty else { return nil }
          out.append((name, number))
          (name, number) = ([], [])
        }
        isOpen = true
        continue
      }
      guard isOpen else { return nil }
      if word.upos == "NUM" || ["%", "$"].contains(word.form)
        || !name.isEmpty
          && ["only", "just", "about", "some", "nearly", "almost"].contains(tree.lemma(i))
        || !number.isEmpty && WordLists.builtIn["unit"].contains(tree.lemma(i))
        || !number.isEmpty && word.form == "per"
      {
        guard !name.isEmpty else { return nil }
        number.append(i)
      } else if number.isEmpty,
        word.upos == "PROPN" || word.upos == "DET" || word.form.first?.isUppercase ?? false
      {
        name.append(i)
      } else {
        return nil
      }
    }
    let isWhole =
      name.isEmpty && !out.isEmpty
      && out.allSatisfy { pair in
        pair.number.contains { tree.words[$0].upos == "NUM" }
      }
    return isWhole ? out : nil
  }
}
