import PeopleLists
import Testing

/// Lists without a header, as people type and copy them.
struct LineListTests {
  @Test(arguments: [
    "abe.olsen@contr.example\nbo.diaz@contr.example\n",
    "abe.olsen@contr.example\r\nbo.diaz@contr.example",
    "abe.olsen@contr.example\rbo.diaz@contr.example\r",
    "\u{FEFF}abe.olsen@contr.example\n\u{FEFF}bo.diaz@contr.example\n",
    "abe.olsen@contr.example\tbo.diaz@contr.example\n",
    "[\n \"abe.olsen@contr.example\",\n \"bo.diaz@contr.example\"\n]",
    "mailto:abe.olsen@contr.example\n<mailto:bo.diaz@contr.example>\n",
    "<mailto:abe.olsen@contr.example|abe.olsen@contr.example>\nbo.diaz@contr.example\n",
    "[abe.olsen@contr.example](mailto:abe.olsen@contr.example)\n[Bo Diaz](mailto:bo.diaz@contr.example)\n",
    "**abe.olsen@contr.example**\n`bo.diaz@contr.example`\n",
    "'abe.olsen@contr.example',\n'bo.diaz@contr.example'\n",
    "•abe.olsen@contr.example\n• bo.diaz@contr.example\n",
    "- abe.olsen@contr.example\n* bo.diaz@contr.example\n",
    "1. abe.olsen@contr.example\n2) bo.diaz@contr.example\n",
    "‘abe.olsen@contr.example’\n„bo.diaz@contr.example“\n",
    "«abe.olsen@contr.example»\n「bo.diaz@contr.example」\n",
    "=\"abe.olsen@contr.example\"\n\"bo.diaz@contr.example\"\n",
    "\u{202A}abe.olsen@contr.example\u{202C}\n\u{200B}bo.diaz@contr.example\u{A0}\n",
    "abe.olsen@contr.example\r\nbo.diaz@contr.example\r\n\u{1A}",
    "# leavers\nabe.olsen@contr.example\n#\n\n  # and\nbo.diaz@contr.example\n",
    "Olsen, Abe <abe.olsen@contr.example>; Diaz, Bo (Contractor) <bo.diaz@contr.example>\n",
    "1. Abe Olsen <abe.olsen@contr.example>\n\"Diaz; Bo\" <bo.diaz@contr.example>\n",
    "Abe van der Olsen Jr. <abe.olsen@contr.example>\nbo diaz <bo.diaz@contr.example>\n",
    "Olsen, Abe, MD <abe.olsen@contr.example>;\n'bo.diaz@contr.example' <bo.diaz@contr.example>\n",
    "Per Nie <abe.olsen@contr.example>\nDiaz Bo <bo.diaz@contr.example>\n",
    "abe olse <abe.olsen@contr.example>\nMai Bo <bo.diaz@contr.example>\n",
    "山田 太郎 <abe.olsen@contr.example>\nO’Brien-Díaz, J. <bo.diaz@contr.example>\n",
    "abe.olsen@contr.example\nbo.diaz@contr.example\nabe.olsen@contr.example\n",
  ])
  func `people are taken, and what is around them is taken off`(text: String) {
    #expect(Reading(text, like: .both) == .both)
  }

  @Test(arguments: [
    ("abe.olsen@contr.example\n#N/A\nbo.diaz@contr.example\n", [2]),
    ("abe.olsen@contr.example\n#REF!\n", [2]),
    (
      "#N/A\n#NV\n#REF!\n#NAME?\n#VALUE!\n#DIV/0!\n#NULL!\n#NUM!\n#SPILL!\n#CALC!\n#GETTING_DATA\n#WERT!\n",
      Array(1...12)
    ),
    ("#¡REF!\n#НД\n#Н/Д\nErr:502\n########\n", Array(1...5)),
    ("#hash@contr.example\n", [1]),
    ("Abe Olsen → Jane Roe <jane.roe@contr.example>\n", [1]),
    (
      "From: Jane Roe <jane.roe@contr.example>\nTo: IT Desk <it.desk@contr.example>\n\nabe.olsen@contr.example\n",
      [1, 2]
    ),
    ("1001,Abe Olsen,Jane Roe <jane.roe@contr.example>\n", [1]),
    ("abe.olsen@contr.example\nManager: Jane Roe <jane.roe@contr.example>\n", [2]),
    ("Abe Olsen <abe.olsen@contr.example>\nPlease do NOT remove Jane Roe <jane.roe@contr.example>\n", [2]),
    ("\"abe.olsen@contr.example\" <jane.roe@contr.example>\n", [1]),
    (
      "Keep Jane Roe <jane.roe@contr.example>\nBleibt: Jane <jane@x.example>\nNicht Jane <jane@x.example>\n", [1, 2, 3]
    ),
    ("Jane Roe (do not remove) <jane@x.example>\nJane Roe (Manager) <jane@x.example>\n", [1, 2]),
    (
      "Abe Olsen, Jane Roe <jane.roe@x.example>\nAbe / Jane Roe <jane.roe@x.example>\nAbe - Jane <jane@x.example>\n",
      [1, 2, 3]
    ),
    ("Abe & Jane Roe <jane.roe@contr.example>\nreplaces Abe <jane@x.example>\nvia Jane <jane@x.example>\n", [1, 2, 3]),
    ("abe.olsen@contr.example.\n", [1]),
    ("o’brien@contr.example\n", [1]),
    ("|Abe|abe.olsen@contr.example|\n", [1]),
    ("-abe@x.example\n+bo@x.example\n=cy@x.example\n!dan@x.example\n", [1, 2, 3, 4]),
    ("1.abe@x.example\n2.bo@x.example\n", [1, 2]),
    ("ada@x.example,bo@x.example\n", [1]),
    ("ada@x.example\nbo@x.example\tBo\n", [2]),
    ("Abe,Byron,ada@x.example\n", [1]),
    ("ada@x.example; Bo <bo@x.example>\n", [1]),
    ("boss@x.example,Ada <ada@x.example>\n", [1]),
    ("Ada <ada@x.example> Bo <bo@x.example>\n", [1]),
    ("ada@x.example\nbo diaz@x.example\nada\u{200B}b@x.example\n\"\"\nAda <>\n", [2, 3, 4, 5]),
    ("Leavers\nada@x.example\n", [1]),
    ("ada@@x.example\nada@x@y.example\n@x.example\nada@\nada@x..example\n", [1, 2, 3, 4, 5]),
    ("mailto:ada@x.example?subject=x\nhttps://x.example/@ada\nsmtp:ada@x.example\nabe[at]x.example\n", [1, 2, 3, 4]),
    ("EMAIL:abe.olsen@contr.example\n> abe@x.example\n~~abe@x.example~~\n☒ abe@x.example\n", [1, 2, 3, 4]),
  ])
  func `a line that can be misread is refused`(text: String, lines: [Int]) {
    #expect(Reading(text, like: .refusedLines(lines)) == .refusedLines(lines))
  }

  @Test func `an item with somebody else in a member of an unknown name is refused`() {
    let users = #"[{"UserName": "ada@x.example", "serName": "bo@x.example"}, {"UserName": "cy@x.example"}]"#
    #expect(Reading(users, like: .refusedLines([1])) == .refusedLines([1]))
    let manager = #"[{"UserName": "ada@x.example", "Manager": "bo@x.example"}, {"UserName": "cy@x.example"}]"#
    let both = Reading.people(["ada@x.example", "cy@x.example"])
    #expect(Reading(manager, like: both) == both)
  }

  @Test func `a role that is in the address is a name`() {
    let list = Reading.people(["anh.to@x.example"])
    #expect(Reading("Anh To <anh.to@x.example>\n", like: list) == list)
    #expect(Reading("TO Anh <anh.to@x.example>\n", like: .refusedLines([1])) == .refusedLines([1]))
  }

  @Test func `letters of other scripts are taken as they are`() {
    let list = Reading.people(["Аbe.olsen@contr.example", "zoë@x.example", "山田@x.example"])
    #expect(Reading("Аbe.olsen@contr.example\nzoë@x.example\n山田@x.example\n", like: list) == list)
  }
}
