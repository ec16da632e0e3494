import { describe, expect, it } from 'vitest'
import { layoutOf, type Room } from './layout'
import { titleLines } from './titles'
import { type Screen, sizesOf, type Viewing } from './type'

/** What head and foot leave of a panel. */
const roomOf = ({ width, height }: Screen, text: number): Room => ({
  width: width - text * 2.2,
  height: height - text * 6.5,
})
function laidOut(count: number, panel: Screen, viewing?: Viewing) {
  const sizes = sizesOf(panel, viewing)
  return layoutOf(count, roomOf(panel, sizes.text), sizes)
}
const full = { width: 1920, height: 1080 }
const upright = { width: 1080, height: 1920 }
const wide = { width: 3440, height: 1440 }
const phone = { width: 390, height: 844 }

describe('layout by what is there', () => {
  it('goes from calm to cards, grid and table', () => {
    expect(laidOut(0, full).arrangement.kind).toBe('calm')
    for (const count of [1, 2, 3])
      expect(laidOut(count, full).arrangement).toEqual({ kind: 'cards', columns: count, rows: 1 })
    for (const count of [4, 8, 12]) expect(laidOut(count, full).arrangement.kind).toBe('grid')
    expect(laidOut(13, full).arrangement.kind).toBe('table')
  })
  it.each([full, { width: 3840, height: 2160 }, wide])(
    'has room for every incident of cards and grid at $width',
    (panel) => {
      for (let count = 1; count <= 12; count += 1) {
        const { arrangement, size } = laidOut(count, panel)
        expect(size).toBe(count)
        const places = 'columns' in arrangement ? arrangement.columns * arrangement.rows : 0
        expect(places).toBeGreaterThanOrEqual(count)
      }
    },
  )
  it('stacks cards on an upright panel where they are too narrow side by side', () => {
    expect(laidOut(3, upright).arrangement).toMatchObject({ kind: 'cards' })
    expect(laidOut(3, phone).arrangement).toEqual({ kind: 'cards', columns: 1, rows: 3 })
  })
  it('keeps the lanes while that costs incidents nothing', () => {
    expect(laidOut(0, full).lanes).toBe(true)
    expect(laidOut(3, full).lanes).toBe(true)
    expect(laidOut(40, full).lanes).toBe(false)
    expect(laidOut(3, full, { distance: 6, diagonal: 55 }).lanes).toBe(false)
  })
  it('takes a denser form where type is large, and never holds nothing', () => {
    expect(laidOut(8, full, { distance: 8, diagonal: 43 }).arrangement.kind).toBe('table')
    for (const diagonal of [24, 32, 43, 55, 75])
      for (const distance of [1, 2, 4, 6, 8])
        for (const panel of [full, upright, wide, phone])
          expect(laidOut(40, panel, { distance, diagonal }).size).toBeGreaterThanOrEqual(1)
  })
  it('gives rows of two lines where a title needs them, and fewer of them', () => {
    const sizes = sizesOf(full, undefined)
    const of = (titles: readonly string[]) =>
      layoutOf(40, roomOf(full, sizes.text), sizes, titleLines(titles, 1200, sizes)).arrangement
    const short = of(['Cards fail'])
    const long = of(['Cards fail', 'Order confirmation latency above 4 s in three regions, with retries piling up'])
    expect(short).toMatchObject({ kind: 'table', lines: 1 })
    expect(long).toMatchObject({ kind: 'table', lines: 2 })
    expect('rows' in long && 'rows' in short && long.rows < short.rows).toBe(true)
  })
})
