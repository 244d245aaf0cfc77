import Testing

/// All tests that have a program in a pseudo-terminal.
///
/// One at a time: each holds a thread of the pool while it waits, and measures what a busy machine would blur.
@Suite(.serialized, .timeLimit(.minutes(2))) struct TerminalSuite {}
