/// The responses that AWS does not document, each with the choices a client must be ready for.
///
/// The first value of each is the default.
package struct EmulatorRules: Sendable, Equatable {
  /// What removing a pair that is not associated gives.
  package enum NotAssociated: String, Sendable, CaseIterable {
    /// No error: the pair is gone, as asked.
    case silent
    /// An item error with the code `USER_NAME_NOT_FOUND`.
    case userNameNotFound
  }

  /// What one item that names no stack or no user does to the others of its batch.
  package enum BadItem: String, Sendable, CaseIterable {
    /// It gets an item error; the others are done.
    case itemError
    /// The whole call is refused with `ResourceNotFoundException`; nothing is done.
    case refusesBatch
  }

  /// What more than 25 items give.
  package enum LongBatch: String, Sendable, CaseIterable {
    /// `ValidationException`; nothing is done.
    case refused
    /// They are all done.
    case accepted
  }

  /// What listing the associations of a user who is not there gives.
  package enum UnknownUser: String, Sendable, CaseIterable {
    /// An empty list.
    case emptyList
    /// `ResourceNotFoundException`.
    case resourceNotFound
  }

  /// What listing the associations of a stack that is not there gives.
  package enum UnknownStack: String, Sendable, CaseIterable {
    /// `ResourceNotFoundException`, which the model does not list for the operation.
    case resourceNotFound
    /// An empty list.
    case emptyList
  }

  /// The HTTP status of `ResourceNotFoundException`.
  package enum NotFoundStatus: String, Sendable, CaseIterable {
    /// 404, as newer models have it (botocore 1.44).
    case status404
    /// 400, like every other error, as older models have it.
    case status400
  }

  /// What a signature that is more than five minutes off gives.
  package enum SkewedDate: String, Sendable, CaseIterable {
    /// `InvalidSignatureException`: "Signature expired…" or "Signature not yet current…".
    case invalidSignature
    /// `RequestTimeTooSkewed`.
    case requestTimeTooSkewed
  }

  /// What a page token of a list of associations stands for.
  package enum PageTokens: String, Sendable, CaseIterable {
    /// A row: what others remove between two pages hides no other row.
    case rows
    /// A number of rows to pass over: where others remove some of those, as many others are on neither page.
    case offsets
  }

  /// How long reads go on showing associations as they were before a change.
  package enum Lag: Sendable, Equatable {
    /// Reads show every change at once.
    case none
    /// As many reads that concern the association still show the old state.
    case reads(Int)
    /// Reads show the old state for this long.
    case time(Duration)
  }

  /// What removing a pair that is not associated gives.
  package var notAssociated = NotAssociated.silent
  /// What one bad item does to the others.
  package var badItem = BadItem.itemError
  /// What more than 25 items give.
  package var longBatch = LongBatch.refused
  /// What listing an unknown user's associations gives.
  package var unknownUser = UnknownUser.emptyList
  /// What listing an unknown stack's associations gives.
  package var unknownStack = UnknownStack.resourceNotFound
  /// The HTTP status of `ResourceNotFoundException`.
  package var notFoundStatus = NotFoundStatus.status404
  /// What a page token of a list of associations stands for.
  package var pageTokens = PageTokens.rows
  /// What a skewed date gives.
  package var skewedDate = SkewedDate.invalidSignature
  /// How long association changes stay unseen.
  package var lag = Lag.none
  /// Whether deleting a user leaves the associations behind.
  package var deletedUserKeepsAssociations = false
  /// Whether errors also come with the `x-amzn-ErrorType` header.
  package var sendsErrorTypeHeader = false
  /// How many stacks are on a page.
  package var stacksPerPage = 25
  /// How many users are on a page, at most.
  package var usersPerPage = 60
  /// How many associations are on a page where the caller does not say.
  package var associationsPerPage = 25
  /// How many associations are on a page at most, whatever the caller says.
  package var associationsPerPageLimit = 500
  /// How many users the account may have; `nil` for no limit.
  package var userQuota: Int?
  /// How many stacks the account may have; `nil` for no limit.
  package var stackQuota: Int?

  /// Makes the default rules.
  package init() {}
}

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
