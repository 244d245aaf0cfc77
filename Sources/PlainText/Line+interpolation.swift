extension Line {
  /// Puts a line together: literals stay as they are, and the values between them are made visible.
  ///
  /// Each value is cleaned by itself, so a combining mark at its start does not join the literal before it.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    /// Makes room for what is to come.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    /// Adds a part of the literal as it is.
    public mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    /// Adds text from anywhere, made visible.
    public mutating func appendInterpolation(_ outside: String) {
      text += outside.visible
    }

    /// Adds a line as it is, because it is visible already.
    public mutating func appendInterpolation(_ line: Line) {
      text += line.text
    }

    /// Adds the sentence of `value` as it is.
    public mutating func appendInterpolation(_ value: some SentenceConvertible) {
      text += value.sentence.text
    }

    /// Adds the description of `value`, such as a number, made visible.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += value.description.visible
    }

    /// Adds the sentence of `error` as it is, or its description, made visible.
    public mutating func appendInterpolation(_ error: any Error) {
      text += (error as? any SentenceConvertible)?.sentence.text ?? String(describing: error).visible
    }
  }
}

/// What says of itself what a person is to know, such as an error: what happened, to what, and what to do next.
public protocol SentenceConvertible: CustomStringConvertible {
  /// The sentence, or a few of them.
  var sentence: Line { get }
}

extension SentenceConvertible {
  /// The sentence as text.
  public var description: String { sentence.text }
}
