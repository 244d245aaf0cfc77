// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "appstream-console",
  products: [
    // What the other libraries' types are made of: secrets, exact texts and JSON values.
    .library(name: "PlainText", targets: ["PlainText"]),
    .library(name: "AWSClientCore", targets: ["AWSClientCore"]),
    .library(name: "AppStream", targets: ["AppStream"]),
    // Lists of people and of associations, read so that nobody else can be meant: any program that acts on such lists
    // can use it without runs.
    .library(name: "PeopleLists", targets: ["PeopleLists"]),
    .library(name: "Runs", targets: ["Runs"]),
    .executable(name: "appstream-console", targets: ["appstream-console"]),
    .executable(name: "appstream-emulator", targets: ["appstream-emulator"]),
  ],
  dependencies: [
    // Commands, options, help and shell completion, with errors that name the option.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // HTTP/1.1 with TLS, keep-alive, time limits and proxies, without Foundation's networking.
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    // The event loops and TLS under async-http-client, whose types its settings and errors are made of.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
    // SHA-256 and HMAC for signatures and plan hashes, P-256 for "aws login" sessions.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // Trimming, chunking, distinct elements and binary search of any collection.
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
    // Queues that lose and take elements at both ends without moving the others.
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    // The log interface that Swift libraries share, so that a program using the client core chooses the handler.
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    // Runs the program of credential_process without a shell. No traits: the default one brings full Foundation.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    // Descriptors and errors of the system as types, and the path type that swift-subprocess's settings are made of.
    .package(url: "https://github.com/apple/swift-system", from: "1.6.4"),
    // The header and status types that Hummingbird's requests and answers are made of.
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    // The emulator's HTTP server; the console never links it. No traits: the default one brings full Foundation.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ],
  targets: [
    .target(name: "PlainText"),
    .target(name: "LocalIO", dependencies: [.product(name: "SystemPackage", package: "swift-system")]),
    .target(
      name: "AWSClientCore",
      dependencies: [
        "PlainText",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]
    ),
    .target(
      name: "NetworkTransport",
      dependencies: [
        "LocalIO",
        "AWSClientCore", "PlainText",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]
    ),
    .target(
      name: "AppStream",
      dependencies: [
        "AWSClientCore", "PlainText",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "BitCollections", package: "swift-collections"),
      ]
    ),
    .target(
      name: "PeopleLists",
      dependencies: [
        "AWSClientCore", "PlainText", "AppStream", .product(name: "Algorithms", package: "swift-algorithms"),
      ]
    ),
    .target(
      name: "Runs",
      dependencies: [
        "LocalIO", .product(name: "SystemPackage", package: "swift-system"),
        "AWSClientCore", "PlainText", "AppStream",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "DequeModule", package: "swift-collections"),
      ]
    ),
    .target(name: "Screen", dependencies: ["PlainText", .product(name: "Algorithms", package: "swift-algorithms")]),
    .target(
      name: "Console",
      dependencies: [
        "AWSClientCore", "PeopleLists", "PlainText", "Runs", "AppStream", "Screen",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "BitCollections", package: "swift-collections"),
        .product(name: "DequeModule", package: "swift-collections"),
      ]
    ),
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    .plugin(name: "CommitPlugin", capability: .buildTool(), path: "Sources/CommitPlugin"),
    .target(name: "CProcess"),
    .target(name: "ProgramVersion", plugins: ["CommitPlugin"]),
    .target(
      name: "NcursesTerminal",
      dependencies: [
        "LocalIO", "PlainText", "Screen", "CNcurses", .product(name: "Algorithms", package: "swift-algorithms"),
      ]
    ),
    .target(name: "SeededNumbers"),
    .target(
      name: "AppStreamEmulator",
      dependencies: [
        "AWSClientCore", "PlainText", "AppStream", "SeededNumbers",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .target(
      name: "Program",
      dependencies: [
        "LocalIO", .product(name: "SystemPackage", package: "swift-system"),
        "AWSClientCore", "PlainText", "AppStream", "AppStreamEmulator", "CProcess", "Console", "NcursesTerminal",
        "NetworkTransport",
        "PeopleLists", "ProgramVersion", "Runs", "Screen",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]
    ),
    .executableTarget(name: "appstream-console", dependencies: ["Program"]),
    .executableTarget(
      name: "appstream-emulator",
      dependencies: [
        .product(name: "SystemPackage", package: "swift-system"),
        "AWSClientCore", "AppStreamEmulator", "CProcess", "ProgramVersion",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]
    ),
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
    .executableTarget(name: "terminal-session", path: "Tests/TerminalSession"),
    .executableTarget(name: "journal-killer", path: "Tests/JournalKiller"),
    .executableTarget(
      name: "terminal-fixture",
      dependencies: ["NcursesTerminal", "PlainText", "Screen"],
      path: "Tests/TerminalFixture"
    ),
    // Programs and terminals that tests start: apart from the rest of what tests share, since it alone needs libvterm.
    .target(
      name: "TerminalTesting",
      dependencies: ["CVTerm", "Screen", "TestSupport", "terminal-session"],
      path: "Tests/TerminalTesting"
    ),
    .target(name: "StepCounter", path: "Tests/StepCounter"),
    .target(
      name: "TestSupport",
      dependencies: [
        "AppStream", "AWSClientCore", "PlainText", "NetworkTransport", "SeededNumbers", "StepCounter",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "InMemoryLogging", package: "swift-log"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: "Tests/TestSupport"
    ),
    .testTarget(
      name: "LocalIOTests",
      dependencies: ["LocalIO", "TestSupport", .product(name: "SystemPackage", package: "swift-system")]
    ),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "AWSClientCore", "AppStream", "AppStreamEmulator", "Console", "NcursesTerminal", "PeopleLists", "PlainText",
        "Program", "Runs", "Screen", "SeededNumbers", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]
    ),
    .testTarget(name: "PlainTextTests", dependencies: ["PlainText", "SeededNumbers", "TestSupport"]),
    .testTarget(
      name: "AWSClientCoreTests",
      dependencies: [
        "AppStream", "AWSClientCore", "NetworkTransport", "PlainText", "TestSupport",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "InMemoryLogging", package: "swift-log"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["Vectors", "Conformance/record-credentials.py"],
      resources: [
        .embedInCode("Conformance/credentials.json"), .embedInCode("Conformance/sdk-chains.json"),
        .embedInCode("Conformance/sdk-profiles.json"),
      ]
    ),
    .testTarget(
      name: "AppStreamTests",
      dependencies: ["AppStream", "AWSClientCore", "PlainText", "SeededNumbers", "TestSupport"]
    ),
    .testTarget(
      name: "AppStreamEmulatorTests",
      dependencies: [
        "AppStreamEmulator", "AppStream", "AWSClientCore", "PlainText", "SeededNumbers", "TerminalTesting",
        "TestSupport",
        "appstream-emulator",
        .product(name: "Algorithms", package: "swift-algorithms"),
      ],
      exclude: ["Vectors/make-signed-requests.py", "Vectors/record-cbor.py"],
      resources: [.embedInCode("Vectors/signed-requests.json"), .embedInCode("Vectors/cbor-requests.json")]
    ),
    .testTarget(
      name: "NetworkTransportTests",
      dependencies: [
        "NetworkTransport", "AWSClientCore", "PlainText", "TestSupport",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      exclude: ["Certificates"]
    ),
    .testTarget(
      name: "PeopleListsTests",
      dependencies: ["PeopleLists", "AppStream", "AWSClientCore", "PlainText", "SeededNumbers", "TestSupport"],
      exclude: ["Kinds"]
    ),
    .testTarget(
      name: "RunsTests",
      dependencies: [
        "LocalIO", .product(name: "SystemPackage", package: "swift-system"),
        "Runs", "AppStream", "AWSClientCore", "PlainText", "SeededNumbers", "TestSupport",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .testTarget(
      name: "TruthTests",
      dependencies: [
        "Runs", "AppStream", "AWSClientCore", "PlainText", "AppStreamEmulator", "NetworkTransport", "SeededNumbers",
        "TestSupport",
        "appstream-emulator",
      ]
    ),
    .testTarget(name: "ScreenTests", dependencies: ["PlainText", "Screen", "SeededNumbers"]),
    .testTarget(
      name: "NcursesTerminalTests",
      dependencies: ["NcursesTerminal", "PlainText", "Screen", "TerminalTesting", "TestSupport", "terminal-fixture"]
    ),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Console", "PeopleLists", "Runs", "AppStream", "AWSClientCore", "PlainText", "Screen", "SeededNumbers",
        "TestSupport",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "BitCollections", package: "swift-collections"),
      ]
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "AWSClientCore", "PlainText", "AppStream", "AppStreamEmulator", "NetworkTransport", "Runs", "Screen",
        "TerminalTesting",
        "TestSupport", "appstream-console", "appstream-emulator", "journal-killer",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["make_estate.py", "speak_cbor.py", "Machine/enter-machine"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

/// One place for every target of ours: Swift 6 mode, the upcoming features we write for, and no warning left standing.
///
/// - ExistentialAny:
///   https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
/// - MemberImportVisibility:
///   https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
/// - InternalImportsByDefault:
///   https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
/// - NonisolatedNonsendingByDefault:
///   https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
/// - InferIsolatedConformances:
///   https://github.com/swiftlang/swift-evolution/blob/main/proposals/0470-isolated-conformances.md
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
}
