import { world } from '../../mocks/world'
import type { Page } from '@playwright/test'
import { args, resolveChromium } from '../tools/chromium.mjs'
import { anIncident } from '../tools/records'
import { accessibilityFaults, expect, settled, test } from './base'

// As the guide for kiosks in the README has it.
test.use({
  launchOptions: { ...resolveChromium(), args: [...args, '--autoplay-policy=no-user-gesture-required'] } as never,
})

const { now } = world()
const worst = anIncident({
  id: 'INC-9',
  title: 'Card payments fail',
  severity: 1,
  opened: now,
  clocks: { detected: now },
})
const scenes = ['board', 'lanes', 'planned', 'weeks'] as const

const frame = (page: Page) => page.locator('[data-rings][aria-hidden]')

/** The animation of the frame around the picture, while it rings. */
const pulse = (page: Page) =>
  frame(page).evaluate((element) => {
    const { animationName, animationIterationCount, borderTopColor, borderTopWidth } = getComputedStyle(element)
    return { animationName, animationIterationCount, borderTopColor, wide: Number.parseFloat(borderTopWidth) }
  })

test('is armed by the flag of the kiosk, without a hand', async ({ page, site }) => {
  await page.goto(`${site.url}wall/?kiosk&sound=1`)
  await settled(page)
  await expect(page.getByText('sound on')).toBeVisible()
})

for (const motion of ['no-preference', 'reduce'] as const)
  test(`the twin of the sound: motion ${motion}`, async ({ page, site }) => {
    await page.emulateMedia({ reducedMotion: motion })
    await page.goto(`${site.url}wall/?theme=dark`)
    await settled(page)
    await expect(page.getByText(/live · /).first()).toBeVisible()
    site.backend.put({ incidents: [worst] })
    await expect(frame(page)).toBeVisible({ timeout: 30_000 })
    const { animationName, wide, borderTopColor } = await pulse(page)
    expect(animationName).toMatch(motion === 'reduce' ? /^none$/ : /pulse/)
    // Strong without motion: as thick as a quarter of a line, in the colour of a SEV1.
    expect(wide).toBeGreaterThanOrEqual(4)
    expect(motion === 'no-preference' || borderTopColor === 'rgb(255, 92, 80)').toBe(true)
    const shifts = await page.locator('[data-picture]').evaluate((wall) => getComputedStyle(wall).transitionDuration)
    expect(Number.parseFloat(shifts) < 0.01).toBe(motion === 'reduce')
  })

for (const theme of ['dark', 'light'])
  test(`by night every text keeps its contrast, theme ${theme}`, async ({ page, site }) => {
    test.slow()
    for (const scene of scenes) {
      await page.goto(`${site.url}wall/?theme=${theme}&zone=UTC&night=09:00-10:00&severity=2,3,4,5,0&scene=${scene}`)
      await settled(page)
      await expect(page.getByText('dimmed until 10:00')).toBeVisible()
      expect(await accessibilityFaults(page)).toEqual([])
    }
  })

const panels = [
  [1920, 1080],
  [1080, 1920],
  [3440, 1440],
  [1280, 720],
  [390, 844],
] as const

/** How many parts of the picture reach beyond it, drifted as far as it goes towards one end. */
const beyond = (page: Page, end: string): Promise<number> =>
  page.locator('[data-picture]').evaluate((wall: HTMLElement, to) => {
    wall.style.setProperty('--drift-x', to)
    wall.style.setProperty('--drift-y', to)
    wall.style.transition = 'none'
    const { right, bottom, left, top } = wall.getBoundingClientRect()
    return [...wall.querySelectorAll('header, footer, main, article, section')]
      .map((part) => part.getBoundingClientRect())
      .filter((box) => box.right > right + 1 || box.bottom > bottom + 1 || box.left < left - 1 || box.top < top - 1)
      .length
  }, end)

test('every scene fits every panel, wherever the picture has drifted', async ({ page, site }) => {
  test.slow()
  for (const scene of scenes) {
    await page.goto(`${site.url}wall/?scene=${scene}&sound=1`)
    await settled(page)
    await expect(page.getByText('sound on')).toBeVisible()
    for (const [width, height] of panels) {
      await page.setViewportSize({ width, height })
      for (const end of ['-1', '1'])
        await expect.poll(() => beyond(page, end), `${scene} at ${width} × ${height}`).toBe(0)
    }
  }
})
