import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromValues, toBinned } from './distribution'
import { type Clock, type Incident, severities, type Severity } from './incident'
import { addUp, collapse, emptySummary, mergeSummaries, summarise } from './summarise'
import { dimensions, type SummaryQuestion } from './summary'
import { day24, instant, parseInstant } from './units'

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const now = at('2026-11-20T12:00:00Z')

const incident = (over: Partial<Incident> = {}): Incident => ({
  id: 'INC-1',
  title: 'Card payments failing',
  state: 'resolved',
  opened: at('2026-11-19T12:00:00Z'),
  clocks: {},
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

const names = (word: string) => fc.uniqueArray(fc.constantFrom(`${word}1`, `${word}2`, `${word}3`), { maxLength: 3 })
const moment = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: now + 5 * day24 }).map(instant)

const anyIncident = fc
  .record({
    opened: moment,
    resolved: fc.option(moment, { nil: undefined }),
    severity: fc.option(fc.constantFrom<Severity>(...severities), { nil: undefined }),
    state: fc.constantFrom('triggered' as const, 'mitigating' as const, 'resolved' as const),
    workloads: names('w'),
    labels: names('l'),
  })
  .map(({ opened, resolved, severity, ...rest }) =>
    incident({
      ...rest,
      opened,
      clocks: { detected: opened, ...(resolved !== undefined && { resolved }) },
      ...(severity !== undefined && { severity }),
    }),
  )

const anyQuestion = fc
  .record({
    bucket: fc.constantFrom('day' as const, 'week' as const, 'month' as const, undefined),
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Santiago', 'Australia/Lord_Howe'),
    by: fc.uniqueArray(fc.constantFrom(...dimensions), { maxLength: 3 }),
    clock: fc.constantFrom<Clock | undefined>('resolve', 'acknowledge', undefined),
  })
  .map(({ bucket, zone, by, clock }) =>
    asking({ zone, by, ...(bucket !== undefined && { bucket }), ...(clock !== undefined && { clock }) }),
  )

const anyIncidents = fc.array(anyIncident, { maxLength: 25 })

describe('summaries add up', () => {
  it('to the summary of the whole, however the incidents are split', () => {
    fc.assert(
      fc.property(anyIncidents, anyIncidents, anyQuestion, (one, other, question) => {
        const whole = summarise([...one, ...other], question)
        expect(mergeSummaries(summarise(one, question), summarise(other, question))).toEqual(whole)
        expect(mergeSummaries(summarise(other, question), summarise(one, question))).toEqual(whole)
      }),
      { seed: 21, numRuns: 80 },
    )
  })

  it('in any grouping, and the empty one changes nothing', () => {
    fc.assert(
      fc.property(anyIncidents, anyIncidents, anyIncidents, anyQuestion, (one, two, three, question) => {
        const [first, second, third] = [one, two, three].map((each) => summarise(each, question))
        if (!first || !second || !third) throw new Error('three are summarised')
        const binned = { cells: second.cells.map((cell) => ({ ...cell, closed: toBinned(cell.closed) })) }
        expect(mergeSummaries(mergeSummaries(first, binned), third)).toEqual(
          mergeSummaries(first, mergeSummaries(binned, third)),
        )
        expect(mergeSummaries(first, emptySummary)).toEqual(first)
        expect(mergeSummaries(emptySummary, binned)).toEqual(binned)
      }),
      { seed: 22, numRuns: 50 },
    )
  })

  it('collapse to what the smaller question answers', () => {
    fc.assert(
      fc.property(anyIncidents, anyQuestion, (given, question) => {
        const wide: SummaryQuestion = { ...question, by: ['severity', 'state', 'hourOfWeek'] }
        const { bucket: _, ...unbucketed } = wide
        const summary = summarise(given, wide)
        expect(collapse(summary, [1])).toEqual(summarise(given, { ...wide, by: ['state'] }))
        expect(collapse(summary, [2, 0], true)).toEqual(
          summarise(given, { ...unbucketed, by: ['hourOfWeek', 'severity'] }),
        )
      }),
      { seed: 23, numRuns: 50 },
    )
  })

  it('holds each cell once, sorted by bucket and key', () => {
    const cell = { count: 1, closed: fromValues([5]), open: fromValues([]), missing: 0, faults: 1 }
    const summary = addUp([
      { bucket: 'b', key: ['x', '2'], ...cell },
      { bucket: 'b', key: ['x', '10'], ...cell },
      { bucket: 'a', key: ['y', '1'], ...cell },
      { bucket: 'b', key: ['x', '2'], ...cell },
    ])
    expect(summary.cells.map(({ bucket, key, count }) => [bucket, ...key, count])).toEqual([
      ['a', 'y', '1', 1],
      ['b', 'x', '10', 1],
      ['b', 'x', '2', 2],
    ])
    expect(summary.cells[2]).toMatchObject({ closed: fromValues([5, 5]), faults: 2 })
  })
})
