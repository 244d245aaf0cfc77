import AppStream

extension RunMachine {
  /// A sentence for each error that an answer had for none of the entries sent: kept, since it is about somebody.
  ///
  /// The names and words in them are the service's own; clean them before they reach a terminal.
  public var strayErrorSentences: [String] {
    strayErrors.map { error in
      let named = [error.userStackAssociation?.stackName, error.userStackAssociation?.userName].compactMap(\.self)
      let whom = named.isEmpty ? "nobody named" : named.joined(separator: " ")
      let words = [error.errorCode ?? "no code", error.errorMessage ?? ""].filter { !$0.isEmpty }
      return "An answer had an error for none of the entries sent (\(whom)): \(words.joined(separator: " "))"
    }
  }
}
