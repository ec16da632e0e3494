import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dateTimeText } from '../../src/domain/time/format'
import { duration, parseInstant } from '../../src/domain/units'
import { lengthText } from '../../src/screens/trends/model/words'
import type { Source } from '../../src/sources/contract'
import { isAbsent, openFolder, truthsOf } from '../acceptance/open'
import { configured, openApp } from './harness'

interface Spread {
  readonly n: number
  readonly median: number
  readonly p90: number
}
interface Named {
  readonly name: string
  readonly count: number
}
interface Week {
  readonly monday: string
  readonly count: number
}
interface Peak {
  readonly count: number
  readonly at: string
}
interface Log {
  readonly incidents: number
  readonly time_to_resolve_s: Readonly<Record<string, Spread>>
  readonly time_to_close_s: Readonly<Record<string, Spread>>
  readonly incidents_without_resolved_at: number
  readonly opened_per_week: readonly Week[]
  readonly open_peak: Peak
  readonly problems: { readonly top10: readonly Named[] }
  readonly busiest_groups_by_incident: readonly Named[]
  readonly made_sla: { readonly true: number; readonly false: number }
  readonly made_sla_false_by_priority: Readonly<Record<string, number>>
}
interface History {
  readonly incidents: number
  readonly duration_s: Readonly<Record<string, Spread>>
  readonly started_per_week: readonly Week[]
  readonly open_peak: Peak
}

const slow = { timeout: 60_000 }
const number = (value: number) => value.toLocaleString('en')
const length = (seconds: number) => lengthText(duration(seconds * 1_000))

let source: Source
const open = (query: string) => openApp(`trends/?${query}`, [configured(source, 'Workspace')])
const figure = (name: string) => screen.findByRole('figure', { name }, slow)

/** The cells of each row of the table behind a figure, by the row's first. */
async function rowsOf(name: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const frame = within(await figure(name))
  const tab = frame.queryByText('Table')
  if (tab) await userEvent.click(tab)
  const rows = within(await frame.findByRole('table', {}, slow)).getAllByRole('row')
  const texts = rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent))
  return new Map(texts.map(([first = '', ...rest]) => [first, rest]))
}

/** n, median and p90 of each severity in the quantile table, in the words of the page. */
async function quantiles() {
  const rows = await rowsOf('How long, in quantiles')
  return (name: string) => {
    const [n, , , , median, , p90] = rows.get(name) ?? []
    return [n, median, p90].map((text) => text?.replaceAll('\u00a0', ' '))
  }
}
const told = ({ n, median, p90 }: Spread) => [number(n), length(median), length(p90)]

/** Counts per week, keyed by the week's Monday as the page writes it. */
async function weeks(expected: readonly Week[]) {
  const rows = await rowsOf('Incidents per week')
  expect(rows.size - 1).toBe(expected.length)
  const totals = [...rows.values()].slice(1).map(([total]) => total)
  expect(totals).toEqual(expected.map(({ count }) => number(count)))
}

/** The card of the most that were open at once says the count and its moment, and opens so many. */
async function mostOpen({ at, count }: Peak, incidents: number) {
  const link = await screen.findByRole('link', { name: 'Most open at once' }, slow)
  const moment = dateTimeText(parseInstant(at)!, 'UTC')
  expect(link.closest('div')).toHaveTextContent(
    `${number(count)}${moment}of ${number(incidents)} that were open in the range`,
  )
  await userEvent.click(link)
  expect(await screen.findByText(new RegExp(`^${number(count)} of [\\d,]+ incidents$`), {}, slow)).toBeVisible()
}

const levels: Readonly<Record<string, string>> = {
  SEV1: '1 - Critical',
  SEV2: '2 - High',
  SEV3: '3 - Moderate',
  SEV4: '4 - Low',
}

describe.skipIf(isAbsent('servicenow-uci'))('trends over the ServiceNow log', { timeout: 120_000 }, () => {
  const truths = isAbsent('servicenow-uci') ? undefined : truthsOf<Log>('servicenow-uci')
  if (!truths) return
  beforeAll(async () => {
    source = await openFolder('servicenow-uci')
  }, 60_000)
  afterAll(() => source.close())

  it('shows weeks, quantiles by priority, problems and promises', async () => {
    open('range=all')
    await weeks(truths.opened_per_week)
    const shown = await quantiles()
    expect(shown('All')).toEqual(told(truths.time_to_resolve_s['all']!))
    expect(screen.getByRole('main')).toHaveTextContent(
      `left out: ${number(truths.incidents_without_resolved_at)} not recorded`,
    )
    for (const [level, name] of Object.entries(levels))
      expect([level, shown(level)]).toEqual([level, told(truths.time_to_resolve_s[name]!)])
    const problems = within(await figure('Problems that keep coming back'))
    const counts = (await problems.findAllByRole('link', { name: /incidents of / }, slow)).map(
      (link) => link.textContent,
    )
    // Eight are drawn.
    expect(counts.slice(0, 8)).toEqual(truths.problems.top10.slice(0, 8).map(({ count }) => `${count} ×`))
    const promises = within(await figure('Promises kept'))
    const link = (name: string) => promises.findByRole('link', { name }, slow)
    expect(await link(`kept: ${number(truths.made_sla.true)} incidents`)).toBeInTheDocument()
    expect(await link(`missed: ${number(truths.made_sla.false)} incidents`)).toBeInTheDocument()
    for (const [level, name] of Object.entries(levels)) {
      const missed = truths.made_sla_false_by_priority[name] ?? 0
      expect(await link(`missed, ${level}: ${number(missed)} incidents`)).toBeInTheDocument()
    }
  })

  it('never mixes closing with resolving: five days later, most are closed by themselves', async () => {
    open('range=all&clock=close')
    const shown = await quantiles()
    expect(shown('All')).toEqual(told(truths.time_to_close_s['all']!))
    for (const [level, name] of Object.entries(levels))
      expect([level, shown(level)]).toEqual([level, told(truths.time_to_close_s[name]!)])
    // What stands at the top is of the same clock, and says so.
    const main = screen.getByRole('main')
    const [close, resolve] = [truths.time_to_close_s['all']!, truths.time_to_resolve_s['all']!]
    expect(main).toHaveTextContent(`Median time to close${length(close.median)}n = ${number(close.n)} ended`)
    expect(main).not.toHaveTextContent('Median time to resolve')
    expect(main).not.toHaveTextContent(length(resolve.median))
  })

  it('divides the weeks by the busiest groups', async () => {
    open('range=all&by=team')
    await rowsOf('Incidents per week')
    const frame = within(await figure('Incidents per week'))
    const [head, ...rows] = frame.getAllByRole('row').map((row) => [...row.querySelectorAll('th, td')])
    const totals = new Map(
      head?.map((cell, at) => [
        cell.textContent,
        rows.reduce((sum, row) => sum + Number(row[at]?.textContent.replaceAll(',', '') ?? 0), 0),
      ]),
    )
    for (const { name, count } of truths.busiest_groups_by_incident.slice(0, 4))
      expect([name, totals.get(name)]).toEqual([name, count])
  })

  it('narrows every figure to one group', async () => {
    const { name, count } = truths.busiest_groups_by_incident[4]!
    open(`range=all&team=${encodeURIComponent(`team:${name}`)}`)
    await figure('How long, in quantiles')
    expect(screen.getByRole('main')).toHaveTextContent(`n = ${number(count)}`)
  })

  it('shows the most that were open at once, when, and of how many, and opens exactly these', async () => {
    open('range=all')
    await mostOpen(truths.open_peak, truths.incidents)
  })
})

describe.skipIf(isAbsent('github-status'))('trends over the status page history', { timeout: 120_000 }, () => {
  const truths = isAbsent('github-status') ? undefined : truthsOf<History>('github-status')
  if (!truths) return
  beforeAll(async () => {
    source = await openFolder('github-status')
  }, 60_000)
  afterAll(() => source.close())

  it('shows weeks and quantiles by impact; no problems and no promises are said, not shown as zero', async () => {
    open('range=all')
    const shown = await quantiles()
    expect(shown('All')).toEqual(told(truths.duration_s['all']!))
    for (const [level, name] of [
      ['SEV1', 'critical'],
      ['SEV2', 'major'],
      ['SEV3', 'minor'],
    ] as const)
      expect([level, shown(level)]).toEqual([level, told(truths.duration_s[name]!)])
    expect(await screen.findByText('Nobody here links incidents to problems', {}, slow)).toBeVisible()
    expect(await screen.findByText('No promises are recorded', {}, slow)).toBeVisible()
  })

  it('counts the weeks of a chosen range', async () => {
    open('range=custom&from=2026-01-05&to=2026-08-16&per=week')
    await weeks(truths.started_per_week.filter(({ monday }) => monday >= '2026-01-05' && monday <= '2026-08-10'))
  })

  it('shows the most that were open at once, when, and of how many, and opens exactly these', async () => {
    open('range=all')
    await mostOpen(truths.open_peak, truths.incidents)
  })
})
