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
    (
      "Do-Not-Remove Abe <a@x.example>\nAbe Olsen (DO_NOT_REMOVE) <a@x.example>\nKeep.Abe <a@x.example>\n"
        + "DoNotRemove Abe <a@x.example>\nLine-Manager Abe <a@x.example>\nAbe (HR-Manager) <a@x.example>\n"
        + "Nicht\u{2011}Abe <a@x.example>\nНе-удалять <a@x.example>\nAbe (Vorgesetzte/r) <a@x.example>\n",
      Array(1...9)
    ),
    ("请勿删除 王伟 <a@x.example>\n不要删除王伟 <a@x.example>\n王伟（请保留） <a@x.example>\n削除しない <a@x.example>\n", [1, 2, 3, 4]),
    (
      "Exempt <a@x.example>\nAbe (until June) <a@x.example>\nN/A <a@x.example>\nלא למחוק <a@x.example>\n", [1, 2, 3, 4]
    ),
    ("user=abe@x.example\nUPN=bo@x.example\nto=cy@x.example\n", [1, 2, 3]),
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

  @Test func `names that are put together are names`() {
    let names = [
      "Jean-Paul O'Neil-Smith", "不破 太郎", "علاء بلال", "Ronald McDonald", "Anne-Marie de la Cruz", "Kim Ji-woo",
      "유지태", "LeBron van der Berg",
    ]
    for name in names {
      let list = Reading.people(["a@x.example"])
      #expect(Reading("\(name) <a@x.example>\n", like: list) == list, "\(name)")
    }
  }

  @Test func `a mailbox with an equals sign is one where no label can be meant`() {
    let list = Reading.people(["abe=olsen@x.example"])
    #expect(Reading("abe=olsen@x.example\n", like: list) == list)
  }

  @Test func `a title or a column that says who stays refuses the table`() {
    for title in ["Do not remove", "KEEP LIST", "Users to keep:", "Diese Benutzer bleiben nicht", "请勿删除"] {
      #expect(Reading("\(title)\n\nName,Email\nAbe,a@x.example\n", like: .refusedLines([1])) == .refusedLines([1]))
    }
    for column in ["Keep", "Do not remove", "Bleibt", "Exclude user"] {
      let words = Reading.refused("the column \"\(column)\" may say who stays")
      #expect(Reading("Email,\(column)\na@x.example,yes\n", like: words) == words)
      let list = Reading.people(["a@x.example"])
      #expect(Reading("Email,\(column)\na@x.example,yes\n", column: "Email", like: list) == list)
    }
    let list = Reading.people(["a@x.example"])
    #expect(Reading("Leavers, list no. 5\n\nName,Email,Notes\nAbe,a@x.example,keeps his phone\n", like: list) == list)
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

  @Test func `nothing in quotes is no name`() {
    let list = "abe.olsen@contr.example\n\"\" <bo.diaz@contr.example>\n"
    #expect(Reading(list, like: .refusedLines([2])) == .refusedLines([2]))
  }
}
