/// The names that commands are about, for completion.
struct CommandNames: Sendable, Equatable {
  /// The stacks that were read.
  var stacks: [String] = []
  /// The profiles in AWS's files.
  var profiles: [String] = []
  /// The Regions where the service is known to be.
  var regions: [String] = []

  /// The names that may follow a command; `nil` where what follows is no name.
  func of(_ action: Command.Action) -> [String]? {
    switch action {
    case .stack: stacks
    case .profile: profiles
    case .region: regions
    case .export, .failed, .help, .quit, .reason, .runs: nil
    }
  }
}
