import AppStream
import PlainText
import Runs
import Screen

/// A part of a row: what it is called, what it says, and how it gives way to the others.
///
/// The columns on the screen, the fields of the filter, what is exported of a row and what the line under the rows says
/// of one that is cut all come from here. The names are those of the fields, in the order of the help.
enum RowColumn: String, Sendable, CaseIterable {
  case user, name, status, type, stack, result

  /// Those that the screen shows, from the left.
  static let shown: [RowColumn] = [.user, .stack, .name, .status, .result]

  /// Those that the entries of a plan have, below their stack.
  static let planned: [RowColumn] = [.user, .name, .status]

  /// Those that a file has before whether a row is marked, and those after it.
  static let exported: (before: [RowColumn], after: [RowColumn]) = ([.stack, .user, .type, .name, .status], [.result])

  /// How it stands on the screen where its longest value takes `longest` columns; `nil` for what is not shown.
  ///
  /// Behind its heading stands `sorted`, where the rows are in its order.
  ///
  /// A person is told from another by the whole name, and a removal is of one stack: they stay to the last. What became
  /// of a row stays too, and its code gives way to nothing but those; the line under the rows has it whole.
  func column(_ longest: Int, sorted: Line = "") -> Column? {
    switch self {
    case .user: Column("USER" + sorted, longest: longest, least: 16, rank: 0, isEssential: true)
    case .stack: Column("STACK" + sorted, longest: longest, least: 10, rank: 1, isEssential: true)
    case .result:
      Column("RESULT" + sorted, longest: longest, least: 8, rank: 2, isEssential: true, isRest: true)
    case .status: Column("STATUS" + sorted, longest: longest, least: 8, rank: 3)
    case .name: Column("NAME" + sorted, longest: longest, least: 8, rank: 4)
    case .type: nil
    }
  }

  /// What it says of a row, as far as that is known.
  func text(of row: Association, _ facts: UserFacts, _ result: RowResult?) -> String {
    switch self {
    case .user: row.userName
    case .stack: row.stackName
    case .type: row.authenticationType.rawValue
    case .name: facts.name(of: row.userName)
    case .status: facts.status(of: row.userName)
    case .result: result?.text ?? ""
    }
  }

  /// What it says in `columns` columns of the terminal, cut at its end where that is too long.
  func text(of row: Association, _ facts: UserFacts, _ result: RowResult?, columns: Int) -> Line {
    let text = self == .result ? result?.text(columns: columns) ?? "" : Line(text(of: row, facts, result))
    return text.shortened(to: columns)
  }

  /// How many columns of the terminal must not be cut of it: of a result those of its code.
  func width(of row: Association, _ facts: UserFacts, _ result: RowResult?) -> Int {
    let essential = self == .result ? result?.essentialText ?? "" : text(of: row, facts, result)
    return DisplayWidth.of(Line(essential))
  }

  /// How many columns it takes in all rows of the user whose name has this number; `nil` where that differs from row to
  /// row.
  func width(ofUser number: UInt32, _ estate: Estate, _ facts: UserFacts) -> Int? {
    switch self {
    case .user: estate.table.userNames.width(of: number)
    case .name: facts.nameWidth(ofUser: number)
    case .status: facts.statusWidth(ofUser: number)
    case .stack, .type, .result: nil
    }
  }

  /// Its values in a file, each with its name: the service's, where it has one, so that what is written can be read as
  /// a selection.
  var exports: [Export] {
    switch self {
    case .stack: [Export("StackName") { .string($0.row.stackName) }]
    case .user: [Export("UserName") { .string($0.row.userName) }]
    case .type: [Export("AuthenticationType") { .string($0.row.authenticationType.rawValue) }]
    case .name:
      [Export("FirstName") { .optional($0.user?.firstName) }, Export("LastName") { .optional($0.user?.lastName) }]
    case .status: [Export("Status") { .optional($0.user?.status) }, Export("Enabled") { .optional($0.user?.enabled) }]
    case .result:
      [
        Export("Outcome") { .optional($0.result?.word) }, Export("ErrorCode") { .optional($0.result?.error?.code) },
        Export("ErrorMessage") { .optional($0.result?.error?.message) },
        Export("RequestId") { .optional($0.result?.requestID) },
      ]
    }
  }

  /// A value of a row in a file.
  struct Export: Sendable {
    let name: String
    let value: @Sendable (Subject) -> JSONValue

    init(_ name: String, _ value: @escaping @Sendable (Subject) -> JSONValue) {
      self.name = name
      self.value = value
    }

    /// A row, and all that is known of it.
    struct Subject: Sendable {
      let row: Association
      let user: User?
      let result: RowResult?
      let isMarked: Bool
    }
  }
}
