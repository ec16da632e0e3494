import type { Page } from '@playwright/test'
import { accessibilityFaults } from './base'
import { atProvider, count, expect, letIn, test } from './signIn'

const place = 'incidents/?status=open&zone=Europe/Oslo'
const account = (page: Page) => page.getByRole('button', { name: /Signed in as/ })
const rows = (page: Page) => page.getByRole('listbox').getByRole('option')
const cacheHits = (page: Page) => page.getByRole('option', { name: /Cache hit ratio dropped/ })

test.describe('under a path', () => {
  test.use({ prefix: '/ops/watchbill/' })
  test('signs in where one stands, goes on over a reload and over tokens, and signs out', async ({
    page,
    site,
    oidc,
    api,
  }) => {
    await page.goto(`${site.url}${place}`)
    await expect(atProvider(page)).toBeVisible()
    expect(api.unsigned).toBe(0)
    await letIn(page, 'ines')
    await expect(account(page)).toHaveAccessibleName('Signed in as ines')
    await expect(page).toHaveURL(`${site.url}${place}`)
    await expect(rows(page).first()).toBeVisible()

    oidc.lasts(3)
    await page.reload()
    await expect(account(page)).toBeVisible()
    await expect(page).toHaveURL(`${site.url}${place}`)
    let loads = 0
    page.on('load', () => (loads += 1))
    const before = count(oidc, 'refresh')
    await expect.poll(() => count(oidc, 'refresh'), { timeout: 20_000 }).toBeGreaterThan(before)
    await expect(page.getByRole('link', { name: /Sources: Live/ })).toBeVisible()
    expect([loads, count(oidc, 'authorization')]).toEqual([0, 1])
    await cacheHits(page).click()
    await page.getByRole('button', { name: /Acknowledge/ }).click()
    await expect.poll(() => site.backend.get('incidents', 'INC-2294')?.state).toBe('acknowledged')
    expect(api.writes).toEqual([{ who: 'ines', actor: 'ines' }])

    const kept = () => page.evaluate(() => JSON.stringify([sessionStorage, localStorage]))
    expect(await kept()).toMatch(/refresh/)
    await account(page).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await expect(page.getByRole('heading', { name: 'You have signed out' })).toBeVisible()
    expect(await kept()).not.toMatch(/refresh/)
    await page.goto(`${site.url}${place}`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await letIn(page, 'ines')
    await expect(page).toHaveURL(`${site.url}${place}`)
    await expect(account(page)).toBeVisible()
  })
})

test('a tab that was duplicated gets a session of its own, and both go on', async ({ page, site, oidc }) => {
  await page.goto(`${site.url}sources/`)
  await letIn(page, 'ines')
  await expect(account(page)).toBeVisible()
  oidc.lasts(3)
  await page.reload()
  await expect(account(page)).toBeVisible()
  const opening = page.waitForEvent('popup')
  await page.evaluate(() => void window.open(location.href))
  const copy = await opening
  await expect(account(copy)).toBeVisible()
  expect(count(oidc, 'authorization')).toBe(2)
  const before = count(oidc, 'refresh')
  await expect.poll(() => count(oidc, 'refresh'), { timeout: 20_000 }).toBeGreaterThan(before + 1)
  for (const each of [page, copy]) await expect(each.getByText('Your sign-in is over')).toHaveCount(0)
})

test('a role that is missing takes the controls away, and says why', async ({ page, site, api }) => {
  await page.goto(`${site.url}incidents/`)
  await letIn(page, 'ravi')
  await expect(account(page)).toHaveAccessibleName('Signed in as ravi, read-only')
  await cacheHits(page).click()
  const acknowledge = page.getByRole('button', { name: /Acknowledge/ })
  await expect(acknowledge).toHaveAccessibleDescription(/none of the roles that may change something/)
  await acknowledge.click({ force: true })
  await page.keyboard.press('a')
  expect([api.writes, site.backend.get('incidents', 'INC-2294')?.state]).toEqual([[], 'triggered'])
})

test('a session that the provider ends is told over the page, which stays, with a way on', async ({
  page,
  site,
  oidc,
}) => {
  oidc.lasts(3)
  await page.goto(`${site.url}${place}`)
  await letIn(page, 'ines')
  await expect(rows(page).first()).toBeVisible()
  const shown = await rows(page).count()
  await oidc.revoke()
  await expect(page.getByRole('alert').getByText('Your sign-in is over')).toBeVisible({ timeout: 20_000 })
  await expect(rows(page)).toHaveCount(shown)
  const asked = oidc.asked.length
  expect(await accessibilityFaults(page)).toEqual([])
  // The provider is not asked again, and the page is not left.
  expect(oidc.asked).toHaveLength(asked)
  oidc.lasts(3600)
  await page.getByRole('alert').getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${site.url}${place}`)
  await expect(account(page)).toBeVisible()
  await expect(page.getByText('Your sign-in is over')).toHaveCount(0)
})

test('a backend that refuses a good sign-in is told, and the provider is not asked again and again', async ({
  page,
  site,
  oidc,
  api,
}) => {
  api.refuses = true
  await page.goto(`${site.url}${place}`)
  await letIn(page, 'ines')
  await expect(page.getByRole('alert').getByText('larkmere refuses this sign-in (401).')).toBeVisible()
  await expect(account(page)).toBeVisible()
  expect(count(oidc, 'authorization')).toBe(1)
  expect(count(oidc, 'refresh')).toBeLessThanOrEqual(1)
})

test('what goes wrong on the way is told, and can be begun again', async ({ page, site, oidc }) => {
  const says = (text: string | RegExp) => expect(page.getByRole('alert')).toContainText(text)
  const again = () => page.getByRole('button', { name: 'Sign in again' }).click()
  let answer = ''
  page.on('request', (request) => {
    if (request.url().includes('code=')) answer = request.url()
  })

  await page.goto(`${site.url}${place}`)
  await page.getByRole('button', { name: 'Deny' }).click()
  await says(/did not sign you in.*“access_denied”: The person said no/s)
  await expect(page).toHaveURL(site.url)

  // Another answer than the one that is waited for.
  await again()
  await expect(atProvider(page)).toBeVisible()
  await page.goto(`${site.url}?code=a&state=b&iss=${encodeURIComponent(oidc.issuer)}`)
  await says(/“state”|"state"/)

  await again()
  await letIn(page, 'ines')
  await expect(page).toHaveURL(`${site.url}${place}`)
  await expect(account(page)).toBeVisible()

  // The same answer once more: with a session it goes on, without one it is told.
  await page.goto(answer)
  await expect(account(page)).toBeVisible()
  await expect(page).not.toHaveURL(/code=/)
  await page.evaluate(() => sessionStorage.clear())
  await page.goto(answer)
  await says(/used already/)

  oidc.down(true)
  await again()
  await says(/cannot be reached/)
  await expect(page.getByRole('alert')).toContainText('connect-src')
  expect(await accessibilityFaults(page)).toEqual([])
  oidc.down(false)
  await again()
  await expect(account(page)).toBeVisible()
})

test('a clock that is wrong is told as that', async ({ page, site }) => {
  await page.clock.setFixedTime(Date.now() + 3 * 3_600_000)
  await page.goto(`${site.url}${place}`)
  await letIn(page, 'ines')
  await expect(page.getByRole('alert')).toContainText(/This computer’s clock is wrong.*(2 h 59 m|3 h) fast/s)
})
