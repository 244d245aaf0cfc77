import AWSClientCore
import AppStream
import ArgumentParser
import FoundationEssentials
import PlainText
import Synchronization

/// What the three listing commands share: open a session, read, print, and end with the right status.
struct ListCommand {
  private let global: GlobalOptions

  init(_ global: GlobalOptions) {
    self.global = global
  }

  /// Lists what `read` gives.
  func run(_ read: (Session, EstateBox) async throws -> ListResult) async throws {
    _ = try ConsoleSettings.ofProcess()
    let session = try Session.open(global)
    let estate = EstateBox()
    let result: ListResult
    do {
      result = try await read(session, estate)
      await session.close()
    } catch {
      await session.close()
      throw error
    }
    if let failure = result.failures.first, result.listing.rows.isEmpty {
      throw CommandFailure(.unavailable, failure.error.description)
    }
    try StandardOutput.write(result.text(global.output))
    guard result.failures.isEmpty else {
      for failure in result.failures { StandardError.line("appstream-console: \(failure.sentence.visible)") }
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

  /// The list in one of the three forms.
  func text(_ format: OutputFormat) -> String {
    switch format {
    case .table: return listing.table
    case .csv: return listing.csv
    case .json:
      var object = [member: listing.objects]
      if !failures.isEmpty { object["Partial"] = .array(failures.map(\.object)) }
      return JSONText.document(.object(object))
    }
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

  var sentence: String {
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
