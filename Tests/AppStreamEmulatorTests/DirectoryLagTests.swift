import AppStream
import AppStreamEmulator
import FoundationEssentials
import Testing

@Suite struct DirectoryLagTests {
  private func directory(_ lag: EmulatorRules.Lag) -> EmulatedDirectory {
    var directory = Seed.small.directory
    directory.rules.lag = lag
    return directory
  }

  private func read(
    _ directory: inout EmulatedDirectory,
    _ filter: AssociationFilter,
    at now: Date = .noon
  ) throws -> [String] {
    try directory.associationPage(filter, from: 0, at: now).elements.map(\.userName)
  }

  private func change(
    _ directory: inout EmulatedDirectory,
    _ operation: EmulatedDirectory.BatchOperation,
    _ item: String
  ) throws {
    _ = try directory.apply(operation, to: [UserStackAssociation(item)], at: .noon)
  }

  @Test func `without lag a change shows at once`() throws {
    var directory = directory(.none)
    try change(&directory, .disassociate, "ana/design")
    #expect(try read(&directory, .stack("design")) == ["bo@x.example"])
  }

  @Test func `so many reads still show the old state`() throws {
    var directory = directory(.reads(2))
    try change(&directory, .disassociate, "ana/design")
    for _ in 0..<2 { #expect(try read(&directory, .stack("design")) == ["ana@x.example", "bo@x.example"]) }
    #expect(try read(&directory, .stack("design")) == ["bo@x.example"])
  }

  @Test func `reads of other stacks and users do not count`() throws {
    var directory = directory(.reads(1))
    try change(&directory, .disassociate, "ana/design")
    _ = try read(&directory, .stack("lab"))
    _ = try read(&directory, .user("bo@x.example", .userpool))
    #expect(try read(&directory, .stack("design")).contains("ana@x.example"))
    #expect(try !read(&directory, .stack("design")).contains("ana@x.example"))
  }

  @Test(arguments: [
    AssociationFilter.stack("design"), .user("ana@x.example", .userpool), .association(Association("ana/design")),
  ])
  func `every way of asking counts`(filter: AssociationFilter) throws {
    var directory = directory(.reads(1))
    try change(&directory, .disassociate, "ana/design")
    _ = try read(&directory, filter)
    _ = try read(&directory, filter)
    #expect(try read(&directory, .stack("design")) == ["bo@x.example"])
  }

  @Test func `a new association shows later, too`() throws {
    var directory = directory(.reads(1))
    try change(&directory, .associate, "cy/lab")
    #expect(try read(&directory, .stack("lab")) == ["ana@x.example"])
    #expect(try read(&directory, .stack("lab")) == ["ana@x.example", "cy@x.example"])
  }

  @Test func `reads show the old state for so long`() throws {
    var directory = directory(.time(.milliseconds(1500)))
    try change(&directory, .disassociate, "ana/design")
    #expect(try read(&directory, .stack("design"), at: .noon + 1.4).count == 2)
    #expect(try read(&directory, .stack("design"), at: .noon + 1.6).count == 1)
  }

  @Test func `writes go by what is, not by what shows`() throws {
    var directory = directory(.reads(5))
    directory.rules.notAssociated = .userNameNotFound
    try change(&directory, .disassociate, "ana/design")
    let again = try directory.apply(.disassociate, to: [UserStackAssociation("ana/design")], at: .noon)
    #expect(again.errors.map(\.errorCode) == ["USER_NAME_NOT_FOUND"])
    #expect(!directory.contains(Association("ana/design")))
    #expect(directory.allAssociations.count == 2)
  }

  @Test func `what is removed and put back while it lags stays`() throws {
    var directory = directory(.reads(1))
    try change(&directory, .disassociate, "ana/design")
    try change(&directory, .associate, "ana/design")
    for _ in 0..<3 { #expect(try read(&directory, .stack("design")).contains("ana@x.example")) }
  }

  @Test func `what is added and removed while it lags never shows`() throws {
    var directory = directory(.reads(1))
    try change(&directory, .associate, "cy/design")
    try change(&directory, .disassociate, "cy/design")
    for _ in 0..<3 { #expect(try !read(&directory, .stack("design")).contains("cy@x.example")) }
  }
}
