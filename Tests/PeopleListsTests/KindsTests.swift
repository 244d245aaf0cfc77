import PeopleLists
import Testing

/// Lists as programs make them and people copy them; `Kinds/make-lists` makes them anew.
struct KindsTests {
  @Test(arguments: [
    "calc-utf8.csv", "calc-utf8-semicolon.csv", "calc-utf16-tab.csv", "calc-cp1252.csv", "calc-latin1-quoted.csv",
    "python-excel.csv", "python-unix.csv", "python-tab.tsv", "lynx-links.txt", "w3m-links.txt", "outlook-to-line.txt",
    "slack.txt", "teams.txt", "markdown-ticket.md", "markdown-table.md", "word-numbered.txt", "smart-quotes.txt",
    "sql-values.txt", "aws-users.json", "aws-text.txt", "graph.json", "powershell-51.csv", "dos.txt", "old-mac.txt",
  ])
  func `both leavers are read, and nobody else`(name: String) throws {
    #expect(Reading(try ListFile.bytes(ofKind: name), name: name) == .both)
  }

  @Test(arguments: [
    ("calc.xlsx", "is an Excel workbook"), ("calc.ods", "is a LibreOffice workbook"),
    ("calc.xls", "is an old Excel workbook"), ("calc.html", "is a web page"), ("page.html", "is a web page"),
    ("leavers.csv.gz", "is a gzip file"), ("graph-first-page.json", "is a part of a list"),
    ("aws-table.txt", "no heading says which column"),
  ])
  func `what is no list, or half of one, is named`(name: String, words: String) throws {
    #expect(Reading(try ListFile.bytes(ofKind: name), name: name, words: words) == .refused(words))
  }

  @Test(arguments: [
    "lynx-table.txt", "w3m-table.txt", "message.eml", "quoted-thread.txt", "thread-with-no.txt", "jira-table.txt",
    "psql.txt",
  ])
  func `text with more than addresses is refused with its lines`(name: String) throws {
    let reading = Reading(try ListFile.bytes(ofKind: name), name: name)
    if case .refusedLines(let lines) = reading {
      #expect(!lines.isEmpty)
    } else {
      Issue.record("\(name): \(reading)")
    }
  }
}
