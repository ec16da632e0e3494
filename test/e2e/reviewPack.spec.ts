import { readFileSync } from 'node:fs'
import { accessibilityFaults, expect, settled, test } from './base'

test.setTimeout(90_000)

test('the review pack of a range: one click, no fault, whole on A4 paper, and as Markdown', async ({ page, site }) => {
  await page.goto(`${site.url}trends/?range=quarter`)
  // By the keyboard alone, here and where a decision is added.
  await page.getByRole('button', { name: 'Review pack' }).press('Enter')
  await expect(page.getByRole('menu')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Review pack' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Markdown' })).not.toHaveAttribute('aria-disabled', 'true', {
    timeout: 30_000,
  })
  await settled(page)
  expect(await accessibilityFaults(page)).toEqual([])

  await page.getByLabel('Decision', { exact: true }).focus()
  await page.keyboard.type('Page less | at night')
  await page.keyboard.press('Enter')
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
