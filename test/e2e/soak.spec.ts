import { expect, test } from '@playwright/test'
import { duration, minute } from '../../src/domain/units'
import { soak, wallBrowser } from '../soak/soak'
import { report, verdict } from '../soak/verdict'

// Not `base`: a soak has a clock and servers of its own.
test.use(wallBrowser)

/** The long one is `npm run soak`. The first round is for what fills up once; the second must leave nothing behind. */
const extent = { rounds: 2, length: duration(24 * minute), incidents: 12, outages: 2, deploys: false }

test('48 minutes at the wall, in compressed time: every incident is told, nothing is told falsely, nothing leaks', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const result = await soak(page, process.env.WATCHBILL_DIST ?? 'dist', extent)
  console.log(report(result, extent))
  expect(result.ledger.injected.size).toBe(extent.incidents)
  expect(verdict(result, 1)).toEqual([])
})
