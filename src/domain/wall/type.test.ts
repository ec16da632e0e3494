import { describe, expect, it } from 'vitest'
import { capHeight, leastAngles, type Screen, sizeAt, sizesOf, type Viewing, withinReach } from './type'

const screen = (width: number, height: number): Screen => ({ width, height })
const diagonals = [24, 32, 43, 55, 75]
const distances = [1, 2, 4, 6, 8]
const screens = [screen(1920, 1080), screen(3840, 2160), screen(1080, 1920), screen(3440, 1440)]

/** Minutes of arc that a capital of that type size has, seen from the distance: the formula the other way round. */
function seen(size: number, { distance, diagonal }: Viewing, { width, height }: Screen): number {
  const pixel = (diagonal * 25.4) / Math.hypot(width, height)
  return (2 * Math.atan((size * capHeight * pixel) / 2 / (distance * 1000)) * 180 * 60) / Math.PI
}

describe('type by distance', () => {
  it('is 84 and 115 px on a 55 inch 4K panel at 4 m', () => {
    const viewing = { distance: 4, diagonal: 55 }
    expect(sizeAt(leastAngles.text, viewing, screen(3840, 2160))).toBeCloseTo(84, 0)
    expect(sizeAt(leastAngles.title, viewing, screen(3840, 2160))).toBeCloseTo(115, 0)
  })

  const cases = diagonals.flatMap((diagonal) => distances.map((distance) => ({ diagonal, distance })))
  it.each(cases)('can be read on $diagonal inches from $distance m', (viewing) => {
    for (const panel of screens) {
      const sizes = sizesOf(panel, viewing)
      for (const size of [sizes.text, sizes.clock])
        expect(seen(size, viewing, panel)).toBeGreaterThanOrEqual(leastAngles.text)
      for (const size of [sizes.title, sizes.lead])
        expect(seen(size, viewing, panel)).toBeGreaterThanOrEqual(leastAngles.title)
      // The digit in the sign of a severity is drawn 9.5 high in a box of 18.
      expect(seen((sizes.glyph * 9.5) / 18, viewing, panel)).toBeGreaterThanOrEqual(leastAngles.title)
    }
  })

  it('takes a panel for no larger than it is: from beyond its reach, type is made for the farthest it can be read from', () => {
    const panel = screen(1920, 1080)
    const near = { distance: 3, diagonal: 24 }
    expect(withinReach(near, panel)).toBe(near)
    const { distance } = withinReach({ distance: 8, diagonal: 24 }, panel)
    expect(distance).toBeGreaterThan(3.5)
    expect(distance).toBeLessThan(4)
    expect(sizesOf(panel, { distance, diagonal: 24 }).text).toBeLessThanOrEqual(Math.ceil(1080 / 11.5))
  })

  it('keeps the proportions of the design without a distance, at every resolution and upright', () => {
    const full = sizesOf(screen(1920, 1080), undefined)
    expect(full.text).toBeCloseTo(20.4, 0)
    expect(sizesOf(screen(3840, 2160), undefined).text).toBeCloseTo(full.text * 2, 5)
    expect(sizesOf(screen(1080, 1920), undefined)).toEqual(full)
  })
  it('is never smaller than without, nor than can be read at a desk', () => {
    expect(sizesOf(screen(1920, 1080), { distance: 0.5, diagonal: 75 })).toEqual(sizesOf(screen(1920, 1080), undefined))
    expect(sizesOf(screen(390, 844), undefined).text).toBe(14)
  })
})
