import { execFileSync } from 'node:child_process'
import { type Browser, chromium, type Page } from 'playwright'
import { expect } from 'playwright/test'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { args, resolveChromium } from '../../tools/chromium.mjs'
import { scratch } from '../servers'
import { startExample } from './serve'

const build = scratch('example')
const patience = 90_000
let example: Awaited<ReturnType<typeof startExample>>
let browser: Browser
beforeAll(async () => {
  const folder = process.env.WATCHBILL_DIST ?? build.path
  if (folder === build.path)
    execFileSync('npx', ['vite', 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'])
  example = await startExample(folder)
  // What Playwright is given is what its own tests are given: the types of its options do not know of it.
  browser = await chromium.launch({ ...resolveChromium(), args: [...args] })
})
afterAll(async () => {
  await browser?.close()
  await example?.stop()
  build.remove()
})

const open: Page[] = []
/** A page of its own, with nothing remembered, whose faults are listed. */
async function visit(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  open.push(page)
  await page.goto(example.url + path)
  return page
}
afterEach(async () => {
  for (const page of open.splice(0)) if (!page.isClosed()) await page.context().close()
})
const patient = expect.configure({ timeout: patience })
const options = (page: Page) => page.getByRole('listbox').getByRole('option')
const burning = 'Card payments failing for EU customers'

describe('Backstage, Request Tracker and Alertmanager on one screen', { concurrent: false }, () => {
  it('an incident of Request Tracker, whose workload Backstage owns and whose event Alertmanager tells', async () => {
    const page = await visit('incidents/')
    await options(page).filter({ hasText: burning }).click()
    await patient(page).toHaveURL(/RT%23\d+|RT#\d+/)
    const incident = page.getByRole('main')
    // Its tickets say Ledger and Payments squad; the catalogue knows them as payments-ledger and payments.
    await patient(incident.getByText('Payments ledger').first()).toBeVisible()
    await patient(incident.getByRole('link', { name: 'Payments', exact: true }).first()).toBeVisible()
    await patient(incident.getByText('41% of EU card attempts declined').first()).toBeVisible()
    const around = page.getByRole('region', { name: 'Around the incident' })
    await patient(around.getByText(/4 events, no other incident/)).toBeVisible()
    await around.getByRole('button', { name: 'Show as a table' }).click()
    await patient(page.getByText('card_decline_ratio > 0.15').first()).toBeVisible()
    await patient(page.getByText(/Payments squad|svc_ledger/)).toHaveCount(0)
  })

  it('says who owns what, who tells what, and that all three answer', async () => {
    const page = await visit('sources/')
    for (const name of ['Backstage', 'Request Tracker', 'Alertmanager']) {
      const source = page.getByRole('listitem', { name })
      await source.getByRole('button', { name: 'Check the connection' }).click()
      await patient(source.getByText(/All \d parts answer|It answers/)).toBeVisible()
    }
  })

  it('stands with one slow and one dead, names who is missing, and lowers nothing', { timeout: 300_000 }, async () => {
    const before = await visit('incidents/')
    await patient(options(before).filter({ hasText: burning })).toHaveCount(1)
    const count = await options(before).count()
    await before.context().close()

    example.proxy.slow('/backstage', 8_000)
    await example.manager.stop()
    const page = await visit('incidents/')
    await patient(options(page).filter({ hasText: burning })).toHaveCount(1)
    expect(await options(page).count()).toBe(count)
    await patient(page.getByRole('banner').getByText(/^Not reached 1 of 3/)).toBeVisible()
    await options(page).filter({ hasText: burning }).click()
    await patient(page.getByRole('article').getByText('RT #').first()).toBeVisible()
    await patient(page.getByText(/Alertmanager/).first()).toBeVisible()
    // Late, and without a word from anybody.
    await patient(page.getByRole('main').getByText('Payments ledger').first()).toBeVisible()
    example.proxy.slow('/backstage', 0)
  })

  it('shows what burns on the wall, and who owns what, with one still dead', { timeout: 300_000 }, async () => {
    const wall = await visit('wall/')
    await patient(wall.getByText(burning).first()).toBeVisible()
    await patient(wall.getByText('Alertmanager').first()).toBeVisible()
    await wall.context().close()
    const ownership = await visit('ownership/')
    await patient(ownership.getByText(/of \d+ activities/).first()).toBeVisible()
    await patient(ownership.getByText('Asset cache').first()).toBeVisible()
  })
})
