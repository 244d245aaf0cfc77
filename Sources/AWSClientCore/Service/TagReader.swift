/// Reads single texts out of the small XML responses of AWS query services, such as STS.
///
/// It knows elements, text and the five predefined entities, which is all that such a response holds; it is no XML
/// parser, and an element that is not closed is not there.
struct TagReader {
  private let document: String

  init(_ body: [UInt8]) {
    document = String(decoding: body, as: UTF8.self)
  }

  /// The text of the first element called `name`, or `nil`.
  func text(of name: String) -> String? {
    guard let start = document.firstRange(of: "<\(name)>") else { return nil }
    let rest = document[start.upperBound...]
    guard let end = rest.firstRange(of: "</\(name)>") else { return nil }
    let text = rest[..<end.lowerBound]
    return text.contains("<") ? nil : Self.unescaped(String(text))
  }

  private static let entities = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
  ]

  private static func unescaped(_ text: String) -> String {
    entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
