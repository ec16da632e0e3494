import type { Page } from '@playwright/test'
import { world } from '../../mocks/world'
import { type Incident, isOpenAt, type Severity } from '../../src/domain/incident'
import { answered, countQuestions } from './answered'
import { expect, settled, test } from './base'

const company = world()
const burns = company.holdings.incidents
  .filter((incident) => isOpenAt(incident, company.now))
  .toSorted((left, right) => (left.severity ?? 9) - (right.severity ?? 9))
const over = company.holdings.incidents.filter((incident) => !isOpenAt(incident, company.now))
const levels: readonly Severity[] = [2, 3, 4]

/** So many open ones: the company's own, the worst first, then more of their kind. */
const holding = (count: number): readonly Incident[] => [
  ...over,
  ...burns.slice(0, count),
  ...Array.from({ length: Math.max(0, count - burns.length) }, (_each, index) => {
    const one = burns[index % burns.length]
    if (!one) throw new Error('nothing burns')
    return { ...one, id: `INC-9${100 + index}`, severity: levels[index % 3] ?? 3 }
  }),
]

const long =
  'Settlement files of the previous business day are rejected by two of the four clearing houses because the signing certificate is not trusted'
const lengthened = (incidents: readonly Incident[]): readonly Incident[] =>
  incidents.map((incident, index) =>
    isOpenAt(incident, company.now)
      ? { ...incident, title: index % 2 === 0 ? long : `${incident.title}: ${long.slice(0, 70)}` }
      : incident,
  )

/** Width, height, and the scale of the picture that is kept. */
const panels = { hd: [1920, 1080, 0.6], '4k': [3840, 2160, 0.4], upright: [1080, 1920, 0.6] } as const
type Panel = keyof typeof panels

/** The server of each run has another port: what names it gets one that stays. React leaves words that stay alone. */
const withoutPort = (page: Page) =>
  page.evaluate(() => {
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (words.nextNode())
      words.currentNode.nodeValue = words.currentNode.nodeValue?.replace(/127\.0\.0\.1:\d+/, 'backend') ?? null
    // A code names the server too.
    for (const code of document.querySelectorAll('[aria-label^="QR code"] path'))
      code.setAttribute('d', 'M8 8h16v16h-16z')
  })

/** Everything that was asked is answered and drawn. */
async function drawn(page: Page): Promise<void> {
  await settled(page)
  await answered(page)
}

/** What has come to rest would look the same tomorrow. */
async function keep(page: Page, name: string): Promise<void> {
  await withoutPort(page)
  await expect(page).toHaveScreenshot(`${name}.png`, {
    animations: 'disabled',
    maxDiffPixelRatio: 0.001,
    scale: 'device',
    timeout: 15_000,
  })
}

test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.beforeEach(({ page }) => page.addInitScript(countQuestions))

for (const [panel, [width, height, scale]] of Object.entries(panels) as [Panel, (typeof panels)[Panel]][])
  for (const count of [0, 1, 3, 8, 40])
    test.describe(`${panel}, ${count} open`, () => {
      test.use({
        viewport: { width, height },
        deviceScaleFactor: scale,
        holdings: { ...company.holdings, incidents: holding(count) },
      })
      test('looks as it was seen to be right', async ({ page, site }) => {
        await page.goto(`${site.url}wall/?kiosk&theme=dark&zone=UTC`)
        await expect(page.getByText(/Larkmere live/).first()).toBeVisible({ timeout: 20_000 })
        await drawn(page)
        await keep(page, `${panel}-${count}`)
      })
    })

for (const [name, count, query] of [
  ['light-0', 0, 'theme=light'],
  ['light-3', 3, 'theme=light'],
  ['light-8', 8, 'theme=light'],
  ['long-3', 3, 'theme=dark'],
  ['long-8', 8, 'theme=dark'],
  ['long-40', 40, 'theme=dark'],
  ['far-3', 3, 'theme=dark&distance=4&diagonal=55'],
] as const)
  test.describe(name, () => {
    const incidents = holding(count)
    const shown = name.startsWith('long') ? lengthened(incidents) : incidents
    test.use({
      viewport: { width: 1920, height: 1080 },
      deviceScaleFactor: 0.6,
      holdings: { ...company.holdings, incidents: shown },
    })
    test('looks as it was seen to be right', async ({ page, site }) => {
      await page.goto(`${site.url}wall/?kiosk&zone=UTC&${query}`)
      await expect(page.getByText(/Larkmere live/).first()).toBeVisible({ timeout: 20_000 })
      await drawn(page)
      await keep(page, name)
    })
  })

test.describe('what is old', () => {
  test.use({ viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 0.6 })
  test.use({ holdings: { ...company.holdings, incidents: holding(3) } })
  for (const [picture, minutes] of [
    ['late', 0.6],
    ['frozen', 5],
  ] as const)
    test(`looks ${picture}, as it was seen to be right`, async ({ page, site }) => {
      await page.goto(`${site.url}wall/?kiosk&theme=dark&zone=UTC`)
      await expect(page.getByText(/Larkmere live/).first()).toBeVisible({ timeout: 20_000 })
      // What was not answered by then never would be, and lacks in the picture.
      await drawn(page)
      site.backend.chaos.set('hang', true)
      await page.clock.setFixedTime(company.now + minutes * 60_000)
      await expect(page.locator(`[data-picture="${picture}"]`)).toBeVisible({ timeout: 15_000 })
      await keep(page, picture)
    })
  test('looks dead where nothing was ever told, as it was seen to be right', async ({ page, site }) => {
    site.backend.chaos.set('error', true)
    await page.goto(`${site.url}wall/?kiosk&theme=dark&zone=UTC`)
    await expect(page.locator('[data-picture="dead"]')).toBeVisible({ timeout: 20_000 })
    await drawn(page)
    await keep(page, 'dead')
  })
})
