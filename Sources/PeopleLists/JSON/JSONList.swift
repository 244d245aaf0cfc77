import PlainText

/// The items of a list in JSON.
struct JSONList {
  /// The items, in order.
  let items: [ListJSON]

  /// Whether a text begins as JSON does; `[` before a word is a mark of Markdown or of a mail program.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.lazy.filter { !$0.isLineEnd && $0 != .space && $0 != 0x09 }.prefix(2)
    guard let first = start.first else { return false }
    let second = start.dropFirst().first
    switch first {
    case UInt8(ascii: "{"): return second == nil || second == .quote || second == UInt8(ascii: "}")
    case UInt8(ascii: "["):
      return second.map { $0 == .quote || "{[]".utf8.contains($0) } ?? true
    default: return false
    }
  }

  /// Finds the items: a list; an object with a list by one of the names; or objects that are items themselves.
  ///
  /// - Parameters:
  ///   - lists: The names that the list may have in an object.
  ///   - wanted: What is said to be missing where there is none.
  /// - Throws: ``ListRefusal`` for what is no JSON, for a part of a list, and where no list is found.
  init(
    _ text: ListText,
    file: String,
    lists: [String],
    wanted: String,
    isItem: (ListJSON) -> Bool
  ) throws(ListRefusal) {
    let values: [ListJSON]
    do throws(ListJSONError) {
      values = try ListJSONParser.values(of: text.bytes)
    } catch {
      throw ListRefusal(file: file, .brokenJSON(line: error.line, reason: error.reason))
    }
    var items: [ListJSON] = []
    for value in values {
      if let sign = Self.signOfPart(value) { throw ListRefusal(file: file, .partial(member: sign)) }
      if let elements = value.elements {
        items += elements
      } else if let list = lists.compactMap({ value[$0] }).first {
        // A single item is printed without its list by PowerShell.
        guard let elements = list.elements ?? (list.members == nil ? nil : [list]) else {
          throw ListRefusal(file: file, .noListInJSON(wanted: wanted))
        }
        items += elements
      } else if isItem(value) {
        items.append(value)
      } else {
        throw ListRefusal(file: file, .noListInJSON(wanted: wanted))
      }
    }
    self.items = items
  }

  /// The member by which a service, or this program, says that the list goes on.
  private static func signOfPart(_ value: ListJSON) -> String? {
    let signs: Set<String> = [
      "nexttoken", "nextpagetoken", "@odata.nextlink", "nextlink", "partial", "istruncated", "nextmarker", "marker",
      "next", "next_page", "nextcursor", "next_cursor", "hasmore", "has_more",
    ]
    return value.members?.first { signs.contains($0.name.lowercased()) && !$0.value.isEmpty }?.name
  }
}
