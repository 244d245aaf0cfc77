import Testing

@testable import Runs

/// The format on disk, letter by letter: journals that are there already have to stay readable.
///
/// The hashes of this text were recomputed apart from this program: Python's `json.dumps` with sorted keys and no white
/// space, and `hashlib.sha256`.
struct FrozenJournalTests {
  static let text = #"""
    {"plan":{"caller":{"account":"111122223333","arn":"arn:aws:sts::111122223333:assumed-role/StackOps/j.keller"\#
    ,"userID":"AROA:j.keller"},"created":"2026-11-22T13:42:15Z","endpoint":"https://appstream2.eu-west-1.amazona\#
    ws.com","entries":[{"AuthenticationType":"USERPOOL","StackName":"biology","UserName":"u000000@x.example"},{"\#
    AuthenticationType":"USERPOOL","StackName":"biology","UserName":"u000001@x.example"},{"AuthenticationType":"\#
    USERPOOL","StackName":"physics","UserName":"u000000@x.example"}],"operation":"disassociate","origin":{"host"\#
    :"bastion-2","loginName":"jkeller","loginUserID":1000,"sshConnection":"192.0.2.7 50122 192.0.2.1 22","userID\#
    ":1000,"version":"1.0.0"},"reason":"CHG-20417","region":"eu-west-1","stacksNotRead":0},"previous":null,"sha2\#
    56":"d60dc2190a3cea55255ff0fc5caa4fb046d948edf98349d1e3eb676add66a79e","time":"2026-11-22T13:42:15.000Z","ty\#
    pe":"plan","v":1}
    {"host":"bastion-2","pid":4711,"previous":"cf52ebb36fe2b513224bd705d721e9d82a3346ada473b28b07e2b116c02a413e"\#
    ,"sha256":"df6db8d120fbef45d4e1119303dc8bd5561e26126ea027810f2f77e7c2673599","time":"2026-11-22T13:42:15.500\#
    Z","type":"opened","v":1,"version":"1.0.0"}
    {"gone":[],"present":[0,1],"previous":"27ab4bda72873f721e425db641de655c5dcc1609790860407b8fcb9953d931b3","sh\#
    a256":"bffd8ca7407838f75f787d7520ffa81f3c53717dc5948faa5b0f6f25f1385229","stack":"biology","time":"2026-11-2\#
    2T13:42:16.000Z","type":"observed","unreadable":[],"v":1}
    {"how":"--yes","previous":"37fb1522b49612d6a74c38143a2d5addb1cfcf72ffaab49cde909b8a859b8df0","sha256":"abf99\#
    05159006fe9018b36437fc88514a49eeae5a0a274ddc4ca9ff0e843ae5c","time":"2026-11-22T13:42:16.500Z","type":"confi\#
    rmed","v":1}
    {"attempt":1,"batch":1,"entries":[0,1,2],"previous":"756518bae4ba0efee5111cdb6b5e3f324a8f364157b5e0d52596905\#
    b933ba462","sha256":"0e3cbdb7069f4ab68c6960a9831ad8ab4daf2d63af66be3ca1edc526abd8efb2","time":"2026-11-22T13\#
    :42:17.000Z","type":"sending","v":1}
    {"attempt":1,"batch":1,"previous":"684d1143bf27eb89a8a54c1c914703ee6c70a3f491d3cd5de001f3b78e4806b8","sha256\#
    ":"2635c763f6df67f8c0ec1efd413b0cb5879a71ddf5e5e0c6e3baf8ae1d48347c","time":"2026-11-22T13:42:17.500Z","type\#
    ":"throttled","v":1}
    {"attempt":2,"batch":1,"entries":[0,1,2],"previous":"7e481f5307f7637ccb027ffcc7f766a895f8987f4dc483d68484fa1\#
    10a1307a7","sha256":"803f1c40e4d7f6376cfe655d40a05f6ab9c77667004ee18a6d8c5cef41cce50e","time":"2026-11-22T13\#
    :42:18.000Z","type":"sending","v":1}
    {"attempt":2,"batch":1,"code":"AccessDeniedException","kind":"accessDenied","message":"Not you.","previous":\#
    "cdc694af8313fe838e71fe8d96b9caef49c9d5914087bc230d88e25619a10ee3","requestId":"r-2","sha256":"ced8a6366ac08\#
    f79ec99a9e6a48ec45ed60c5aedb376dc5c439b5a3e6eaa09bf","time":"2026-11-22T13:42:18.500Z","type":"refused","v":\#
    1}
    {"gone":[],"present":[2],"previous":"517feca2fc284e60fac87091e0a502e2ccd2e5e04fc3d1a8f14aadbfb84679ee","sha2\#
    56":"24abc099761cb967fb11f68f7c6c3b0939a928c93631bd60dd8d347a4bc2222a","stack":"physics","time":"2026-11-22T\#
    13:42:19.000Z","type":"observed","unreadable":[],"v":1}
    {"gone":[],"present":[0,1],"previous":"4a5dae533dceb46623a332cd239072bc0433232c63b4d6a0347714013a5d40f9","sh\#
    a256":"47a02fe2d3ab33d41fb4ace5a8d2f4f1a54535a4511ae646d3a50a94c48751a3","stack":"biology","time":"2026-11-2\#
    2T13:42:19.500Z","type":"observed","unreadable":[],"v":1}
    {"attempt":1,"batch":2,"entries":[0,1],"previous":"2bd875e4862c80407d9371d3399ecf5cf87f4d0c40fe4158febffabf0\#
    81c1c37","sha256":"e1f4c6c533f0da9ac598ba6ed093fcd039ac2715f0912c3e609a1da704c1160f","time":"2026-11-22T13:4\#
    2:20.000Z","type":"sending","v":1}
    {"attempt":1,"batch":2,"previous":"1f08ed3184f16cf4a2f1bcb52fbbad830197b5c69445aa137e93c740267a0488","reason\#
    ":"the connection was cut","sha256":"3c9dba1cf1b0a85c7fb54dba530c6816311c12ab79c6221f0b8de92c3df9228b","time\#
    ":"2026-11-22T13:42:20.500Z","type":"lost","v":1}
    {"previous":"308be46b1634d4c21d3468ce9678f9c3392bb128d28a4419f9c372e36875be6f","reason":"the keys have expir\#
    ed","sha256":"056308f1a320d0e2797963d3f256580facf92a54a6e75ca29b6ca53f49e9b5f8","time":"2026-11-22T13:42:21.\#
    000Z","type":"paused","v":1}
    {"gone":[0],"present":[1],"previous":"e0c96c706284708b4c24b350785a6bdd198b49e17a34ed21367db22b56843391","sha\#
    256":"bac47beb70942e041388db07959783cb64118fbab0775f3b87833f97817a77c6","stack":"biology","time":"2026-11-22\#
    T13:42:21.500Z","type":"observed","unreadable":[],"v":1}
    {"attempt":1,"batch":3,"entries":[1],"previous":"06ae8d5c3eee4691c8754b163d647e1da87f9c068806161f7ea47f24a85\#
    f3533","sha256":"35b9beac47780bf3b621ad6ab6ea00d53f940efce5fdabb6be1239016f6e708d","time":"2026-11-22T13:42:\#
    22.000Z","type":"sending","v":1}
    {"attempt":1,"batch":3,"errors":[{"ErrorCode":"USER_NAME_NOT_FOUND","ErrorMessage":"No such user.","UserStac\#
    kAssociation":{"AuthenticationType":"USERPOOL","StackName":"biology","UserName":"u000001@x.example"}}],"prev\#
    ious":"d4975ed0ab8bc2eb19942b33d4af640168b09669d65f31dd326a1c025a9d0a4c","requestId":"r-3","sha256":"e681452\#
    0e439a89383cd01a0dd7cae82a304eb0e9fbfe729f584e38937d9a339","time":"2026-11-22T13:42:22.500Z","type":"answere\#
    d","v":1}
    {"previous":"ff461b381716b582e5dc218e7815a7fe8749eb81e5527ae335be7a20fef6f4f0","reason":"Ctrl-C","sha256":"2\#
    a33b5b09ccea632120c0a30e6294fef01c8ba0e19dcb195f741991f99e77922","time":"2026-11-22T13:42:23.000Z","type":"s\#
    topping","v":1}
    {"gone":[],"present":[1],"previous":"59eb87b1556f6bcf5de5fed2e9e5f177477dedb01e06680a6e922f7f4b2da91c","sha2\#
    56":"eaa0475dd5929226ac3f77d342b29d2c1ede04087b1dd722bde5d9a52602f37b","stack":"biology","time":"2026-11-22T\#
    13:42:23.500Z","type":"observed","unreadable":[],"v":1}
    {"counts":{"failed":1,"removed":1,"stopped":1},"previous":"6bbaad04f3ad481260b0d848d24e84d93d99996b365c8acec\#
    83c37676377954d","sha256":"06c5e36341e23c28f03598acc4f5da58e70e4a4203f91ff195d77dd625a08aed","time":"2026-11\#
    -22T13:42:24.000Z","type":"finished","v":1}

    """#

  @Test func `a run is written like this`() {
    #expect(String(decoding: SampleJournal.bytes(), as: UTF8.self) == Self.text)
  }

  @Test func `what was written like this is read`() throws {
    let contents = try SampleJournal.reading(Array(Self.text.utf8)).contents
    #expect(contents.plan == SampleJournal.plan)
    #expect(contents.lines.map(\.record) == SampleJournal.records)
    #expect(contents.lastHash == "bfb7a31f832cbe621d0a7176ea247ad62b06e97d2414a25cc3e862866c089e12")
  }
}
