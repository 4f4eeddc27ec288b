import Claims
import Language

/// Who "it", "they" and "the company" mean, within one insight and only where one candidate stands out.
struct Reference {
  let naming: EntityNaming
  /// Subjects of main clauses so far, the latest last.
  private var subjects: [(name: String, isPlural: Bool, kind: String?, isProper: Bool)] = []
  /// Named things in other places, for "the bill" and "the company".
  private var mentions: [(name: String, isPlural: Bool, kind: String?, isProper: Bool)] = []
  /// The last claim's object, where it is an activity that "this" can mean.
  private var activity: String?

  init(naming: EntityNaming) { self.naming = naming }

  private static let kinds: [String: Set<String>] = [
    "company": ["company", "lab", "chipmaker"], "firm": ["company", "lab", "chipmaker"],
    "lab": ["lab", "company"], "startup": ["company", "lab"],
    "chipmaker": ["chipmaker", "company"],
    "country": ["state"], "nation": ["state"], "bloc": ["bloc"], "bill": ["law", "control"],
    "act": ["law"], "law": ["law"], "rule": ["law", "control"],
  ]

  /// The name a pronoun or a short definite phrase stands for, nil where it names itself or isn't sure.
  func name(of i: Int, in tree: Tree) -> String? {
    let word = tree.words[i]
    let form = word.form.lowercased()
    if word.upos == "PRON" {
      switch form {
      case "they", "them", "their", "it", "its", "he", "she", "his", "her":
        let plural = ["they", "them", "their"].contains(form)
        if let inside = antecedent(of: i, in: tree, plural: plural) { return inside }
        let candidate =
          subjects.last { $0.isPlural == plural } ?? (subjects.count == 1 ? subjects.last : nil)
        return (candidate ?? subjects.last)?.name
      case "this":
        return tree.base(i) == "nsubj" ? activity : nil
      default: return nil
      }
    }
    if word.upos == "NOUN", let wanted = Self.kinds[tree.lemma(i)],
      tree.children[i].allSatisfy({
        tree.base($0) == "det" || tree.base($0) == "case" || tree.base($0) == "punct"
      }),
      tree.children(of: i, "det").contains(where: { ["the", "this"].contains(tree.lemma($0)) })
    {
      if let known = (subjects + mentions).last(where: { $0.kind.map(wanted.contains) ?? false }) {
        return known.name
      }
      // A name the vocabulary doesn't know may be one too, where no other stands in the way.
      let unknown = Set(subjects.filter { $0.isProper && $0.kind == nil }.map(\.name))
      return unknown.count == 1 ? unknown.first : nil
    }
    if word.upos == "NOUN", Self.courses.contains(tree.lemma(i)),
      tree.children(of: i, "det").contains(where: {
        ["this", "that", "such"].contains(tree.lemma($0))
      }),
      let owner = subjects.last?.name
    {
      return "\(owner)'s \(tree.lemma(i))"
    }
    return nil
  }

  /// Words that take up what somebody was just said to do: "this approach".
  private static let courses: Set<String> = [
    "approach", "strategy", "move", "policy", "step", "shift", "decision", "pivot", "tactic",
    "plan", "push", "split", "bet",
  ]

  /// A subject earlier in the same sentence: "Although Alibaba released Qwen3, it keeps …".
  private func antecedent(of pronoun: Int, in tree: Tree, plural: Bool) -> String? {
    let candidates =
      tree.words.indices.filter {
        $0 < pronoun && ["nsubj"].contains(String(tree.base($0)))
          && ["NOUN", "PROPN"].contains(tree.words[$0].upos)
          && tree.words[$0].head != tree.words[pronoun].head
      }
      + (["its", "their"].contains(tree.words[pronoun].form.lowercased())
        ? tree.words.indices.filter {
          $0 < pronoun && tree.base($0) == "nsubj"
            && ["NOUN", "PROPN"].contains(tree.words[$0].upos)
        } : [])
    let agreeing = candidates.filter { isPlural($0, tree) == plural }
    guard let chosen = agreeing.last else { return nil }
    return naming.name(Phrases(tree: tree).text(chosen))
  }

  private func isPlural(_ i: Int, _ tree: Tree) -> Bool {
    tree.words[i].xpos == "NNS" || tree.words[i].xpos == "NNPS"
      || tree.children(of: i, "conj").isEmpty == false && tree.base(i) == "nsubj"
  }

  /// Takes in a sentence once its claims are read.
  mutating func read(_ tree: Tree, phrases: Phrases, drafts: [Draft]) {
    for i in tree.words.indices
    where tree.base(i) == "nsubj" && ["NOUN", "PROPN"].contains(tree.words[i].upos) {
      let head = tree.words[i].head
      guard head >= 0, tree.words[head].relation != "acl:relcl",
        tree.base(head) != "ccomp" || drafts.count == 1
      else { continue }
      let name = self.name(of: i, in: tree) ?? naming.name(phrases.text(i))
      subjects.append(
        (
          name, isPlural(i, tree), naming.vocabulary.entities[name]?.kind,
          tree.words[i].upos == "PROPN"
        ))
    }
    for i in tree.words.indices
    where tree.words[i].upos == "PROPN" && ["obj", "obl", "nmod"].contains(String(tree.base(i))) {
      let name = naming.name(phrases.text(i))
      if let kind = naming.vocabulary.entities[name]?.kind {
        mentions.append((name, false, kind, true))
      }
    }
    activity =
      drafts.last { draft in
        draft.objectHead.map { tree.words[$0].xpos == "VBG" } ?? false
      }?.object
  }
}
