import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endOf } from '../../src/domain/incident'
import { parseInstant } from '../../src/domain/units'
import type { Source } from '../../src/sources/contract'
import {
  all,
  countsBy,
  countsPer,
  isAbsent,
  never,
  openFolder,
  type Spread,
  spreadsOf,
  told,
  total,
  truthsOf,
} from './open'

interface Named {
  readonly name: string
  readonly count: number
}
interface Truths {
  readonly rows: number
  readonly incidents: number
  readonly longest_timelines: readonly Named[]
  readonly incidents_by_priority: Readonly<Record<string, number>>
  readonly made_sla: { readonly true: number; readonly false: number }
  readonly made_sla_false_by_priority: Readonly<Record<string, number>>
  readonly time_to_resolve_s: Readonly<Record<string, Spread>>
  readonly time_to_close_s: Readonly<Record<string, Spread>>
  readonly first_response_s: { readonly all: Spread }
  readonly first_response_s_without_negatives: Spread
  readonly first_response_negative_incidents: number
  readonly incidents_without_resolved_at: number
  readonly reassignments_total: number
  readonly incidents_reassigned: number
  readonly reassignments_max: { readonly incident: string; readonly count: number }
  readonly reopens_total: number
  readonly incidents_reopened: number
  readonly problems: {
    readonly incidents_linked_at_the_end: number
    readonly distinct_problems_at_the_end: number
    readonly problems_with_more_than_one_incident: number
    readonly top10: readonly (Named & { readonly first_opened: string; readonly last_opened: string })[]
  }
  readonly opened_first: string
  readonly opened_last: string
  readonly opened_per_week: readonly { readonly monday: string; readonly count: number }[]
  readonly opened_per_month: Readonly<Record<string, number>>
  readonly opened_per_weekday_mon_to_sun: readonly number[]
  readonly open_as_of: readonly {
    readonly at: string
    readonly open: number
    readonly by_final_priority: Readonly<Record<string, number>>
  }[]
  readonly assignment_groups_distinct: number
  readonly busiest_groups_by_incident: readonly Named[]
  readonly incidents_without_group_at_the_end: number
  readonly incidents_without_assignee_at_the_end: number
  readonly people: { readonly assigned_to: number }
  readonly top_categories: readonly Named[]
  readonly top_closed_codes: readonly Named[]
  readonly closed_per_day_top5: readonly { readonly day: string; readonly count: number }[]
  readonly defects: { readonly resolved_at_equals_opened_at: number; readonly rows_updated_before_opened: number }
}

const priorities: Readonly<Record<string, string>> = {
  '1': '1 - Critical',
  '2': '2 - High',
  '3': '3 - Moderate',
  '4': '4 - Low',
}
const named = <T>(bySeverity: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(bySeverity).map(([key, value]) => [priorities[key] ?? key, value]))

/** Highest counts first, equal ones in text order, as the truths list them. */
const top = (counts: Readonly<Record<string, number>>, most: number): readonly Named[] =>
  Object.entries(counts)
    .filter(([name]) => name !== '')
    .map(([name, count]) => ({ name, count }))
    .toSorted((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1))
    .slice(0, most)

const tally = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

describe.skipIf(isAbsent('servicenow-uci'))('servicenow-uci, real data', () => {
  let truths: Truths
  let source: Source
  beforeAll(async () => {
    truths = truthsOf<Truths>('servicenow-uci')
    const began = performance.now()
    source = await openFolder('servicenow-uci')
    await total(source, 'incidents', {})
    const { heapUsed, rss } = process.memoryUsage()
    console.log(
      `servicenow-uci opened in ${Math.round(performance.now() - began)} ms, heap ${Math.round(heapUsed / 1e6)} MB, resident ${Math.round(rss / 1e6)} MB`,
    )
  }, 60_000)
  afterAll(() => source.close())

  it('opens by itself, whole, and says that the zone was assumed', async () => {
    expect(await total(source, 'incidents', {})).toBe(truths.incidents)
    expect(await total(source, 'timeline', {})).toBe(truths.rows)
    const page = await source.readers.incidents?.list({}, { limit: 1 }, never)
    expect(page?.caveats.map(({ kind }) => kind)).toContain('zone-assumed')
  })

  it('counts by priority and by state', async () => {
    expect(named(await countsBy(source, 'severity'))).toEqual(truths.incidents_by_priority)
    expect(await countsBy(source, 'state')).toEqual({ closed: truths.incidents })
  })

  it.each([
    ['resolve', 'time_to_resolve_s'],
    ['close', 'time_to_close_s'],
  ] as const)('measures the time to %s, of all and by priority', async (clock, field) => {
    const { all: whole, ...byPriority } = truths[field]
    const measured = await spreadsOf(source, clock)
    expect(told(measured['']!)).toEqual(told(whole!))
    const by = named(await spreadsOf(source, clock, ['severity']))
    for (const [priority, spread] of Object.entries(byPriority)) expect(told(by[priority]!)).toEqual(told(spread))
  })

  it('counts incidents closed without a resolution as missing, not as zero', async () => {
    const { '': resolve } = await spreadsOf(source, 'resolve')
    expect(resolve?.missing).toBe(truths.incidents_without_resolved_at)
  })

  it('tells negative first responses as faults and leaves them out', async () => {
    const { '': response } = await spreadsOf(source, 'acknowledge')
    expect(response?.faults).toBe(truths.first_response_negative_incidents)
    expect(told(response!)).toEqual(told(truths.first_response_s_without_negatives))
  })

  it('counts openings per week, per month and per weekday', async () => {
    const weeks = await countsPer(source, 'week')
    for (const { monday, count } of truths.opened_per_week)
      expect([monday, weeks[monday] ?? 0]).toEqual([monday, count])
    const months = await countsPer(source, 'month')
    expect(Object.fromEntries(Object.entries(months).map(([day, count]) => [day.slice(0, 7), count]))).toEqual(
      truths.opened_per_month,
    )
    const hours = await countsBy(source, 'hourOfWeek')
    const weekdays = Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, (__, hour) => hours[String(day * 24 + hour)] ?? 0).reduce((sum, each) => sum + each),
    )
    expect(weekdays).toEqual(truths.opened_per_weekday_mon_to_sun)
  })

  it('reads dates day first', async () => {
    const [first] = await all(source, 'incidents', { order: 'oldest', openedTo: parseInstant('2016-02-29T02:00:00Z')! })
    expect(first?.opened).toBe(parseInstant(truths.opened_first))
    const page = await source.readers.incidents?.list({ order: 'newest' }, { limit: 1 }, never)
    expect(page?.items[0]?.opened).toBe(parseInstant(truths.opened_last))
  })

  it('counts what was open at four moments, by priority', async () => {
    for (const { at, open, by_final_priority } of truths.open_as_of) {
      const query = { openAt: parseInstant(at)! }
      expect(await total(source, 'incidents', query)).toBe(open)
      expect(named(await countsBy(source, 'severity', { query }))).toEqual(by_final_priority)
    }
  })

  it('tells the problems that keep coming back', async () => {
    const { problems } = truths
    const counts = await countsBy(source, 'problem')
    const { '': unlinked = 0, ...linked } = counts
    expect(truths.incidents - unlinked).toBe(problems.incidents_linked_at_the_end)
    expect(await total(source, 'problems', {})).toBe(problems.distinct_problems_at_the_end)
    expect(Object.values(linked).filter((count) => count > 1)).toHaveLength(
      problems.problems_with_more_than_one_incident,
    )
    expect(top(counts, 10)).toEqual(problems.top10.map(({ name, count }) => ({ name, count })))
    for (const { name, first_opened, last_opened } of problems.top10) {
      const incidents = await all(source, 'incidents', { problems: [name], order: 'oldest' })
      expect(incidents.at(0)?.opened).toBe(parseInstant(first_opened))
      expect(incidents.at(-1)?.opened).toBe(parseInstant(last_opened))
    }
  })

  it('tells the teams and the busiest of them, the people, the workloads', async () => {
    expect(await total(source, 'parties', { types: ['team'] })).toBe(truths.assignment_groups_distinct)
    expect(await total(source, 'parties', { types: ['person'] })).toBe(truths.people.assigned_to)
    const counts = await countsBy(source, 'team')
    expect(top(counts, 10)).toEqual(
      truths.busiest_groups_by_incident.map(({ name, count }) => ({ name: `team:${name}`, count })),
    )
    expect(counts['']).toBe(truths.incidents_without_group_at_the_end)
    expect(top(await countsBy(source, 'workload'), 10)).toEqual(truths.top_categories)
  })

  it('counts by promises kept, hand-offs and ping-pong where the records are', async () => {
    expect(await countsBy(source, 'sla')).toEqual({ yes: truths.made_sla.true, no: truths.made_sla.false })
    const limit = { zone: 'UTC', now: parseInstant(truths.opened_last)! }
    const missed = { within: [{ by: 'sla', values: ['no'], ...limit }] } as const
    expect(named(await countsBy(source, 'severity', { query: missed }))).toEqual(truths.made_sla_false_by_priority)
    const times = (counts: Readonly<Record<string, number>>) =>
      Object.entries(counts).reduce((sum, [often, count]) => sum + Number(often) * count, 0)
    expect(times(await countsBy(source, 'reassignments'))).toBe(truths.reassignments_total)
    expect(times(await countsBy(source, 'reopened'))).toBe(truths.reopens_total)
    // Counted from the log by a script of its own: the groups of each incident in file order, rows without one left out.
    const { '': unknown, '0': never = 0, ...back } = await countsBy(source, 'returns')
    expect([times(back), Object.values(back).reduce((sum, count) => sum + count, 0)]).toEqual([4973, 2628])
    expect([never + 2628, unknown]).toEqual([24_545, truths.incidents - 24_545])
  })

  it('keeps the counters of the last row: SLA, reassignments, reopenings, closing codes', async () => {
    const incidents = await all(source, 'incidents', {})
    const sum = (values: readonly number[]) => values.reduce((left, right) => left + right, 0)
    expect(tally(incidents.map(({ slaMet }) => String(slaMet)))).toEqual(truths.made_sla)
    const moves = incidents.map(({ reassignments = 0 }) => reassignments)
    expect(sum(moves)).toBe(truths.reassignments_total)
    expect(moves.filter((count) => count > 0)).toHaveLength(truths.incidents_reassigned)
    const worst = incidents.find(({ id }) => id === truths.reassignments_max.incident)
    expect([worst?.reassignments, Math.max(...moves)]).toEqual([
      truths.reassignments_max.count,
      truths.reassignments_max.count,
    ])
    const reopened = incidents.map((incident) => incident.reopened ?? 0)
    expect(sum(reopened)).toBe(truths.reopens_total)
    expect(reopened.filter((count) => count > 0)).toHaveLength(truths.incidents_reopened)
    expect(incidents.filter(({ assignee }) => assignee === undefined)).toHaveLength(
      truths.incidents_without_assignee_at_the_end,
    )
    const codes = tally(incidents.flatMap(({ factors }) => factors).filter((code) => code.startsWith('code')))
    expect(top(codes, 10)).toEqual(truths.top_closed_codes)
    const days = tally(incidents.map(({ clocks }) => new Date(clocks.closed ?? 0).toISOString().slice(0, 10)))
    expect(top(days, 5)).toEqual(truths.closed_per_day_top5.map(({ day, count }) => ({ name: day, count })))
    const atOnce = incidents.filter(({ opened, clocks }) => clocks.resolved === opened)
    expect(atOnce).toHaveLength(truths.defects.resolved_at_equals_opened_at)
    expect(incidents.every((incident) => endOf(incident) !== undefined)).toBe(true)
  })

  it('keeps one entry a row, in the order of the file', async () => {
    for (const { name, count } of truths.longest_timelines) {
      const entries = await all(source, 'timeline', { incidents: [name] })
      expect(entries).toHaveLength(count)
      expect(entries.map(({ sequence }) => sequence).toSorted((left, right) => left - right)).toEqual(
        Array.from({ length: count }, (_, index) => index),
      )
    }
  })

  it('says that the spreadsheet’s copy of the same rows was left out', async () => {
    const aside = await source.setAside?.(never)
    expect(aside?.filter(({ place }) => place.startsWith('variants/')).map(({ record }) => record)).toEqual([
      '5,998 rows',
    ])
  })

  it('reads the spreadsheet’s copy like the original', async () => {
    const resaved = await openFolder('servicenow-uci', (path) => path.startsWith('variants/'))
    expect(await total(resaved, 'timeline', {})).toBe(5_998)
    const copies = await all(resaved, 'incidents', {})
    const lengthIn = (told: Source, incident: string) => total(told, 'timeline', { incidents: [incident] })
    const whole: (typeof copies)[number][] = []
    // The copy ends in the middle of an incident's life.
    for (const copy of copies)
      if ((await lengthIn(resaved, copy.id)) === (await lengthIn(source, copy.id))) whole.push(copy)
    expect(copies.length - whole.length).toBeLessThanOrEqual(1)
    const originals = await all(source, 'incidents', { ids: whole.map(({ id }) => id) })
    expect(whole).toEqual(originals)
    resaved.close()
  })
})
