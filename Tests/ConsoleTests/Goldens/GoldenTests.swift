import Screen
import TestSupport
import Testing

@testable import Console

@Suite struct GoldenTests {
  private static let sizes = [
    Size(rows: 15, columns: 60), Size(rows: 24, columns: 80), Size(rows: 30, columns: 120),
    Size(rows: 60, columns: 200),
  ]

  @Test(arguments: GoldenScene.allCases, sizes)
  func `every screen looks as it did`(scene: GoldenScene, size: Size) throws {
    let frame = render(try scene.session(size).state)
    #expect(frame.size == size)
    try Golden(scene.rawValue, columns: size.columns, rows: size.rows).expect(frame.lines)
  }

  @Test func `every file is of a scene that there is`() throws {
    let names = GoldenScene.allCases.flatMap { scene in
      Self.sizes.map { Golden(scene.rawValue, columns: $0.columns, rows: $0.rows).description }
    }
    #expect(try Set(Golden.kept.map(\.description)) == Set(names))
  }
}
