import { expect, test } from '@playwright/test'
import { hour } from '../../src/domain/units'
import { soak, wallBrowser } from './soak'
import { report, verdict } from './verdict'

test.use(wallBrowser)

const rounds = Number(process.env.SOAK_HOURS ?? 72)

test(`${rounds} simulated hours at the wall`, async ({ page }) => {
  test.setTimeout(3 * 3_600_000)
  const share = rounds / 72
  const extent = {
    rounds,
    length: hour,
    incidents: Math.round(share * 500),
    outages: Math.round(share * 50),
    deploys: true,
  }
  const result = await soak(page, process.env.WATCHBILL_DIST ?? 'dist', extent)
  console.log(report(result, extent))
  expect(verdict(result, Math.min(6, rounds >> 1))).toEqual([])
})
