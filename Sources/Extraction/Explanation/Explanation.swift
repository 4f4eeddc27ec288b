import Claims
import Language

/// How one sentence was read: its tree, its clauses, and what each clause claims or why it claims nothing.
public struct Explanation: Sendable {
  /// A proposition in the words of the sentence.
  public struct Clause: Sendable {
    /// Position of the predicate in the tree.
    public var predicate: Int
    /// The predicate with its auxiliaries and particles.
    public var words: String
    /// Subject, object, phrases and the like, by name; a phrase's name is empty.
    public var parts: [Part]
    /// Passive, polarity, modality: how it is said.
    public var manner: [String]
    public var made: [Made]
    /// Why it claims nothing; nil where it makes claims.
    public var silence: String?
    /// The silence without the words of this sentence, so that like cases are counted together.
    public var silenceKind: String?
  }

  public struct Part: Sendable, Hashable {
    public var name: String
    public var text: String
  }

  /// A claim and the rule that made it, or why it was dropped again.
  public struct Made: Sendable {
    public var rule: String
    public var claim: Claim?
    /// Subject, relation and object of a claim that was dropped.
    public var triple: [String]
    public var dropped: String?
    /// What the claim's confidence is reckoned from, by name.
    public var features: [String: Double] = [:]
  }

  /// The sentence, verbatim.
  public var text: String
  public var tree: Tree
  /// In text order.
  public var clauses: [Clause]

  /// The claims that were kept.
  public var claims: [Claim] { clauses.flatMap(\.made).compactMap(\.claim) }

  /// The same, with the links of each claim by its id.
  func with(_ links: [String: [ClaimLink]]) -> Explanation {
    var out = self
    for c in clauses.indices {
      for (m, made) in clauses[c].made.enumerated() {
        guard let claim = made.claim else { continue }
        out.clauses[c].made[m].claim?.links = links[claim.id] ?? []
      }
    }
    return out
  }
}
