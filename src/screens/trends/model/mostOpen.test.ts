import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incident } from '../../../../test/conformance/arbitrary'
import { emptyDistribution } from '../../../domain/distribution'
import { isOpenAt, type Incident } from '../../../domain/incident'
import { summarise } from '../../../domain/summarise'
import type { SummaryQuestion } from '../../../domain/summary'
import { type Instant, instant, parseInstant } from '../../../domain/units'
import { mostOpenIn, narrow } from './mostOpen'
import { mostOpenFigure } from './mostOpenWords'

const zone = 'America/Santiago'
const changes = (incidents: readonly Incident[], from: Instant, to: Instant, bucket: SummaryQuestion['bucket']) => {
  const question = { query: { burningFrom: from, burningTo: to }, by: [], zone, now: to, ...(bucket && { bucket }) }
  return {
    opened: summarise(incidents, question),
    stopped: summarise(incidents, { ...question, moment: 'stopped' }),
  }
}

/** As the screen asks: by day, then by instant where it may be. */
function asked(incidents: readonly Incident[], from: Instant, to: Instant) {
  const { stretch, outside } = narrow(changes(incidents, from, to, 'day'), from, to, zone)
  const most = stretch && mostOpenIn(changes(incidents, stretch.from, stretch.to, 'instant'), stretch.from, stretch.to)
  return { most, outside }
}

const openAt = (incidents: readonly Incident[], at: Instant) => incidents.filter((each) => isOpenAt(each, at)).length

describe('the most that were open at once', () => {
  it('is what looking at every moment finds, with the first such moment', () => {
    fc.assert(
      fc.property(fc.array(incident, { maxLength: 40 }), fc.nat(60), fc.nat(60), (incidents, start, length) => {
        const day = 86_400_000
        const base = Math.min(...incidents.map(({ opened }) => opened), Date.UTC(2026, 0, 1))
        const from = instant(base + start * day)
        const to = instant(from + (length + 1) * day)
        const moments = [from, ...incidents.map(({ opened }) => opened).filter((at) => at > from && at < to)].toSorted(
          (left, right) => left - right,
        )
        const highest = Math.max(...moments.map((at) => openAt(incidents, at)))
        const first = moments.find((at) => openAt(incidents, at) === highest)
        const { most, outside } = asked(incidents, from, to)
        expect(most?.count ?? 0).toBe(highest)
        expect(most?.at).toBe(highest > 0 ? first : undefined)
        expect(outside).toBeLessThanOrEqual(highest)
      }),
      { seed: 6, numRuns: 300 },
    )
  })

  it('is bounded where there are too many changes to look at each', () => {
    const cell = (bucket: string, count: number) => ({
      bucket,
      key: [],
      count,
      closed: emptyDistribution,
      open: emptyDistribution,
      missing: 0,
      faults: 0,
    })
    const day = (text: string) => parseInstant(`${text}T00:00:00Z`)!
    const told = {
      opened: { cells: [cell('2026-01-01', 9_000), cell('2026-01-03', 9_000), cell('2026-01-09', 8_500)] },
      stopped: { cells: [cell('2026-01-02', 9_000), cell('2026-01-03', 4_000), cell('2026-01-10', 8_500)] },
    }
    const { stretch, outside } = narrow(told, day('2026-01-01'), day('2026-01-12'), 'UTC')
    expect(stretch).toEqual({ from: day('2026-01-09'), to: day('2026-01-10') })
    expect(outside).toBe(9_000)
    const most = mostOpenIn(
      { opened: { cells: [cell('2026-01-09T03:00:00.000Z', 8_900)] }, stopped: { cells: [] } },
      stretch!.from,
      stretch!.to,
    )
    expect(mostOpenFigure({ most, upTo: outside, n: 26_500, leftOut: 12 }, 'UTC')).toMatchObject({
      value: '≥ 8,900',
      basis: [
        '9 Jan 2026 03:00 UTC',
        'perhaps 9,000 at another moment: too many changes to look at each, a shorter range tells',
        'of 26,500 that were open in the range',
        'left out: 12 whose end is not recorded',
      ],
    })
  })

  it('is none where nothing was open', () => {
    const none = { cells: [] }
    const { stretch, outside } = narrow({ opened: none, stopped: none }, instant(0), instant(86_400_000), 'UTC')
    expect([stretch, outside]).toEqual([undefined, 0])
    expect(mostOpenFigure({ most: undefined, upTo: 0, n: 0, leftOut: 0 }, 'UTC').value).toBe('0')
  })
})
