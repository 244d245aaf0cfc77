import PeopleLists
import SeededNumbers

/// A list made at random, as people and programs make them, and who is in it.
struct RandomList {
  /// The people, in the order of the list.
  private(set) var people: [String] = []
  /// The lines, without line ends.
  private(set) var lines: [String] = []
  /// The list as it is saved.
  private(set) var bytes: [UInt8] = []

  init(using random: inout SeededGenerator) {
    let count = Int.random(in: 0...8, using: &random)
    people = (0..<count).map { _ in Self.address(using: &random) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: json(using: &random)
    case 1...4: list(using: &random)
    default: table(using: &random)
    }
    save(using: &random)
  }

  private mutating func list(using random: inout SeededGenerator) {
    for person in people {
      if Int.random(in: 0..<6, using: &random) == 0 {
        lines.append(["", "  ", "# left", "#"].randomElement(using: &random) ?? "")
      }
      lines.append(Self.decorated(person, using: &random))
    }
    if lines.isEmpty { lines = ["# nobody"] }
  }

  private mutating func table(using random: inout SeededGenerator) {
    let delimiter = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
    let headings = ["Name", "Stack", "Manager email", "Note", "Room"].shuffled(using: &random)
      .prefix(Int.random(in: 0...4, using: &random))
    let known = [
      "UserName", "Email", "userPrincipalName", "Adresse e-mail", "Correo electrónico", "E-Mail-Adresse", "E-post",
      "Primary Work Email", "Email Address [Required]", "user.login", "e_mail", "EMAIL", "PrimarySmtpAddress",
    ]
    var header = headings.map { $0 }
    let place = Int.random(in: 0...header.count, using: &random)
    header.insert(known.randomElement(using: &random) ?? "Email", at: place)
    if Int.random(in: 0..<4, using: &random) == 0 { lines += ["Leavers of November", ""] }
    if Int.random(in: 0..<8, using: &random) == 0, lines.isEmpty, header.count > 1 { lines.append("sep=\(delimiter)") }
    lines.append(Self.row(header, delimiter, isAlwaysQuoted: false))
    let isAlwaysQuoted = Bool.random(using: &random)
    for person in people {
      var cells = headings.map { heading in
        switch heading {
        case "Name": "Olsen\(delimiter) Abe"
        case "Manager email": "jane.roe@contr.example"
        case "Note": "said \"yes\""
        default: ["biology", ""].randomElement(using: &random) ?? ""
        }
      }
      cells.insert(person, at: place)
      lines.append(Self.row(cells, delimiter, isAlwaysQuoted: isAlwaysQuoted))
      if Int.random(in: 0..<8, using: &random) == 0 { lines.append("") }
    }
  }

  private mutating func json(using random: inout SeededGenerator) {
    let isList = Bool.random(using: &random)
    let items = people.map { isList ? "\"\($0)\"" : "{\"Name\": \"x\", \"UserName\": \"\($0)\"}" }
    let list = "[\n" + items.joined(separator: ",\n") + "\n]"
    lines = (isList ? list : "{\"Users\": \(list), \"NextToken\": null}").split(separator: "\n").map(String.init)
  }

  private mutating func save(using random: inout SeededGenerator) {
    let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    var text = lines.joined(separator: end)
    if Bool.random(using: &random) { text += end }
    if Int.random(in: 0..<10, using: &random) == 0 { text += "\u{1A}" }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 1: bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case 2: bytes = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    default: bytes = Array(text.utf8)
    }
  }

  private static func address(using random: inout SeededGenerator) -> String {
    let names = ["abe", "bo", "cleo", "dana", "o'brien", "zoë", "山田", "x_1", "a+b", "e.f-g"]
    let number = Int.random(in: 1...999, using: &random)
    let domain = ["contr.example", "x.example", "sub.uni-köln.example"].randomElement(using: &random) ?? "x"
    return "\(names.randomElement(using: &random) ?? "a").\(number)@\(domain)"
  }

  /// The address with what can mean one thing only around it.
  private static func decorated(_ address: String, using random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<18, using: &random) {
    case 0: "• \(address)"
    case 1: "- \(address)"
    case 2: "\"\(address)\""
    case 3: "“\(address)”"
    case 4: "mailto:\(address)"
    case 5: "<\(address)>"
    case 6: "<mailto:\(address)|\(address)>"
    case 7: "[\(address)](mailto:\(address))"
    case 8: "Olsen, Abe <\(address)>"
    case 9: "\"Abe van Olsen\" <\(address)>;"
    case 10: "=\"\(address)\""
    case 11: "'\(address)',"
    case 12: "\u{202A}\(address)\u{202C}"
    case 13: "3. \(address)"
    case 14: "Abe Olsen (IT) <\(address)>"
    case 15: "  \(address)\t"
    default: address
    }
  }

  private static func row(_ cells: [String], _ delimiter: String, isAlwaysQuoted: Bool) -> String {
    cells.map { cell in
      let isQuoted = isAlwaysQuoted || cell.contains(delimiter) || cell.contains("\"")
      return isQuoted ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: delimiter)
  }
}
