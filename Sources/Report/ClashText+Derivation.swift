import Analysis
import Claims

/// A gate's value for a clash, and what in its claims gave it.
public struct GateReason: Encodable, Sendable, Hashable {
  public var gate: String
  public var value: Double
  public var why: String
}

/// Every gate with its value and the words behind it.
public func gateReasons(of clash: Clash) -> [GateReason] {
  let (claims, gates) = (clash.claims, clash.gates)
  let scopes = claims.map { $0.scope.map { "“\($0)”" } ?? "no stated scope" }
  let times = claims.map { claim in
    claim.time.map { "“\($0)”" } ?? claim.evidence.published ?? "undated"
  }
  func list(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }
  /// `a is of …, b of …`
  func each(_ words: [String], _ verb: String) -> String {
    zip(sides(of: clash), words).enumerated().map { place, side in
      side.0.letter + (place == 0 ? " is " : " ") + verb + side.1
    }.joined(separator: ", ")
  }
  func all(_ words: [String], _ same: String, _ different: () -> String) -> String {
    Set(words).count == 1 ? "\(Report.all(of: clash)) \(same)\(words[0])" : different()
  }
  func names(_ claim: Claim) -> String {
    "“" + [claim.subject, claim.object].filter { !$0.isEmpty }.joined(separator: ", ") + "”"
  }
  let modalities = claims.map(\.modality.rawValue)
  return [
    GateReason(
      gate: "scope", value: gates.scope,
      why: all(scopes, "of ") { each(scopes, "of ") }),
    GateReason(
      gate: "time", value: gates.time,
      why: gates.time < 1
        ? each(times, "of ") : all(times, "of ") { list(times) + " count as one time" }),
    GateReason(
      gate: "modality", value: gates.modality,
      why: all(modalities, "") { each(modalities, "") }),
    GateReason(
      gate: "entity", value: gates.entity,
      why: all(claims.map(names), "name ") {
        list(claims.map(names)) + (gates.entity < 1 ? " may not name the same" : " fit")
      }),
  ]
}

/// How a clash came about: the rule, each gate, its claims, what stands behind them and around them.
public struct ClashDerivation: Encodable, Sendable {
  public var clash: Clash
  /// The score before any gate.
  public var base: Double
  public var gates: [GateReason]
  /// Claims that say the same as any side.
  public var alike: [Claim]
  /// Other claims of a side's topic.
  public var others: [Claim]

  /// `around` may hold any claims; those of a side's topic are kept.
  public init(of clash: Clash, around: [Claim], reader: StatementReader) {
    self.clash = clash
    gates = gateReasons(of: clash)
    // An update is scored by what it is about; its time is what makes it one.
    let product =
      clash.gates.scope * clash.gates.entity * (clash.label == .update ? 1 : clash.gates.modality)
    // Exact, because base scores have two digits and no clash is kept below a product of 0.4.
    base = product > 0 ? (clash.score / product * 100).rounded() / 100 : clash.score
    let sides = clash.claims
    let rest = around.filter { claim in !sides.contains { $0.id == claim.id } }
      .sorted { $0.precedes($1) }
    let said = Set(sides.map(Triple.init))
    let topics = Set(sides.map { reader.statement($0).topic })
    alike = rest.filter { said.contains(Triple($0)) }
    others = rest.filter {
      !said.contains(Triple($0)) && topics.contains(reader.statement($0).topic)
    }
  }
}

/// The derivation for a person.
public func text(of derivation: ClashDerivation, style: Style = Style(colours: false)) -> String {
  let clash = derivation.clash
  var out = headline(of: clash, style: style) + "\n"
  out += "id  \(clash.id)\n\(oneLine(clash.why))\n"
  for (name, claim) in sides(of: clash) {
    out += "\n\(style.bold(name))  \(oneLine(line(of: claim)))\n"
    out += "   \(citation(of: claim))\n"
    out +=
      style.dim(
        "   claim \(claim.id), confidence \(shortNumber(claim.confidence)), \(claim.evidence.document)"
      ) + "\n"
  }
  out += "\n\(style.bold("How it was scored"))\n"
  out += "  rule      \(clash.kind), base \(shortNumber(derivation.base))\n"
  for gate in derivation.gates {
    let name = gate.gate.padded(to: 10)
    out += "  \(name)\(shortNumber(gate.value).padded(to: 5)) \(oneLine(gate.why))\n"
  }
  out += "  score     \(shortNumber(clash.score)): \(clash.label.rawValue)\n"
  if let reading = clash.reconciledIf {
    out += "  \(all(of: clash)) could hold if: \(oneLine(reading))\n"
  }
  func list(_ title: String, _ claims: [Claim]) {
    guard !claims.isEmpty else { return }
    out += "\n\(style.bold(title))\n"
    for claim in claims { out += "  \(oneLine(line(of: claim)))\n    \(citation(of: claim))\n" }
  }
  list("Also said", derivation.alike)
  list("Other claims of the matter", derivation.others)
  return out
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
