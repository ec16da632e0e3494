import { expect, settled, test } from './base'

test('a person finds who answers for an activity, by keyboard only', async ({ page, site }) => {
  await page.goto(`${site.url}ownership/`)
  await settled(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /^Find/ }).fill('rotate bank')
  await expect(page.getByRole('option', { name: /Rotate bank certificates/ }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  const drawer = page
    .getByRole('complementary')
    .or(page.getByRole('dialog'))
    .filter({ hasText: 'Rotate bank certificates' })
  await expect(drawer).toContainText('Accountable')
  await expect(drawer).toContainText('Security')
  await expect(page).toHaveURL(/activity=/)
})

test('an incident is followed and acknowledged, and the backend remembers it', async ({ page, site }) => {
  await page.goto(`${site.url}incidents/`)
  await page.getByRole('option', { name: /Cache hit ratio dropped/ }).click()
  await expect(page.getByRole('heading', { name: /Cache hit ratio dropped/ })).toBeVisible()
  await page.getByRole('button', { name: /Acknowledge/ }).click()
  await expect(page.getByRole('option', { name: /Cache hit ratio dropped/ })).toContainText('acknowledged')
  await expect(page.getByText('unacknowledged')).toHaveCount(0)
  await expect.poll(() => site.backend.get('incidents', 'INC-2294')?.state).toBe('acknowledged')
  await page.reload()
  await expect(page.getByRole('option', { name: /Cache hit ratio dropped/ })).toContainText('acknowledged')
})

test('what others change shows by itself', async ({ page, site }) => {
  const streaming = page.waitForResponse(/\/v1\/changes/)
  await page.goto(`${site.url}incidents/?id=INC-2293`)
  await expect(page.getByRole('heading', { name: /Order confirmation latency/ })).toBeVisible()
  await streaming
  const envelope = { key: 'other', actor: 'A. Haddad', at: site.backend.now() }
  site.backend.send({
    ...envelope,
    command: { kind: 'add-entry', incident: 'INC-2293', entry: 'note', text: 'Seen by somebody else' },
  })
  await expect(page.getByText('Seen by somebody else')).toBeVisible({ timeout: 10_000 })
})

test('every figure of the trends says its n and opens its records', async ({ page, site }) => {
  await page.goto(`${site.url}trends/`)
  await settled(page)
  await expect(page.getByText(/n = 1,049/).first()).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Incidents', exact: true }).first().click()
  await expect(page).toHaveURL(/incidents\/\?/)
  await expect(page.getByText(/1,049 of/)).toBeVisible()
})

test('a link reproduces the view: zone, filters and selection', async ({ page, site }) => {
  await page.goto(`${site.url}incidents/?severity=1,2&status=all&zone=Europe%2FBerlin&id=INC-2291`)
  await expect(page.getByRole('heading', { name: 'Card payments failing for EU customers' })).toBeVisible()
  await expect(page.getByText(/10:04/).first()).toBeVisible()
  const rows = page.getByRole('listbox').getByRole('option')
  await expect(rows.first()).toBeVisible()
  const before = await rows.allInnerTexts()
  expect(before.length).toBeGreaterThan(3)
  await page.reload()
  await expect(rows).toHaveText(before.map((text) => new RegExp(text.split('\n')[0] ?? '')))
})

test.describe('under a sub-path of a plain static host', () => {
  test.use({ prefix: '/ops/board/' })
  test('every view opens by its address, is left by links and survives a reload', async ({ page, site }) => {
    await page.goto(site.url)
    await expect(page.getByRole('heading', { level: 1, name: 'Ownership' })).toBeVisible()
    await page.getByRole('navigation').getByRole('link', { name: 'Trends' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Trends' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Trends' })).toBeVisible()
    expect(new URL(page.url()).pathname).toBe('/ops/board/trends/')
  })
})

test.describe('a configuration with a mistake', () => {
  test.use({ configuration: { sources: [{ id: 'a', type: 'rest', title: 'A', options: { ulr: 'api' } }] } })
  test('is named on the page, with the key, its place and what is allowed', async ({ page, site }) => {
    await page.goto(site.url)
    await expect(page.getByText('ulr').first()).toBeVisible()
    await expect(page.getByText(/sources/).first()).toBeVisible()
    await expect(page.getByText(/\burl\b/).first()).toBeVisible()
  })
})

test.describe('no configuration', () => {
  test.use({ configuration: { sources: [] } })
  test('says how to begin', async ({ page, site }) => {
    await page.goto(site.url)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(/watchbill\.config\.json|Sources|drop/i)
  })
})

test('two tabs share one stream, and both see what others change', async ({ context, page, site }) => {
  let streams = 0
  context.on('request', (request) => (streams += request.url().includes('/v1/changes') ? 1 : 0))
  const streaming = page.waitForResponse(/\/v1\/changes/)
  await page.goto(`${site.url}incidents/?id=INC-2293`)
  await streaming
  const other = await context.newPage()
  await other.goto(`${site.url}incidents/?id=INC-2293`)
  await expect(other.getByRole('heading', { name: /Order confirmation latency/ })).toBeVisible()
  const envelope = { key: 'tabs', actor: 'A. Haddad', at: site.backend.now() }
  site.backend.send({
    ...envelope,
    command: { kind: 'add-entry', incident: 'INC-2293', entry: 'note', text: 'Seen in both tabs' },
  })
  await expect(page.getByText('Seen in both tabs')).toBeVisible({ timeout: 10_000 })
  await expect(other.getByText('Seen in both tabs')).toBeVisible({ timeout: 10_000 })
  expect(streams).toBe(1)
})
