import type { ShareCurve } from './share'

/** Where a name begins (or ends, towards the left), in the units of the drawing; `y` is its base line. */
export interface NamePlace {
  readonly key: string
  readonly label: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Drawn {
  /** Place of the time of that index. */
  readonly x: (index: number) => number
  /** Place of a share. */
  readonly y: (share: number) => number
  readonly left: number
  readonly right: number
}

/** Shares at which a name may stand, the first ones wanted most: where curves are apart. */
const heights = [0.75, 0.6, 0.45, 0.3, 0.15, 0.9]
/** Width of a letter and height of a line at 11 px, a little more than they take. */
const [letter, line] = [6.3, 13]
const away = 7

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** Whether a curve goes through a box. Shares never fall, so its ends at both sides of the box tell. */
function crosses({ shares }: ShareCurve, { x, y }: Drawn, box: Box): boolean {
  const inside = shares.flatMap((share, index) => {
    const from = x(index)
    const to = x(Math.min(index + 1, shares.length - 1))
    return share === undefined || to < box.left || from > box.right ? [] : [y(share)]
  })
  const [highest, lowest] = [Math.min(...inside), Math.max(...inside)]
  return inside.length > 0 && highest <= box.bottom && lowest >= box.top
}

/** Names beside curves where there is room: none lies over a curve or another name. The legend has them all. */
export function placeNames(curves: readonly ShareCurve[], drawn: Drawn): readonly NamePlace[] {
  const taken: Box[] = []
  return curves.flatMap(({ key, label, shares }) => {
    for (const height of heights)
      for (const anchor of ['start', 'end'] as const) {
        const at = shares.findIndex((share) => share !== undefined && share >= height)
        if (at < 0) continue
        const x = drawn.x(at) + (anchor === 'start' ? away : -away)
        const y = drawn.y(height)
        const width = letter * label.length
        const left = anchor === 'start' ? x : x - width
        const box = { left: left - 2, right: left + width + 2, top: y - line / 2, bottom: y + line / 2 }
        const fits = box.left >= drawn.left && box.right <= drawn.right
        if (!fits || taken.some((other) => meet(box, other)) || curves.some((each) => crosses(each, drawn, box)))
          continue
        taken.push(box)
        return [{ key, label, x, y: y + 4, anchor }]
      }
    return []
  })
}
