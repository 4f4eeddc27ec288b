import Claims
import Language

/// What made something rise or fall: "prices fell because of subsidies" gives `subsidies | lowers | prices`.
struct ReasonOfChange: ClaimRule {
  static let name = "reason of change"

  func claims(in clause: Clause) -> [Draft]? {
    guard clause.object == nil, clause.control == nil,
      let reason = clause.rest.first(where: {
        clause.reading.words["owing to"].contains($0.preposition)
      }), let effect = effect(in: clause)
    else { return nil }
    let thing = Target(
      head: clause.subject.head,
      name: effect.measure.map { "\($0) of \(clause.subject.name)" } ?? clause.subject.name)
    return clause.reading.targets(reason).map {
      clause.claim(effect.relation, from: clause.verbWords, to: thing, of: $0, using: [reason.head])
    }
  }

  private func effect(in clause: Clause) -> (relation: String, measure: String?)? {
    let tree = clause.tree
    if clause.reading.words["rising"].contains(clause.verb) { return ("raises", nil) }
    if clause.reading.words["falling"].contains(clause.verb) { return ("lowers", nil) }
    guard clause.verb == "become",
      let state = tree.children(of: clause.predicate, "xcomp").first(where: {
        ["ADJ", "ADV"].contains(tree.words[$0].upos)
      })
    else { return nil }
    return MadeMore().effect(of: state, in: tree).map { ($0.relation, $0.measure) }
  }
}
