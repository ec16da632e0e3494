import type { Page } from '@playwright/test'
import type { Holdings } from '../../src/domain/query/facets'
import { accessibilityFaults, expect, settled, test } from './base'

const views = [
  'ownership/',
  'ownership/?activity=payments-ledger%2Frotate-bank-certificates',
  'ownership/?view=workloads',
  'ownership/?view=load',
  'reviews/',
  'reviews/?tab=requests',
  'reviews/?tab=improvements',
  'reviews/?tab=alerts',
  'transfer/?from=team%3Apayments',
  'incidents/',
  'incidents/?id=INC-2291',
  'incidents/?view=timeline',
  'incidents/?view=table&status=all',
  'trends/',
  'problems/',
  'problems/?id=PRB-118',
  'parties/',
  'parties/?id=team%3Apayments',
  'wall/',
  'sources/',
  'sources/?view=together',
  'sources/?view=setup',
]
/** Those that ask for records, so that the answer may be none, late or a fault. */
const asking = [
  'ownership/',
  'parties/',
  'reviews/',
  'transfer/',
  'incidents/',
  'incidents/?view=timeline',
  'incidents/?view=table&status=all',
  'trends/',
  'problems/',
  'problems/?id=PRB-118',
]

/** Every facet, without a record. */
const nothing: Holdings = {
  workloads: [],
  activities: [],
  assignments: [],
  parties: [],
  events: [],
  incidents: [],
  timeline: [],
  problems: [],
  improvements: [],
  requests: [],
}

/** No fault that axe knows in either theme, and no scrolling sideways. The page is opened once: themes change in place. */
async function expectAccessible(page: Page): Promise<void> {
  // First, as it is so only once the page has taken the size it was given.
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator(`html[data-theme="${colorScheme}"]`)).toBeAttached()
    expect(await accessibilityFaults(page, colorScheme === 'light' ? 'colours' : undefined), colorScheme).toEqual([])
  }
}

const phone = { width: 390, height: 844 }

/** As above, then in the same visit as narrow as a phone: what is not there yet, or not at all, is quickly looked at. */
async function expectAccessibleNarrowed(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.setViewportSize(phone)
  await expectAccessible(page)
}

/** Every request of a source but the first, which tells what it offers. */
const records = /\/api\/v1\/(?!source)/

const devices = { desk: {}, phone: { viewport: phone, hasTouch: true } } as const

for (const [device, use] of Object.entries(devices))
  test.describe(`accessibility, ${device}`, () => {
    // A page of many marks takes axe a while, twice.
    test.describe.configure({ timeout: 90_000 })
    test.use(use)
    for (const view of views)
      test(view, async ({ page, site }) => {
        await page.goto(`${site.url}${view}`)
        await settled(page)
        await expectAccessible(page)
      })
  })

test.describe('accessibility, where records are missing', () => {
  test.describe.configure({ timeout: 90_000 })
  for (const view of asking) {
    test(`${view} while its source does not answer`, async ({ page, site }) => {
      await page.route(records, () => undefined)
      await page.goto(`${site.url}${view}`)
      await expect(page.getByRole('navigation').first()).toBeVisible()
      await expect(page.locator('[class*="skeleton"]').first()).toBeVisible()
      await expectAccessibleNarrowed(page)
    })

    test(`${view} once its source has failed`, async ({ page, site }) => {
      await page.route(records, (route) => route.fulfill({ status: 500, body: 'Something broke.' }))
      await page.goto(`${site.url}${view}`)
      await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 20_000 })
      await settled(page)
      await expectAccessibleNarrowed(page)
    })
  }

  test('before the configuration is here', async ({ page, site }) => {
    await page.route('**/watchbill.config.json', () => undefined)
    await page.goto(site.url)
    await expect(page.getByText('Watchbill is opening its sources')).toBeAttached()
    await expectAccessibleNarrowed(page)
  })

  test.describe('without a record', () => {
    test.use({ holdings: nothing })
    for (const view of asking)
      test(view, async ({ page, site }) => {
        await page.goto(`${site.url}${view}`)
        await settled(page)
        await expectAccessibleNarrowed(page)
      })
  })

  test('an address that leads nowhere', async ({ page, site }) => {
    await page.goto(`${site.url}trends/`)
    await settled(page)
    await page.evaluate(() => {
      history.pushState({}, '', '../nowhere/')
      dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    })
    await expect(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
    await expectAccessibleNarrowed(page)
  })

  test.describe('no sources', () => {
    test.use({ configuration: { sources: [] } })
    test('the page that says how to begin', async ({ page, site }) => {
      await page.goto(site.url)
      await expect(page.getByRole('heading', { level: 1, name: 'Begin' })).toBeVisible()
      await expectAccessibleNarrowed(page)
    })
  })

  test.describe('a wrong configuration', () => {
    test.use({ configuration: { sources: [{ id: 'a', type: 'rest', options: { ulr: 'api' } }] } })
    test('the page that names its mistakes', async ({ page, site }) => {
      await page.goto(site.url)
      await expect(page.getByRole('heading', { level: 1, name: /cannot be used/ })).toBeVisible()
      await expectAccessibleNarrowed(page)
    })
  })
})
