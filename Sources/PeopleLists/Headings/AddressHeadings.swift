/// The headings by which exports call the column of addresses that name a user.
///
/// A table as long as there are systems: a new one is a row more. Headings are compared without case, accents, blanks
/// and punctuation, so that `E-Mail-Adresse`, `e_mail_adresse` and `EMAILADRESSE` are one; what stands in
/// brackets, and a `Required`, is left out.
enum AddressHeadings {
  /// Words of one system or language.
  struct Source: Sendable {
    /// The system or language.
    let name: String
    /// Where the headings are documented.
    let page: String
    /// The headings, as the page writes them.
    let headings: [String]
  }

  /// The heading that decides where others hold addresses, too: it is the service's own name for the user.
  static let own = "UserName"

  /// All of them.
  static let sources: [Source] = systems + languages

  private static let systems = [
    Source(
      name: "AppStream",
      page: "https://docs.aws.amazon.com/appstream2/latest/APIReference/API_UserStackAssociation.html",
      headings: [own, "User"]
    ),
    Source(
      name: "IAM Identity Center",
      page: "https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_User.html",
      headings: ["UserName", "User name", "Primary email"]
    ),
    Source(
      name: "Microsoft Entra and Microsoft 365",
      page: "https://learn.microsoft.com/en-us/entra/identity/users/users-bulk-download",
      headings: [
        "userPrincipalName", "User principal name", "UPN", "mail", "User name [userPrincipalName] Required",
        "Member object ID or user principal name [memberObjectIdOrUpn] Required", "Sign-in name",
        "User sign-in name", "Primary email address", "Work email", "Username",
      ]
    ),
    Source(
      name: "Active Directory",
      page: "https://learn.microsoft.com/en-us/powershell/module/activedirectory/get-aduser",
      headings: ["EmailAddress", "UserPrincipalName", "mail", "User logon name"]
    ),
    Source(
      name: "Exchange",
      page: "https://learn.microsoft.com/en-us/powershell/module/exchangepowershell/get-mailbox",
      headings: ["PrimarySmtpAddress", "WindowsEmailAddress", "WindowsLiveID", "SMTP address", "Primary SMTP address"]
    ),
    Source(
      name: "Outlook",
      page: "https://support.microsoft.com/en-us/office/create-or-edit-csv-files-to-import-into-outlook",
      headings: ["E-mail Address", "E-mail 1 Address", "Email Address 1"]
    ),
    Source(
      name: "Google Workspace",
      page: "https://support.google.com/a/answer/40057",
      headings: [
        "Email Address [Required]", "Email address", "E-mail 1 - Value", "Member Email", "Work email", "User email",
      ]
    ),
    Source(
      name: "GAM",
      page: "https://github.com/GAM-team/GAM/wiki/Users",
      headings: ["primaryEmail", "email", "User"]
    ),
    Source(
      name: "Okta",
      page: "https://developer.okta.com/docs/reference/user-query/",
      headings: ["login", "user.login", "user.email", "email", "Primary email", "profile.login", "profile.email"]
    ),
    Source(
      name: "Workday",
      page: "https://doc.workday.com",
      headings: [
        "Email - Work", "Work Email", "Primary Work Email", "Email - Primary Work", "Work Email Address",
        "Email Address - Work", "Primary Work Email Address",
      ]
    ),
    Source(
      name: "SAP and SuccessFactors",
      page: "https://help.sap.com/docs/successfactors-platform",
      headings: ["E-Mail-Adresse", "EMAIL", "USERNAME", "SMTP_ADDR", "USRID_LONG", "E-Mail", "Business email"]
    ),
    Source(
      name: "ServiceNow",
      page:
        "https://www.servicenow.com/docs (the table sys_user)",
      headings: ["user_name", "email", "Email"]
    ),
    Source(
      name: "Jira and Atlassian",
      page: "https://support.atlassian.com/organization-administration/docs/export-users-from-a-site/",
      headings: ["email", "User name", "Email address"]
    ),
    Source(
      name: "Zoom",
      page: "https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0064735",
      headings: ["Email", "User Email", "Email Address", "Participant Email"]
    ),
    Source(
      name: "Slack",
      page: "https://slack.com/help/articles/360002079527",
      headings: ["email", "username"]
    ),
    Source(
      name: "Moodle",
      page: "https://docs.moodle.org/en/Upload_users",
      headings: ["username", "email", "Email address"]
    ),
    Source(
      name: "Canvas",
      page: "https://canvas.instructure.com/doc/api/file.sis_csv.html",
      headings: ["login_id", "SIS Login ID", "email", "Login ID"]
    ),
    Source(
      name: "PowerSchool",
      page: "https://support.powerschool.com",
      headings: ["Student_Email", "Student Email", "Email_Addr", "SchoolEmail", "Teacher Email"]
    ),
  ]

  private static let languages = [
    Source(
      name: "English",
      page: "https://learn.microsoft.com/en-us/globalization/reference/microsoft-language-resources",
      headings: [
        "E-mail", "E-mails", "Emails", "E-mail address", "Email addresses", "Mail address", "Email ID", "Mail ID",
        "Login name",
        "User login", "Login email", "Username or email",
      ]
    ),
    Source(
      name: "French",
      page: "https://www.culture.fr/franceterme/terme/INFO60",
      headings: [
        "Adresse e-mail", "Adresse électronique", "Adresse de messagerie", "Adresse de courriel", "Adresse courriel",
        "Adresse mail",
        "Courriel", "Mél", "E-mail professionnel", "Adresse e-mail professionnelle", "Nom d'utilisateur",
        "Nom d'utilisateur principal", "Nom principal de l'utilisateur", "Utilisateur", "Courrier électronique",
      ]
    ),
    Source(
      name: "Spanish",
      page: "https://www.rae.es/dpd/correo",
      headings: [
        "Correo electrónico", "Correo", "Dirección de correo electrónico", "Dirección de correo", "Dirección de e-mail",
        "Correo electrónico institucional", "Correo institucional", "Correo corporativo", "Correo de trabajo",
        "Nombre de usuario",
        "Nombre principal de usuario", "Usuario",
      ]
    ),
    Source(
      name: "German",
      page: "https://www.duden.de/rechtschreibung/E_Mail_Adresse",
      headings: [
        "E-Mail-Adresse", "E-Mail-Adressen", "Mailadresse", "Mail-Adresse", "E-Mail dienstlich", "Dienstliche E-Mail",
        "Dienstliche E-Mail-Adresse", "E-Mail geschäftlich", "Geschäftliche E-Mail", "Primäre E-Mail-Adresse",
        "Benutzername",
        "Benutzerprinzipalname", "Benutzer", "Anmeldename", "Benutzeranmeldename",
      ]
    ),
    Source(
      name: "Dutch",
      page: "https://woordenlijst.org/zoeken/?q=e-mailadres",
      headings: [
        "E-mailadres", "E-mailadressen", "Mailadres", "Zakelijk e-mailadres", "E-mail werk", "Werk e-mail",
        "Gebruikersnaam",
        "Gebruiker", "User principal name van gebruiker", "Primair e-mailadres",
      ]
    ),
    Source(
      name: "Nordic",
      page: "https://ordnet.dk/ddo/ordbog?query=e-mailadresse",
      headings: [
        "E-mailadresse", "E-post", "E-postadresse", "E-postadress", "Epostadresse", "Mejl", "Mejladress", "Mailadress",
        "Mailadresse", "Brugernavn", "Bruger", "Brukernavn", "Bruker", "Användarnamn", "Användare", "Arbejdsmail",
        "Jobbmail",
        "E-post arbete", "E-post arbeid", "Sähköposti", "Sähköpostiosoite", "Käyttäjätunnus", "Käyttäjänimi", "Netfang",
        "Brugerens hovednavn", "Användarens huvudnamn", "Brukerhovednavn",
      ]
    ),
    Source(
      name: "Italian and Portuguese",
      page: "https://learn.microsoft.com/en-us/globalization/reference/microsoft-language-resources",
      headings: [
        "Indirizzo e-mail", "Indirizzo email", "Indirizzo di posta elettronica", "Posta elettronica", "Nome utente",
        "Utente",
        "Endereço de e-mail", "Endereço de correio eletrónico", "Correio eletrónico", "Nome de usuário",
        "Nome de utilizador",
        "Usuário", "Utilizador",
      ]
    ),
  ]

  /// Words that may stand beside one for an address without making it another's.
  static let qualifiers: Set<String> = [
    "work", "business", "primary", "student", "students", "user", "users", "employee", "worker", "member", "learner",
    "participant", "person", "people", "staff", "company", "corporate", "corp", "office", "school", "university",
    "college",
    "campus", "institutional", "institution", "organization", "organisation", "organizational", "official", "account",
    "login", "sis", "ms", "o365", "office365", "m365", "ad", "azure", "entra", "google", "workspace", "leaver",
    "attendee", "pupil", "faculty", "teacher", "contractor", "candidate", "sso", "idp", "sign", "in", "default",
    "current",
    "main", "required", "value", "1", "the", "of", "internal", "information", "s",
    // The same in the other languages.
    "professionnel", "professionnelle", "travail", "principal", "principale", "etudiant", "eleve", "trabajo",
    "corporativo",
    "institucional", "estudiante", "alumno", "dienstlich", "dienstliche", "geschaftlich", "geschaftliche",
    "beruflich", "berufliche", "primare", "benutzer", "mitarbeiter", "zakelijk", "zakelijke", "werk", "primair",
    "medewerker", "arbeid", "arbete", "arbejde", "jobb", "elev", "ansatt", "anstalld", "medarbejder", "primaer",
    "primar",
  ]

  /// Words whose column holds somebody else's address, or another one of the person's; never taken without `--column`.
  static let never: Set<String> = [
    "manager", "managers", "mgr", "supervisor", "boss", "superior", "lead", "leader", "head", "approver", "owner",
    "sponsor",
    "assistant", "delegate", "deputy", "created", "creator", "modified", "updated", "changed", "requested", "requester",
    "requestor", "by", "reply", "replyto", "from", "sender", "to", "cc", "bcc", "recipient", "contact", "parent",
    "guardian",
    "emergency", "mother", "father", "spouse", "advisor", "adviser", "mentor", "tutor", "recovery", "secondary",
    "alternate",
    "alternative", "alt", "other", "second", "personal", "private", "home", "old", "previous", "former", "backup",
    "external",
    "forwarding", "forward", "alias", "aliases", "proxy", "group", "list", "notification", "billing", "inviter",
    "invited",
    "host", "organizer", "author", "assigned", "assignee", "coordinator", "counselor", "hr", "buddy", "successor",
    // French
    "responsable", "gestionnaire", "superieur", "chef", "directeur", "cree", "modifie", "demandeur", "personnel",
    "personnelle",
    "prive", "privee", "secondaire", "secours", "tuteur", "proprietaire", "expediteur", "reponse",
    // Spanish
    "gerente", "jefe", "jefa", "supervisora", "creado", "modificado", "solicitante", "secundario", "alternativo",
    "tutora",
    "remitente", "respuesta", "propietario",
    // German
    "vorgesetzter", "vorgesetzte", "vorgesetzten", "fuhrungskraft", "leiter", "leiterin", "erstellt", "geandert", "von",
    "antwort", "antworten", "privat", "private", "sekundare", "zweite", "alternative", "ansprechpartner", "eltern",
    "absender",
    "besitzer", "genehmiger",
    // Dutch
    "leidinggevende", "beheerder", "aangemaakt", "gewijzigd", "door", "antwoord", "secundair", "alternatief", "ouder",
    "eigenaar", "afzender",
    // Nordic
    "leder", "naermeste", "narmaste", "chef", "sjef", "overordnet", "oprettet", "opprettet", "skapad", "endret",
    "andrad",
    "av", "af", "svar", "svara", "personlig", "alternativ", "sekundaer", "foresatt", "foralder", "esimies",
    "esihenkilo",
    "eier", "ejer", "agare",
  ]
}
