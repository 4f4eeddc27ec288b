// swift-tools-version: 6.1
import Foundation
import PackageDescription

/// Foundation and Swift's library inside the program, where their archives are there: to look up thirty
/// libraries takes longer than most commands do. Debug builds are linked as usual, because the tests' own
/// library needs the others; `make alone` links all.
let holdsFoundation: [LinkerSetting] = {
  let environment = ProcessInfo.processInfo.environment
  let files = FileManager.default
  let hasArchives = (environment["PATH"] ?? "").split(separator: ":").contains {
    let swift = URL(fileURLWithPath: "\($0)/swift").resolvingSymlinksInPath()
    let archives = swift.deletingLastPathComponent().path + "/../lib/swift_static/linux/"
    return files.fileExists(atPath: archives + "static-stdlib-args.lnk")
      && files.fileExists(atPath: "/usr/include/libxml2/libxml/parser.h")
  }
  guard hasArchives, environment["KG_ALONE"] == nil else { return [] }
  let isRelease = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
  let libraries = [
    "CoreFoundation", "_FoundationICU", "_FoundationCShims", "_FoundationCollections",
    "_CFXMLInterface", "xml2",
  ]
  return [.unsafeFlags(["-static-stdlib"], isRelease)]
    + libraries.map { .linkedLibrary($0, isRelease) }
}()

let package = Package(
  name: "kg",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "kg", targets: ["kg"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .target(
      name: "Text",
      resources: [
        .embedInCode("words.txt"), .embedInCode("boundary-words.txt"),
        .embedInCode("boundary-weights.bin"),
      ]),
    .target(
      name: "CSyntaxModel",
      exclude: ["Training", "model.bin", "meaning.bin", "pairs.bin", "clashes.bin"],
      // Debug builds too: unoptimised kernels take seconds a sentence.
      cSettings: [.unsafeFlags(["-O3"])]),
    .target(name: "CResources", exclude: ["sample.jsonl"]),
    .target(
      name: "Language", dependencies: ["Text", "CSyntaxModel"],
      resources: [.embedInCode("lemmas.txt"), .embedInCode("verbs.txt")]),
    .target(
      name: "Claims",
      dependencies: ["Text", "CResources", .product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("quantities.txt"), .embedInCode("senses.txt")]),
    .target(
      name: "Reading",
      dependencies: ["Text", "Claims", .product(name: "SwiftCSV", package: "SwiftCSV")],
      resources: [.embedInCode("furniture.txt"), .embedInCode("entities.txt")]),
    .target(
      name: "Extraction", dependencies: ["Text", "Language", "Claims"], exclude: ["Training"],
      resources: [
        .embedInCode("words.txt"), .embedInCode("nominals.txt"),
        .embedInCode("Open/clausewords.txt"), .embedInCode("Open/confidence.txt"),
        .embedInCode("Canonical/claimconfidence.txt"),
        .embedInCode("Canonical/comparatives.txt"),
      ]),
    .target(
      name: "Schema", path: "Schema", exclude: ["vocabulary.yaml"],
      resources: [
        .embedInCode("tables.sql"), .embedInCode("views.sql"), .embedInCode("schema_2.sql"),
        .embedInCode("schema_3.sql"), .embedInCode("schema_4.sql"),
        .embedInCode("schema_5.sql"), .embedInCode("schema_6.sql"),
        .embedInCode("schema_7.sql"), .embedInCode("schema_8.sql"), .embedInCode("schema_9.sql"),
        .embedInCode("schema_10.sql"), .embedInCode("schema_11.sql"),
        .embedInCode("schema_12.sql"), .embedInCode("schema_13.sql"),
        .embedInCode("schema_14.sql"), .embedInCode("schema_15.sql"),
        .embedInCode("drop_indexes.sql"), .embedInCode("make_indexes.sql"),
        .embedInCode("drop_block_index.sql"), .embedInCode("make_block_index.sql"),
      ]),
    .target(
      name: "Queries", path: "Queries",
      resources: [
        .embedInCode("store"), .embedInCode("search"), .embedInCode("analysis"),
        .embedInCode("forms"), .embedInCode("session"),
      ]),
    .target(
      name: "Store",
      dependencies: [
        "Claims", "Schema", "Queries", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "Search", dependencies: ["Extraction", "Claims", "Text"],
      resources: [.embedInCode("words.txt")]),
    .target(
      name: "Analysis", dependencies: ["Claims", "Language"], exclude: ["Training"],
      resources: [
        .embedInCode("words.txt"), .embedInCode("antonyms.txt"), .embedInCode("exclusives.txt"),
        .embedInCode("opposites.txt"), .embedInCode("entailments.txt"),
        .embedInCode("places.txt"),
        .embedInCode("Evaluation/slots.txt"),
      ]),
    .target(
      name: "Report",
      dependencies: ["Text", "Language", "Extraction", "Claims", "Search", "Analysis"]),
    .target(name: "Terminal", dependencies: ["Text"]),
    .executableTarget(
      name: "kg",
      dependencies: [
        "Text", "Language", "Claims", "Reading", "Extraction", "Queries", "Store", "Search",
        "Analysis", "Report", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      linkerSettings: holdsFoundation),
    .testTarget(name: "TextTests", dependencies: ["Text"]),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "Text"], exclude: ["Golden"]),
    .testTarget(name: "ClaimsTests", dependencies: ["Claims"]),
    .testTarget(name: "ReadingTests", dependencies: ["Reading", "Claims"]),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "Language", "Claims", "Analysis"],
      exclude: ["Golden", "Gold"]),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "Claims", "Schema", "Queries", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "SearchTests", dependencies: ["Search", "Claims"]),
    .testTarget(name: "AnalysisTests", dependencies: ["Analysis", "Claims"], exclude: ["Golden"]),
    .testTarget(name: "ReportTests", dependencies: ["Report", "Claims", "Analysis", "Search"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .testTarget(
      name: "kgTests",
      dependencies: ["kg", "Claims", "Reading", "Report", "Search", "Store", "Terminal"],
      exclude: ["Golden", "terminal.py"]),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings the entry point, so that this builds only with its flags: see the Makefile.
if Context.environment["KG_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Text", "Language", "Claims", "Reading", "Extraction", "Search", "Store", "Report",
      ],
      path: "Tests/Fuzz", exclude: ["fuzz.py", "Corpus"]))
}
