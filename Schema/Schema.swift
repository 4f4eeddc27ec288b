/// The tables and views of a store, as text: the order in which a new store is made.
public enum Schema {
  /// The schema this `kg` writes; a store keeps its own in `PRAGMA user_version`.
  public static let version = 11

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
      text(PackageResources.schema_11_sql),
    ]
  }

  /// Makes the views anew, because they hold nothing of their own; run after the last step.
  public static var views: String { text(PackageResources.views_sql) }

  /// Drops the indexes that an empty store is better filled without.
  public static var dropIndexes: String { text(PackageResources.drop_indexes_sql) }

  /// Makes them again when everything is there.
  public static var makeIndexes: String { text(PackageResources.make_indexes_sql) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
