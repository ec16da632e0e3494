import { expect, settled, test } from './base'

test.describe('a backend that fails under an open page', () => {
  test.slow()
  for (const kind of ['error', 'truncated', 'html', 'unauthenticated'] as const)
    test(`keeps the last picture and names the fault: ${kind}`, async ({ page, site }) => {
      const streaming = page.waitForResponse(/\/v1\/changes/)
      await page.goto(`${site.url}incidents/`)
      await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(5)
      await streaming
      const light = page.getByRole('banner').getByText(/^Live/)
      await expect(light).toBeVisible()
      site.backend.chaos.set(kind, true)
      site.backend.put({ incidents: [] })
      await expect(light).toHaveCount(0, { timeout: 25_000 })
      await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(5)
      await expect(page.getByText(/\b0 of [\d,]+ incidents|no incidents/i)).toHaveCount(0)
      site.backend.chaos.set(kind, false)
      await page
        .getByRole('link', { name: /Sources/ })
        .first()
        .click()
      await expect(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible()
    })
})

test.describe('two sources, one dead', () => {
  test.use({
    configuration: {
      sources: [
        { id: 'larkmere', title: 'Larkmere', type: 'rest', options: { url: 'api' } },
        { id: 'gone', title: 'Gone', type: 'rest', options: { url: 'nothing-here' } },
      ],
    },
  })
  test('costs its own part only, by name', async ({ page, site }) => {
    await page.goto(`${site.url}ownership/`)
    await settled(page)
    await expect(page.getByText(/of 500 activities/).first()).toBeVisible()
    await page.goto(`${site.url}sources/`)
    await expect(page.getByRole('heading', { name: 'Gone' })).toBeVisible()
    await expect(page.getByText(/404/).first()).toBeVisible()
  })
})

test('a backend that hangs: Live, then Late, then Frozen, and nothing vanishes', async ({ page, site }) => {
  const now = await page.evaluate(() => Date.now())
  await page.clock.install({ time: now })
  await page.goto(`${site.url}incidents/`)
  const light = page.getByRole('banner')
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(5)
  await expect(light.getByText(/^Live/)).toBeVisible()
  site.backend.chaos.set('hang', true)
  await page.clock.fastForward(35_000)
  await expect(light.getByText(/^Late/)).toBeVisible()
  await page.clock.fastForward(40_000)
  await expect(light.getByText(/^Frozen/)).toBeVisible()
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(5)
})

test('a backend that is down at opening is named, and opened by itself once it is back', async ({ page, site }) => {
  site.backend.chaos.set('error', true)
  await page.goto(`${site.url}incidents/`)
  await expect(page.getByText(/Larkmere: .*500/).first()).toBeVisible()
  await expect(page.getByText(/Nothing is burning|No source tells/)).toHaveCount(0)
  site.backend.chaos.set('error', false)
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(5, { timeout: 40_000 })
})
