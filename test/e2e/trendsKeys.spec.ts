import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, settled, test } from './base'

interface Stop {
  /** What says what it is: its name, or its words. */
  readonly name: string
  /** The figure that it stands in. */
  readonly figure: string
  /** Whether it is seen that it has the focus. */
  readonly seen: boolean
}

declare global {
  interface Window {
    stops: Stop[]
    /** What takes the Tab key and was never reached. */
    missed: () => readonly string[]
  }
}

/** Writes down from now on whatever gets the focus. */
const watchFocus = (page: Page) =>
  page.evaluate(() => {
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ?? element.textContent?.trim().replaceAll(/\s+/g, ' ') ?? ''
    const reached = new Set<EventTarget | null>()
    window.stops = []
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLElement) && !(target instanceof SVGElement)) return
      reached.add(target)
      const outlined = (pseudo?: string) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(target, pseudo)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
      }
      const figure = target.closest('figure')?.querySelector('h2')?.textContent ?? ''
      window.stops.push({ name: nameOf(target), figure, seen: outlined() || outlined('::after') })
    })
    window.missed = () =>
      [...document.querySelectorAll<HTMLElement>('main :is(a[href], button, input, select, summary, [tabindex="0"])')]
        .filter((each) => each.tabIndex >= 0 && each.checkVisibility() && !reached.has(each))
        .map(nameOf)
  })

/** Presses Tab through the whole page. */
async function tabThrough(page: Page): Promise<readonly Stop[]> {
  await watchFocus(page)
  for (let round = 0; round < 8; round += 1) {
    for (let press = 0; press < 40; press += 1) await page.keyboard.press('Tab')
    if ((await page.evaluate(() => window.missed())).length === 0) break
  }
  expect(await page.evaluate(() => window.missed())).toEqual([])
  const stops = await page.evaluate(() => window.stops)
  expect(stops.filter(({ seen }) => !seen)).toEqual([])
  return stops
}

/** Presses a key on what the walk has shown to be reached. */
async function press(target: Locator, key: string): Promise<void> {
  await target.focus()
  await target.press(key)
}

test('trends are read and worked by the keyboard alone', async ({ page, site }) => {
  test.slow()
  await page.goto(`${site.url}trends/?range=quarter`)
  await settled(page)
  await expect(page.getByRole('figure', { name: 'Follow-through' })).toBeVisible({ timeout: 40_000 })
  await settled(page)
  const stops = await tabThrough(page)
  const figures = await page.getByRole('figure').getByRole('heading', { level: 2 }).allInnerTexts()
  expect(figures.length).toBeGreaterThan(10)
  for (const figure of figures) {
    const own = stops.filter((stop) => stop.figure === figure).map(({ name }) => name)
    expect(own).toEqual(expect.arrayContaining([`Save ${figure}`, `Method: ${figure}`]))
    if (figure !== 'How long, in quantiles') expect(own).toContain('Table')
  }

  await press(page.getByRole('button', { name: 'Save Incidents per week' }), 'Enter')
  await expect(page.getByRole('menu')).toBeFocused()
  const saved = page.waitForEvent('download')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  expect(readFileSync(await (await saved).path(), 'utf8')).toContain('Week of 9 Nov 2026')

  const severity = page.getByRole('group', { name: 'Range and filters' }).locator('summary', { hasText: 'Severity' })
  await press(severity, 'Enter')
  await expect(page.getByRole('group', { name: 'Severity' }).getByRole('checkbox').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/severity=1/)
  await page.keyboard.press('Escape')
  await expect(severity).toBeFocused()
  await press(page.getByRole('button', { name: 'Clear filters' }), 'Enter')
  await expect(page).not.toHaveURL(/severity=1/)
  await expect(severity).toBeFocused()

  await press(page.getByRole('button', { name: 'Look for incidents that are alike' }), 'Enter')
  await expect(page.getByRole('group', { name: 'Incidents that are alike' })).toBeFocused()

  const bar = page.getByRole('link', { name: /^Week of 16 Nov 2026: / })
  await bar.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('link', { name: /^Week of 9 Nov 2026: / })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/incidents\/\?.*from=2026-11-09/)
})

test('a problem is worked by the keyboard alone', async ({ page, site }) => {
  await page.goto(`${site.url}problems/?id=PRB-118`)
  await settled(page)
  await tabThrough(page)
  const fix = page.getByRole('button', { name: 'Declare a fix…' })
  await press(fix, 'Enter')
  await expect(page.getByLabel('What was done')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(fix).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Certificates are rotated in one region first')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Fix declared', { exact: true })).toBeVisible()
  await expect(fix).toBeFocused()
  await press(page.getByRole('button', { name: 'Known error' }), 'Enter')
  await expect(page.getByRole('group', { name: 'Change the state' })).toBeFocused()
  const unlink = page.getByRole('button', { name: /^Unlink / })
  const second = await unlink.nth(1).getAttribute('aria-label')
  await press(unlink.first(), 'Enter')
  await expect(page.getByRole('button', { name: second ?? '' })).toBeFocused()
})
