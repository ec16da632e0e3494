import { describe, expect, it } from 'vitest'
import { qrPath } from './qrPath'

const squares = (path: string) => new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`))

describe('qrPath', () => {
  it('draws the three finder patterns inside a quiet zone of four', () => {
    const { size, path } = qrPath('https://ops.example/incidents/?id=INC-2291')
    const dark = squares(path)
    const at = (x: number, y: number) => dark.has(`${x},${y}`)
    for (const [left, top] of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ] as const)
      for (let step = 1; step < 6; step += 1) {
        expect([at(left + step, top), at(left, top + step), at(left + 3, top + 3)]).toEqual([true, true, true])
        expect(at(left + 1, top + step)).toBe(false)
      }
    for (let step = 0; step < size; step += 1)
      for (const edge of [0, 3, size - 4, size - 1]) expect([at(edge, step), at(step, edge)]).toEqual([false, false])
  })
  it('holds an address longer than any id is', () => {
    expect(qrPath(`https://ops.example/${'x'.repeat(600)}`).size).toBeGreaterThan(60)
  })
})
