import FoundationEssentials

/// What `NextToken` holds: which list, and from where on.
struct PageToken: Equatable {
  /// The operation and its filter; a token of one list is no good for another.
  var list: String
  /// The position of the next page's first row.
  var position: Int
  /// Whether an empty page stood in front of this one already (``Fault/Kind/emptyPage``).
  var followsEmptyPage = false

  init(list: String, position: Int, followsEmptyPage: Bool = false) {
    self.list = list
    self.position = position
    self.followsEmptyPage = followsEmptyPage
  }

  /// Reads a token of `list`, or `nil` when it is none.
  init?(_ text: String, of list: String) {
    guard let data = Data(base64Encoded: text) else { return nil }
    let parts = String(decoding: data, as: UTF8.self).split(separator: "\n", maxSplits: 2)
    guard parts.count == 3, let position = Int(parts[0]), position >= 0, parts[2] == list else { return nil }
    self.init(list: list, position: position, followsEmptyPage: parts[1] == "2")
  }

  /// The token as it goes on the wire; clients must not look into it.
  var text: String {
    Data("\(position)\n\(followsEmptyPage ? 2 : 1)\n\(list)".utf8).base64EncodedString()
  }
}
