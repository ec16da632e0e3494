import { describe, expect, it } from 'vitest'
import { placeNames } from './names'
import type { ShareCurve } from './share'

const steps = Array.from({ length: 101 }, (_, index) => index)
const drawn = { x: (index: number) => index * 4, y: (share: number) => (1 - share) * 200, left: 0, right: 400 }
/** Rises from nothing to all between two places. */
const curve = (key: string, from: number, to: number): ShareCurve => ({
  key,
  label: key,
  fill: 'red',
  shares: steps.map((index) => Math.min(1, Math.max(0, (index - from) / (to - from)))),
  closed: 10,
  open: 0,
})

describe('placeNames', () => {
  it('names curves that are apart, each beside its own', () => {
    const places = placeNames([curve('SEV1', 5, 15), curve('SEV5', 60, 70)], drawn)
    expect(places.map(({ key }) => key)).toEqual(['SEV1', 'SEV5'])
    expect(places[0]?.x).toBeLessThan(drawn.x(30))
    expect(places[1]?.x).toBeGreaterThan(drawn.x(60))
  })

  it('leaves a curve between near ones to the legend', () => {
    const places = placeNames([curve('SEV1', 40, 50), curve('SEV2', 42, 52), curve('SEV3', 44, 54)], drawn)
    expect(places.map(({ key }) => key)).not.toContain('SEV2')
    expect(places.length).toBeGreaterThan(0)
  })

  it('stays inside the plot', () => {
    for (const { x, anchor } of placeNames([curve('Severity not known', 1, 3), curve('SEV5', 96, 99)], drawn))
      expect(anchor === 'end' ? x <= drawn.right : x >= drawn.left).toBe(true)
  })

  it('never lays one name over another', () => {
    const rows = placeNames([curve('SEV1', 0, 100), curve('SEV2', 0, 100)], drawn).map(({ y }) => y)
    expect(new Set(rows).size).toBe(rows.length)
  })
})
