import { QueryClient } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import { BrowserRouter } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { frozenClock } from '../../src/app/clock'
import { DataProvider, ZoneProvider } from '../../src/data'
import type { Holdings } from '../../src/domain/query/facets'
import { parseInstant } from '../../src/domain/units'
import Trends from '../../src/screens/trends'
import { SourceError } from '../../src/sources/contract'
import { type MemoryOptions, type MemorySource, memorySource } from '../tools/memorySource'

const company = world()
const { incidents } = company.holdings
const from = parseInstant('2025-11-24T00:00:00Z') ?? 0
const inRange = incidents.filter(({ opened }) => opened >= from)

const source = (holdings: Partial<Holdings> = company.holdings, options: MemoryOptions = {}) =>
  memorySource(holdings, { asOf: company.now, ...options })

function open(search: string, ...sources: readonly MemorySource[]) {
  history.replaceState(null, '', `/trends/${search}`)
  render(
    <BrowserRouter>
      <NuqsAdapter>
        <DataProvider
          clock={frozenClock(company.now)}
          client={new QueryClient()}
          sources={sources.map((each) => ({ id: each.id, title: each.title, type: 'memory', source: each }))}
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
const card = async (name: string) => {
  const link = await screen.findByRole('link', { name })
  const box = link.closest('div')
  if (!box) throw new Error(`${name} stands in no card`)
  return box
}
const query = (link: HTMLElement) =>
  Object.fromEntries(new URL(link.getAttribute('href') ?? '', location.href).searchParams)

/** Opens the table of a figure and gives its rows as texts. */
async function rowsOf(user: ReturnType<typeof userEvent.setup>, name: string) {
  const frame = await figure(name)
  await user.click(within(frame).getByText('Table'))
  const table = await within(frame).findByRole('table')
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((each) => each.textContent))
}

describe('head figures', () => {
  it('counts the incidents of 52 weeks and leads to exactly these', async () => {
    open('', source())
    const incidentsCard = await card('Incidents')
    expect(incidentsCard).toHaveTextContent(new Intl.NumberFormat('en').format(inRange.length))
    expect(query(within(incidentsCard).getByRole('link'))).toEqual({
      view: 'table',
      status: 'all',
      from: '2025-11-24T00:00:00Z',
      to: '2026-11-23T00:00:00Z',
    })
  })

  it('gives n, what was left out, and a verdict with its interval', async () => {
    open('', source())
    const median = await card('Median time to resolve')
    expect(median.textContent).toMatch(/n = [\d,]+ ended, \d+ open/)
    expect(median.textContent).toMatch(/left out: \d+ not recorded, \d+ negative/)
    expect(median.textContent).toMatch(/(within noise|real change) \(95 %: [−+]?[\d.]+…[−+]?[\d.]+\)/)
  })

  it('tells shares of what is known, and leads to the counted ones and to the rest', async () => {
    open('', source())
    const reopened = await card('Reopened')
    const known = inRange.filter((each) => each.reopened !== undefined)
    const again = known.filter((each) => (each.reopened ?? 0) > 0)
    expect(reopened).toHaveTextContent(
      `${again.length} of ${new Intl.NumberFormat('en').format(known.length)} incidents`,
    )
    expect(reopened).toHaveTextContent(`left out: ${inRange.length - known.length} not recorded`)
    const rest = within(reopened).getByRole('link', { name: `${known.length - again.length} never reopened` })
    expect(query(rest)['within']).toBe('[{"by":"reopened","values":["0"]}]')
    await waitFor(() => expect(reopened.textContent).toMatch(/\(95 %: /))
  })

  it('compares with the same days a year before, which stand in the address', async () => {
    const user = open('?range=28d', source())
    await card('Incidents')
    await user.click(screen.getByRole('radio', { name: 'Year before' }))
    expect(await screen.findByText('against 25 Oct 2025 – 21 Nov 2025')).toBeVisible()
    expect(location.search).toContain('against=year')
  })

  it('compares nothing where nothing was recorded before', async () => {
    open('?range=all', source())
    expect(await card('Incidents')).not.toHaveTextContent('95 %')
    expect(screen.getByText('no earlier records to compare with')).toBeVisible()
  })
})

describe('incidents per week', () => {
  it('tells every week in its table: all of them add up to the figure in the head', async () => {
    const user = open('', source())
    const rows = await rowsOf(user, 'Incidents per week')
    expect(rows).toHaveLength(52)
    const totals = rows.map((cells) => Number(cells[1]))
    expect(totals.reduce((sum, n) => sum + n, 0)).toBe(inRange.length)
    const july = rows.findIndex(([name]) => name === 'Week of 20 Jul 2026')
    expect(rows[july]?.at(-1)).toMatch(/^outside normal: 42 in the week of 20 Jul 2026(;|$)/)
    expect(rows.at(-1)?.at(-1)).toMatch(/^not over yet: no part in level and limits(;|$)/)
  })

  it('changes to months, and keeps that in the address', async () => {
    const user = open('', source())
    await user.click(await screen.findByRole('radio', { name: 'Month' }))
    expect(await figure('Incidents per month')).toBeVisible()
    expect(location.search).toContain('per=month')
  })
})

describe('filters', () => {
  it('narrow every figure, stand in the address and in every way to the records', async () => {
    const user = open('?severity=1,2', source())
    const severe = inRange.filter(({ severity }) => severity === 1 || severity === 2)
    const all = await card('Incidents')
    expect(all).toHaveTextContent(`n = ${severe.length}`)
    expect(query(within(all).getByRole('link'))).toMatchObject({ severity: '1,2' })
    const rows = await rowsOf(user, 'Time to resolve')
    expect(rows.map(([name]) => name)).toEqual(['SEV1', 'SEV2', 'All'])
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    expect(await card('Incidents')).toHaveTextContent(new Intl.NumberFormat('en').format(inRange.length))
    expect(location.search).not.toContain('severity')
  })

  it('leave the old figures standing, marked, until all the new ones are there', async () => {
    const shown = source()
    const user = open('', shown)
    await within(await figure('Problems that keep coming back')).findAllByRole('listitem')
    shown.hang(true)
    await user.click(screen.getByRole('radio', { name: '28 d' }))
    await waitFor(() => expect(document.querySelector('[aria-busy="true"]')).not.toBeNull())
    expect(await figure('Incidents per week')).toBeVisible()
    expect(await card('Incidents')).toHaveTextContent(new Intl.NumberFormat('en').format(inRange.length))
    shown.hang(false)
    expect(await figure('Incidents per day')).toBeVisible()
    expect(document.querySelector('[aria-busy="true"]')).toBeNull()
  })

  it('offer what occurs, with how often', async () => {
    const user = open('', source())
    await card('Incidents')
    const bar = screen.getByRole('group', { name: 'Range and filters' })
    await user.click(within(bar).getByText('Team'))
    const team = within(await screen.findByRole('group', { name: 'Team' })).getAllByRole('checkbox')
    expect(team.length).toBeGreaterThan(5)
  })
})

describe('problems that keep coming back', () => {
  it('ranks them, says what became of the fix and leads to their incidents', async () => {
    open('', source())
    const frame = await figure('Problems that keep coming back')
    const first = (await within(frame).findAllByRole('listitem'))[0]
    expect(first).toHaveTextContent('PRB-118')
    expect(await within(first ?? frame).findByText(/^fix did not hold: \d+ d after/)).toBeVisible()
    expect(first).toHaveTextContent('2 actions, 1 late')
    const own = inRange.filter(({ problem }) => problem === 'PRB-118')
    expect(first).toHaveTextContent(`${own.length} ×`)
    expect(query(within(first ?? frame).getByRole('link', { name: /incidents of PRB-118$/ }))).toMatchObject({
      status: 'all',
    })
    expect(
      within(first ?? frame)
        .getByRole('group')
        .querySelectorAll('[data-severity]'),
    ).toHaveLength(own.length)
  })

  it('says who could tell, where no source links incidents to problems', async () => {
    const unlinked = incidents.map(({ problem: _problem, ...rest }) => rest)
    open('', source({ ...company.holdings, incidents: unlinked, problems: [] }, { without: ['problems'] }))
    expect(await screen.findByRole('heading', { name: 'Nobody here links incidents to problems' })).toBeVisible()
    expect(screen.getByText(/workspace of files with a table of problems/)).toBeVisible()
  })
})

describe('when they start', () => {
  it('counts each incident in one hour of the week', async () => {
    const user = open('', source())
    const rows = await rowsOf(user, 'When they start')
    const cells = rows.flatMap((row) => row.slice(1).map(Number))
    expect(cells).toHaveLength(168)
    expect(cells.reduce((sum, n) => sum + n, 0)).toBe(inRange.length)
  })
})

describe('states', () => {
  it('waits in its own shape', async () => {
    const slow = source()
    slow.hang(true)
    open('', slow)
    expect(await screen.findByText('Counting incidents per week')).toBeInTheDocument()
    expect(screen.queryByText('0')).not.toBeInTheDocument()
  })

  it('says that nothing could be read, never zero, and tries again', async () => {
    const broken = source()
    broken.fail(new SourceError('unreachable', 'memory', 'no answer'))
    const user = open('', broken)
    expect(await screen.findByRole('alert')).toHaveTextContent('Incidents could not be read')
    broken.fail()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await card('Incidents')).toBeVisible()
  })

  it('names the source that is missing and shows the rest', async () => {
    const broken = source(company.holdings, { id: 'PagerDuty' })
    broken.fail(new SourceError('timeout', 'PagerDuty', 'no answer in 10 s'))
    open('', source(), broken)
    expect(await screen.findByRole('note')).toHaveTextContent(
      'PagerDuty is missing from these figures: no answer in 10 s',
    )
    expect(await card('Incidents')).toHaveTextContent(`n = ${new Intl.NumberFormat('en').format(inRange.length)}`)
  })

  it('tells a source without incidents from incidents without a source', async () => {
    open('', source({}))
    expect(await screen.findByRole('heading', { name: 'No incidents yet' })).toBeVisible()
  })

  it('says which sources could tell incidents, where none does', async () => {
    open('', source({}, { without: ['incidents'] }))
    expect(await screen.findByRole('heading', { name: 'No source here tells incidents' })).toBeVisible()
  })

  it('says from when to when there are data, where the range has none', async () => {
    open('?range=custom&from=2020-01-01&to=2020-02-01', source())
    expect(await screen.findByRole('heading', { name: 'No incidents in this range' })).toBeVisible()
    expect(screen.getByText(/The data as a whole run from .* to .* 2026/)).toBeVisible()
  })

  it('is seen from where a copy ends, and says so', async () => {
    const until = parseInstant('2026-05-31T00:00:00Z') ?? 0
    const old = incidents.filter(({ opened }) => opened < until)
    open('', source({ ...company.holdings, incidents: old }, { snapshot: true, asOf: until }))
    expect(await screen.findByText(/, as of 31 May 2026 00:00 UTC/)).toBeVisible()
  })

  it('does not call the edge of an extract an improvement', async () => {
    const edge = parseInstant('2026-06-01T00:00:00Z') ?? 0
    const cut = incidents.filter(({ opened }, index) => opened < edge || index % 40 === 0)
    open('', source({ ...company.holdings, incidents: cut }))
    expect(await screen.findByText(/hardly anything is recorded/)).toHaveTextContent(
      'If the data were cut there, this is their edge and not an improvement',
    )
  })

  it('draws too few not as a curve, but tells them', async () => {
    const user = open('?range=custom&from=2026-10-05&to=2026-10-12&severity=1', source())
    expect(await screen.findByRole('heading', { name: 'Too few to tell' })).toBeVisible()
    expect((await rowsOf(user, 'Time to resolve')).at(-1)?.[0]).toBe('All')
  })
})
