import AppStream
import PeopleLists
import Testing

struct AssociationListTests {
  private func associations(_ text: String) throws -> [Association] {
    try AssociationList(Array(text.utf8), name: "pairs").associations.map(\.association)
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
        "NextToken": null
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

  @Test(arguments: ["0", "-0", "10", "-1.5", "0.05", "0.5e10", "1E+3", "1e-0", "907", "null", "true", "false"])
  func `a value that nobody asks for may be any that JSON has`(value: String) throws {
    let text = #"[{"StackName":"biology-2026a","Order":\#(value),"UserName":"ada@x.example"}]"#
    #expect(try associations(text) == [Self.ada])
  }

  @Test(arguments: [
    "", "01", "-01", "-", "1.", ".5", "1e", "1e+", "+1", "--1", "1.5.5", "1e5e5", "1e5.5", "0x1", "NaN", "-true",
    "nulls", "True", "1-1",
  ])
  func `and no other`(value: String) {
    let text = #"[{"StackName":"biology-2026a","Order":\#(value),"UserName":"ada@x.example"}]"#
    #expect(throws: ListRefusal.self) { try associations(text) }
  }

  @Test(arguments: [
    #"{"StackName":"biology-2026a","UserName":"ada@x.example"}"#,
    #"{"errors":[{"UserStackAssociation":{"StackName":"biology-2026a","UserName":"ada@x.example"},"ErrorCode":"E"}]}"#,
    #"{"Entries":[{"UserStackAssociation":{"StackName":"biology-2026a","UserName":"ada@x.example"},"Outcome":"x"}]}"#,
    #"{"StackName":"biology-2026a","UserName":"ada@x.example","AuthenticationType":{"Value":"USERPOOL"}}"#,
    "USERSTACKASSOCIATIONS\tUSERPOOL\tFalse\tbiology-2026a\tada@x.example\n",
    "ERRORS\tINTERNAL_ERROR\tIt failed.\nUSERSTACKASSOCIATION\tUSERPOOL\tbiology-2026a\tada@x.example\n",
    "biology-2026a\tada@x.example\n", "ada@x.example\tbiology-2026a\n",
    "StackName     UserName\n---------     --------\nbiology-2026a ada@x.example\n\n",
    "STACK          USER           TYPE\nbiology-2026a  ada@x.example  USERPOOL\n",
    "\nAuthenticationType : USERPOOL\nStackName          : biology-2026a\nUserName : ada@x.example\n\n",
    "\"AuthenticationType\",\"SendEmailNotification\",\"StackName\",\"UserName\"\n"
      + "\"USERPOOL\",\"False\",\"biology-2026a\",\"ada@x.example\"\n",
  ])
  func `one association is read in every form that is printed`(text: String) throws {
    #expect(try associations(text) == [Self.ada])
  }

  @Test(arguments: [
    #"{"UserStackAssociations":[]}"#, "[]", " [ ] \n", "\n\n", "# none\n", #"{"errors":[]}"#, "StackName,UserName\n",
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
    (#"{"UserStackAssociations":[{"StackName":"a","#, "pairs, line 1: this begins like JSON and is not"),
    (
      #"{"Users":[]}"#,
      "pairs has no list UserStackAssociations. Give what aws appstream describe-user-stack-associations"
    ),
    (#"{"UserStackAssociations":null}"#, "pairs has no list UserStackAssociations"),
    (#"{"UserStackAssociations":"none"}"#, "pairs has no list UserStackAssociations"),
    (#"{"UserStackAssociations":[],"NextToken":"x"}"#, "pairs is a part of a list, as its NextToken says"),
    (#"{"UserStackAssociations":[],"Partial":[{"StackName":"a","ErrorCode":"x"}]}"#, "as its Partial says"),
    (#"[{"StackName":"a","UserName":"b"},{"StackName":"a"}]"#, "pairs, item 2: has no UserName."),
    (#"[{"StackName":"","UserName":"b"}]"#, "pairs, item 1: has no StackName."),
    (#"[{"StackName":7,"UserName":"b"}]"#, "pairs, item 1: has a StackName that is not text."),
    (#"[{"StackName":"a","UserName":"b"},3]"#, "pairs, item 2: is not an object."),
    (#"[{"StackName":"a","UserName":"b","UserName":"c"}]"#, "pairs, item 1: has two members called \"UserName\"."),
    (#"[{"StackName":"a","UserName":"b\u202Ec"}]"#, "it has the character <U+202E> in it"),
    (#"[{"StackName":"a/b","UserName":"b"}]"#, "has a StackName that no stack can have, \"a/b\""),
    (
      #"[{"StackName":"a","UserName":"b","AuthenticationType":"user pool"}]"#,
      "\"user pool\", which is no AuthenticationType"
    ),
    ("StackName,User\na,b\n", "pairs has no column UserName. Give CSV with a header of StackName, UserName"),
    ("a,ada@x.example\n", "pairs has no column StackName."),
    ("StackName,UserName\na,b\n\n,c\n", "pairs, line 4: \",c\" has no StackName."),
    ("StackName,UserName\na,b,c\n", "pairs, line 2: \"a,b,c\" has 3 cells, and the header has 2."),
    ("StackName,UserName\na,\"b\n", "pairs: Line 2: a quote is opened and never closed."),
    ("StackName,UserName\na,b\nStackName,UserName\nc,d\n", "pairs, line 3"),
    ("StackName,UserName,UserName\na,b,c\n", "two columns are called \"UserName\""),
    ("StackName,UserName\na,#N/A\n", "pairs, line 2: \"a,#N/A\" is an error of a spreadsheet"),
    ("USERSTACKASSOCIATIONS\tUSERPOOL\tFalse\ta\tb@x\nNEXTTOKEN\teyJ\n", "is a part of a list"),
    ("StackName UserName\n--------- --------\na b@x c\n", "pairs, line 3"),
    ("STACK  USER\na  ab…@x\n", "has text that was cut"),
    ("", "pairs is empty"),
  ])
  func `what is no list of associations is refused in a sentence`(text: String, sentence: String) {
    #expect {
      try associations(text)
    } throws: { error in
      "\(error)".contains(sentence)
    }
  }

  @Test(.timeLimit(.minutes(5)))
  func `a long list is read`() throws {
    let items = (0..<20_000).map { #"{"StackName":"s\#($0 % 7)","UserName":"user\#($0)@contr.example"}"# }
    #expect(try associations("[" + items.joined(separator: ",") + "]").count == 20_000)
  }
}
