import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Source } from '../../src/sources/contract'
import { isAbsent, openFolder, truthsOf } from '../acceptance/open'
import { configured, openApp } from './harness'

interface Spread {
  readonly n: number
  readonly median: number
  readonly p90: number
  readonly max: number
}
const slow = { timeout: 30_000 }
const number = (value: number) => value.toLocaleString('en')
const seconds = (value: number) => `${value.toLocaleString('en', { maximumFractionDigits: 3 })} s`

let source: Source
const open = (query: string) => openApp(`incidents/?${query}`, [configured(source, 'Workspace')])
const totals = () => screen.findByRole('region', { name: 'Totals' }, slow)
const row = async (name: string) => within(await totals()).findByRole('row', { name: new RegExp(`^${name} `) }, slow)

/** Median, p90 and the longest of a cell, to the thousandth of a second as its tooltips tell them. */
async function spread(name: string, column: number) {
  const cell = within(await row(name)).getAllByRole('cell')[column]
  const exact = [...(cell?.querySelectorAll('[title]') ?? [])].map((each) => each.getAttribute('title'))
  return { exact, text: cell?.textContent ?? '' }
}
/** How many of each severity the page counts. */
async function counts() {
  const rows = await within(await totals()).findAllByRole('row', { name: /^SEV/ }, slow)
  return Object.fromEntries(
    rows.map((each) => [
      within(each).getByRole('rowheader').textContent.match(/SEV\d/)?.[0],
      within(each).getAllByRole('cell')[0]?.textContent,
    ]),
  )
}
const byLevel = (truths: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(names).flatMap(([level, name]) => {
      const count = truths[name]
      return count === undefined ? [] : [[level, number(count)]]
    }),
  )
const told = ({ median, p90, max }: Spread) => [median, p90, max].map(seconds)
const [response, resolution] = [2, 3]

interface Log {
  readonly incidents: number
  readonly incidents_by_priority: Readonly<Record<string, number>>
  readonly time_to_resolve_s: Readonly<Record<string, Spread>>
  readonly first_response_s: Readonly<Record<string, Spread>>
  readonly first_response_s_without_negatives: Spread
  readonly first_response_negative_incidents: number
  readonly incidents_without_resolved_at: number
  readonly reassignments_total: number
  readonly incidents_reassigned: number
  readonly reopens_total: number
  readonly incidents_reopened: number
  readonly open_as_of: readonly {
    readonly at: string
    readonly open: number
    readonly by_final_priority: Readonly<Record<string, number>>
  }[]
}
const levels = { SEV1: '1 - Critical', SEV2: '2 - High', SEV3: '3 - Moderate', SEV4: '4 - Low' } as const

describe.skipIf(isAbsent('servicenow-uci'))('the page over the ServiceNow log', () => {
  const truths = isAbsent('servicenow-uci') ? undefined : truthsOf<Log>('servicenow-uci')
  if (!truths) return
  beforeAll(async () => {
    source = await openFolder('servicenow-uci')
  }, 60_000)
  afterAll(() => source.close())

  it('counts by priority and state', async () => {
    open('view=table&status=all&totals=true')
    expect(await screen.findByText(`${number(truths.incidents)} incidents`, {}, slow)).toBeVisible()
    expect(await row('All')).toHaveTextContent(`closed ${number(truths.incidents)}`)
    expect(await counts()).toEqual(byLevel(truths.incidents_by_priority, levels))
  })

  it('measures first responses and resolutions, of all and by priority', async () => {
    open('view=table&status=all&totals=true')
    const all = await spread('All', response)
    expect(all.exact).toEqual(told(truths.first_response_s_without_negatives))
    expect(all.text).toContain(`n = ${number(truths.first_response_s_without_negatives.n)}, without 2 faults`)
    const resolved = truths.time_to_resolve_s
    expect((await spread('All', resolution)).exact).toEqual(resolved['all'] && told(resolved['all']))
    expect((await spread('All', resolution)).text).toContain(
      `without ${number(truths.incidents_without_resolved_at)} not recorded`,
    )
    for (const [level, priority] of Object.entries(levels)) {
      expect((await spread(level, resolution)).exact).toEqual(resolved[priority] && told(resolved[priority]))
    }
    // Those of SEV3 hold the two that cannot be, which the truths count in.
    for (const level of ['SEV1', 'SEV2', 'SEV4'] as const) {
      const first = truths.first_response_s[levels[level]]
      expect((await spread(level, response)).exact).toEqual(first && told(first))
    }
  })

  it('names the two first responses that cannot be as faults in the data', async () => {
    open('view=table&status=all&totals=true')
    const fault = await within(await totals()).findByText(/First response: 2 faults in the data/, {}, slow)
    const links = within(fault).getAllByRole('link')
    expect(links).toHaveLength(truths.first_response_negative_incidents)
    expect(fault).toHaveTextContent('−')
  })

  it('counts how often incidents were handed on and opened again', async () => {
    open('view=table&status=all&totals=true')
    const line = await within(await totals()).findByText(/Handed on: /, {}, slow)
    expect(line).toHaveTextContent(
      `Handed on: ${number(truths.incidents_reassigned)} of ${number(truths.incidents)} incidents, ${number(truths.reassignments_total)} times in all.`,
    )
    expect(line).toHaveTextContent(
      `Reopened: ${number(truths.incidents_reopened)} of ${number(truths.incidents)} incidents, ${number(truths.reopens_total)} times in all.`,
    )
  })

  it.each(truths.open_as_of)('tells what was open at $at', async ({ at, open: count, by_final_priority }) => {
    open(`view=table&totals=true&openAt=${at}`)
    const text = `${number(count)} of ${number(truths.incidents)} incidents`
    expect(await screen.findByText(text, {}, slow)).toBeVisible()
    expect(await counts()).toEqual(byLevel(by_final_priority, levels))
  })
})

interface History {
  readonly incidents: number
  readonly by_impact: Readonly<Record<string, number>>
  readonly duration_s: Readonly<Record<string, Spread>>
  readonly open_as_of: readonly { readonly at: string; readonly ids: readonly string[] }[]
}
const impacts = { SEV1: 'critical', SEV2: 'major', SEV3: 'minor', SEV4: 'none' } as const

describe.skipIf(isAbsent('github-status'))('the page over the status page history', () => {
  const truths = isAbsent('github-status') ? undefined : truthsOf<History>('github-status')
  if (!truths) return
  beforeAll(async () => {
    source = await openFolder('github-status')
  }, 60_000)
  afterAll(() => source.close())

  it('counts by impact and state, and measures how long', async () => {
    open('view=table&status=all&totals=true')
    expect(await screen.findByText(`${truths.incidents} incidents`, {}, slow)).toBeVisible()
    expect(await row('All')).toHaveTextContent(`resolved ${truths.incidents}`)
    expect(await counts()).toEqual(byLevel(truths.by_impact, impacts))
    for (const [level, impact] of Object.entries({ All: 'all', ...impacts })) {
      const duration = truths.duration_s[impact]
      expect((await spread(level, resolution)).exact).toEqual(duration && told(duration))
    }
  })

  it('invents no first response and no counters', async () => {
    open('view=table&status=all&totals=true')
    expect((await spread('All', response)).text).toContain(`without ${truths.incidents} not recorded`)
    expect(await screen.findByText(/No source counts how often an incident was handed on/, {}, slow)).toBeVisible()
  })

  it.each(truths.open_as_of)('tells what was open at $at', async ({ at, ids }) => {
    open(`view=table&openAt=${at}`)
    expect(await screen.findByText(`${ids.length} of ${truths.incidents} incidents`, {}, slow)).toBeVisible()
  })
})
