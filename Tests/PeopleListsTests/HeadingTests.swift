import Testing

@testable import PeopleLists

/// What headings say of their columns.
struct HeadingTests {
  @Test func `every heading of the table is known, in any case and with blanks or none`() {
    for heading in AddressHeadings.sources.flatMap(\.headings) {
      #expect(Heading(heading).namesUser, "\(heading)")
      #expect(Heading(heading.uppercased()).namesUser, "\(heading)")
      #expect(Heading(" \(heading.lowercased()) *").namesUser, "\(heading)")
    }
  }

  @Test func `every source is named and documented`() {
    for source in AddressHeadings.sources {
      #expect(!source.name.isEmpty && source.page.hasPrefix("https://") && !source.headings.isEmpty)
    }
  }

  @Test func `a word that makes the address another's is never overlooked`() {
    for word in AddressHeadings.never {
      for heading in ["\(word) email", "Email \(word)", "\(word)_e-mail_address", "Work email (\(word)) \(word)"] {
        #expect(!Heading(heading).namesUser, "\(heading)")
      }
    }
  }

  @Test(arguments: [
    "Student Email", "work_email", "employeeEmail", "Company e-mail address", "School Email Address",
    "Dienstliche E-Mail-Adresse", "E-mail professionnel", "Correo institucional", "Zakelijk e-mailadres", "eMail",
  ])
  func `a heading may be put together`(heading: String) {
    #expect(Heading(heading).namesUser)
  }

  @Test(arguments: [
    "Name", "ID", "Email verified", "Email status", "Emails sent", "Mail stop", "Mailbox size", "Post", "mailNickname",
    "Username hint", "Email (Manager)", "E-Mail (Vorgesetzter)", "Courriel (responsable)", "Email [of manager]",
    "(Manager) Email", "Email (Manager", "Email (old)", "UserName (stays)", "Email (not to be removed)",
    "E-mail 2 - Value", "Department", "SamAccountName", "Personal Email", "Home email", "",
  ])
  func `another heading is none`(heading: String) {
    #expect(!Heading(heading).namesUser)
  }
}
