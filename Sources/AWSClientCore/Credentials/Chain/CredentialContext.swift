public import PlainText

/// Everything the sources of credentials take from outside, passed in so that tests can hold it still.
public struct CredentialContext: Sendable {
  /// The program's name, after which a role's session is called where nobody names it.
  public var program: String
  /// The clocks, the random numbers, the log and the `User-Agent` of calls for credentials.
  public var calls: CallContext
  /// How services are reached.
  public var network: Network
  /// This machine.
  public var host: Host
  /// Asks the person for the code that the MFA device of this serial number shows; `nil` when there is none to be had.
  public var mfaCode: @Sendable (_ serial: String) async -> Secret?

  /// Makes a context.
  public init(
    program: String,
    calls: CallContext,
    network: Network,
    host: Host,
    mfaCode: @escaping @Sendable (_ serial: String) async -> Secret?
  ) {
    self.program = program
    self.calls = calls
    self.network = network
    self.host = host
    self.mfaCode = mfaCode
  }

  /// How the services that credentials come from are reached.
  public struct Network: Sendable {
    /// The transport to AWS's services.
    public var transport: any HTTPTransport
    /// The transport to services on this machine or its link, past any proxy; a call gives up after the time given.
    public var metadataTransport: @Sendable (Duration) -> any HTTPTransport
    /// Where services listen in a Region.
    public var endpoint: @Sendable (AWSService, String) throws(ConfigurationError) -> Endpoint

    /// Makes one.
    public init(
      transport: any HTTPTransport,
      metadataTransport: @escaping @Sendable (Duration) -> any HTTPTransport,
      endpoint: @escaping @Sendable (AWSService, String) throws(ConfigurationError) -> Endpoint
    ) {
      self.transport = transport
      self.metadataTransport = metadataTransport
      self.endpoint = endpoint
    }
  }

  /// What is read, written and run on this machine.
  public struct Host: Sendable {
    /// Reads configuration, token and cache files.
    public var files: any FileReading
    /// Writes renewed tokens back, so that other tools have them too.
    public var caches: any FileWriting
    /// Runs the program of `credential_process`.
    public var processes: any ProcessRunning

    /// Makes one.
    public init(files: any FileReading, caches: any FileWriting, processes: any ProcessRunning) {
      self.files = files
      self.caches = caches
      self.processes = processes
    }
  }
}

/// Writes small files that hold secrets.
public protocol FileWriting: Sendable {
  /// Puts `content` in the place of the file at `path`: whole or not at all, and readable by its owner only.
  ///
  /// - Throws: ``FileWritingError`` when it cannot be written; what was there is then as it was.
  func replace(_ path: String, with content: [UInt8]) throws(FileWritingError)
}

/// Why a file was not written.
public struct FileWritingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The sentence that a person reads.
  public let description: String

  /// Makes an error of a sentence that names the file.
  public init(_ description: String) {
    self.description = description
  }
}
