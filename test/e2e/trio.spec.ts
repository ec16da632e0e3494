import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { http, HttpResponse } from 'msw'
import { backstageHandlers } from '../../mocks/backstage/handlers'
import { processed } from '../../mocks/backstage/process'
import { createBackend } from '../../mocks/backend'
import { createChaos } from '../../mocks/chaos'
import { prometheusHandlers } from '../../mocks/prometheus/handlers'
import { fingerprint } from '../../mocks/prometheus/tell'
import { rtHandlers } from '../../mocks/rt/handlers'
import { worldNow } from '../../mocks/world'
import { formatInstant } from '../../src/domain/units'
import { alertsOf, catalogueOf, companyAt, deskOf, type Renaming } from '../live/example/company'
import { securityHeaders } from '../tools/csp'
import { startMockServer } from '../tools/mockServer'
import { test as base, expect } from './base'

// The worked example of the README, with the three backends told in their own wires: `npm run example` has the real ones.
const configuration = readFileSync(join(process.cwd(), 'test/live/example/watchbill.config.json'), 'utf8')
interface Configured {
  readonly sources: readonly { readonly id: string; readonly aliases?: Renaming }[]
}
const { sources } = JSON.parse(configuration) as Configured
const renaming = (id: string): Renaming => sources.find((source) => source.id === id)?.aliases ?? {}

const company = companyAt(worldNow)
const alerts = alertsOf(company, worldNow, renaming('alerts')).map((alert) => ({
  ...alert,
  fingerprint: fingerprint(alert.labels),
  endsAt: formatInstant(worldNow),
  receivers: [{ name: 'ops' }],
  status: { state: 'active', silencedBy: [], inhibitedBy: [] },
}))
const burning = 'Card payments failing for EU customers'

interface Trouble {
  /** Backstage answers from now on. */
  readonly answer: () => void
  readonly turn: Promise<void>
  /** Alertmanager is switched off, or on. */
  dead: boolean
}

const test = base.extend<{ readonly trouble: Trouble }>({
  trouble: async ({ prefix: _prefix }, provide) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    await provide({ answer: resolve, turn: promise, dead: false })
    resolve()
  },
  site: async ({ trouble }, provide) => {
    const [now, chaos] = [() => worldNow, createChaos()]
    const server = await startMockServer({
      folder: process.env.WATCHBILL_DIST ?? 'dist',
      headers: securityHeaders,
      handlers: [
        http.get('*/watchbill.config.json', () => HttpResponse.text(configuration)),
        http.all('*/alertmanager/*', () => (trouble.dead ? HttpResponse.error() : undefined)),
        http.all('*/backstage/*', () => trouble.turn),
        ...backstageHandlers({ entities: () => processed(catalogueOf(company)), now, chaos }, '*/backstage'),
        ...rtHandlers({ tickets: deskOf(company, renaming('tickets')), now, chaos }, '*/rt'),
        ...prometheusHandlers({ alerts, silences: [], series: [], now, chaos }),
      ],
    })
    await provide({ url: `${server.url}/`, backend: createBackend(company, { now }) })
    await server.close()
  },
})

test('an incident of Request Tracker bears the owner of Backstage and the events of Alertmanager', async ({
  page,
  site,
  trouble,
}) => {
  trouble.answer()
  await page.goto(`${site.url}incidents/`)
  await page.getByRole('option').filter({ hasText: burning }).click()
  const main = page.getByRole('main')
  // The ticket says “Ledger” and “Payments squad”, the alert “svc_ledger”: rules make one of them.
  await expect(main.getByText('Payments ledger').first()).toBeVisible()
  await expect(main.getByRole('link', { name: 'Payments', exact: true }).first()).toBeVisible()
  await expect(main.getByText('41% of EU card attempts declined').first()).toBeVisible()
  const around = page.getByRole('region', { name: 'Around the incident' })
  await expect(around.getByText(/4 events, no other incident/)).toBeVisible()
  await around.getByRole('button', { name: 'Show as a table' }).click()
  await expect(page.getByText('card_decline_ratio > 0.15').first()).toBeVisible()
  await expect(page.getByText(/Payments squad|svc_ledger/)).toHaveCount(0)
})

test('with one slow and one dead everything else stands, and who is missing is named', async ({
  page,
  site,
  trouble,
}) => {
  trouble.dead = true
  await page.goto(`${site.url}incidents/`)
  await expect(page.getByRole('listbox').getByRole('option').filter({ hasText: burning })).toHaveCount(1)
  await expect(page.getByRole('banner').getByText(/^Not reached 1 of 3/)).toBeVisible()
  await page.getByRole('option').filter({ hasText: burning }).click()
  await expect(page.getByText('RT #').first()).toBeVisible()
  trouble.answer()
  await expect(page.getByRole('main').getByText('Payments ledger').first()).toBeVisible({ timeout: 30_000 })
  await page.goto(`${site.url}wall/`)
  await expect(page.getByText(burning).first()).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Alertmanager').first()).toBeVisible({ timeout: 30_000 })
})
