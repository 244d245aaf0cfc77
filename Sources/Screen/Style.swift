/// What a piece of text is for.
///
/// A screen says only this; which colours and attributes it becomes is the terminal theme's business, so that the same
/// frame serves sixteen colours, black and white, and a test.
package enum Style: Sendable, CaseIterable {
  /// Ordinary text.
  case text
  /// Text that matters less, such as hints.
  case dim
  /// A row that is not on its stack any more. It can be read on every terminal, and told from the others.
  case removed
  /// The program's own line at the top: profile, account, Region.
  case title
  /// The names over a table's columns.
  case header
  /// The name of a part of a screen, such as a stack above its entries.
  case heading
  /// The row under the cursor.
  case cursor
  /// A marked row.
  case marked
  /// A key in a footer or in the help.
  case key
  /// Something to look at before going on.
  case warning
  /// Something that failed, or is about to be removed.
  case danger
  /// Lines between panes and sections.
  case frame
  /// The lines and words that set a protected account apart.
  case protected
  /// A line that is being typed into.
  case prompt
}
