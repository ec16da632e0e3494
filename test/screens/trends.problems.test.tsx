import { QueryClient } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import { BrowserRouter } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { frozenClock } from '../../src/app/clock'
import { DataProvider } from '../../src/data'
import { type Incident, readClock } from '../../src/domain/incident'
import { incidentRules } from '../../src/domain/query/incident'
import { readWithin } from '../../src/domain/query/within'
import type { Holdings } from '../../src/domain/query/facets'
import { after, day24, duration, hour, instant, parseInstant } from '../../src/domain/units'
import { ProblemAges } from '../../src/screens/trends/problems/Ages'
import { ProblemsPanel } from '../../src/screens/trends/ProblemsPanel'
import { SourceError } from '../../src/sources/contract'
import { memorySource, type MemorySource } from '../tools/memorySource'
import { rangeOf } from './trendsScope'

const company = world()
const { incidents, problems } = company.holdings
const from = parseInstant('2025-11-24T00:00:00Z') ?? instant(0)
const inRange = incidents.filter(({ opened }) => opened >= from && opened < company.now)
const source = (held: Partial<Holdings> = company.holdings) => memorySource(held, { asOf: company.now })

function open(given: MemorySource, search = '') {
  history.replaceState(null, '', `/trends/${search}`)
  const scope = rangeOf(from, company.now)
  render(
    <BrowserRouter>
      <NuqsAdapter>
        <DataProvider
          clock={frozenClock(company.now)}
          client={new QueryClient()}
          sources={[{ id: given.id, title: given.title, type: 'memory', source: given }]}
        >
          <ProblemsPanel scope={scope} />
          <ProblemAges scope={scope} />
        </DataProvider>
      </NuqsAdapter>
    </BrowserRouter>,
  )
  return userEvent.setup()
}

const frame = () => screen.findByRole('figure', { name: 'Problems that keep coming back' })
const rows = async () => within(await frame()).findAllByRole('listitem')
const ids = async () => (await rows()).map((row) => row.firstElementChild?.textContent)

/** The incidents that an address lists, told by the rules of the domain. */
function listed(link: HTMLElement): readonly Incident[] {
  const params = new URL(link.getAttribute('href') ?? '', location.href).searchParams
  const [opened, until] = [parseInstant(params.get('from') ?? ''), parseInstant(params.get('to') ?? '')]
  return incidents.filter(
    incidentRules.matcher({
      ...(opened !== undefined && { openedFrom: opened }),
      ...(until !== undefined && { openedTo: until }),
      within: readWithin(params.get('within') ?? '') ?? [],
    }),
  )
}

describe('problems', () => {
  it('opens exactly the incidents behind each count, and the page behind each name', async () => {
    open(source())
    for (const row of await rows()) {
      const link = within(row).getByRole('link', { name: /^\d+ incidents of [A-Z]+-\d+$/ })
      const id = row.firstElementChild?.textContent
      const own = inRange.filter(({ problem }) => problem === id)
      expect(link).toHaveTextContent(`${own.length} ×`)
      expect(listed(link).map((each) => each.id)).toEqual(own.map((each) => each.id))
      const title = problems.find((each) => each.id === id)?.title ?? ''
      expect(within(row).getByRole('link', { name: title })).toHaveAttribute('href', `/problems/?id=${id}`)
    }
  })

  it('opens the incident behind each mark', async () => {
    open(source())
    const first = (await rows())[0] ?? document.body
    const own = inRange.filter(({ problem }) => problem === first.firstElementChild?.textContent)
    await waitFor(() => expect(within(within(first).getByRole('group')).getAllByRole('link')).toHaveLength(own.length))
    const marks = within(within(first).getByRole('group')).getAllByRole('link')
    expect(new Set(marks.map((mark) => mark.getAttribute('href')))).toEqual(
      new Set(own.map(({ id }) => `/incidents/?id=${id}`)),
    )
  })

  it('ranks by hours and by the newest, and keeps that in the address', async () => {
    const user = open(source())
    expect((await ids())[0]).toBe('PRB-118')
    await user.click(screen.getByRole('radio', { name: 'Newest' }))
    await waitFor(() => expect(location.search).toContain('problems=recent'))
    const newest = inRange.filter(({ problem }) => problem).toSorted((left, right) => right.opened - left.opened)[0]
    await waitFor(async () => expect((await ids())[0]).toBe(newest?.problem))
    await user.click(screen.getByRole('radio', { name: 'Hours' }))
    await waitFor(() => expect(location.search).toContain('problems=hours'))
    const lengths = new Map<string, number>()
    for (const incident of inRange) {
      const reading = readClock(incident, 'resolve', company.now)
      if (incident.problem !== undefined && (reading.kind === 'closed' || reading.kind === 'open'))
        lengths.set(incident.problem, (lengths.get(incident.problem) ?? 0) + reading.length)
    }
    const [longest] = [...lengths].toSorted(([, left], [, right]) => right - left)
    await waitFor(async () => expect((await ids())[0]).toBe(longest?.[0]))
    expect((await rows())[0]).toHaveTextContent(`${Math.round((longest?.[1] ?? 0) / hour)} h`)
    expect((await frame()).textContent).toMatch(
      /Hours of impact: from detection to resolution, added up; .* counted until now; .* left out/,
    )
  })

  it('tells the same numbers in a table, with the rates around the newest fix', async () => {
    const user = open(source())
    const figure = await frame()
    await within(figure).findByText(/^fix did not hold: \d+ d after/)
    await user.click(within(figure).getByText('Table'))
    const table = await within(figure).findByRole('table')
    const cells = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent))
    expect(cells[0]).toEqual(expect.arrayContaining(['Hours', 'Not measured', 'Rate', 'Workaround']))
    expect(cells[1]?.[0]).toBe('PRB-118')
    expect(
      cells.some((row) => row.some((cell) => /, then .* per 30 d: (.*×.* \(95 %: |too few to tell)/.test(cell ?? ''))),
    ).toBe(true)
  })

  it('pages beyond sixty, and knows problems by their id alone', async () => {
    const base = incidents[0]
    if (!base) throw new Error('The world has no incidents')
    const many = Array.from({ length: 70 }, (_, index) =>
      [0, 1].map((time): Incident => ({
        ...base,
        id: `I-${index}-${time}`,
        problem: `LEGACY-${String(index).padStart(2, '0')}`,
        opened: after(from, duration((index + time * 90) * day24)),
      })),
    ).flat()
    const user = open(source({ incidents: many, problems: [] }))
    expect(await rows()).toHaveLength(8)
    expect((await rows())[0]).toHaveTextContent('no problem record')
    await user.click(screen.getByRole('button', { name: 'Show 52 more' }))
    expect(await rows()).toHaveLength(60)
    expect(screen.getByText('1–60 of 70')).toBeVisible()
    await user.click(screen.getByRole('button', { name: '60 after' }))
    await waitFor(async () => expect(await rows()).toHaveLength(10))
    expect((await rows())[0]).toHaveTextContent('LEGACY-60')
    expect(screen.getByRole('button', { name: '60 after' })).toHaveAccessibleDescription('These are the last.')
  })

  it('says that problems could not be counted, and tries again', async () => {
    const given = source()
    given.fail(new SourceError('forbidden', 'memory', 'not for you'))
    const user = open(given)
    for (const what of ['Problems that keep coming back', 'How long problems stay open']) {
      const words = await screen.findByRole('heading', { name: `${what} could not be counted` })
      expect(words.parentElement).toHaveTextContent('memory: not for you')
    }
    given.fail()
    for (const again of screen.getAllByRole('button', { name: 'Try again' })) await user.click(again)
    expect((await ids())[0]).toBe('PRB-118')
    expect(await screen.findByRole('figure', { name: 'How long problems stay open' })).toBeVisible()
  })

  it('says how long problems stay open, the open ones counted', async () => {
    open(source())
    const figure = await screen.findByRole('figure', { name: 'How long problems stay open' })
    expect(figure.textContent).toMatch(/are still open after 90 d \(n = \d+, \d+ open ones? counted up to now\)/)
    expect(figure.textContent).toMatch(/A resolved problem ends with its newest fix; \d+ left out/)
  })
})
