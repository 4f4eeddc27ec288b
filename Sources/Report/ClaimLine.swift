import Analysis
import Claims

/// A claim on one line: `subject | relation | object`, then the qualifiers that are not the default.
func line(of claim: Claim) -> String {
  line(
    [claim.subject, claim.relation, claim.object], claim.polarity, claim.modality, claim.scope,
    claim.time, claim.attribution)
}

func line(of claim: GoldClaim) -> String {
  line(
    [claim.subject, claim.relation, claim.object], claim.polarity, claim.modality, claim.scope,
    claim.time, claim.attribution)
}

private func line(
  _ triple: [String], _ polarity: Polarity, _ modality: Modality, _ scope: String?,
  _ time: String?, _ attribution: String?
) -> String {
  var parts = triple
  if polarity == .negative { parts.append(polarity.rawValue) }
  if modality != .asserted { parts.append(modality.rawValue) }
  for (name, value) in [("scope", scope), ("time", time), ("says", attribution)] {
    if let value { parts.append("\(name): \(value)") }
  }
  return parts.joined(separator: " | ")
}
