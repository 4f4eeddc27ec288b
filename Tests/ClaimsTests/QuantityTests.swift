import Testing

@testable import Claims

/// "5600000 USD", "15…20 %", "over 400 W | power capacity"; "-" for no amount.
private func said(_ text: String) -> String {
  guard let quantity = Quantity(in: text) else { return "-" }
  var parts = quantity.bound == .exact ? [] : [quantity.bound.rawValue]
  let number = { (value: Double) in
    let rounded = (value * 1000).rounded() / 1000
    return rounded == rounded.rounded() && rounded.magnitude < 1e15
      ? String(Int(rounded)) : String(rounded)
  }
  parts.append(number(quantity.value) + (quantity.upper.map { "…" + number($0) } ?? ""))
  if let unit = quantity.unit { parts.append(unit) }
  let rest = quantity.rest.joined(separator: " ")
  return parts.joined(separator: " ") + (rest.isEmpty ? "" : " | " + rest)
}

@Test(
  "an amount in words or figures",
  arguments: [
    ("$5.6 million", "5600000 USD"),
    ("$5.6m", "5600000 USD"),
    ("US$5.6bn", "5600000000 USD"),
    ("about 12 million dollars", "about 12000000 USD"),
    ("just under six million dollars", "just_under 6000000 USD"),
    ("just short of $1 trillion", "just_under 1000000000000 USD"),
    ("€300 million", "300000000 EUR"),
    ("10 billion yuan", "10000000000 CNY"),
    ("RMB 40bn", "40000000000 CNY"),
    ("two and a half billion euros", "2500000000 EUR"),
    ("half a million dollars", "500000 USD"),
    ("a billion euros", "1000000000 EUR"),
    ("25%", "25 %"),
    ("25 percent of sales", "25 % | of sales"),
    ("per cent: 7 per cent", "7 % | per cent"),
    ("three percentage points", "3 percentage points"),
    ("40 basis points", "0.4 percentage points"),
    ("15 to 20 percent of output", "15…20 % | of output"),
    ("10–15%", "10…15 %"),
    ("between 15 and 20 million dollars", "15000000…20000000 USD | between"),
    ("$2-3 billion", "2000000000…3000000000 USD"),
    ("more than 400 gigawatts of power capacity", "over 400000000000 W | of power capacity"),
    ("under 150 GW", "under 150000000000 W"),
    ("a 5-gigawatt campus", "5000000000 W | a campus"),
    ("3nm process", "0 m | process"),
    ("10^26 FLOP of training", "1e+26 FLOP | of training"),
    ("1e25 floating point operations", "1e+25 FLOP"),
    ("70B parameters", "70000000000 parameter"),
    ("15 trillion tokens", "15000000000000 token"),
    ("up to 30 chips", "up_to 30 | chips"),
    ("no more than 30 chips", "up_to 30 | chips"),
    ("at least 50,000 Hopper GPUs", "at_least 50000 | Hopper GPUs"),
    ("fewer than 3,000 chips", "under 3000 | chips"),
    ("10,000 chips or more", "at_least 10000 | chips or more"),
    ("a cluster of 50,000 GPUs", "50000 | a cluster of GPUs"),
    ("half of the world's researchers", "50 % | of the world's researchers"),
    ("two thirds of start-ups", "66.667 % | of start-ups"),
    ("two-thirds of start-ups", "66.667 % | of start-ups"),
    ("just over a tenth of the group", "just_over 10 % | of the group"),
    ("a quarter of sales", "25 % | of sales"),
    ("quarter of sales", "25 % | of sales"),
    ("quarter of 2025", "-"),
    ("first quarter of sales", "-"),
    ("one in five firms", "20 % | firms"),
    ("3 out of 4 developers", "75 % | developers"),
    ("a dozen plants", "12 | plants"),
    ("hundreds of plants", "about 200…999 | of plants"),
    ("tens of thousands of chips", "about 20000…99900 | of chips"),
    ("twenty-five plants", "25 | plants"),
    ("three hundred plants", "300 | plants"),
    ("roughly 18 months", "about 1.5 year"),
    ("10 times cheaper", "10 times | cheaper"),
    ("threefold", "-"),
    ("nearly 90 teams", "just_under 90 | teams"),
    // No amounts.
    ("power capacity", "-"),
    ("2025", "-"),
    ("1 August 2024", "-"),
    ("May 2024", "-"),
    ("GPT-4", "-"),
    ("Llama 4 models", "-"),
    ("H20", "-"),
    ("Article 5 of the act", "-"),
    ("top 10", "-"),
    ("one of its models", "-"),
    ("the third quarter", "-"),
    ("01.AI", "-"),
    ("text-to-video models", "-"),
    ("", "-"),
  ])
func amount(_ text: String, _ expected: String) { #expect(said(text) == expected) }

@Test(
  "amounts that agree and that don't",
  arguments: [
    ("$5.6m", "just under six million dollars", true),
    ("about $5 million", "$60 million", false),
    ("more than $5m", "$60m", true),
    ("more than 400 GW", "under 150,000 MW", false),
    ("half of them", "52 percent of them", true),
    ("half of them", "a tenth of them", false),
    ("15 to 20 percent", "18 percent", true),
    ("up to 10 chips", "at least 50 chips", false),
    ("5 million dollars", "50 million yuan", true),
    ("5 percent", "50 percentage points", true),
  ])
func agreement(_ a: String, _ b: String, _ agree: Bool) throws {
  let x = try #require(Quantity(in: a))
  let y = try #require(Quantity(in: b))
  #expect(x.canAgree(with: y) == agree)
  #expect(y.canAgree(with: x) == agree)
}

@Test func `every number means the same in figures, with a magnitude and with a bound`() throws {
  let bounds: [(String, Quantity.Bound)] = [
    ("", .exact), ("about ", .about), ("over ", .over), ("under ", .under), ("at least ", .atLeast),
    ("up to ", .upTo), ("just under ", .justUnder), ("just over ", .justOver),
  ]
  for n in [1, 2, 7, 12, 45, 100, 350, 999] {
    for (magnitude, factor) in [("thousand", 1e3), ("million", 1e6), ("bn", 1e9)] {
      for (words, bound) in bounds {
        for (before, after, unit) in [
          ("$", "", "USD"), ("", " chips", nil), ("", " tokens", "token"),
        ] {
          let text = "\(words)\(before)\(n) \(magnitude)\(after)"
          let found = try #require(Quantity(in: text), "\(text)")
          #expect(found.value == Double(n) * factor, "\(text)")
          #expect(found.bound == bound, "\(text)")
          #expect(found.unit == unit, "\(text)")
          #expect(found.upper == nil, "\(text)")
          #expect(found.canAgree(with: found), "\(text)")
        }
      }
    }
  }
}

@Test func `a claim shows the amount of its object or else of its scope, or nothing`() throws {
  func claim(_ object: String, scope: String? = nil) -> Claim {
    Claim(
      subject: "Fjordchip", relation: "costs", object: object, scope: scope,
      evidence: Evidence(
        insight: "i", document: "d", source: nil, published: nil, quote: "", start: 0, end: 0))
  }
  #expect(claim("$5m").quantity?.value == 5e6)
  #expect(claim("sonar", scope: "by 20 percent").quantity?.unit == "%")
  #expect(claim("$5m", scope: "by 20 percent").quantity?.unit == "USD")
  #expect(claim("sonar").quantity == nil)
}

@Test(
  "a range that breaks off is no range, and no crash",
  arguments: ["between 2019 and", "5 to", "$5 -", "3 or", "$", "USD"])
func brokenOff(text: String) {
  #expect(Quantity(in: text)?.upper == nil)
}
