import AWSClientCore
import AppStream
import Runs
import Testing

struct InputFileErrorTests {
  private static let file = "leavers\u{1B}[2J.csv"
  private static let shown = "leavers<U+001B>[2J.csv"

  @Test(arguments: [
    (
      InputFileError.notText(file: file, InputTextError(encoding: "UTF-16", line: 2)),
      "\(shown): Line 2 is not UTF-16 text. Save the file as UTF-8."
    ),
    (
      .brokenTable(file: file, .textAfterQuote(line: 3)),
      "\(shown): Line 3: there is text between a closing quote and the next cell. Write a quote inside quotes as two."
    ),
    (
      .badAddress(file: file, line: 4, .empty),
      "\(shown), line 4: Empty text cannot be a user name: it has no character. Give the user's e-mail address alone."
    ),
    (
      .severalColumns(file: file, line: 1),
      "\(shown), line 1: there are several columns, and no header says which holds the address. "
        + "Give one address a line, or put a header above with one of UserName, Email, E-mail, Mail, User."
    ),
    (
      .moreCellsThanHeader(file: file, line: 9),
      "\(shown), line 9: the row has more cells than the header. Put cells with a delimiter in quotes."
    ),
    (
      .noAddress(file: file, line: 5),
      "\(shown), line 5: the row has no address. Add it, or take the row out."
    ),
    (
      .noColumn(file: file, column: "StackName"),
      "\(shown) has no column StackName. Give CSV with a header of StackName, UserName and, if need be, "
        + "AuthenticationType."
    ),
    (
      .brokenJSON(file: file),
      "\(shown) begins like JSON and is not. Write it again with the tool that made it."
    ),
    (
      .noAssociations(file: file),
      "\(shown) has no list UserStackAssociations. "
        + "Give what aws appstream describe-user-stack-associations prints as JSON."
    ),
    (
      .badItem(file: file, item: 3, reason: "it has no UserName. Add it, or take the item out."),
      "\(shown), item 3: it has no UserName. Add it, or take the item out."
    ),
  ])
  func `an error names the file, cleaned, the place, and what to do`(error: InputFileError, sentence: String) {
    #expect("\(error)" == sentence)
  }
}
