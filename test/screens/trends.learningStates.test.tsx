import { QueryClient } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import { BrowserRouter } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { frozenClock } from '../../src/app/clock'
import { DataProvider } from '../../src/data'
import type { Holdings } from '../../src/domain/query/facets'
import { instant, parseInstant } from '../../src/domain/units'
import { Learning } from '../../src/screens/trends/learning'
import { SourceError } from '../../src/sources/contract'
import { type MemorySource, memorySource } from '../tools/memorySource'
import { rangeOf } from './trendsScope'

const company = world()
const from = parseInstant('2025-11-24T00:00:00Z') ?? instant(0)
const inRange = company.holdings.incidents.filter(({ opened }) => opened >= from && opened < company.now)

const source = (held: Partial<Holdings> = company.holdings, id = 'memory') =>
  memorySource(held, { id, asOf: company.now })

function open(...given: readonly MemorySource[]) {
  history.replaceState(null, '', '/trends/')
  render(
    <BrowserRouter>
      <NuqsAdapter>
        <DataProvider
          clock={frozenClock(company.now)}
          client={new QueryClient()}
          sources={given.map((each) => ({ id: each.id, title: each.title, type: 'memory', source: each }))}
        >
          <Learning scope={rangeOf(from, company.now)} />
        </DataProvider>
      </NuqsAdapter>
    </BrowserRouter>,
  )
  return userEvent.setup()
}

const panels = [
  'Contributing factors',
  'Hand-offs',
  'Ownership in incidents',
  'Who noticed first',
  'Events and what became of them',
  'Promises kept',
  'How long problems stay open',
  'Follow-through',
]
const figure = (name: string) => screen.findByRole('figure', { name })

describe('the panels of what incidents teach', () => {
  it('stand as skeletons that say what they count, never as zeros, until they are answered', async () => {
    const slow = source()
    slow.hang(true)
    open(slow)
    for (const name of panels) await waitFor(() => expect(screen.getByText(`Counting: ${name}`)).toBeInTheDocument())
    expect(screen.queryByText(/^0\b/)).not.toBeInTheDocument()
    slow.hang(false)
    for (const name of panels) expect(await figure(name)).toBeInTheDocument()
  })

  it('each say what failed, where and why, and each tries again', async () => {
    const broken = source()
    broken.fail(new SourceError('unreachable', 'memory', 'no answer'))
    const user = open(broken)
    for (const name of panels) {
      const alert = await screen.findByText(`${name} could not be counted`)
      expect(alert.closest('[role="alert"]')).toHaveTextContent('memory: no answer')
    }
    broken.fail()
    for (const name of panels) {
      const again = screen.queryByText(`${name} could not be counted`)?.closest<HTMLElement>('[role="alert"]')
      if (again) await user.click(within(again).getByRole('button', { name: 'Try again' }))
      expect(await figure(name)).toBeInTheDocument()
    }
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('go on with the sources that answer, and name the one that is missing', async () => {
    const dead = source(company.holdings, 'PagerDuty')
    dead.fail(new SourceError('timeout', 'PagerDuty', 'no answer in 10 s'))
    open(source(), dead)
    const alarms = inRange.filter(({ detection }) => detection === 'alarm').length
    const noticed = within(await figure('Who noticed first'))
    expect(await noticed.findByRole('link', { name: `an alarm: ${alarms} incidents` })).toBeInTheDocument()
    const events = within(await figure('Events and what became of them'))
    expect(await events.findByText('Not counted: events of PagerDuty (no answer in 10 s).')).toBeInTheDocument()
    const promised = within(await figure('Follow-through'))
    expect(await promised.findByText(/Not counted: PagerDuty/)).toBeInTheDocument()
  })

  it('call too few too few, with how many there are and would be needed', async () => {
    const few = inRange.filter(({ reassignments }) => reassignments === 0).slice(0, 4)
    const handed = inRange.filter(({ reassignments = 0 }) => reassignments > 0).slice(0, 3)
    open(source({ ...company.holdings, incidents: [...few, ...handed] }))
    const panel = within(await figure('Hand-offs'))
    expect(await panel.findByText(/too few to tell \(\d and \d measured; \d+ of each needed\)/)).toBeInTheDocument()
    expect(panel.queryByText(/95 %/)).not.toBeInTheDocument()
    const owners = within(await figure('Ownership in incidents'))
    await waitFor(() =>
      expect(owners.getByRole('list', { name: 'Time that gaps go with' })).toHaveTextContent('too few to tell'),
    )
  })

  it('say what is empty in the range, each in its own words', async () => {
    open(source({ ...company.holdings, incidents: [], events: [], problems: [], improvements: [] }))
    for (const words of [
      'No factor is recorded',
      'Hand-offs are not recorded',
      'Nothing to judge by',
      'Detection is not recorded',
      'No events',
      'No promises are recorded',
    ])
      expect(await screen.findByRole('heading', { name: words })).toBeInTheDocument()
    expect(
      await within(await figure('Follow-through')).findByText(/^0 commitments open, 0 overdue/),
    ).toBeInTheDocument()
  })
})
