import AppStream
import Runs
import Testing

struct AssociationListTests {
  private func associations(_ text: String) throws -> [Association] {
    try AssociationList(Array(text.utf8), name: "pairs").associations
  }

  private static let ada = Association(stackName: "biology-2026a", userName: "ada@x.example")
  private static let bo = Association(stackName: "maths-open", userName: "bo@x.example", authenticationType: .saml)

  /// As `aws appstream describe-user-stack-associations` prints it.
  private static let printedByCLI = """
    {
        "UserStackAssociations": [
            {
                "StackName": "biology-2026a",
                "UserName": "ada@x.example",
                "AuthenticationType": "USERPOOL",
                "SendEmailNotification": false
            },
            {
                "StackName": "maths-open",
                "UserName": "bo@x.example",
                "AuthenticationType": "SAML",
                "SendEmailNotification": null
            }
        ],
        "NextToken": "eyJ2IjoxfQ=="
    }

    """

  @Test(arguments: [
    printedByCLI,
    "\u{FEFF}" + printedByCLI,
    #"[{"StackName":"biology-2026a","UserName":"ada@x.example"},"#
      + #"{"UserName":"bo@x.example","StackName":"maths-open","AuthenticationType":"SAML"}]"#,
    "StackName,UserName,AuthenticationType\nbiology-2026a,ada@x.example,USERPOOL\nmaths-open,bo@x.example,SAML\n",
    "\u{FEFF}username;Remark;AUTHENTICATIONTYPE;stackname\r\n\r\nada@x.example;\"a;b\";;biology-2026a\r\n"
      + "bo@x.example;;SAML;maths-open\r\n;;;\r\n",
    "# from the ticket\nStackName\tUserName\tAuthenticationType\nbiology-2026a\tada@x.example\n"
      + "maths-open\tbo@x.example\tSAML\nbiology-2026a\tada@x.example\tUSERPOOL\n",
  ])
  func `a list is read as AWS's tools print it, and as a table`(text: String) throws {
    #expect(try associations(text) == [Self.ada, Self.bo])
  }

  @Test(arguments: [
    #"{"UserStackAssociations":[]}"#, "[]", " [ ] \n", "", "\n\n", "# none\n", "StackName,UserName\n",
  ])
  func `an empty list is a list`(text: String) throws {
    #expect(try associations(text) == [])
  }

  @Test func `the order is the file's, and each association is there once`() throws {
    let text = #"""
      [{"StackName":"b","UserName":"zo\u00EB@x"},{"StackName":"a","UserName":"zo\u00EB@x"},
       {"StackName":"b","UserName":"zoe\u0308@x"},{"StackName":"b","UserName":"zo\u00EB@x"},
       {"StackName":"b","UserName":"zo\u00EB@x","AuthenticationType":"API"}]
      """#
    let found = try associations(text)
    #expect(found.map(\.stackName) == ["b", "a", "b", "b"])
    #expect(found.map { Array($0.userName.utf8).count } == [6, 6, 7, 6])
    #expect(found.map(\.authenticationType) == [.userpool, .userpool, .userpool, .api])
  }

  @Test func `the apostrophe before a formula is taken away`() throws {
    #expect(
      try associations("StackName,UserName\na,'=x@x.example\n")
        == [Association(stackName: "a", userName: "=x@x.example")]
    )
  }

  @Test(arguments: [
    (
      #"{"UserStackAssociations":[{"StackName":"a","#,
      "pairs begins like JSON and is not. Write it again with the tool that made it."
    ),
    (
      #"{"Users":[]}"#,
      "pairs has no list UserStackAssociations. Give what aws appstream describe-user-stack-associations prints as JSON."
    ),
    (
      #"{"UserStackAssociations":null}"#,
      "pairs has no list UserStackAssociations. Give what aws appstream describe-user-stack-associations prints as JSON."
    ),
    (
      #"{"UserStackAssociations":"none"}"#,
      "pairs has no list UserStackAssociations. Give what aws appstream describe-user-stack-associations prints as JSON."
    ),
    (
      #"[{"StackName":"a","UserName":"b"},{"StackName":"a"}]"#,
      "pairs, item 2: it has no UserName. Add it, or take the item out."
    ),
    (#"[{"StackName":"","UserName":"b"}]"#, "pairs, item 1: it has no StackName. Add it, or take the item out."),
    (
      #"[{"StackName":7,"UserName":"b"}]"#,
      "pairs, item 1: its StackName is not text. Correct it, or take the item out."
    ),
    (#"[{"StackName":"a","UserName":"b"},3]"#, "pairs, item 2: it is not an object. Correct it, or take the item out."),
    (
      #"[{"StackName":"a","UserName":"b\u202Ec"}]"#,
      "pairs, item 1: \"b<U+202E>c\" cannot be a user name: it has the character <U+202E> in it. "
        + "Give the user's e-mail address alone."
    ),
    (
      #"[{"StackName":"a/b","UserName":"b"}]"#,
      "pairs, item 1: \"a/b\" cannot be a stack name: "
        + "it is a letter or digit and up to 100 letters, digits, _, . and -. Check the name."
    ),
    (
      #"[{"StackName":"a","UserName":"b","AuthenticationType":"user pool"}]"#,
      "pairs, item 1: \"user pool\" is no AuthenticationType. Use USERPOOL."
    ),
    (
      "StackName,User\na,b\n",
      "pairs has no column UserName. Give CSV with a header of StackName, UserName and, if need be, AuthenticationType."
    ),
    (
      "a,ada@x.example\n",
      "pairs has no column StackName. Give CSV with a header of StackName, UserName and, if need be, AuthenticationType."
    ),
    ("StackName,UserName\na,b\n\n,c\n", "pairs, item 2: it has no StackName. Add it, or take the item out."),
    (
      "StackName,UserName\na,b,c\n",
      "pairs, line 2: the row has more cells than the header. Put cells with a delimiter in quotes."
    ),
    (
      "StackName,UserName\na,\"b\n",
      "pairs: Line 2: a quote is opened and never closed. Write a quote inside quotes as two."
    ),
  ])
  func `what is no list of associations is refused in a sentence`(text: String, sentence: String) {
    #expect {
      try associations(text)
    } throws: { error in
      "\(error)" == sentence
    }
  }

  @Test(.timeLimit(.minutes(5)))
  func `a long list is read`() throws {
    let items = (0..<20_000).map { #"{"StackName":"s\#($0 % 7)","UserName":"user\#($0)@contr.example"}"# }
    #expect(try associations("[" + items.joined(separator: ",") + "]").count == 20_000)
  }
}
