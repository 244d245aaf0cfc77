/// Why a file that the emulator was given cannot be used.
package struct EmulatorFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of file, such as "faults file".
  package var file: String
  /// What is wrong, where, and what would be right: a clause that begins with the place.
  package var problem: String

  /// Makes an error.
  package init(file: String, problem: String) {
    self.file = file
    self.problem = problem
  }

  package var description: String {
    "The \(file) cannot be used: \(problem). See appstream-emulator --help for what it may hold."
  }
}
