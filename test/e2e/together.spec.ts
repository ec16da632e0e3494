import type { Page } from '@playwright/test'
import { http, HttpResponse } from 'msw'
import { createBackend } from '../../mocks/backend'
import { createChaos } from '../../mocks/chaos'
import { githubHandlers } from '../../mocks/github/handlers'
import { loginsOf, repository, tellable, threadsOf } from '../../mocks/github/tell'
import { restHandlers } from '../../mocks/rest/handlers'
import { world } from '../../mocks/world'
import { securityHeaders } from '../tools/csp'
import { startMockServer } from '../tools/mockServer'
import { test as base, expect, settled } from './base'

const { holdings, now } = world()

/** Two incidents that only the tickets tell, both burning. */
const burning = holdings.incidents.filter(({ state }) => state === 'acknowledged').slice(0, 2)
const tickets = tellable({
  ...holdings,
  incidents: burning.map((incident, index) => ({ ...incident, title: `Ticket ${index + 1}` })),
  timeline: [],
  events: [],
  problems: [],
})

interface Slow {
  /** Lets the slow source answer from now on. */
  readonly answer: () => void
  /** Resolves once it may. */
  readonly turn: Promise<void>
}

/** Three sources over real HTTP behind one origin: one well, one that answers when it is let, one dead. */
const test = base.extend<{ readonly slow: Slow }>({
  slow: async ({ prefix: _prefix }, provide) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    await provide({ answer: resolve, turn: promise })
    resolve()
  },
  site: async ({ slow }, provide) => {
    const backend = createBackend(holdings, { now: () => now })
    const server = await startMockServer({
      folder: process.env.WATCHBILL_DIST ?? 'dist',
      headers: securityHeaders,
      handlers: [
        http.get('*/watchbill.config.json', () => HttpResponse.json(configuration)),
        http.all('*/dead/*', () => HttpResponse.error()),
        http.all('*/github/*', () => slow.turn),
        ...githubHandlers(
          { threads: threadsOf(tickets), logins: loginsOf(tickets), now: () => now, chaos: createChaos() },
          '*/github',
        ),
        ...restHandlers(backend, '*/api'),
      ],
    })
    await provide({ url: `${server.url}/`, backend })
    await server.close()
  },
})

const configuration = {
  sources: [
    { id: 'larkmere', title: 'Larkmere', type: 'rest', options: { url: 'api' } },
    {
      id: 'tickets',
      title: 'Tickets',
      type: 'github',
      options: { url: 'github', repository },
      only: { facets: ['incidents', 'timeline'] },
    },
    { id: 'gone', title: 'Gone', type: 'rest', options: { url: 'dead' } },
  ],
}

const options = (page: Page) => page.getByRole('listbox').getByRole('option')

test('ownership stands without the dead one, which is named with what it costs', async ({ page, site }) => {
  await page.goto(`${site.url}ownership/`)
  await settled(page)
  await expect(page.getByText(/of 500 activities/).first()).toBeVisible()
  await expect(page.getByText(/^Gone does not answer/).first()).toBeVisible()
  await expect(page.getByRole('banner').getByText(/^Not reached 1 of 3/)).toBeVisible()
})

test('incidents stand while one is slow, which comes late without a jump', async ({ page, site, slow }) => {
  await page.goto(`${site.url}incidents/`)
  await expect(options(page)).toHaveCount(5)
  await expect(page.getByRole('banner').getByText(/^Not reached 1 of 3/)).toBeVisible()
  const chosen = options(page).nth(1)
  await chosen.click()
  const names = () => options(page).evaluateAll((all) => all.map((each) => each.textContent))
  const [address, before] = [page.url(), await names()]
  slow.answer()
  // Counted at once, put in when it is wanted: rows do not move under the hand.
  const waiting = page.getByRole('button', { name: /^2 updates wait/ })
  await expect(waiting).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('7 incidents')).toBeVisible()
  expect(await names()).toEqual(before)
  await waiting.click()
  await expect(options(page)).toHaveCount(7)
  await expect(options(page).filter({ hasText: 'Ticket 1' })).toHaveCount(1)
  expect(page.url()).toBe(address)
  await expect(page.getByRole('option', { selected: true }).filter({ hasText: 'INC-' })).toHaveCount(1)
})

test('the wall stands, names who is missing, and takes the slow one in', async ({ page, site, slow }) => {
  await page.goto(`${site.url}wall/`)
  await expect(page.getByText('Gone').first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('article').first()).toBeVisible()
  slow.answer()
  await expect(page.getByText('Ticket 1').first()).toBeVisible({ timeout: 40_000 })
})

test('the check says which is dead and which answers', async ({ page, site, slow }) => {
  slow.answer()
  await page.goto(`${site.url}sources/`)
  const tickets = page.getByRole('listitem', { name: 'Tickets' })
  await tickets.getByRole('button', { name: 'Check the connection' }).click()
  await expect(tickets.getByText('All 2 parts answer.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('listitem', { name: 'Gone' }).getByText(/cannot be reached/)).toBeVisible()
  await expect(
    page.getByRole('listitem', { name: 'Gone' }).getByText(/Next try in \d+ s|It is tried again now/),
  ).toBeVisible()
  await page.goto(`${site.url}sources/?view=together`)
  await expect(page.getByRole('heading', { name: 'Incidents counted apart' })).toBeVisible()
})
