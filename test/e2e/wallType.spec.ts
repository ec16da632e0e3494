import { leastAngles, type Viewing } from '../../src/domain/wall/type'
import { expect, settled, test } from './base'

const diagonals = [24, 32, 43, 55, 75]
const distances = [1, 2, 4, 6, 8]

/** In the page: what is seen under too small an angle from there, and what was left out without being counted. */
function look({ viewing: { distance, diagonal }, least }: { viewing: Viewing; least: typeof leastAngles }) {
  const wall = document.querySelector('[data-picture]')
  if (!wall) return ['there is no wall']
  const pencil = document.createElement('canvas').getContext('2d')
  // A panel that cannot be read from there says from where it can.
  const reach = Number(/read from ([\d.]+) m/.exec(wall.textContent ?? '')?.[1] ?? distance)
  if (reach * 2.2 < distance) return [`${diagonal} inches are given up at ${reach} m`]
  const pitch = (diagonal * 25.4) / Math.hypot(innerWidth, innerHeight)
  const minutes = (pixels: number) => (2 * Math.atan((pixels * pitch) / (2000 * reach)) * 180 * 60) / Math.PI
  const capital = (element: Element) => {
    const { fontSize, fontFamily, fontWeight } = getComputedStyle(element)
    if (!pencil) return 0
    pencil.font = `${fontWeight} 1000px ${fontFamily}`
    return (pencil.measureText('H').actualBoundingBoxAscent / 1000) * Number.parseFloat(fontSize)
  }
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest('.hidden')
  const hasText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  const shown = [...wall.querySelectorAll('*')].filter((element) => hasText(element) && isShown(element))
  const grave = 'article h2, tbody th [data-cut], article [class*="level"], tbody [class*="level"]'
  const words = shown
    .filter((element) => !element.closest('svg'))
    .map((element) => ({
      element,
      seen: minutes(capital(element)),
      wanted: element.matches(grave) ? least.title : least.text,
    }))
  // A sign is drawn in a box of its own: its digit is as large as the box makes it.
  const digits = shown
    .filter((element) => element.matches('article svg text, tbody svg text'))
    .map((element) => {
      const box = element.closest('svg')
      const scale = (box?.getBoundingClientRect().height ?? 0) / (box?.viewBox.baseVal.height || 1)
      return { element, seen: minutes(capital(element) * scale), wanted: least.title }
    })
  const small = [...words, ...digits]
    .filter(({ seen, wanted }) => seen < wanted)
    .map(({ element, seen, wanted }) => `“${element.textContent}” is seen under ${seen.toFixed(1)}′, not ${wanted}′`)
  const uncounted = [...wall.querySelectorAll('article')].flatMap((card) => {
    const gone = card.querySelectorAll(':scope > [class*="gone"]').length
    const told = Number(/\+(\d+) not shown/.exec(card.textContent ?? '')?.[1] ?? 0)
    return told < gone ? [`${card.getAttribute('aria-label')}: ${gone} lines are gone, ${told} are counted`] : []
  })
  const cut = [...wall.querySelectorAll('article, [class*="paged"]')]
    .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
    .map((part) => `${part.className} is cut`)
  return [...small, ...uncounted, ...cut, ...(digits.length + words.length === 0 ? ['nothing is written'] : [])]
}

for (const diagonal of diagonals)
  test(`everything can be read on ${diagonal} inches from ${distances.join(', ')} m`, async ({ page, site }) => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.goto(`${site.url}wall/?kiosk&distance=${distances[0]}&diagonal=${diagonal}`)
    await settled(page)
    await expect(page.locator('article, tbody tr').first()).toBeVisible()
    const sizes = new Set<string>()
    for (const distance of distances) {
      await page.evaluate((query) => {
        history.replaceState(history.state, '', `/wall/?${query}`)
        dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
      }, `kiosk&distance=${distance}&diagonal=${diagonal}`)
      await expect
        .poll(() => page.evaluate(look, { viewing: { distance, diagonal }, least: leastAngles }), `from ${distance} m`)
        .toEqual([])
      sizes.add(await page.locator('[data-picture]').evaluate((wall) => getComputedStyle(wall).fontSize))
    }
    // From farther away it is larger: the address was heeded.
    expect(sizes.size).toBeGreaterThan(2)
  })
