import { world } from '../../mocks/world'
import { anIncident } from '../tools/records'
import { expect, settled, test } from './base'

test.use({ holdings: { ...world().holdings, incidents: [] } })

const { now } = world()
const worst = anIncident({
  id: 'INC-9',
  title: 'Card payments fail',
  severity: 1,
  opened: now,
  clocks: { detected: now },
})

declare global {
  interface Window {
    notes: number
  }
}

// The headless browser lets everything sound. This one is as browsers are delivered: silent before a real gesture.
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.notes = 0
    // Not `navigator.userActivation`: to look into a page is a gesture for Chromium.
    let touched = false
    for (const kind of ['keydown', 'pointerdown'])
      addEventListener(kind, ({ isTrusted }) => (touched ||= isTrusted), { capture: true })
    window.AudioContext = class extends AudioContext {
      allowed = false
      override get state() {
        return this.allowed ? super.state : 'suspended'
      }
      override async resume() {
        if (!touched) return new Promise<void>(() => {})
        this.allowed = true
        await super.resume()
        this.dispatchEvent(new Event('statechange'))
        return undefined
      }
    }
    window.OscillatorNode = class extends OscillatorNode {
      override start(when?: number) {
        window.notes += 1
        super.start(when)
      }
    }
  })
})
const notes = (page: { evaluate: <T>(run: () => T) => Promise<T> }) => page.evaluate(() => window.notes)

test('says that the browser blocks the sound and what to do; one key arms it, a new SEV1 is heard', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}wall/?sound=1`)
  await settled(page)
  await expect(page.getByText(/sound blocked by the browser: press a key/)).toBeVisible()
  await page.keyboard.press('x')
  await expect(page.getByText('sound on')).toBeVisible()
  expect(await notes(page)).toBe(0)
  site.backend.put({ incidents: [worst] })
  await expect(page.getByRole('alert')).toContainText('INC-9', { timeout: 30_000 })
  await expect.poll(() => notes(page)).toBe(6)
})

test('shows what it may not sound', async ({ page, site }) => {
  await page.goto(`${site.url}wall/?sound=1&kiosk`)
  await settled(page)
  await expect(page.getByText(/--autoplay-policy=no-user-gesture-required/)).toBeVisible()
  site.backend.put({ incidents: [worst] })
  await expect(page.getByRole('alert')).toContainText('INC-9', { timeout: 30_000 })
  await expect(page.locator('[data-rings]').first()).toBeVisible()
  expect(await notes(page)).toBe(0)
})
