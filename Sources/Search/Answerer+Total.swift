import Claims

extension Answerer {
  /// The sum of the amounts in some claims, where a total is asked for and no claim gives one.
  ///
  /// Only of like units, of different things each, and of amounts that are said outright: of shares
  /// there is no sum, and of two amounts for one thing only one can be right.
  func total(of claims: [Claim], _ question: Question) -> Answer.Item? {
    guard asksTotal(question) else { return nil }
    var parts: [[String]: (amount: Quantity, claims: [String])] = [:]
    for claim in claims {
      guard let amount = claim.quantity, amount.upper == nil,
        amount.bound == .exact || amount.bound == .about
      else { return nil }
      let thing =
        [matcher.names.canonical(claim.subject), claim.relation] + amount.rest
        + [claim.scope ?? "", claim.time ?? ""]
      if let known = parts[thing], known.amount.value != amount.value { return nil }
      parts[thing, default: (amount, [])].claims.append(claim.id)
    }
    let amounts = parts.values.map(\.amount)
    guard amounts.count > 1, let first = amounts.first, let unit = first.unit,
      amounts.allSatisfy({ $0.unit == unit }),
      let sum = Self.words(
        for: amounts.reduce(0) { $0 + $1.value }, unit, isMoney: first.isMoney)
    else { return nil }
    let isAbout = amounts.contains { $0.bound == .about }
    return Answer.Item(
      name: isAbout ? "about \(sum)" : sum, kind: "number", support: 1,
      claims: parts.values.flatMap(\.claims).sorted(),
      widening: "added up from \(amounts.count) amounts")
  }

  func asksTotal(_ question: Question) -> Bool {
    matcher.names.wording(of: question.core).senses.contains("alike-total")
  }

  /// An amount with its unit, as long as amounts of that unit may be added.
  private static func words(for value: Double, _ unit: String, isMoney: Bool) -> String? {
    guard isMoney || ["W", "Wh", "t", "byte", "FLOP", "token"].contains(unit) else { return nil }
    let steps: [(Double, money: String, prefix: String)] = [
      (1e12, " trillion", "T"), (1e9, " billion", "G"), (1e6, " million", "M"), (1e3, "", "k"),
    ]
    let step = steps.first { value >= $0.0 && !(isMoney && $0.money.isEmpty) }
    let digits = (value / (step?.0 ?? 1) * 1000).rounded() / 1000
    let number = digits == digits.rounded() ? String(Int(digits)) : String(digits)
    if isMoney { return "\(number)\(step?.money ?? "") \(unit)" }
    return "\(number) \(step?.prefix ?? "")\(unit)"
  }
}
