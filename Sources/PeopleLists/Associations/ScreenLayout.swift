/// How a program shows associations on a screen.
enum ScreenLayout {
  /// Columns divided by blanks, which no name has; the first line names them.
  case words([AssociationMember?], isHeaderRead: Bool)
  /// A member a line, `Name : value`, as PowerShell's `Format-List` prints them.
  case block(Block)
  /// `--output text` of the AWS CLI.
  case commandLine

  struct Block {
    var line = 0
    var items: [(member: AssociationMember, text: String)] = []
  }

  /// The layout that the first line shows.
  init?(_ line: String) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    let members = words.map { AssociationMember(heading: $0) }
    let names = line.split(separator: ":", maxSplits: 1)
    if members.contains(.stackName), members.contains(.userName), members.allSatisfy({ $0 != nil }),
      Set(members.compactMap(\.self)).count == members.count
    {
      self = .words(members, isHeaderRead: false)
    } else if names.count == 2, AssociationMember(heading: String(names[0])) != nil {
      self = .block(.init())
    } else if line.contains("\t") {
      self = .commandLine
    } else {
      return nil
    }
  }
}
