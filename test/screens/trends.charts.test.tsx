import { QueryClient } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import { BrowserRouter } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { frozenClock } from '../../src/app/clock'
import { DataProvider, ZoneProvider } from '../../src/data'
import { readClock } from '../../src/domain/incident'
import type { IncidentQuery } from '../../src/domain/query/incident'
import { incidentRules } from '../../src/domain/query/incident'
import { readWithin } from '../../src/domain/query/within'
import { parseInstant } from '../../src/domain/units'
import Trends from '../../src/screens/trends'
import { memorySource } from '../tools/memorySource'

const company = world()
const { incidents } = company.holdings
const from = parseInstant('2025-11-24T00:00:00Z') ?? 0
const inRange = incidents.filter(({ opened }) => opened >= from)

function open(search = '') {
  history.replaceState(null, '', `/trends/${search}`)
  const source = memorySource(company.holdings, { asOf: company.now })
  render(
    <BrowserRouter>
      <NuqsAdapter>
        <DataProvider
          clock={frozenClock(company.now)}
          client={new QueryClient()}
          sources={[{ id: source.id, title: source.title, type: 'memory', source }]}
        >
          <ZoneProvider value={{ name: 'UTC', label: 'UTC' }}>
            <Trends />
          </ZoneProvider>
        </DataProvider>
      </NuqsAdapter>
    </BrowserRouter>,
  )
  return userEvent.setup()
}

const figure = (name: string) => screen.findByRole('figure', { name })
const tableIn = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
  const frame = await figure(name)
  await user.click(within(frame).getByText('Table'))
  return within(frame).findByRole('table')
}
const rows = (table: HTMLElement) => within(table).getAllByRole('row').slice(1)
const header = (table: HTMLElement) =>
  within(table)
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent)

/** How many incidents the list behind a link would show, judged by the rules of the domain. */
function behind(link: HTMLElement): number {
  const said = new URL(link.getAttribute('href') ?? '', location.href).searchParams
  const limits = readWithin(said.get('within') ?? '')
  const [openedFrom, openedTo] = [parseInstant(said.get('from') ?? ''), parseInstant(said.get('to') ?? '')]
  const query: IncidentQuery = {
    ...(openedFrom !== undefined && { openedFrom }),
    ...(openedTo !== undefined && { openedTo }),
    ...(limits && { within: limits }),
  }
  return incidents.filter(incidentRules.matcher(query)).length
}

describe('what the bars are divided by', () => {
  it('is chosen in the address, states the overlap, and keeps the count undivided', async () => {
    const user = open()
    const frame = await figure('Incidents per week')
    await user.click(within(frame).getByRole('radio', { name: 'Workload' }))
    await waitFor(() => expect(new URLSearchParams(location.search).get('by')).toBe('workload'))
    expect(
      await screen.findByText(/stands in each of their parts: [\d,]+ in the parts, 1,049 incidents in all/),
    ).toBeVisible()
    const table = await tableIn(user, 'Incidents per week')
    await waitFor(() => expect(header(table).some((name) => /^\d+ others$/.test(name))).toBe(true))
    const all = rows(table).map((row) => Number(row.children[1]?.textContent))
    expect(all.reduce((sum, n) => sum + n, 0)).toBe(inRange.length)
  })

  it('leads from each number of the table to exactly these incidents', async () => {
    const user = open('?by=factor&range=28d')
    const table = await tableIn(user, 'Incidents per day')
    await waitFor(() => expect(header(table)).toContain('No factor recorded'))
    const links = rows(table).flatMap((row) => within(row).queryAllByRole('link').slice(1))
    expect(links.length).toBeGreaterThan(20)
    for (const link of links)
      expect([link.textContent, behind(link)]).toEqual([link.textContent, Number(link.textContent)])
  })
})

describe('what was done', () => {
  it('stands in the table of the bars, and each kind can be switched off in the address', async () => {
    const user = open()
    const table = await tableIn(user, 'Incidents per week')
    await waitFor(() => expect(table.textContent).toMatch(/\d+ releases?/))
    await waitFor(() => expect(table.textContent).toMatch(/fix(es)? declared: PRB-/))
    await waitFor(() => expect(table.textContent).toMatch(/ownership of \d+ activit(y|ies) transferred/))
    await user.click(screen.getByRole('button', { name: 'Releases', pressed: true }))
    await waitFor(() => expect(table.textContent).not.toMatch(/\d+ releases?/))
    expect(table.textContent).toMatch(/declared: PRB-/)
    expect(new URLSearchParams(location.search).get('hide')).toBe('release')
  })
})

describe('what is timed', () => {
  it('is chosen in the address, for the curves, the quantiles and the medians', async () => {
    const user = open()
    const frame = await figure('Time to resolve')
    await user.click(within(frame).getByRole('radio', { name: 'Acknowledge' }))
    expect(await figure('Time to acknowledge')).toBeVisible()
    expect(new URLSearchParams(location.search).get('clock')).toBe('acknowledge')
    expect(await screen.findByText('time until acknowledged, by severity')).toBeVisible()
    expect(await screen.findByText(/^median time until acknowledged, per \d+ incidents or more$/)).toBeVisible()
  })

  it('says what leaving the open ones out would make of it', async () => {
    const user = open()
    const frame = await figure('Time to resolve')
    await user.click(within(frame).getByRole('button', { name: 'Closed only', pressed: false }))
    expect(
      await within(frame).findByText(/With \d+ open ones? left out \(dashed\), half would seem resolved within/),
    ).toBeVisible()
    expect(new URLSearchParams(location.search).get('closed')).toBe('true')
  })

  it('leads from each number of the quantile table to exactly its incidents', async () => {
    open()
    const table = await within(await figure('How long, in quantiles')).findByRole('table')
    const last = rows(table).at(-1)
    if (!last) throw new Error('There is no row')
    const readings = inRange.map((incident) => readClock(incident, 'resolve', company.now).kind)
    const count = (kind: string) => readings.filter((each) => each === kind).length
    const number = (text: string | null | undefined) => Number((text ?? '').replaceAll(',', ''))
    expect([...last.children].slice(1, 5).map(({ textContent }) => number(textContent))).toEqual(
      ['closed', 'open', 'missing', 'fault'].map(count),
    )
    const links = within(last).getAllByRole('link')
    expect(links.slice(1, 5).map(behind)).toEqual(['closed', 'open', 'missing', 'fault'].map(count))
    expect(links.slice(5).map(behind)).toEqual(Array(4).fill(count('closed') + count('open')))
    expect(links[0] && behind(links[0])).toBe(inRange.length)
  })

  it('leads from each group of medians to exactly as many incidents as it says', async () => {
    const user = open()
    const table = await tableIn(user, 'Is it getting faster?')
    const groups = rows(table)
    expect(groups.length).toBeGreaterThan(10)
    for (const row of groups) {
      const [link] = within(row).getAllByRole('link')
      expect(link && behind(link)).toBe(Number(row.children[1]?.textContent))
    }
  })
})
