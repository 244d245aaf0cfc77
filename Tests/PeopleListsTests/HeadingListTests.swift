import PeopleLists
import Testing

/// Headers of exports as directories write them.
struct HeadingListTests {
  @Test(arguments: [
    "\"Name\",\"EmailAddress\"\n\"Abe\",\"abe.olsen@contr.example\"\n",
    "Student,ID,SIS Login ID\n\"Olsen, Abe\",1,abe.olsen@contr.example\n",
    "Naam;E-mailadres\nOlsen;abe.olsen@contr.example\n",
    "version:v1.0\nMember object ID or user principal name [memberObjectIdOrUpn] Required\n"
      + "Example: 9832aad8-e4fe-496b-a604-95c6eF01ae75\nabe.olsen@contr.example\n",
    "userPrincipalName,displayName\nabe.olsen@contr.example,Abe\n",
    "\"DisplayName\",\"PrimarySmtpAddress\"\n\"Abe\",\"abe.olsen@contr.example\"\n",
    "Nom;Adresse e-mail\nOlsen;abe.olsen@contr.example\n",
    "primaryEmail\nabe.olsen@contr.example\n",
    "primaryEmail,suspended\nabe.olsen@contr.example,False\n",
    "#TYPE Microsoft.ActiveDirectory.Management.ADUser\n\"Name\",\"SamAccountName\",\"UserPrincipalName\"\n"
      + "\"Abe\",\"aolsen\",\"abe.olsen@contr.example\"\n",
    "First Name [Required],Last Name [Required],Email Address [Required]\nAbe,Olsen,abe.olsen@contr.example\n",
    "Email address,Nickname\nabe.olsen@contr.example,Abe\n",
    "Display name,User principal name\nAbe,abe.olsen@contr.example\n",
    "First name,Email address\nAbe,abe.olsen@contr.example\n",
    "Navn;E-post\nOlsen;abe.olsen@contr.example\n",
    "user.login,user.firstName\nabe.olsen@contr.example,Abe\n",
    "First Name,E-mail Address\nAbe,abe.olsen@contr.example\n",
    "Student_Number\tStudent_Email\n1\tabe.olsen@contr.example\n",
    "PERNR;NACHNAME;E-Mail-Adresse\n1;Olsen;abe.olsen@contr.example\n",
    "email_address,first_name\nabe.olsen@contr.example,Abe\n",
    "Nombre;Correo electrónico\nOlsen;abe.olsen@contr.example\n",
    "Nombre;Correo electro\u{301}nico\nOlsen;abe.olsen@contr.example\n",
    "Leavers November 2026\n\nName,Email\nAbe,abe.olsen@contr.example\n",
    "Worker,Primary Work Email,Manager Work Email\nAbe,abe.olsen@contr.example,jane.roe@contr.example\n",
    "Employee ID,Worker,Email - Work\n1001,Abe Olsen,abe.olsen@contr.example\n",
    "#,Name,Email\n1,Abe,abe.olsen@contr.example\n",
    "Name|Email\nAbe|abe.olsen@contr.example\n",
    "| Name | Email |\n|---|:--|\n| Abe | abe.olsen@contr.example |\n",
    "UserPrincipalName\n-----------------\nabe.olsen@contr.example\n\n",
    "sep=;\r\nUserName;Email\r\nabe.olsen@contr.example;abe.olsen@contr.example\r\n",
    "sep=;\r\nUserName;Email\r\nabe.olsen@contr.example;x\r\n",
    "Name,Email,Mail\nAbe,,abe.olsen@contr.example\n",
    "Manager email,Reply-to e-mail,Created by (email),E-mail\n"
      + "jane.roe@contr.example,it@contr.example,hr@contr.example,abe.olsen@contr.example\n",
  ])
  func `the column of addresses is known by its heading`(text: String) {
    #expect(Reading(text, like: .abe) == .abe)
  }

  @Test(arguments: [
    ("UserName,Email\naolsen2,abe.olsen@contr.example\nbdiaz,bo.diaz@contr.example\n", "--column \"Email\""),
    (
      "USERID,USERNAME,EMAIL\n1001,aolsen,abe.olsen@contr.example\n", "\"USERNAME\" has no address in it, and \"EMAIL\""
    ),
    ("Email,Email\nabe.olsen@contr.example,jane.roe@contr.example\n", "line 1: two columns are called \"Email\""),
    (
      "mail,e-mail address,E-MAIL ADDRESS\na@x.example,b@x.example,c@x.example\n",
      "called \"e-mail address\" and \"E-MAIL ADDRESS\", which is one heading"
    ),
    ("Email;Email (work)\na@x.example;b@x.example\n", "called \"Email\" and \"Email (work)\", which is one heading"),
    ("UserPrincipalName,Mail\nabe@x.example,abe@x.example\nbo@y.example,bo@x.example\n", "line 3: the columns"),
    (
      "Name,Login or so\nAbe,abe.olsen@contr.example\n",
      "The columns are \"Name\", \"Login or so\". Choose one with --column"
    ),
    ("Name,Manager email\nAbe,jane.roe@contr.example\n", "--column"),
    ("Email;Name,First\nada@x.example;Byron,Ada\n", "two kinds of delimiters"),
  ])
  func `a column that may be somebody else's is refused, with the columns named`(text: String, words: String) {
    #expect(Reading(text, like: .refused(words)) == .refused(words))
  }

  @Test func `a column is chosen by name, in any case`() {
    let text = "Leavers\nName,Wichtig\nAbe,abe.olsen@contr.example\n"
    #expect(Reading(text, column: "wichtig", like: .abe) == .abe)
    let doubled = "Name,A,A\nAbe,abe.olsen@contr.example,jane.roe@contr.example\n"
    #expect(Reading(doubled, column: "A", like: .refused("two columns")) == .refused("two columns"))
    let missing = Reading.refused("has no column \"Mail\". The columns are \"Name\", \"Wichtig\".")
    #expect(Reading("Name,Wichtig\nAbe,abe.olsen@contr.example\n", column: "Mail", like: missing) == missing)
  }

  /// A line that may be a comment ends whatever it stands in, or is a part of the cell: nobody can tell.
  @Test(arguments: [
    "Name;Room;Email\n\"Olsen\n# Abe\";;abe.olsen@contr.example\n",
    "Name;Note;Email\nOlsen;\"left\n#\nearly\";abe.olsen@contr.example\n",
    "Name,Email\n\"Abe\r\n  # Olsen\",abe.olsen@contr.example\n",
    "Name;Room;Email\n\"\n# Abe\";;abe.olsen@contr.example\n",
  ])
  func `a cell that goes over a line that may be a comment is refused`(text: String) {
    #expect(Reading(text, like: .refusedLines([2])) == .refusedLines([2]))
  }

  /// Somebody has struck a row out, or a cell has a sign in it.
  @Test(arguments: [
    "Stack\tEmail\nlab\tabe.olsen@contr.example\n#\tbo.diaz@contr.example\n",
    "Stack\tNote\tEmail\nlab\t\tabe.olsen@contr.example\n\t# 3\tbo.diaz@contr.example\n",
    "Stack,Email\nlab,abe.olsen@contr.example\n#,bo.diaz@contr.example\n",
    "#,Name,Email\n1,Abe,abe.olsen@contr.example\n#,Bo,bo.diaz@contr.example\n",
    "Stack,Email\nlab,abe.olsen@contr.example\n #,bo.diaz@contr.example\n",
    "Stack,Email\nlab,abe.olsen@contr.example\n\"# \",bo.diaz@contr.example\n",
  ])
  func `a row that may be a comment is refused`(text: String) {
    #expect(Reading(text, like: .refusedLines([3])) == .refusedLines([3]))
  }

  @Test(arguments: [
    "Stack\tEmail\nlab\tabe.olsen@contr.example\n# bo.diaz@contr.example stays\n",
    "Stack\tEmail\nlab\tabe.olsen@contr.example\n#\tchecked by Jane\n",
    "Stack,Email\nlab,abe.olsen@contr.example\n  # lab,bo.diaz@contr.example\n",
  ])
  func `a comment stays one`(text: String) {
    #expect(Reading(text, like: .people([])) == .people(["abe.olsen@contr.example"]))
  }

  @Test func `a cell may go over several lines otherwise`() {
    let list = "Name;Note;Email\nOlsen;\"left\nearly, No. #3\";abe.olsen@contr.example\n"
    #expect(Reading(list, like: .people([])) == .people(["abe.olsen@contr.example"]))
  }

  @Test(arguments: [
    (
      "Email,Manager\nabe.olsen@contr.example,jane@x.example\nManager,Email\njane@x.example,bo@x.example\n",
      3
    ),
    ("Name,Email\nAbe,abe.olsen@contr.example\nName,Email\nBo,bo.diaz@contr.example\n", 3),
    ("Name,Email\nAbe,abe.olsen@contr.example\nBo\n", 3),
    ("Name,Email\nAbe,abe.olsen@contr.example,x\n", 2),
    ("Name,Email,Manager\nabe.olsen@contr.example,jane.roe@contr.example\n", 2),
    ("Name,Email\nAbe,\"\"\"abe.olsen@contr.example\"\" <jane.roe@contr.example>\"\n", 2),
    ("Name,Email\nAbe,Manager Jane Roe <jane.roe@contr.example>\n", 2),
    ("Name,Email\nAbe,abe.olsen@contr.example;bo.diaz@contr.example\n", 2),
    (
      "Name,Email\n\"Abe Olsen,abe@x.example\nBo Diaz\",bo@x.example\nCleo,cleo@x.example\n",
      2
    ),
    ("Name,Email\n\"Abe,abe.olsen@contr.example\nBo,bo.diaz@contr.example\nCleo\",cleo.marsh@contr.example\n", 2),
    ("Email,Note\nabe.olsen@contr.example,\"left\nbo.diaz@contr.example,bad\"\ncleo.marsh@contr.example,x\n", 2),
    ("Name,Email\nAbe,abe.olsen@contr.example\nBo,#N/A\n", 3),
    ("Name,Email\nAbe,abe.olsen@contr.example\nBo,none\n", 3),
    ("#REF!\nName,Email\nAbe,abe.olsen@contr.example\n", 1),
    ("Email\n#abe.olsen@contr.example\n", 2),
  ])
  func `a row that may lose or swap somebody is refused with its line`(text: String, line: Int) {
    #expect(Reading(text, like: .refusedLines([line])) == .refusedLines([line]))
  }

  @Test(arguments: [
    "Email,Note\nabe.olsen@contr.example,\"left on\n1 May\"\nbo.diaz@contr.example,x\n",
    "Email,Note\nabe.olsen@contr.example,\n# a remark\nbo.diaz@contr.example,x\n,\n",
    "Email\n<abe.olsen@contr.example>\nBo Diaz\u{301} <bo.diaz@contr.example>\n",
    "Email\n\"=\"\"abe.olsen@contr.example\"\"\"\n\"mailto:bo.diaz@contr.example\"\n",
  ])
  func `rows are read as spreadsheets write them`(text: String) {
    #expect(Reading(text, like: .both) == .both)
  }
}
