public import PlainText

extension ListRefusal {
  /// What a person reads, a sentence or two in each; what they repeat of the file is visible.
  public var sentences: [Line] {
    let name = Line(file)
    return switch cause {
    case .empty: ["\(name) is empty, as a failed export leaves it. Export the list again."]
    case .otherKind(let kind): ["\(name) is \(kind.noun), not a list. \(kind.remedy)"]
    case .notText(let error): ["\(name): \(error)"]
    case .brokenTable(let error): ["\(name): \(error)"]
    case .brokenJSON(let line, let reason):
      ["\(name), line \(line): this begins like JSON and is not: \(reason). Write it again with the tool that made it."]
    case .noListInJSON(let wanted): ["\(name) has no \(wanted)."]
    case .partial(let member):
      ["\(name) is a part of a list, as its \(member) says. Read the list to its end and give it whole."]
    case .unknownColumns, .noColumn, .sameHeading, .twoDelimiters, .loginsBeside, .columnsDiffer, .missingColumn:
      [columnSentence]
    case .contraryColumn(let heading, let line):
      [
        "\(name), line \(line): the column \"\(heading)\" may say who stays. Take it out, or choose the column "
          + "of the address with --column if everybody is meant."
      ]
    case .longLine(let line):
      ["\(name), line \(line): it is longer than 1 MiB, which no line of a list is. Write one address a line."]
    case .lines(let refused, let count): lineSentences(refused, count)
    case .unaccounted(let lines):
      ["\(name): \(lines) lines were not all accounted for, which is a fault of this program. Report it."]
    }
  }

  private var columnSentence: Line {
    let name = Line(file)
    switch cause {
    case .unknownColumns(let seen, let line):
      return "\(name), line \(line): no heading says which column holds the address. The columns are "
        + "\(Self.list(seen)). Choose one with --column."
    case .noColumn(let column, let seen):
      return "\(name) has no column \"\(column)\". "
        + (seen.isEmpty ? "It has no header. Leave --column out." : "The columns are \(Self.list(seen)).")
    case .sameHeading(let one, let other, let line):
      let second: Line = one == other ? "" : " and \"\(other)\", which is one heading"
      return "\(name), line \(line): two columns are called \"\(one)\"\(second). Rename one, or take it out."
    case .twoDelimiters(let line):
      return "\(name), line \(line): several columns are divided by two kinds of delimiters, so it is not known where "
        + "they end. Use one."
    case .loginsBeside(let logins, let addresses):
      return "\(name): the column \"\(logins)\" has no address in it, and \"\(addresses)\" has. Say "
        + "which names the user: --column \"\(addresses)\"."
    case .columnsDiffer(let one, let other, let line):
      return "\(name), line \(line): the columns \"\(one)\" and \"\(other)\" hold different addresses. "
        + "Say which names the user with --column."
    case .missingColumn(let column, let wanted):
      return "\(name) has no column \(column). Give CSV with a header of \(wanted)."
    default:
      return ""
    }
  }

  private static func list(_ columns: [String]) -> Line {
    let most = ListRefusal.mostColumns
    let more: Line = columns.count > most ? " and \(columns.count - most) more" : ""
    return columns.prefix(most).map { "\"\($0)\"" as Line }.joined(separator: ", ") + more
  }

  private func lineSentences(_ refused: [Refused], _ count: Int) -> [Line] {
    let noun = countsItems ? "item" : "line"
    let lines = refused.map { line -> Line in
      let shown: Line = line.text.isEmpty ? "" : "\"\(line.text)\" "
      return "\(file), \(noun) \(line.line): \(shown)\(line.fault.reason). \(line.fault.remedy)"
    }
    guard count > 1 else { return lines }
    let more: [Line] = count > lines.count ? ["And \(count - lines.count) more \(noun)s."] : []
    return ["\(file): \(count) \(noun)s cannot be taken."] + lines + more
  }
}
