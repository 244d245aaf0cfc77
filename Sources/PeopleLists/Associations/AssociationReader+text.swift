import AppStream
import PlainText

extension AssociationReader {
  /// Reads a table with a header, what the AWS CLI prints as text, or what a screen shows.
  mutating func readText(_ text: ListText) throws(ListRefusal) {
    try text.refuseLongLines(file)
    let header = try TableHeader.find(in: text, file: file) { heading in
      heading.isCalled(AssociationMember.stackName.rawValue) || heading.isCalled(AssociationMember.userName.rawValue)
    }
    if let header, header.headings.count > 1 { return try readTable(text, header) }
    var layout: ScreenLayout?
    var lines = LineScanner(text.bytes)
    while let line = lines.next() {
      let bytes = text.bytes[line.bytes]
      if let counted = LineFate(bytes).counted {
        if counted == .blank { try endBlock(&layout) }
        ledger.pass(counted)
        continue
      }
      let shown = String(decoding: bytes, as: UTF8.self)
      if layout == nil { layout = ScreenLayout(shown) }
      guard var known = layout else { throw missingColumn(.stackName) }
      do throws(LineFault) {
        if text.isOnlyASCIISure, bytes.contains(where: { $0 >= 0x80 }) { throw .notUTF8 }
        try read(shown, line.number, &known)
      } catch {
        if case .badItem("goes on after this page") = error {
          throw ListRefusal(file: file, .partial(member: "NEXTTOKEN"))
        }
        ledger.refuse(shown, line: line.number, error)
      }
      layout = known
    }
    try endBlock(&layout)
  }

  private func missingColumn(_ member: AssociationMember) -> ListRefusal {
    let wanted = "StackName, UserName and, if need be, AuthenticationType"
    return ListRefusal(file: file, .missingColumn(member.rawValue, wanted: wanted))
  }

  private mutating func readTable(_ text: ListText, _ header: TableHeader) throws(ListRefusal) {
    ledger.pass(.blank, lines: header.blankLinesAbove)
    for (_, fate) in header.above { ledger.pass(fate) }
    ledger.pass(.header)
    func place(_ member: AssociationMember) throws(ListRefusal) -> Int? {
      let places = header.headings.indices.filter { header.headings[$0].isCalled(member.rawValue) }
      guard places.count < 2 else {
        throw ListRefusal(file: file, .sameHeading(member.rawValue, and: member.rawValue, line: header.line))
      }
      return places.first
    }
    guard let stack = try place(.stackName) else { throw missingColumn(.stackName) }
    guard let user = try place(.userName) else { throw missingColumn(.userName) }
    let type = try place(.authenticationType)
    var rows = TableRows(text, header)
    while let next = try rows.next(file) {
      ledger.pass(.blank, lines: next.blankLinesAbove)
      ledger.pass(.comment, lines: next.commentsAbove)
      guard let row = next.cells else { continue }
      let extraLines = row.lastLine - row.line
      func cell(_ place: Int) throws(LineFault) -> String {
        // Editors take away the empty cells at the end of a row.
        guard place < row.fields.count else { return "" }
        let cell = rows.text(of: row.fields[place]).trimmed
        if text.isOnlyASCIISure, cell.utf8.contains(where: { $0 >= 0x80 }) { throw .notUTF8 }
        return CSVFormula.withoutMark(cell)
      }
      do throws(LineFault) {
        if let passed = rows.passed(row, header) {
          ledger.pass(passed)
        } else {
          if let fault = rows.fault(of: row, header, mayEndEarly: true) { throw fault }
          if rows.isSecondHeader(row, header, .noAddress) { throw .secondHeader }
          let typeCell = try type.map { place throws(LineFault) in try cell(place) } ?? ""
          let item = AssociationItem(
            stackName: try cell(stack),
            userName: try cell(user),
            authenticationType: typeCell.isEmpty ? nil : typeCell
          )
          try take(item, line: row.line)
        }
        ledger.pass(.continuation, lines: extraLines)
      } catch {
        let whole = String(decoding: text.bytes[row.bytes], as: UTF8.self)
        ledger.refuse(whole, line: row.line, error, extraLines: extraLines)
      }
    }
  }

  private mutating func read(_ shown: String, _ line: Int, _ layout: inout ScreenLayout) throws(LineFault) {
    let words = shown.split(whereSeparator: \.isWhitespace).map(String.init)
    switch layout {
    case .words(let members, let isHeaderRead):
      if !isHeaderRead {
        layout = .words(members, isHeaderRead: true)
        return ledger.pass(.header)
      }
      if words.allSatisfy({ $0.allSatisfy { $0 == "-" } }) && words.contains(where: { $0.count > 1 }) {
        return ledger.pass(.rule)
      }
      guard words.count == members.count else { throw .otherWidth(words.count, header: members.count) }
      if words.contains(where: { $0.contains("…") || $0.contains("...") }) { throw .badItem("has text that was cut") }
      if words.map({ AssociationMember(heading: $0) }) == members { throw .secondHeader }
      try take(AssociationItem(members, words), line: line)
    case .block(var begun):
      let parts = shown.split(separator: ":", maxSplits: 1).map(\.trimmed)
      guard parts.count == 2, let member = AssociationMember(heading: parts[0]) else {
        throw .badItem("is not one of the service's members")
      }
      let doubled = begun.items.contains { $0.member == member }
      if doubled { throw .badItem("has two members called \"\(member.rawValue)\"") }
      begun.items.append((member, parts[1]))
      begun.line = begun.items.count == 1 ? line : begun.line
      layout = .block(begun)
      if begun.items.count > 1 { ledger.pass(.continuation) }
    case .commandLine:
      try readCommandLine(shown.split(separator: "\t", omittingEmptySubsequences: false).map(String.init), line)
    }
  }

  /// A row that the AWS CLI prints as text: the list's name, and members in the order of their names.
  ///
  /// https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html#text-output
  private mutating func readCommandLine(_ cells: [String], _ line: Int) throws(LineFault) {
    switch (cells.first ?? "", cells.count) {
    case ("NEXTTOKEN", _):
      if cells.count > 1, cells[1] != "None" { throw .badItem("goes on after this page") }
      ledger.pass(.comment)
    case ("ERRORS", _): ledger.pass(.comment)
    case ("USERSTACKASSOCIATIONS", 5), ("USERSTACKASSOCIATION", 5):
      try take(
        AssociationItem([.authenticationType, .sendEmailNotification, .stackName, .userName], Array(cells[1...])),
        line: line
      )
    case ("USERSTACKASSOCIATIONS", 4), ("USERSTACKASSOCIATION", 4):
      try take(AssociationItem([.authenticationType, .stackName, .userName], Array(cells[1...])), line: line)
    case (_, 2):
      // `--query 'UserStackAssociations[].[StackName,UserName]'`: only one of the two can be an address.
      let isUser = cells.map { $0.utf8.contains(UInt8(ascii: "@")) }
      guard isUser[0] != isUser[1] else { throw .badItem("has not one stack and one address") }
      try take(AssociationItem(isUser[0] ? [.userName, .stackName] : [.stackName, .userName], cells), line: line)
    default: throw .badItem("is not a row as the AWS CLI prints them")
    }
  }

  /// Takes the block that ends here.
  private mutating func endBlock(_ layout: inout ScreenLayout?) throws(ListRefusal) {
    guard case .block(let block) = layout, !block.items.isEmpty else { return }
    layout = .block(.init())
    do throws(LineFault) {
      try take(AssociationItem(block.items.map(\.member), block.items.map(\.text)), line: block.line)
    } catch {
      ledger.refuse(block.items.map(\.text).joined(separator: " "), line: block.line, error)
    }
  }
}

extension AssociationItem {
  /// The texts of the members, in the same order.
  fileprivate init(_ members: [AssociationMember?], _ texts: [String]) {
    for (member, text) in zip(members, texts) {
      switch member {
      case .stackName: stackName = text
      case .userName: userName = text
      case .authenticationType: authenticationType = text.isEmpty || text == "-" || text == "None" ? nil : text
      case .sendEmailNotification, nil: break
      }
    }
  }
}
