import '../../src/ui/base.css'
import 'temporal-polyfill/global'
import { QueryClient } from '@tanstack/react-query'
import axe from 'axe-core'
import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import { BrowserRouter } from 'react-router-dom'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { world } from '../../mocks/world'
import { frozenClock } from '../../src/app/clock'
import { DataProvider, ZoneProvider } from '../../src/data'
import { parseInstant } from '../../src/domain/units'
import Trends from '../../src/screens/trends'
import { memorySource } from '../tools/memorySource'

const company = world()
const source = memorySource(company.holdings, { asOf: company.now })

async function board(search = '') {
  history.replaceState(null, '', `/trends/${search}`)
  const { container } = await render(
    <BrowserRouter>
      <NuqsAdapter>
        <DataProvider
          clock={frozenClock(company.now)}
          client={new QueryClient()}
          sources={[{ id: source.id, title: 'Larkmere', type: 'memory', source }]}
        >
          <ZoneProvider value={{ name: 'UTC', label: 'UTC' }}>
            <main>
              <Trends />
            </main>
          </ZoneProvider>
        </DataProvider>
      </NuqsAdapter>
    </BrowserRouter>,
  )
  return container
}

const until = async (check: () => unknown) => {
  await expect.poll(check, { timeout: 12_000 }).toBeTruthy()
}
const complete = (container: Element) =>
  until(
    () =>
      container.querySelectorAll('path.recharts-line-curve').length > 3 &&
      container.querySelectorAll('[role="gridcell"]').length === 168 &&
      container.querySelectorAll('[data-severity]').length > 20,
  )

beforeEach(async () => {
  document.documentElement.dataset.theme = 'dark'
  await page.viewport(1440, 900)
})

describe('the trends board in a browser', () => {
  it('draws a step for each severity of each week that had incidents', async () => {
    const container = await board()
    await complete(container)
    const from = parseInstant('2025-11-24T00:00:00Z') ?? 0
    const week = (at: number) => Math.floor((at - from) / (7 * 86_400_000))
    const wanted = new Set(
      company.holdings.incidents
        .filter(({ opened }) => opened >= from)
        .map(({ opened, severity }) => `${week(opened)} ${severity}`),
    )
    expect(container.querySelectorAll('[data-bar]')).toHaveLength(52)
    expect(container.querySelectorAll('rect[rx][mask], rect[rx]:not([mask])')).toHaveLength(wanted.size)
    expect(container.textContent).toContain('outside normal: 42 in the week of 20 Jul 2026')
  })

  it('leads from a bar to the incidents of its week, by keyboard alone', async () => {
    const container = await board()
    await complete(container)
    container.querySelector<HTMLElement>('[data-bar="2026-11-16"]')?.focus()
    await userEvent.keyboard('{ArrowLeft}{Enter}')
    expect(location.pathname).toBe('/incidents/')
    const query = new URLSearchParams(location.search)
    expect([query.get('from'), query.get('to')]).toEqual(['2026-11-09T00:00:00Z', '2026-11-16T00:00:00Z'])
  })

  it('never scrolls sideways, on a phone or on a wide screen', async () => {
    for (const [width, height] of [
      [320, 640],
      [390, 844],
      [1024, 768],
      [2560, 1440],
    ] as const) {
      await page.viewport(width, height)
      const container = await board()
      await complete(container)
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
      container.remove()
    }
  })
})

describe.each(['dark', 'light'])('accessibility in %s', (theme) => {
  it.each(['', '?range=28d', '?range=custom&from=2020-01-01&to=2020-02-01'])(
    'has nothing for axe to find at %s',
    async (search) => {
      document.documentElement.dataset.theme = theme
      const container = await board(search)
      await (search === '' ? complete(container) : until(() => /range|pattern/.test(container.textContent ?? '')))
      container.querySelectorAll<HTMLElement>('figure summary').forEach((summary) => summary.click())
      await until(() => search !== '' || container.querySelectorAll('details table').length >= 4)
      const { violations } = await axe.run(container)
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([])
    },
  )
})
