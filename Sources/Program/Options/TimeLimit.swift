import ArgumentParser

/// A time limit as it is given on the command line: whole seconds, at least one.
struct TimeLimit: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    guard let seconds = Int(argument), (1...3_600).contains(seconds) else { return nil }
    duration = .seconds(seconds)
  }
}
