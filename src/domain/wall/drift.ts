import { duration, type Instant, minute } from '../units'

/** How long the picture stays where it is. */
export const driftEvery = duration(3 * minute)

const side = 5
const cells = side * side

/** A cell of the square, row by row, every other row backwards: neighbours on the path are neighbours on the screen. */
function cell(index: number): { readonly x: number; readonly y: number } {
  const row = Math.floor(index / side)
  const column = row % 2 === 0 ? index % side : side - 1 - (index % side)
  return { x: column, y: row }
}

/**
 * Where the picture stands against burn-in, as shares of the most it may be off: each from -1 to 1. A fixed path over 25
 * places and back, one small step at a time; it depends on the time alone, so that a reload changes nothing.
 */
export function driftAt(now: Instant): { readonly x: number; readonly y: number } {
  const round = 2 * (cells - 1)
  const step = ((Math.floor(now / driftEvery) % round) + round) % round
  const { x, y } = cell(step < cells ? step : round - step)
  const half = (side - 1) / 2
  return { x: (x - half) / half, y: (y - half) / half }
}
