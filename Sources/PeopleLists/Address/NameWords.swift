import PlainText

/// Words that decide whether text beside an address can be a name.
enum NameWords {
  /// Words between the parts of a name that are written small in the languages that have them.
  static let particles: Set<String> = [
    "a", "af", "al", "ap", "av", "bar", "bat", "ben", "bin", "bint", "d", "da", "dal", "das", "de", "degli", "dei",
    "del",
    "della", "delle", "den", "der", "des", "di", "do", "dos", "du", "el", "het", "ibn", "la", "las", "le", "les", "lo",
    "los", "op", "s", "st", "t", "te", "ten", "ter", "van", "vande", "vanden", "vander", "vom", "von", "vor",
    "zu", "zum", "zur", "ould", "abu", "abd", "ur", "bte",
  ]

  /// What follows a name after a comma of its own, without its full stops.
  static let suffixes: Set<String> = [
    "jr", "sr", "ii", "iii", "iv", "v", "md", "do", "dds", "dvm", "phd", "dphil", "edd", "jd", "llm", "mba", "ma",
    "msc",
    "ms", "bsc", "ba", "rn", "np", "pa", "cpa", "cfa", "pe", "esq", "dr", "prof", "pmp", "cissp", "mph", "pharmd",
    "psyd",
    "lcsw", "ing", "mag", "dipl",
  ]

  /// Words that say that somebody is not meant, or stays.
  ///
  /// Words that many people are called, as Nie and Mai, are left out: written small they are no part of a name anyway.
  static let negations: Set<String> = [
    // English
    "not", "no", "dont", "don't", "never", "none", "keep", "keeps", "keeping", "kept", "stay", "stays", "staying",
    "remain",
    "remains", "retain", "exclude", "excluded", "excluding", "except", "without", "unless", "but", "ignore", "skip",
    "leave",
    "cancelled", "canceled", "wrong", "void", "exempt", "exempted", "retained", "until", "rehired", "rehire",
    "n/a",
    // German
    "nicht", "kein", "keine", "keinen", "bleibt", "bleiben", "behalten", "ausser", "außer", "ohne",
    "ausgenommen",
    // French
    "pas", "non", "jamais", "garder", "gardez", "gardons", "conservez", "conservons", "conserver", "reste", "sauf",
    "sans", "excepté", "excepte",
    // Spanish, Portuguese and Italian
    "mantener", "conservar", "queda", "excepto", "salvo", "nunca", "não", "nao", "manter", "exceto",
    "tenere", "tranne", "eccetto", "senza",
    // Dutch
    "niet", "geen", "nooit", "behouden", "houden", "blijft", "behalve", "zonder", "uitgezonderd",
    // Danish, Norwegian, Swedish and Finnish
    "ikke", "ikkje", "inte", "ej", "aldri", "aldrig", "behold", "beholde", "behåll", "behålla", "bliver", "blir",
    "unntatt",
    "undtagen", "utom", "uten", "uden", "utan", "älä", "säilytä", "paitsi",
    // Others
    "bez", "zostaje", "zostają", "zachować", "не", "нет", "оставить", "кроме", "без", "değil", "kalsın", "μη", "μην",
    "όχι",
    "δεν", "不", "勿", "请勿", "不要", "保留", "除外", "しない", "残す", "제외", "금지", "لا", "לא", "मत", "नहीं",
  ]

  /// Words that say what somebody is to a person or a message, instead of who it is.
  static let roles: Set<String> = [
    // English
    "manager", "managers", "mgr", "supervisor", "boss", "lead", "leader", "superior", "head", "chief", "owner",
    "sponsor",
    "approver", "approved", "approval", "requester", "requestor", "requested", "contact", "assistant", "backup",
    "deputy",
    "delegate", "successor", "replacement", "replaced", "replaces", "replacing", "reports", "reporting", "mentor",
    "tutor",
    "from", "to", "cc", "bcc", "reply", "re", "fw", "fwd", "sent", "subject", "date", "via", "by", "for", "on",
    "behalf",
    "with", "ask", "call", "see", "cf", "please", "remove", "delete", "add", "and", "or", "plus", "instead",
    "then",
    "now", "was", "is", "if", "created", "modified", "updated", "author", "sender", "recipient", "organizer",
    "organiser",
    "attention", "attn", "regards", "thanks", "hi", "hello", "dear", "director", "coordinator",
    // German
    "vorgesetzter", "vorgesetzte", "vorgesetzten", "chef", "chefin", "leiter", "leiterin", "leitung", "führungskraft",
    "ansprechpartner", "vertretung", "vertreter", "verantwortlich", "aw", "wg", "betreff", "durch", "für", "bitte",
    "und",
    "oder", "statt", "nachfolger", "nachfolgerin", "teamleiter", "teamleiterin", "kontakt", "stellvertreter",
    "stellvertreterin", "löschen", "entfernen",
    // French
    "responsable", "gestionnaire", "directeur", "directrice", "supérieur", "superieur", "objet", "par", "pour",
    "remplaçant", "remplacé", "cci", "expéditeur", "destinataire", "veuillez", "supprimer", "supprimez", "retirer",
    // Spanish, Portuguese and Italian
    "gerente", "jefe", "jefa", "encargado", "encargada", "asunto", "para", "por", "responsabile", "oggetto", "chefe",
    "gestor", "gestora", "assunto", "capo", "borrar", "eliminar", "remover", "rimuovere", "eliminare",
    // Dutch
    "leidinggevende", "beheerder", "onderwerp", "aan", "voor", "door", "namens", "vervanger", "vervangt",
    "baas", "teamleider", "verwijderen",
    // Danish, Norwegian, Swedish and Finnish
    "leder", "nærmeste", "naermeste", "närmaste", "chefen", "sjef", "sjefen", "emne", "ämne", "til", "till", "fra",
    "från", "vegne", "og", "och", "eller", "ansvarlig", "ansvarig", "esimies", "esihenkilö", "aihe", "afdelingsleder",
    // Others
    "kierownik", "przełożony", "usuwać", "usunąć", "менеджер", "руководитель", "начальник", "кому", "удалить",
    "удалять",
    "经理", "主管", "上司", "删除", "削除", "삭제", "تحذف", "למחוק",
  ]

  /// All words that make a name no name.
  static let telling: Set<String> = negations.union(roles)

  /// Negations that turn round what a title or a heading says, without accents.
  ///
  /// Left out are words that a title of those who leave may have, as "List no. 5" and "Who leaves".
  static let contrary: Set<String> = Set(negations.subtracting(mild).map(plain))

  private static let mild: Set<String> = [
    "no", "non", "but", "unless", "without", "leave", "wrong", "void", "cancelled", "canceled", "until", "n/a",
    "ohne", "sans", "sin", "zonder", "uten", "uden", "utan", "senza", "bez", "без", "queda", "reste", "none", "skip",
  ]

  /// The first word of a title that says that people stay; `nil` where none does.
  static func contraryWord(in title: String) -> String? {
    let words = title.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
    return words.first { word in
      let lower = word.lowercased()
      return contrary.contains(plain(lower.replacing("’", with: "'"))) || isUndivided(lower, holding: negations)
    }
  }

  /// Whether `word` is of a script whose words are not divided by blanks, and holds one of `words`.
  ///
  /// Words of one character are left out, since names have them: 不破 is one.
  static func isUndivided(_ word: String, holding words: Set<String>) -> Bool {
    word.unicodeScalars.contains { $0.isUndivided }
      && words.contains { $0.count > 1 && $0.unicodeScalars.first?.isUndivided == true && word.contains($0) }
  }

  /// `word` as headings are compared.
  private static func plain(_ word: String) -> String { word.unicodeScalars.map(Folding.plain).joined() }
}

extension Unicode.Scalar {
  /// Whether it is Japanese, Chinese or Korean (https://www.unicode.org/charts/).
  fileprivate var isUndivided: Bool {
    switch value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }
}
