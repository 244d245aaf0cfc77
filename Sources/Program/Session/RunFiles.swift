import AWSClientCore
import Runs

/// Where this user's journals are.
enum RunFiles {
  /// The store of journals; nothing is created before the first run.
  ///
  /// - Throws: ``CommandFailure`` when there is no home to keep them in.
  static func store(_ environment: ProcessEnvironment) throws -> any JournalStore {
    do throws(JournalError) {
      return DirectoryJournals(directory: try DirectoryJournals.defaultDirectory(environment))
    } catch {
      throw CommandFailure(.refused, error.description)
    }
  }
}
