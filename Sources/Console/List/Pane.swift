/// The two parts of the list.
enum Pane: Sendable, Equatable {
  case stacks, rows
}
