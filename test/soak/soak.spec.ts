import { expect, test } from '@playwright/test'
import { soak, wallBrowser } from './soak'
import { report, verdict } from './verdict'

test.use(wallBrowser)

const hours = Number(process.env.SOAK_HOURS ?? 72)

test(`${hours} simulated hours at the wall`, async ({ page }) => {
  test.setTimeout(3 * 3_600_000)
  const extent = { hours, incidents: Math.round((hours / 72) * 500), outages: Math.round((hours / 72) * 50) }
  const result = await soak(page, process.env.WATCHBILL_DIST ?? 'dist', extent)
  console.log(report(result, extent))
  expect(verdict(result, Math.min(6, hours >> 1))).toEqual([])
})
