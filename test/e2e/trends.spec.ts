import type { Page } from '@playwright/test'
import { randomOf } from '../../src/domain/statistics/random'
import { world } from '../../mocks/world'
import { day24, instant, parseInstant } from '../../src/domain/units'
import { anIncident } from '../tools/records'
import { accessibilityFaults, expect, hasRealData, ofWorkspace, realData, settled, test } from './base'

interface Mark {
  /** The figure or card it stands in. */
  readonly where: string
  /** What it says of itself. */
  readonly text: string
  readonly said: number
  readonly href: string
}

/** Everything on the screen, its tables opened. */
async function openBoard(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await settled(page)
  await expect(page.getByRole('heading', { name: 'Follow-through' })).toBeVisible({ timeout: 40_000 })
  await settled(page)
}

/** Every mark that leads to incidents and says how many they are. */
async function marksOf(page: Page): Promise<readonly Mark[]> {
  for (const table of await page
    .locator('main summary')
    .filter({ hasText: /^Table$/ })
    .all())
    await table.click()
  return page.locator('main a[href*="incidents/?view=table"]').evaluateAll((links) =>
    links.flatMap((link) => {
      const words = (link.getAttribute('aria-label') ?? link.textContent ?? '').trim()
      const card = link.closest('h3')?.parentElement?.textContent ?? ''
      const row = link.closest('tr')
      const number = (text: string, ...patterns: readonly RegExp[]) =>
        patterns.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined)
      const said =
        row && link.closest('th, td') === row.firstElementChild
          ? undefined
          : (number(words, /([\d,]+) incidents?\b/, /n = ([\d,]+)/, /: ([\d,]+)$/, /^([\d,]+)$/, /^([\d,]+) [a-z]/) ??
            number(card, /([\d,]+) of [\d,]+ (?!incidents)/, /n = ([\d,]+)/))
      return said === undefined
        ? []
        : [
            {
              where:
                link.closest('figure')?.getAttribute('aria-label') ??
                link.closest('section, figure, [class*="card"]')?.querySelector('h2, h3')?.textContent ??
                '',
              text: `${words} ${card}`.trim(),
              said: Number(said.replaceAll(',', '')),
              href: link.getAttribute('href') ?? '',
            },
          ]
    }),
  )
}

/** A few marks of each figure, others at each number given. */
function walkOver(marks: readonly Mark[], seed: number, each: number): readonly Mark[] {
  const random = randomOf(seed)
  return [...Map.groupBy(marks, ({ where }) => where).values()].flatMap((own) =>
    Array.from({ length: Math.min(each, own.length) }, () => own[Math.floor(random() * own.length)]).filter(
      (mark) => mark !== undefined,
    ),
  )
}

/** Opens each in the app's own list and compares the count it says with the one it leads to. */
async function expectCounts(page: Page, marks: readonly Mark[]): Promise<void> {
  for (const { where, text, said, href } of marks) {
    await page.evaluate((to) => {
      history.pushState({}, '', to)
      dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    }, href)
    const list = page.getByText(/^[\d,]+( of [\d,]+)? incidents?$/).first()
    await expect(list, `${where}: ${text}`).toHaveText(
      new RegExp(`^${new Intl.NumberFormat('en').format(said)}( of [\\d,]+)? incidents?$`),
      { timeout: 20_000 },
    )
  }
}

test('each mark met on a random walk opens exactly as many incidents as it says', async ({ page, site }) => {
  test.slow()
  await openBoard(page, `${site.url}trends/`)
  const marks = await marksOf(page)
  expect(marks.length).toBeGreaterThan(700)
  await expectCounts(page, walkOver(marks, 6, 3))
})

test('the walk holds under filters, in another zone', async ({ page, site }) => {
  test.slow()
  await openBoard(page, `${site.url}trends/?range=quarter&severity=2,3&clock=acknowledge&zone=Asia%2FKathmandu`)
  const marks = await marksOf(page)
  expect(marks.every(({ href }) => href.includes('severity='))).toBe(true)
  await expectCounts(page, walkOver(marks, 7, 2))
})

if (hasRealData)
  test.describe('over a status page', () => {
    test.use({ workspace: realData('github-status'), configuration: ofWorkspace, now: '2026-11-21T09:00:00Z' })
    test('the walk holds', async ({ page, site }) => {
      test.slow()
      await openBoard(page, `${site.url}trends/?range=all`)
      const marks = await marksOf(page)
      expect(marks.length).toBeGreaterThan(100)
      await expectCounts(page, walkOver(marks, 8, 2))
    })
  })

const scrolled = (page: Page) => page.evaluate(() => document.querySelector('main')?.scrollTop)

test('the browser and the link go back to the same scope and place, and counts of events open these', async ({
  page,
  site,
}) => {
  test.slow()
  await openBoard(page, `${site.url}trends/?range=quarter`)
  const mark = page.getByRole('link', { name: /^never handed on: / })
  await mark.scrollIntoViewIfNeeded()
  const top = await scrolled(page)
  expect(top).toBeGreaterThan(500)
  await mark.click()
  await expect(page.getByText(/^[\d,]+ of [\d,]+ incidents$/)).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/trends\/\?range=quarter/)
  await expect.poll(() => scrolled(page), { timeout: 20_000 }).toBe(top)
  await page.goForward()
  await page.getByRole('link', { name: 'Back to trends' }).click()
  await expect(page).toHaveURL(/trends\/\?range=quarter/)
  await expect.poll(() => scrolled(page), { timeout: 20_000 }).toBe(top)
  await expect(mark).toBeInViewport()

  // A count of events opens exactly these, by its table too.
  const panel = page.getByRole('figure', { name: 'Events and what became of them' })
  const button = panel.getByRole('button', { name: /, ignored: [\d,]+ events$/ }).first()
  const said = await button.innerText()
  await button.click()
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText(new RegExp(`^${said} events$`))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await panel.getByText('Table', { exact: true }).click()
  const link = panel.locator('figure table, details table').getByRole('link').first()
  const count = await link.innerText()
  await link.click()
  await expect(drawer.getByText(new RegExp(`^${count} events?$`))).toBeVisible()
  await expect(page).toHaveURL(/range=quarter.*events=rule/)
})

const { holdings } = world()
const first = parseInstant('2026-09-01T08:00:00Z') ?? instant(0)
/** The same on three days, in words that nothing else there has. */
const jams = [0, 9, 20].map((days, index) =>
  anIncident({
    id: `INC-90${index}`,
    title: 'Badge printer tray jams at the gate',
    opened: instant(first + days * day24),
    state: 'closed',
    workloads: holdings.workloads.slice(0, 1).map(({ id }) => id),
  }),
)

test.describe('incidents that are alike', () => {
  test.use({ holdings: { ...holdings, incidents: [...holdings.incidents, ...jams] } })
  test('are accepted as a problem that links them', async ({ page, site }) => {
    test.slow()
    await openBoard(page, `${site.url}trends/`)
    await page.getByRole('button', { name: 'Look for incidents that are alike' }).click()
    await page.getByRole('button', { name: 'Look at the 3, record a problem…' }).click()
    expect(await accessibilityFaults(page)).toEqual([])
    const form = page.getByRole('form', { name: /^Record a problem: Badge printer/ })
    await expect(form.getByRole('checkbox')).toHaveCount(3)
    await form.getByRole('button', { name: 'Record the problem' }).click()
    await expect(form).toBeHidden()
    const linked = () => site.backend.list('incidents', { ids: jams.map(({ id }) => id) })
    await expect.poll(() => linked().filter(({ problem }) => problem !== undefined).length).toBe(3)
  })
})
