import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binned, emptyDistribution, fromValues } from '../../domain/distribution'
import { ranksOf } from './arrays'
import { joined, occurring, onePlace } from './cells'
import { binsFor, type InCells, readerOf, writtenExact, writtenInBins } from './lengths'
import { buffersOf, packed, unpacked } from './parcel'

const length = fc.oneof(fc.constant(0), fc.nat(10_000_000_000), fc.double({ min: 1e-9, max: 1e15, noNaN: true }))
const inCells = fc.array(fc.tuple(fc.nat(6), length), { maxLength: 80 })
const cells = 7

const lengthsOf = (given: readonly (readonly [number, number])[]): InCells => ({
  cells,
  cellOf: Uint32Array.from(given, ([cell]) => cell),
  values: Float64Array.from(given, ([, value]) => value),
})
const valuesOf = (given: readonly (readonly [number, number])[], cell: number) =>
  given.filter(([at]) => at === cell).map(([, value]) => value)

describe('lengths in cells', () => {
  it('are read as they were written, exact and in bins', () => {
    fc.assert(
      fc.property(inCells, (given) => {
        const lengths = lengthsOf(given)
        const exact = readerOf(writtenExact(lengths))
        const inBins = readerOf(writtenInBins(cells, lengths.cellOf, binsFor(lengths.values)))
        for (let cell = 0; cell < cells; cell += 1) {
          const values = valuesOf(given, cell)
          expect(exact()).toEqual(fromValues(values))
          expect(inBins()).toEqual(values.length === 0 ? emptyDistribution : binned(values))
        }
      }),
      { seed: 3, numRuns: 300 },
    )
  })
})

describe('cells', () => {
  const things = fc.array(fc.tuple(fc.nat(4_000), fc.nat(4_000), fc.nat(2)), { minLength: 1, maxLength: 60 })

  it('are those that occur, in the order of their columns, in a table or numbered anew', () => {
    fc.assert(
      fc.property(things, fc.constantFrom(4_001, 4_000_000), (given, size) => {
        let places = onePlace(given.length)
        for (const [column, span] of [4_001, size, 3].entries())
          places = joined(
            places,
            Uint32Array.from(given, (thing) => thing[column] ?? 0),
            span,
          )
        const { columns, counts, numberAt } = occurring(places)
        const found = Array.from(counts, (_, cell) => columns.map((column) => column[cell]))
        const distinct = new Map(given.map((thing) => [JSON.stringify(thing), thing]))
        const byColumns = (left: readonly number[], right: readonly number[]) =>
          left[0]! - right[0]! || left[1]! - right[1]! || left[2]! - right[2]!
        expect(found).toEqual([...distinct.values()].toSorted(byColumns))
        given.forEach((thing, at) => expect(found[numberAt[places.of[at]!]!]).toEqual(thing))
      }),
      { seed: 4, numRuns: 200 },
    )
  })
})

describe('a parcel', () => {
  const ranks = [ranksOf(['2026-11-16', '2026-11-23']), ranksOf(['', 'b', 'a', 'never'])]
  const parcel = () =>
    packed({ columns: [Uint32Array.of(0, 1, 1), Uint32Array.of(1, 0, 2)], counts: Uint32Array.of(3, 1, 2) }, ranks, {
      missing: Uint32Array.of(1, 0, 0),
      faults: Uint32Array.of(0, 0, 2),
      closed: writtenExact({ cells: 3, cellOf: Uint32Array.of(0, 0), values: Float64Array.of(9, 4) }),
      open: writtenExact({ cells: 3, cellOf: Uint32Array.of(1), values: Float64Array.of(7) }),
    })
  const nothing = { closed: emptyDistribution, open: emptyDistribution, missing: 0, faults: 0 }
  const summary = {
    cells: [
      { ...nothing, bucket: '2026-11-16', key: ['a'], count: 3, missing: 1, closed: fromValues([4, 9]) },
      { ...nothing, bucket: '2026-11-23', key: [''], count: 1, open: fromValues([7]) },
      { ...nothing, bucket: '2026-11-23', key: ['b'], count: 2, faults: 2 },
    ],
  }

  it('holds a summary, with no text that no cell has', () => {
    expect(unpacked(parcel())).toEqual(summary)
    expect(parcel().texts).toEqual([
      ['2026-11-16', '2026-11-23'],
      ['', 'a', 'b'],
    ])
  })

  it('is handed over to another thread with all its arrays', () => {
    const sent = parcel()
    expect(unpacked(structuredClone(sent, { transfer: buffersOf(sent) }))).toEqual(summary)
    expect([sent.counts, ...sent.codes, ...Object.values(sent.readings ?? {})].map((each) => each.length)).toEqual(
      Array.from({ length: 7 }, () => 0),
    )
  })
})
