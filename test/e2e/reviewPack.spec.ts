import { readFileSync } from 'node:fs'
import { accessibilityFaults, expect, settled, test } from './base'

test.setTimeout(90_000)

test('the review pack of a range: one click, no fault, whole on A4 paper, and as Markdown', async ({ page, site }) => {
  await page.goto(`${site.url}trends/?range=quarter`)
  await page.getByRole('button', { name: 'Review pack' }).click()
  await page.getByRole('menuitem', { name: 'Open' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Review pack' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Markdown' })).not.toHaveAttribute('aria-disabled', 'true', {
    timeout: 30_000,
  })
  await settled(page)
  expect(await accessibilityFaults(page)).toEqual([])

  await page.getByLabel('Decision', { exact: true }).fill('Page less | at night')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Markdown' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toBe('review-pack-2026-11-20-0942-utc.md')
  const text = readFileSync(await file.path(), 'utf8')
  expect(text).toContain('- As of 20 Nov 2026 09:42 UTC, locked')
  expect(text).toContain(String.raw`| Page less \| at night | – | – |  |`)
  expect(text).toMatch(/^\| Incidents \| \d+ \| n = \d+ \| .* \| (real change|≈ within noise) \|$/m)

  // As wide as A4 portrait between its margins.
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 703, height: 1000 })
  const widths = await page.evaluate(() =>
    [...document.querySelectorAll('main table')].map((table) => [table.scrollWidth, table.parentElement?.clientWidth]),
  )
  expect(widths.length).toBeGreaterThan(5)
  for (const [table = 0, room = 0] of widths) expect(table).toBeLessThanOrEqual(room)
  await expect(page.getByRole('form', { name: 'Add a decision' })).toBeHidden()
  await expect(page.getByText('Page less | at night')).toBeVisible()
})
