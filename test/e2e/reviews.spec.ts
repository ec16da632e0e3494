import { readFileSync } from 'node:fs'
import { expect, test } from './base'

test('review dates are saved as a calendar, with an event for each date shown', async ({ page, site }) => {
  await page.goto(`${site.url}reviews/?workload=payments-ledger`)
  const button = page.getByRole('button', { name: /^Calendar \(5 of 5\)$/ })
  const saving = page.waitForEvent('download')
  await button.click()
  const file = await saving
  expect(file.suggestedFilename()).toBe('reviews.ics')
  const text = readFileSync(await file.path(), 'utf8').replaceAll(/\r\n[ \t]/g, '')
  expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(5)
  const links = [...text.matchAll(/^URL;VALUE=URI:(.*)$/gm)].map(([, link]) => link ?? '')
  expect(links).toHaveLength(5)
  await page.goto(links[0] ?? '')
  await expect(page.getByRole('dialog')).toBeVisible()
})
