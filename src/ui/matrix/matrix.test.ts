import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrange, groupOf } from './arrange'
import { columnAt, columnsIn, geometryOf, linesIn, revealing } from './geometry'
import { moved } from './keys'
import { buildMatrix, codeAt } from './model'

const rows = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, name: id, group: index % 2 === 0 ? 'even' : 'odd' }))
const columns = ['x', 'y', 'z'].map((id) => ({ id, name: id }))
const cells = { row: [2, 0, 0, 3], column: [1, 2, 0, 2], code: [7, 5, 4, 9] }
const model = buildMatrix(rows, columns, cells)

describe('buildMatrix', () => {
  it('lays cells out by row and column', () => {
    expect([...model.start]).toEqual([0, 2, 2, 3, 4])
    expect([...model.column]).toEqual([0, 2, 1, 2])
    expect([...model.code]).toEqual([4, 5, 7, 9])
  })

  it('gives back exactly what went in, in whatever order it came', () => {
    const size = 12
    const places = fc.uniqueArray(fc.integer({ min: 0, max: size * size - 1 }))
    fc.assert(
      fc.property(places, (filled) => {
        const many = Array.from({ length: size }, (_, index) => ({ id: String(index), name: String(index) }))
        const built = buildMatrix(many, many, {
          row: filled.map((place) => Math.floor(place / size)),
          column: filled.map((place) => place % size),
          code: filled.map((place) => 1 + (place % 200)),
        })
        for (let place = 0; place < size * size; place++)
          expect(codeAt(built, Math.floor(place / size), place % size)).toBe(
            filled.includes(place) ? 1 + (place % 200) : 0,
          )
      }),
      { seed: 7, numRuns: 50 },
    )
  })

  it('holds 65,537 columns', () => {
    const many = Array.from({ length: 65_537 }, (_, index) => ({ id: String(index), name: '' }))
    expect(codeAt(buildMatrix(rows, many, { row: [1], column: [65_536], code: [3] }), 1, 65_536)).toBe(3)
  })
})

describe('arrange', () => {
  const lines = (...given: Parameters<typeof arrange>) => {
    const arrangement = arrange(...given)
    return [...arrangement.lines].map((line) => (line < 0 ? groupOf(arrangement, line) : rows[line]?.id))
  }
  it('puts rows of a group together under its header', () => {
    expect(lines(model)).toEqual(['even', 'a', 'c', 'odd', 'b', 'd'])
  })
  it('shows of a folded group only the header, and of a filtered one only what is left', () => {
    expect(lines(model, { folded: new Set(['even']) })).toEqual(['even', 'odd', 'b', 'd'])
    expect(lines(model, { rows: [3, 2] })).toEqual(['odd', 'd', 'even', 'c'])
    expect(lines(model, { rows: [] })).toEqual([])
  })
  it('knows where each column stands', () => {
    expect([...arrange(model).place]).toEqual([0, 1, 2])
    expect([...arrange(model, { columns: [0, 2] }).place]).toEqual([0, -1, 1])
  })
})

describe('geometry', () => {
  const sizes = { row: 30, meta: [104, 84] }
  const narrow = geometryOf({ width: 1220 }, { lines: 100, columns: 12 }, sizes)
  const wide = geometryOf({ width: 1220 }, { lines: 10_000, columns: 1_000 }, sizes)
  const at = (top: number, left: number) => ({ width: 1220, height: 712, top, left })

  it('shares the width among few columns, to the pixel', () => {
    expect(narrow).toMatchObject({ fits: true, width: 1220, meta: 188 })
    expect(narrow.first + narrow.column * 12 + narrow.meta).toBe(1220)
  })
  it('lets many columns run on at their least width', () => {
    expect(wide).toMatchObject({ fits: false, column: 44, height: 112 + 300_000 })
    expect(wide.width).toBeGreaterThan(44_000)
  })
  it('drops the last columns where there is no room', () => {
    expect(geometryOf({ width: 500 }, { lines: 1, columns: 3 }, sizes).meta).toBe(0)
  })
  it('draws what is in view and a little more, never beyond the ends', () => {
    expect(linesIn(wide, at(0, 0), 4)).toEqual({ from: 0, to: 24 })
    expect(linesIn(wide, at(3_000, 0), 4)).toEqual({ from: 96, to: 124 })
    expect(linesIn(wide, at(300_000 - 600, 0), 4)).toEqual({ from: 9_976, to: 10_000 })
    expect(columnsIn(narrow, at(0, 0))).toEqual({ from: 0, to: 12 })
    const columns = columnsIn(wide, at(0, 4_400), 2)
    expect(columns.from).toBe(98)
    expect(columns.to - columns.from).toBeLessThan(25)
  })
  it('scrolls no further than it must to show a cell', () => {
    expect(revealing(wide, at(300, 440), 15, 12)).toEqual({ top: 300, left: 440 })
    expect(revealing(wide, at(300, 440), 2, 3)).toEqual({ top: 60, left: 132 })
    expect(revealing(wide, at(0, 0), 9_999, 999)).toEqual({
      top: 300_000 - 600,
      left: 44_000 - (1220 - wide.first - 188),
    })
    expect(revealing(wide, at(0, 500), 0, undefined).left).toBe(500)
  })
  it('tells the column under a point, also when scrolled', () => {
    expect(columnAt(wide, at(0, 0), wide.first + 45)).toBe(1)
    expect(columnAt(wide, at(0, 440), wide.first + 45)).toBe(11)
    expect(columnAt(wide, at(0, 0), wide.first - 1)).toBeUndefined()
    expect(columnAt(wide, at(0, 0), 1_219)).toBeUndefined()
  })
})

describe('keys', () => {
  const extent = { lines: 50, columns: 15, page: 10 }
  it.each([
    ['ArrowDown', false, { line: 21, column: 7 }],
    ['ArrowUp', false, { line: 19, column: 7 }],
    ['ArrowLeft', false, { line: 20, column: 6 }],
    ['ArrowRight', false, { line: 20, column: 8 }],
    ['PageDown', false, { line: 30, column: 7 }],
    ['PageUp', false, { line: 10, column: 7 }],
    ['Home', false, { line: 20, column: 0 }],
    ['End', false, { line: 20, column: 14 }],
    ['Home', true, { line: 0, column: 0 }],
    ['End', true, { line: 49, column: 14 }],
    ['x', false, undefined],
  ] as const)('%s, control %s', (key, control, expected) => {
    expect(moved({ line: 20, column: 7 }, key, control, extent)).toEqual(expected)
  })
  it('stops at the edges', () => {
    expect(moved({ line: 0, column: 0 }, 'ArrowUp', false, extent)).toEqual({ line: 0, column: 0 })
    expect(moved({ line: 48, column: 14 }, 'PageDown', false, extent)).toEqual({ line: 49, column: 14 })
    expect(moved({ line: 0, column: 0 }, 'ArrowDown', false, { ...extent, lines: 0 })).toBeUndefined()
  })
})
