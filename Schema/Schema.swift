/// The tables and views of a store, as text: the order in which a new store is made.
public enum Schema {
  /// The schema this `kg` writes; a store keeps its own in `PRAGMA user_version`.
  public static let version = 15

  /// Says in the file's header that a SQLite file is a store of `kg`: "kgcd" in ASCII.
  public static let applicationID = 1_801_937_764

  /// The step at index n brings a store from schema n to n + 1.
  public static var steps: [String] {
    [
      text(PackageResources.tables_sql), text(PackageResources.schema_2_sql),
      text(PackageResources.schema_3_sql), text(PackageResources.schema_4_sql),
      text(PackageResources.schema_5_sql), text(PackageResources.schema_6_sql),
      text(PackageResources.schema_7_sql), text(PackageResources.schema_8_sql),
      text(PackageResources.schema_9_sql), text(PackageResources.schema_10_sql),
      text(PackageResources.schema_11_sql), text(PackageResources.schema_12_sql),
      text(PackageResources.schema_13_sql), text(PackageResources.schema_14_sql),
      text(PackageResources.schema_15_sql),
    ]
  }

  /// Makes the views anew, because they hold nothing of their own; run after the last step.
  public static var views: String { text(PackageResources.views_sql) }

  /// The same views for one connection, as if what was withdrawn after a day (ISO 8601) were not yet.
  public static func views(asOf day: String) -> String {
    var views = views.replacing("DROP VIEW IF EXISTS ", with: "DROP VIEW IF EXISTS temp.")
      .replacing("CREATE VIEW ", with: "CREATE TEMP VIEW ")
    for table in ["d", "s"] {
      views = views.replacing(
        "\(table).retracted_at IS NULL",
        with: "coalesce(substr(\(table).retracted_at, 1, 10) > '\(day)', 1)")
    }
    return views
  }

  /// Drops the indexes that an empty store is better filled without.
  public static var dropIndexes: String { text(PackageResources.drop_indexes_sql) }

  /// Makes them again when everything is there.
  public static var makeIndexes: String { text(PackageResources.make_indexes_sql) }

  /// Drops the index of what claims offer, and makes it again when all of it is there.
  public static var dropBlockIndex: String { text(PackageResources.drop_block_index_sql) }
  public static var makeBlockIndex: String { text(PackageResources.make_block_index_sql) }

  /// Whether the store's view or trigger of this name is another than ours; of views those that we
  /// don't have are left to whoever made them, because no query of ours asks them.
  public static func isForeign(_ type: String, _ name: String, sql: String) -> Bool {
    if type == "view", !holds(PackageResources.views_sql, "DROP VIEW IF EXISTS \(name);") {
      return false
    }
    return !holds(PackageResources.views_sql, sql) && !steps.contains { holds(Array($0.utf8), sql) }
  }

  private static func holds(_ text: [UInt8], _ part: String) -> Bool {
    let part = Array(part.utf8)
    return text.indices.contains { text[$0] == part.first && text[$0...].starts(with: part) }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
