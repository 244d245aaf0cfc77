/// Why a configuration file cannot be read.
///
/// It never repeats the line itself, which may hold a secret.
public struct ConfigFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong with a line.
  public enum Problem: Sendable, Equatable {
    /// It is not valid UTF-8.
    case notText
    /// The whole file is UTF-16, as Windows PowerShell writes it.
    case utf16
    /// It opens a section header and does not close it, or there is nothing in the header.
    case badHeader
    /// It is a key, and no section has begun.
    case outsideSection
    /// It is neither a header, nor a comment, nor `key = value`.
    case noEqualsSign
    /// Nothing stands before the equals sign.
    case noKey
  }

  /// The file.
  public var path: String
  /// The line, counted from 1.
  public var line: Int
  /// What is wrong with it.
  public var problem: Problem

  /// Makes an error.
  public init(path: String, line: Int, problem: Problem) {
    self.path = path
    self.line = line
    self.problem = problem
  }

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    "Line \(line) of \(path) cannot be read: \(reason). \(advice)"
  }

  private var reason: String {
    switch problem {
    case .notText: "it is not UTF-8 text"
    case .utf16: "the file is UTF-16 text, as Windows PowerShell writes it, and AWS's tools read UTF-8"
    case .badHeader: "its section header is not of the form [name]"
    case .outsideSection: "it stands before the first [section]"
    case .noEqualsSign: "it is not of the form key = value"
    case .noKey: "there is no key before the equals sign"
    }
  }

  private var advice: String {
    switch problem {
    case .notText, .utf16: "Save the file as UTF-8."
    case .badHeader, .outsideSection, .noEqualsSign, .noKey: "Correct that line."
    }
  }
}
