import { describe, expect, it } from 'vitest'
import { fromValues } from './distribution'
import { type Clock, clocks, type Incident } from './incident'
import { emptySummary, summarise } from './summarise'
import type { SummaryCell, SummaryQuestion } from './summary'
import { hour, instant, parseInstant } from './units'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const now = at('2026-11-20T12:00:00Z')

const incident = (over: Partial<Incident> = {}): Incident => ({
  id: 'INC-1',
  title: 'Card payments failing',
  state: 'resolved',
  opened: at('2026-11-19T12:00:00Z'),
  clocks: { detected: at('2026-11-19T12:00:00Z'), resolved: at('2026-11-19T13:00:00Z') },
  workloads: [],
  roles: [],
  factors: [],
  labels: [],
  links: [],
  ...over,
})

const asking = (over: Partial<SummaryQuestion> = {}): SummaryQuestion => ({
  query: {},
  zone: 'UTC',
  by: [],
  now,
  ...over,
})
const counts = (cells: readonly SummaryCell[]) => cells.map(({ bucket, key, count }) => [bucket, ...key, count])

describe('summarise', () => {
  it('counts what matches, by the calendar of the zone', () => {
    const lateSunday = at('2026-11-15T23:30:00Z')
    const given = [incident({ opened: lateSunday, severity: 1 }), incident({ severity: 1 }), incident({ severity: 3 })]
    const question = asking({ query: { severities: [1] }, bucket: 'week' })
    expect(counts(summarise(given, question).cells)).toEqual([
      ['2026-11-09', 1],
      ['2026-11-16', 1],
    ])
    expect(counts(summarise(given, { ...question, zone: 'Europe/Berlin' }).cells)).toEqual([['2026-11-16', 2]])
  })

  it('tells each dimension as text, the absent one as empty', () => {
    const by = ['severity', 'state', 'team', 'problem', 'hourOfWeek'] as const
    const known = incident({ severity: 2, team: 'team:a', problem: 'PRB-1', state: 'unknown:-100' })
    // 2026-11-19 is a Thursday: 3 × 24 + 12.
    expect(counts(summarise([known, incident()], asking({ by })).cells)).toEqual([
      ['', '', 'resolved', '', '', '84', 1],
      ['', '2', 'unknown:-100', 'team:a', 'PRB-1', '84', 1],
    ])
  })

  it('takes the hour of the week from the zone, across a change of clocks', () => {
    const hours = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z'].flatMap((text) =>
      summarise([incident({ opened: at(text) })], asking({ by: ['hourOfWeek'], zone: 'Europe/Berlin' })).cells.map(
        (cell) => cell.key[0],
      ),
    )
    expect(hours).toEqual(['146', '146', '147'])
  })

  it('counts an incident once for each of its workloads and labels', () => {
    const many = incident({ workloads: ['ledger', 'cards', 'ledger'], labels: ['x', 'y'] })
    expect(counts(summarise([many, incident()], asking({ by: ['workload', 'label'] })).cells)).toEqual([
      ['', '', '', 1],
      ['', 'cards', 'x', 1],
      ['', 'cards', 'y', 1],
      ['', 'ledger', 'x', 1],
      ['', 'ledger', 'y', 1],
    ])
  })

  it('keeps ended, open, missing and faulty readings of the clock apart', () => {
    const opened = at('2026-11-20T10:00:00Z')
    const given = [
      incident(),
      incident({ clocks: { detected: opened, resolved: at('2026-11-20T12:00:00Z') } }),
      incident({ opened, state: 'triggered', clocks: { detected: opened } }),
      incident({ clocks: { detected: opened, closed: now }, state: 'closed' }),
      incident({ clocks: { detected: opened, resolved: at('2026-11-19T10:00:00Z') } }),
    ]
    expect(summarise(given, asking({ clock: 'resolve' })).cells).toEqual([
      {
        bucket: '',
        key: [],
        count: 5,
        closed: fromValues([hour, 2 * hour]),
        open: fromValues([2 * hour]),
        missing: 1,
        faults: 1,
      },
    ])
  })

  it('measures nothing when no clock is asked for', () => {
    const [cell] = summarise([incident({ clocks: {} })], asking()).cells
    expect(cell).toMatchObject({ count: 1, missing: 0, closed: { values: [] }, open: { values: [] } })
  })

  it('answers the empty summary when nothing matches', () => {
    expect(summarise([incident()], asking({ query: { ids: ['none'] }, bucket: 'day' }))).toEqual(emptySummary)
  })

  it('reads every clock there is', () => {
    const full = incident({
      clocks: {
        started: instant(now - 6 * hour),
        detected: instant(now - 5 * hour),
        acknowledged: instant(now - 4 * hour),
        mitigated: instant(now - 3 * hour),
        resolved: instant(now - 2 * hour),
        closed: instant(now - hour),
      },
    })
    const read = Object.keys(clocks).map(
      (clock) => summarise([full], asking({ clock: clock as Clock })).cells[0]?.closed,
    )
    expect(read).toEqual([1, 1, 2, 3, 4].map((hours) => fromValues([hours * hour])))
  })
})
