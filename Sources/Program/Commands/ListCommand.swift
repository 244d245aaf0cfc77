import AWSClientCore
import AppStream
import ArgumentParser
import FoundationEssentials
import PlainText
import Synchronization

/// What the three listing commands share: open a session, read, print, and end with the right status.
struct ListCommand {
  private let global: GlobalOptions
  private let process: ProcessContext

  init(_ global: GlobalOptions, _ process: ProcessContext) {
    self.global = global
    self.process = process
  }

  /// Lists what `read` gives.
  func run(_ read: (Session, EstateBox) async throws -> ListResult) async throws {
    _ = try ConsoleSettings.load(process)
    let estate = EstateBox()
    let result = try await Session.with(global, in: process) { try await read($0, estate) }
    if let failure = result.failures.first, result.listing.rows.isEmpty {
      throw CommandFailure(.unavailable, "\(failure.error)")
    }
    try result.write(global.output, in: process.tableWidth(), process.write)
    guard result.failures.isEmpty else {
      for failure in result.failures { process.say("appstream-console: \(failure.sentence)") }
      throw ExitStatus.unavailable.code
    }
  }
}

/// A list that was read, perhaps not to its end.
struct ListResult {
  /// The service's name for the list.
  var member: String
  var listing: Listing
  /// What is missing from it.
  var failures: [ListFailure]

  /// Gives `take` the list in one of the three forms, piece by piece, a table in lines of at most `width` columns.
  func write(_ format: OutputFormat, in width: Int?, _ take: (String) throws -> Void) throws {
    var pieces = TextPieces()
    switch format {
    case .table: try listing.writeTable(in: width) { try pieces.add($0, take) }
    case .csv: try listing.writeCSV { try pieces.add($0, take) }
    case .json: try writeJSON { try pieces.add($0, take) }
    }
    try pieces.finish(take)
  }

  /// Members are in the order of their names, so what is missing stands before every list.
  private func writeJSON(_ add: (String) throws -> Void) throws {
    try add("{\n")
    if !failures.isEmpty {
      var partial = JSONWriter(.lines, depth: 1)
      partial.write(.array(failures.map(\.object)))
      try add("  \"Partial\" : \(partial.text),\n")
    }
    try add("  \"\(member)\" : ")
    try listing.writeObjects(depth: 1, add)
    try add("\n}\n")
  }
}

/// A part of a list that could not be read.
struct ListFailure: Sendable {
  /// The stack whose associations are missing; `nil` for the list of stacks or users itself.
  var stackName: String?
  /// Why.
  var error: ServiceError

  /// `nil` when `reading` came to its end.
  init?(stackName: String?, reading: Reading) {
    guard case .partial(_, let error) = reading else { return nil }
    self.stackName = stackName
    self.error = error
  }

  var object: JSONValue {
    .object(["StackName": .optional(stackName), "ErrorCode": .string(error.code)])
  }

  var sentence: Line {
    guard let stackName else { return "The list is not complete. \(error)" }
    return "The associations of stack \(stackName) are not complete. \(error)"
  }
}

/// The picture of the account while several reads add to it at once.
final class EstateBox: Sendable {
  private let estate = Mutex(Estate())

  /// What has been read so far.
  var value: Estate { estate.withLock { $0 } }

  /// Takes in what was read.
  func apply(_ event: EstateEvent) {
    estate.withLock { $0.apply(event) }
  }
}
