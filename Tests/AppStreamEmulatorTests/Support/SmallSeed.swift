import AppStream
import FoundationEssentials
import TestSupport

@testable import AppStreamEmulator

extension Seed {
  /// Two stacks and three users; ana is on both, bo on `design`, cy on none.
  static var small: Seed {
    var builder = SeedBuilder()
    builder.addStack("design", displayName: "Design")
    builder.addStack("lab")
    for name in ["ana@x.example", "bo@x.example", "cy@x.example"] { builder.addUser(name) }
    builder.associate("ana@x.example", "design")
    builder.associate("ana@x.example", "lab")
    builder.associate("bo@x.example", "design")
    return Seed(directory: builder.directory)
  }
}

extension UserStackAssociation {
  /// `ana/design`, and the like: a user of `x.example` and a stack.
  init(_ text: String) {
    self.init(Association(text))
  }
}

extension Association {
  /// `ana/design`, and the like: a user of `x.example` and a stack.
  init(_ text: String) {
    let parts = text.split(separator: "/")
    self.init(stackName: String(parts[1]), userName: "\(parts[0])@x.example")
  }
}

extension AssociationBatch {
  /// One batch of `ana/design`, and the like.
  static func of(_ texts: String...) throws -> AssociationBatch {
    guard let batch = AssociationBatch(texts.map { UserStackAssociation($0) }) else { throw NotABatch() }
    return batch
  }

  private struct NotABatch: Error {}
}

extension Date {
  /// 2026-11-22T14:02:11Z.
  static var noon: Date { TestTime.start }
}
