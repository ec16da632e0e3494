import { dayText } from '../../../domain/time/format'
import { offsetSegments } from '../../../domain/time/zone'
import { day24, type Instant, instant } from '../../../domain/units'
import { listed } from './words'

interface Stretch {
  readonly from: Instant
  readonly to: Instant
  readonly zone: string
}

/** What a clock shows that runs `offset` ahead of UTC. */
const shown = (at: Instant, offset: number): string => {
  const minutes = Math.floor((((at + offset) % day24) + day24) % day24) / 60_000
  return [Math.floor(minutes / 60), Math.floor(minutes % 60)].map((part) => String(part).padStart(2, '0')).join(':')
}

const lately = 4

/** One sentence for hours that did not exist, and one for those that occurred twice, as clocks were changed in the zone. */
export function clockChanges({ from, to, zone }: Stretch): readonly string[] {
  const segments = offsetSegments(from, to, zone)
  const told = segments.slice(1).map(({ from: at, offset }, index) => {
    const before = segments[index]?.offset ?? offset
    const [first, last] = [Math.min(before, offset), Math.max(before, offset)]
    return {
      skipped: offset > before,
      text: `${shown(at, first)} to ${shown(at, last)} on ${dayText(instant(at - 1), zone)}`,
    }
  })
  const said = (skipped: boolean, what: string) => {
    const all = told.filter((each) => each.skipped === skipped).map(({ text }) => text)
    const more = all.length > lately ? [`${all.length - lately} times before`] : []
    return all.length === 0 ? [] : [`${what}: ${listed([...all.slice(-lately), ...more])}.`]
  }
  return [...said(true, 'Did not exist, as clocks went forward'), ...said(false, 'Occurred twice, as clocks went back')]
}
