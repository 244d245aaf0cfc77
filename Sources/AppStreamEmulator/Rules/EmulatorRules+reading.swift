extension EmulatorRules {
  /// Reads the object `rules` of a faults file.
  init(reading object: inout StrictObject) throws(EmulatorFileError) {
    notAssociated = try object.choice("notAssociated") ?? notAssociated
    badItem = try object.choice("badItem") ?? badItem
    longBatch = try object.choice("longBatch") ?? longBatch
    unknownUser = try object.choice("unknownUser") ?? unknownUser
    unknownStack = try object.choice("unknownStack") ?? unknownStack
    notFoundStatus = try object.choice("notFoundStatus") ?? notFoundStatus
    pageTokens = try object.choice("pageTokens") ?? pageTokens
    skewedDate = try object.choice("skewedDate") ?? skewedDate
    let reads = try object.count("lagReads")
    let seconds = try object.number("lagSeconds")
    switch (reads, seconds) {
    case (nil, nil): lag = .none
    case (let reads?, nil): lag = .reads(reads)
    case (nil, let seconds?): lag = .time(.seconds(seconds))
    case (.some, .some): throw object.wrong("lagReads", "alone: \"lagSeconds\" is there, too")
    }
    deletedUserKeepsAssociations = try object.flag("deletedUserKeepsAssociations") ?? deletedUserKeepsAssociations
    sendsErrorTypeHeader = try object.flag("sendsErrorTypeHeader") ?? sendsErrorTypeHeader
    stacksPerPage = try object.count("stacksPerPage", least: 1) ?? stacksPerPage
    usersPerPage = try object.count("usersPerPage", least: 1) ?? usersPerPage
    associationsPerPage = try object.count("associationsPerPage", least: 1) ?? associationsPerPage
    associationsPerPageLimit = try object.count("associationsPerPageLimit", least: 1) ?? associationsPerPageLimit
    userQuota = try object.count("userQuota")
    stackQuota = try object.count("stackQuota")
    try object.finish()
  }
}
