import AWSClientCore
import PlainText

/// Keys such as STS gives, which an emulator knows by its faults file.
enum TemporaryKeys {
  static func key(_ name: String) -> Credentials {
    Credentials(
      accessKeyID: "ASIA\(name)",
      secretAccessKey: Secret("secret-of-the-\(name)-key"),
      sessionToken: Secret("session-token-of-the-\(name)-key")
    )
  }

  /// A faults file with these faults and keys.
  static func faults(_ faults: String = "", keys: [Credentials]) -> String {
    let keys = keys.map { key in
      """
      {"accessKeyId":"\(key.accessKeyID)","secretAccessKey":"\(key.secretAccessKey.exposed)",\
      "sessionToken":"\(key.sessionToken?.exposed ?? "")","account":"123456789012",\
      "arn":"arn:aws:sts::123456789012:assumed-role/StackOps/ana","userId":"AROAEXAMPLE:ana"}
      """
    }
    return "{\"faults\":[\(faults)],\"keys\":[\(keys.joined(separator: ","))]}"
  }

  /// Refuses a key as ended, after `calls` write calls with it.
  static func ending(_ key: Credentials, after calls: Int) -> String {
    """
    {"fault":"expiredKey","accessKeyId":"\(key.accessKeyID)","after":\(calls),\
    "operations":["BatchDisassociateUserStack"]}
    """
  }
}
