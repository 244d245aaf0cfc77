/// Parts of a manual page in the mdoc language (mdoc(7)).
enum Roff {
  /// A section with everything in it.
  static func section(_ title: String, _ content: [String]) -> [String] { [".Sh \(title)"] + content }

  /// A heading inside a section.
  static func subsection(_ title: String) -> String { ".Ss \(argument(title))" }

  /// A paragraph of text.
  static func paragraph(_ text: String) -> [String] { [".Pp", Self.text(text)] }

  /// Names and what they mean, one under the other.
  static func list(_ entries: [(name: String, meaning: String)]) -> [String] {
    [".Bl -tag -width Ds"] + entries.flatMap { [".It Sy \(argument($0.name))", text($0.meaning)] } + [".El"]
  }

  /// Lines that stay as they are.
  static func literal(_ lines: [String]) -> [String] {
    [".Bd -literal -offset indent"] + lines.map(text) + [".Ed"]
  }

  /// `text` as a line in which nothing is a request: a backslash is one anywhere, a dot or an apostrophe in front.
  static func text(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// `text` as one argument of a request; what looks like the name of a macro or a delimiter is kept from being one.
  private static func argument(_ text: String) -> String {
    "\"\\&\(text.replacing("\\", with: "\\e").replacing("\"", with: "\\(dq"))\""
  }
}
