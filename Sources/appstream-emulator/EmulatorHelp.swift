import AppStreamEmulator

/// What `--help` says besides the options.
enum EmulatorHelp {
  static let text = [use, data, faults, rules].joined(separator: "\n\n")

  private static let use = """
    USE
      When it is ready it prints one line: listening on http://127.0.0.1:PORT
      Point a client at it:

        export AWS_ENDPOINT_URL=http://127.0.0.1:PORT
        export AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1
        export AWS_ACCESS_KEY_ID=\(EmulatorKeys.user.accessKeyID)
        export AWS_SECRET_ACCESS_KEY=\(EmulatorKeys.user.secretAccessKey)
        aws appstream describe-stacks

      Signatures are checked, so the keys must be these; they are good for
      nothing else. A session of a role, to be used with its token:
        \(EmulatorKeys.role.accessKeyID)
        \(EmulatorKeys.role.secretAccessKey)
        \(EmulatorKeys.role.sessionToken ?? "")
      A user of another account, who sees the same data:
        \(EmulatorKeys.otherAccount.accessKeyID)
        \(EmulatorKeys.otherAccount.secretAccessKey)

      Every Region shows the same data, in account \(EmulatorKeys.user.identity.account).
      STS's GetCallerIdentity is answered on the same port. SIGINT and SIGTERM
      end the emulator with status 0; wrong options and files with status 2.
    """

  private static let data = """
    STATE AND LOG
      --state FILE holds JSON:
        {"v":1,"stacks":[],"users":[],"associations":[],"changes":[]}
      It is read if it is there (then --seed adds nothing but its faults) and
      replaced after each change, before the answer. One with more than 5000
      users and associations is replaced once a second, and at the end. Stacks
      need "Name", users "UserName", associations "StackName" and "UserName";
      the rest is as the service names it, times in seconds since 1970.
      "changes" lists what was applied: time, requestId, operation, caller,
      accessKeyId, StackName, UserName, AuthenticationType.

      GET /_emulator/log gives the requests as JSON Lines: n, time, operation,
      requestId, accessKeyId, region, status (missing where no answer was
      sent), code, faults, applied, input (the request's body), userAgent,
      attempt, invocationId.

      In --seed demo, disassociating these users (@contr.example) fails:
        bo.diaz, cleo.marsh       always, USER_NAME_NOT_FOUND
        gus.petit                 always, DIRECTORY_NOT_FOUND
        hana.sato                 always, STACK_NOT_FOUND
        dana.weiss, ravi.iyer     twice, INTERNAL_ERROR
        uma.vale                  once, INTERNAL_ERROR with a hostile message
    """

  private static let faults = """
    FAULTS
      --faults FILE holds JSON:
        {"faults":[],"rules":{},"keys":[],"randomSeed":1}
      Each fault has a "fault" and the members of its kind, and it may have
      "operations" (a list, or ["*"]), "probability" (0 to 1), "first" (only
      the first n calls), "after" (not the first n), "times" (n times at most)
      and "afterSeconds" (since the start). Where "applied" is true, what was
      asked is done before things go wrong.

        {"fault":"throttle","rate":2,"burst":5}
            ThrottlingException above 2 calls a second, after the first 5
        {"fault":"serverError","status":503,"applied":false}
        {"fault":"drop","applied":true}
            the connection ends without an answer
        {"fault":"hang","applied":false}
            the connection stays open, and no answer comes
        {"fault":"delay","milliseconds":800}
        {"fault":"truncate"}
            half of the body, then the connection ends
        {"fault":"html","status":502,"applied":false}
            a proxy's page; 200 is possible, too
        {"fault":"item","userName":"U","stackName":"S","code":"C",
         "message":"M","applied":false}
            an item error with any code; without names for every item
        {"fault":"strayItem","userName":"U","stackName":"S","code":"C"}
            an item error for an association that was not sent
        {"fault":"forbidden","stacks":["S"]}
            AccessDeniedException for batches that touch the stack, for reads
            where "operations" says so; without "stacks" for all calls
        {"fault":"refuse","code":"C","message":"M","status":400}
        {"fault":"repeatedToken"}
            the second page of a list leads to itself
        {"fault":"emptyPage"}
            an empty page before each but the first
        {"fault":"clockSkew","seconds":-600}
        {"fault":"expiredKey","accessKeyId":"K"}
            ExpiredTokenException; without a key for all

      Each of "keys" has accessKeyId and secretAccessKey, and may have
      sessionToken, expiration (ISO 8601), account, arn and userId.
    """

  private static let rules = """
    RULES
      "rules" in the faults file chooses among answers that AWS does not
      document. What holds without it stands first:

        "notAssociated"        "silent", "userNameNotFound"
        "badItem"              "itemError", "refusesBatch"
        "longBatch"            "refused", "accepted"
        "unknownUser"          "emptyList", "resourceNotFound"
        "unknownStack"         "resourceNotFound", "emptyList"
        "notFoundStatus"       "status404", "status400"
        "pageTokens"           "rows", "offsets"
        "skewedDate"           "invalidSignature", "requestTimeTooSkewed"
        "lagReads", "lagSeconds"
            how many reads, or how long, until a change of associations shows
        "deletedUserKeepsAssociations", "sendsErrorTypeHeader"
            false
        "stacksPerPage", "usersPerPage", "associationsPerPage"
            25, 60, 25
        "associationsPerPageLimit"
            500, whatever MaxResults says
        "userQuota", "stackQuota"
            no limit
    """
}
