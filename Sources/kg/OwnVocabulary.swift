import Claims
import Foundation
import Store

extension CommonOptions {
  /// What ships with `kg`, on top of it what the store keeps, on top of that the file named for
  /// this run.
  func vocabulary(of store: ClaimStore?) throws -> Vocabulary {
    try Kept.vocabulary(own: entries(of: store))
  }

  /// What reads text with that.
  func engine(of store: ClaimStore?) throws -> Engine { try Kept.engine(own: entries(of: store)) }

  /// The entity that is meant by what was typed: the store's own of that very name, else whose other
  /// name it is.
  ///
  /// The store is asked first, because to read the vocabulary takes longer than most look-ups. Names
  /// that people gave are part of the vocabulary, so with these it has the first word.
  func entity(_ typed: String, in store: ClaimStore) throws -> String {
    if store.identities.isEmpty, try store.hasEntity(typed) { return typed }
    return canonicalName(typed, vocabulary: try vocabulary(of: store))
  }

  /// The user's part, and the names that people gave.
  private func entries(of store: ClaimStore?) throws -> Vocabulary.Entries {
    let own = try ownVocabulary(of: store)
    guard let store, !store.identities.isEmpty else { return own }
    return own.extended(by: store.identities.entries)
  }

  /// The user's part of the vocabulary in force.
  func ownVocabulary(of store: ClaimStore?) throws -> Vocabulary.Entries {
    let kept = try store?.vocabulary() ?? Vocabulary.Entries()
    guard let file = vocabulary ?? variable("KG_VOCABULARY") else { return kept }
    return kept.extended(by: try readVocabulary(file, on: .builtIn().extended(by: kept)))
  }

  /// The store, or nil where none is there and none was named.
  func storeIfAny() throws -> ClaimStore? {
    do {
      return try openForReading(self)
    } catch StoreError.missing where db == nil {
      return nil
    }
  }
}

/// The entries of a vocabulary file that is to stand on others; says all that is wrong with it.
func readVocabulary(_ file: String, on base: Vocabulary.Entries) throws -> Vocabulary.Entries {
  try vocabulary(readText(file, mayBeEmpty: true), of: file, on: base)
}

func vocabulary(_ text: String, of file: String, on base: Vocabulary.Entries) throws
  -> Vocabulary.Entries
{
  do {
    return try Vocabulary.Entries.checked(yaml: text, on: base)
  } catch let error as VocabularyError {
    let lines = error.lines(in: file == "-" ? "stdin" : file)
    throw Failure(.inputUnreadable, lines.joined(separator: "\nkg: "))
  }
}
