import type { Page } from '@playwright/test'
import { atProvider, count, expect, letIn, test } from './signIn'

const live = (page: Page) => page.getByText(/Larkmere live/).first()
const cards = (page: Page) => page.getByRole('article')
const unsigned = (page: Page) => page.getByText('This display is not signed in.')

test('a display that nobody signed in asks for it, and opens no page to do so', async ({ page, site, oidc, api }) => {
  await page.goto(`${site.url}wall/?kiosk=1`)
  await expect(unsigned(page)).toBeVisible()
  await expect(page.getByText('Larkmere asks for sign-in.')).toBeVisible()
  await expect(page).toHaveURL(/wall\/\?kiosk=1/)
  expect([oidc.asked, api.unsigned]).toEqual([[], 0])
})

test('a display is signed in once, survives the browser, only reads, and waits where its session ends', async ({
  page,
  browser,
  site,
  oidc,
  api,
}) => {
  await page.goto(`${site.url}wall/?severity=1,2&display=sign-in`)
  await letIn(page, 'ines')
  await expect(live(page)).toBeVisible()
  await expect(page).toHaveURL(`${site.url}wall/?severity=1,2`)

  // Another browser that knows what this one keeps: all that is left after a power cut.
  const kept = await page.evaluate(() =>
    Object.fromEntries(Object.entries(localStorage).map(([name, value]) => [name, String(value)])),
  )
  await page.close()
  const kiosk = await browser.newContext()
  await kiosk.addInitScript((entries: Record<string, string>) => {
    if (localStorage.length === 0)
      for (const [name, value] of Object.entries(entries)) localStorage.setItem(name, value)
  }, kept)
  const wall = await kiosk.newPage()
  await wall.goto(`${site.url}wall/?severity=1,2`)
  await expect(live(wall)).toBeVisible()
  await expect(cards(wall).first()).toBeVisible()

  // Whoever signed it in may write; the display may not.
  await wall.keyboard.press('1')
  await expect(wall.getByRole('article', { name: /picked/ })).toBeVisible()
  await wall.keyboard.press('a')
  await wall.keyboard.press('Enter')
  await expect(wall.getByRole('button', { name: 'Display, signed in by ines, read-only' })).toBeVisible()
  await wall.goBack()
  await expect(live(wall)).toBeVisible()

  oidc.lasts(3)
  await wall.reload()
  await expect(live(wall)).toBeVisible()
  await expect(cards(wall).first()).toBeVisible()
  const shown = await cards(wall).count()
  await oidc.revoke()
  await expect(unsigned(wall)).toBeVisible({ timeout: 20_000 })
  await expect(cards(wall)).toHaveCount(shown)
  await expect(atProvider(wall)).toHaveCount(0)
  expect([api.writes, count(oidc, 'authorization')]).toEqual([[], 1])

  // Somebody comes by.
  await wall.getByRole('button', { name: 'Sign this display in' }).click()
  await letIn(wall, 'ines')
  await expect(live(wall)).toBeVisible()
  await expect(unsigned(wall)).toHaveCount(0)
  await kiosk.close()
})

test('two walls of one browser share a session, and renew it one after the other', async ({
  page,
  context,
  site,
  oidc,
}) => {
  await page.goto(`${site.url}wall/?display=sign-in`)
  await letIn(page, 'ines')
  await expect(live(page)).toBeVisible()
  oidc.lasts(3)
  // Long enough on its way that two would meet.
  oidc.slow()
  await page.reload()
  const second = await context.newPage()
  await second.goto(`${site.url}wall/`)
  await expect(live(second)).toBeVisible()
  const before = count(oidc, 'refresh')
  await expect.poll(() => count(oidc, 'refresh'), { timeout: 20_000 }).toBeGreaterThan(before + 2)
  for (const each of [page, second]) await expect(live(each)).toBeVisible()
  expect(oidc.atOnce).toBe(1)
  expect(count(oidc, 'authorization')).toBe(1)
})
