import AWSClientCore
public import AppStream

/// The associations that a file lists, as AWS's own tools print them.
///
/// Either JSON, an object with `UserStackAssociations` or the bare list, of which other members are passed over; or a
/// table with a header of the same names, in any case. Without an `AuthenticationType` an association is one of the
/// user pool, the only type that stacks are assigned to.
public struct AssociationList: Sendable, Equatable {
  /// The associations in the file's order, each once.
  public var associations: [Association]

  /// Reads `bytes`, the content of the file that people know as `name`.
  ///
  /// - Throws: ``InputFileError`` for the first item that cannot be an association; items are counted from 1, without
  ///   a table's header.
  public init(_ bytes: [UInt8], name: String) throws(InputFileError) {
    let text: String
    do throws(InputTextError) {
      text = try InputText.decode(bytes)
    } catch {
      throw .notText(file: name, error)
    }
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    let items =
      first == "{" || first == "["
      ? try ListedAssociation.items(ofJSON: text, isBareList: first == "[", file: name)
      : try ListedAssociation.items(ofTable: text, file: name)
    var seen: Set<Association> = []
    associations = []
    for (number, item) in zip(1..., items) {
      let association = try item.association(number: number, file: name)
      if seen.insert(association).inserted { associations.append(association) }
    }
  }
}
