import { http, HttpResponse } from 'msw'
import type { Page } from '@playwright/test'
import { type Backend, createBackend } from '../../mocks/backend'
import { restHandlers } from '../../mocks/rest/handlers'
import { world } from '../../mocks/world'
import { instant } from '../../src/domain/units'
import { securityHeaders } from '../tools/csp'
import { type FlakyServer, startFlakyServer } from '../tools/flakyServer'
import { type MockServer, startMockServer } from '../tools/mockServer'
import { otherBuild } from '../tools/otherBuild'
import { expect, test as plain } from './base'

const company = world()
const dist = process.env.WATCHBILL_DIST ?? 'dist'
const api = /\/api\//

interface Wall {
  readonly server: FlakyServer
  readonly backend: Backend
  /** Lets time pass for the browser and for the backend, as on a computer that is slow to wake. */
  readonly pass: (seconds: number) => Promise<void>
  readonly open: () => Promise<void>
  /** Another server of the same backend that serves this folder. */
  readonly serve: (folder: string) => Promise<MockServer>
}

const test = plain.extend<{ wall: Wall }>({
  wall: async ({ page }, provide) => {
    let now = company.now
    const backend = createBackend(company.holdings, { now: () => now })
    // Time-outs are the browser's own, which no test can hurry.
    const options = { url: 'api', timeoutSeconds: 1 }
    const config = { sources: [{ id: 'larkmere', title: 'Larkmere', type: 'rest', options }] }
    const started: MockServer[] = []
    const serve = async (folder: string) => {
      const server = await startMockServer({
        folder,
        headers: securityHeaders,
        handlers: [
          http.get('*/watchbill.config.json', () => HttpResponse.json(config)),
          ...restHandlers(backend, '*/api'),
        ],
      })
      started.push(server)
      return server
    }
    const server = await startFlakyServer((await serve(dist)).url)
    await page.clock.install({ time: company.now })
    await provide({
      server,
      backend,
      serve,
      pass: async (seconds) => {
        now = instant(now + seconds * 1000)
        await page.clock.fastForward(seconds * 1000)
      },
      open: async () => void (await page.goto(`${server.url}/wall/?severity=1,2`)),
    })
    await server.close()
    for (const each of started) await each.close()
  },
})

const cards = (page: Page) => page.getByRole('article')
const live = (page: Page) => page.getByText(/Larkmere live/).first()
const notLive = (page: Page) => page.getByRole('alert').getByText('Not live')

for (const mood of ['hang', 'truncated', 'reset', 'drip'] as const)
  test(`answers that ${mood}: nothing is shown that is not so, nothing is lost, and it comes to itself`, async ({
    page,
    wall: { server, pass, open },
  }) => {
    server.set(api, mood)
    await open()
    await expect(page.getByText(/is not known|Waiting for the first answer/).first()).toBeVisible()
    await expect(page.getByText(/All quiet|Larkmere live/)).toHaveCount(0)
    server.set(api)
    await expect(async () => {
      await pass(10)
      await expect(cards(page).first()).toBeVisible({ timeout: 500 })
      await expect(live(page)).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
    const known = await cards(page).count()

    server.set(api, mood)
    await pass(40)
    await pass(40)
    await expect(notLive(page)).toBeVisible()
    await expect(cards(page)).toHaveCount(known)
    await expect(page.getByText(/All quiet|Larkmere live/)).toHaveCount(0)
    server.set(api)
    await expect(async () => {
      await pass(10)
      await expect(live(page)).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
    await expect(notLive(page)).toHaveCount(0)
    await expect(cards(page)).toHaveCount(known)
  })

test.describe('scripts that do not come at first', () => {
  test.use({ expectedErrors: [/did not come/] })
  test('are asked for until they do', async ({ page, wall: { server, pass, open } }) => {
    server.set(/\/assets\/(wall|Bare|Keyboard|rest)-/, 'error')
    await open()
    await expect(page.getByText(/is loading|is opening/).first()).toBeAttached()
    await pass(5)
    await expect(page.getByText(/All quiet|Larkmere live/)).toHaveCount(0)
    server.set(api)
    await expect(async () => {
      await pass(30)
      await expect(live(page)).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 25_000 })
    await expect(cards(page).first()).toBeVisible()
  })
})

test('once it stands, it wants no script of the server any more', async ({ page, wall: { server, open } }) => {
  await open()
  await expect(live(page)).toBeVisible()
  for (const name of ['Palette', 'Help', 'dispatch', 'foresee'])
    await expect.poll(() => server.asked.some((path) => path.startsWith(`/assets/${name}-`))).toBe(true)
  await expect.poll(() => page.evaluate(() => document.fonts.ready.then(() => true))).toBe(true)
  server.set(/\/assets\//, 'gone')
  const before = server.asked.filter((path) => path.startsWith('/assets/')).length
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('1')
  await expect(page.getByRole('article', { name: /picked/ })).toBeVisible()
  expect(server.asked.filter((path) => path.startsWith('/assets/')).length).toBe(before)
})

const broken = () => {
  const refuse = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  }
  for (const name of ['getItem', 'setItem', 'removeItem'] as const) Storage.prototype[name] = refuse
  IDBFactory.prototype.open = refuse
}

test('a new build under the open page is announced and gone over to, once, even where storage is broken', async ({
  page,
  wall: { server, backend, serve, pass, open },
}) => {
  const next = otherBuild(dist)
  const newer = await serve(next.folder)
  await page.addInitScript(broken)
  let loads = 0
  page.on('load', () => (loads += 1))
  const build = () => page.locator('meta[name="watchbill-build"]').getAttribute('content')
  const [first] = company.holdings.incidents.filter(({ severity, state }) => severity === 1 && state !== 'closed')
  if (!first) throw new Error('the company has no SEV1')
  const sev1 = { ...first, id: 'INC-NEW', state: 'triggered' as const, opened: company.now, clocks: {} }
  backend.put({ incidents: [...company.holdings.incidents, sev1] })
  await open()
  await expect(live(page)).toBeVisible()
  const old = await build()
  server.lead(newer.url)

  await pass(330)
  await expect(async () => {
    await pass(10)
    await expect(page.getByText(/loads itself anew once every SEV1 is acknowledged/)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await pass(120)
  expect(loads).toBe(1)

  backend.put({ incidents: [...company.holdings.incidents, { ...sev1, state: 'acknowledged' }] })
  await expect(async () => {
    await pass(10)
    await expect(page.getByText(/loads itself anew at \d\d:\d\d/)).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await pass(125)
  await expect.poll(build).toBe(next.build)
  await expect(live(page)).toBeVisible()
  expect(loads).toBe(2)

  server.lead((await serve(dist)).url)
  // A timer that is passed by fires once: each look needs a step of its own, and time to hear the server.
  for (const seconds of [200, 200, 100]) await pass(seconds)
  // Not so far that the ten minutes are over.
  await expect(async () => {
    await pass(3)
    await expect(page.getByText(/once ten minutes have passed/)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  expect(loads).toBe(2)
  expect(old).not.toBe(next.build)
  next.remove()
})
