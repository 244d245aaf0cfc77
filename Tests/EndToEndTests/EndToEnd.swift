import Testing

/// Tests of the whole program, one after the other.
///
/// They wait for other processes, and each that waits holds one of the few threads that all tests share.
@Suite(.serialized) enum EndToEnd {}
