import AWSClientCore
import AppStream
import PlainText
import Runs

/// Reads stacks and the associations on them, for the commands that need both.
enum AssociationReading {
  /// The stacks that a command is about, and what is missing from their list.
  struct StackList {
    var names: [String]
    var failures: [ListFailure]
  }

  /// Reads the associations of the stacks called `names`, or of all stacks when there are none, into `estate`.
  ///
  /// - Returns: The stacks that were not read to their end, and why.
  /// - Throws: ``CommandFailure`` when a name is none of a stack's, or when the stacks cannot be listed at all.
  static func read(_ names: [String], _ session: Session, _ estate: EstateBox) async throws -> [ListFailure] {
    let list = try await stacks(names, session, estate)
    return list.failures + (await readRows(of: list.names, session, estate))
  }

  /// Lists the stacks called `names`, or all stacks when there are none.
  ///
  /// - Throws: ``CommandFailure`` when a name is none of a stack's, or when the stacks cannot be listed at all.
  static func stacks(_ names: [String], _ session: Session, _ estate: EstateBox) async throws -> StackList {
    // Names that a reading has shown need no other to prove them.
    if !names.isEmpty { await session.readingOnce.reader.readStacks { estate.apply($0) } }
    if names.isEmpty || session.isThorough && !names.allSatisfy(estate.value.stacks.map(\.name).contains) {
      await session.reader.readStacks { estate.apply($0) }
    }
    let known = estate.value.stacks.map(\.name)
    if case .partial(let pages, let error) = estate.value.stackList, pages == 0 || !names.allSatisfy(known.contains) {
      throw CommandFailure(.unavailable, "\(error)")
    }
    for name in names where !known.contains(name) {
      throw missing(name, known, session.destination.region)
    }
    let failures = names.isEmpty ? [ListFailure(stackName: nil, reading: estate.value.stackList)] : []
    return StackList(names: names.isEmpty ? known : Set(names).sorted(), failures: failures.compactMap(\.self))
  }

  /// Reads the associations of the stacks called `names`, and says which were not read to their end, and why.
  static func readRows(of names: [String], _ session: Session, _ estate: EstateBox) async -> [ListFailure] {
    await session.reader.readAssociations(of: names) { estate.apply($0) }
    let readings = estate.value.readings
    return names.compactMap { ListFailure(stackName: $0, reading: readings[$0] ?? .waiting) }
  }

  private static func missing(_ name: String, _ known: [String], _ region: String) -> CommandFailure {
    let inAnotherCase = known.first { $0.lowercased() == name.lowercased() }
    let near: Line = (inAnotherCase ?? Spelling.nearest(to: name, in: known)).map { " Did you mean \"\($0)\"?" } ?? ""
    return .unsent(
      .usage,
      "There is no stack \"\(name)\" in \(region).\(near) `appstream-console stacks` lists them."
    )
  }
}

/// The rules for names given on the command line, checked before anything is sent.
enum StackNames {
  /// - Throws: ``CommandFailure`` when a name cannot be a stack's.
  static func validate(_ names: [String]) throws {
    do throws(StackNameError) {
      for name in names { try StackName.validate(name) }
    } catch {
      throw CommandFailure.unsent(.usage, "--stack: \(error)")
    }
  }
}

/// The rules for e-mail addresses given on the command line, checked before anything is sent.
enum UserNames {
  /// - Throws: ``CommandFailure`` when `name` cannot be a user's.
  static func validate(_ name: String) throws {
    do throws(UserNameError) {
      try UserName.validate(name)
    } catch {
      throw CommandFailure.unsent(.usage, "--user: \(error)")
    }
  }
}
