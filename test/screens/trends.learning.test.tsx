import { QueryClient } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import { BrowserRouter } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { countText } from '../../src/domain/countText'
import { frozenClock } from '../../src/app/clock'
import { DataProvider } from '../../src/data'
import { eventRules } from '../../src/domain/query/timeline'
import type { Facet, Holdings } from '../../src/domain/query/facets'
import { instant, parseInstant } from '../../src/domain/units'
import { Learning } from '../../src/screens/trends/learning'
import { memorySource } from '../tools/memorySource'
import { rangeOf } from './trendsScope'

const company = world()
const from = parseInstant('2025-11-24T00:00:00Z') ?? instant(0)
const inRange = company.holdings.incidents.filter(({ opened }) => opened >= from && opened < company.now)

function open(held: Partial<Holdings> = company.holdings, without: readonly Facet[] = []) {
  history.replaceState(null, '', '/trends/')
  const given = memorySource(held, { asOf: company.now, without })
  render(
    <BrowserRouter>
      <NuqsAdapter>
        <DataProvider
          clock={frozenClock(company.now)}
          client={new QueryClient()}
          sources={[{ id: given.id, title: given.title, type: 'memory', source: given }]}
        >
          <Learning scope={rangeOf(from, company.now)} />
        </DataProvider>
      </NuqsAdapter>
    </BrowserRouter>,
  )
  return userEvent.setup()
}

const figure = (name: string) => screen.findByRole('figure', { name })

describe('what incidents teach', () => {
  it('counts factors over incidents and says that they overlap', async () => {
    open()
    const panel = await figure('Contributing factors')
    const told = inRange.filter(({ factors, review }) => factors.length + (review?.factors.length ?? 0) > 0)
    expect(
      await within(panel).findByText(
        new RegExp(`^n = ${countText(inRange.length)}: ${told.length} incidents with a factor`),
      ),
    ).toBeInTheDocument()
  })

  it('counts hand-offs where they are recorded, and calls no association a cause', async () => {
    open()
    const panel = await figure('Hand-offs')
    const never = inRange.filter(({ reassignments }) => reassignments === 0).length
    expect(await within(panel).findByRole('link', { name: `never handed on: ${never} incidents` })).toBeInTheDocument()
    expect(within(panel).getByText(/does not make one the cause/)).toBeInTheDocument()
  })

  it('tells who noticed first', async () => {
    open()
    const panel = await figure('Who noticed first')
    const alarms = inRange.filter(({ detection }) => detection === 'alarm').length
    expect(await within(panel).findByRole('link', { name: `an alarm: ${alarms} incidents` })).toBeInTheDocument()
  })

  it('judges owners, runbooks and plans', async () => {
    open()
    const panel = await figure('Ownership in incidents')
    const planned = inRange.filter(({ plan }) => plan !== undefined).length
    expect(
      await within(panel).findByRole('link', { name: `with response plan: ${planned} incidents` }),
    ).toBeInTheDocument()
    expect(within(panel).getByText(/as ownership stands now/)).toBeInTheDocument()
  })

  it('opens exactly the events behind a count, in the address, and closes again', async () => {
    const user = open()
    const panel = await figure('Events and what became of them')
    const row = (await within(panel).findAllByRole('row'))[1] ?? panel
    const [mark] = within(row).getAllByRole('button', { name: /, ignored: \d+ events$/ })
    const rule = mark?.getAttribute('aria-label')?.split(',')[0] ?? ''
    const own = company.holdings.events.filter(
      eventRules.matcher({
        from,
        to: company.now,
        within: [
          { by: 'rule', values: [rule] },
          { by: 'outcome', values: ['ignored'] },
          { by: 'planned', values: ['no'] },
        ],
      }),
    )
    expect(mark).toHaveTextContent(String(own.length))
    await user.click(mark ?? panel)
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByText(`${own.length} events`)).toBeInTheDocument()
    expect(new URLSearchParams(location.search).get('events')).toBe(`rule:${rule},outcome:ignored,planned:no`)
    await user.keyboard('{Escape}')
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
    await expect.poll(() => location.search).toBe('')
  })

  it('keeps ideas apart from commitments, each with a way to its record', async () => {
    open()
    const panel = await figure('Follow-through')
    expect(
      await within(panel).findByText(/commitments open, \d+ overdue, \d+ orphaned; \d+ ideas? apart/),
    ).toBeInTheDocument()
    const list = within(panel).getByRole('list', { name: 'commitments open', hidden: true })
    for (const link of within(list).getAllByRole('link', { hidden: true }))
      expect(link.getAttribute('href')).toMatch(/^\/problems\/\?id=|^\/reviews\/\?tab=improvements/)
  })

  it('counts promises kept and missed as the source judged them, each with its records', async () => {
    const told = inRange.map((each, index) => (index % 3 === 0 ? each : { ...each, slaMet: index % 3 === 1 }))
    open({ incidents: told })
    const panel = await figure('Promises kept')
    const missed = told.filter(({ slaMet }) => slaMet === false)
    const link = await within(panel).findByRole('link', { name: `missed: ${missed.length} incidents` })
    expect(link.getAttribute('href')).toMatch(/within=.*sla/)
    const worst = missed.filter(({ severity }) => severity === 1).length
    expect(within(panel).getByRole('link', { name: `missed, SEV1: ${worst} incidents` })).toBeInTheDocument()
    const untold = told.filter(({ slaMet }) => slaMet === undefined).length
    expect(within(panel).getByText(new RegExp(`left out: ${untold} of which no promise`))).toBeInTheDocument()
  })

  it('says what is not recorded', async () => {
    const bare = inRange.map(
      ({
        slaMet: _sla,
        factors: _factors,
        review: _review,
        detection: _detection,
        reassignments: _r,
        returns: _b,
        reopened: _o,
        ...rest
      }) => ({
        ...rest,
        factors: [],
      }),
    )
    open({ incidents: bare }, ['events', 'problems', 'improvements'])
    expect(await screen.findByText('No factor is recorded')).toBeInTheDocument()
    expect(await screen.findByText('Hand-offs are not recorded')).toBeInTheDocument()
    expect(await screen.findByText('Detection is not recorded')).toBeInTheDocument()
    expect(await screen.findByText('No promises are recorded')).toBeInTheDocument()
    expect(await screen.findByText('No source here tells events.')).toBeInTheDocument()
    expect(await screen.findByText('No source here tells problems or improvements.')).toBeInTheDocument()
  })
})
