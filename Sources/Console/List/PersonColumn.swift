import PlainText
import Screen

/// A part of what a list of people says of one.
enum PersonColumn: String, Sendable, CaseIterable {
  case person, stacks, on, name, status

  /// Those that people can be sorted by.
  static let sorted: [PersonColumn] = [.person, .stacks, .name, .status]

  /// How it stands on the screen where its longest value takes `longest` columns; behind its heading stands `sorted`.
  func column(_ longest: Int, sorted: Line) -> Column {
    switch self {
    case .person: Column("PERSON" + sorted, longest: longest, least: 16, rank: 0, isEssential: true)
    case .stacks: Column("STACKS" + sorted, longest: longest, least: 6, rank: 1, isEssential: true)
    // Two or three names of stacks; what more there are is told by their number, and below for the cursor's person.
    case .on: Column("ON", longest: 40, least: 12, rank: 2, isEssential: true, isRest: true)
    case .name: Column("NAME" + sorted, longest: longest, least: 8, rank: 4)
    case .status: Column("STATUS" + sorted, longest: longest, least: 8, rank: 3)
    }
  }

  /// The same column of rows, whose values are a person's wherever they are.
  var ofRows: RowColumn? {
    switch self {
    case .person: .user
    case .name: .name
    case .status: .status
    case .stacks, .on: nil
    }
  }
}
