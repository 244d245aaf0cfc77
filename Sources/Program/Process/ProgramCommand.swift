import ArgumentParser

/// A command of the program, which gets all that it needs of its process handed in.
protocol ProgramCommand: AsyncParsableCommand {
  /// Does what was asked for.
  func run(in process: ProcessContext) async throws
}
