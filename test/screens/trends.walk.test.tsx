import { QueryClient } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import { BrowserRouter } from 'react-router-dom'
import { expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { frozenClock } from '../../src/app/clock'
import { DataProvider } from '../../src/data'
import { incidentRules } from '../../src/domain/query/incident'
import { readWithin } from '../../src/domain/query/within'
import { randomOf } from '../../src/domain/statistics/random'
import { instant, parseInstant } from '../../src/domain/units'
import { Learning } from '../../src/screens/trends/learning'
import { memorySource } from '../tools/memorySource'
import { configured, openApp } from './harness'
import { rangeOf } from './trendsScope'

const company = world()
const { incidents } = company.holdings
const from = parseInstant('2025-11-24T00:00:00Z') ?? instant(0)
const source = () => memorySource(company.holdings, { asOf: company.now })
const steps = 40
const opened = 3

/** How many incidents an address lists, told by the rules of the domain. */
function listed(href: string): number {
  const params = new URL(href, location.href).searchParams
  const [openedFrom, openedTo] = [parseInstant(params.get('from') ?? ''), parseInstant(params.get('to') ?? '')]
  const within = readWithin(params.get('within') ?? '')
  if (openedFrom === undefined || openedTo === undefined || !within) throw new Error(`No scope in ${href}`)
  return incidents.filter(incidentRules.matcher({ openedFrom, openedTo, within })).length
}

it('each count met on a random walk is that of the records it opens', async () => {
  history.replaceState(null, '', '/trends/')
  const given = source()
  const { unmount } = render(
    <BrowserRouter>
      <NuqsAdapter>
        <DataProvider clock={frozenClock(company.now)} client={new QueryClient()} sources={[configured(given)]}>
          <Learning scope={rangeOf(from, company.now)} />
        </DataProvider>
      </NuqsAdapter>
    </BrowserRouter>,
  )
  const name = /: ([\d,]+) incidents?$/
  await screen.findByRole('link', { name: /^without owner: / })
  await screen.findByRole('link', { name: /^an alarm: / })
  await waitFor(() => expect(screen.getAllByRole('link', { name }).length).toBeGreaterThan(20))
  const marks = screen.getAllByRole('link', { name }).map((mark) => ({
    said: Number(name.exec(mark.getAttribute('aria-label') ?? '')?.[1]?.replaceAll(',', '')),
    text: mark.getAttribute('aria-label'),
    href: mark.getAttribute('href') ?? '',
  }))
  unmount()

  const random = randomOf(6)
  const walk = Array.from({ length: steps }, () => marks[Math.floor(random() * marks.length)])
  for (const mark of walk) expect([mark?.text, listed(mark?.href ?? '')]).toEqual([mark?.text, mark?.said])

  for (const mark of walk.slice(0, opened)) {
    const view = openApp((mark?.href ?? '').slice(1), [configured(source())], { clock: frozenClock(company.now) })
    const said = new RegExp(`^${mark?.said} of [\\d,]+ incidents$`)
    expect(await screen.findByText(said, {}, { timeout: 10_000 })).toBeInTheDocument()
    view.unmount()
  }
}, 60_000)
