import '../../src/ui/base.css'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { world } from '../../mocks/world'
import { App } from '../../src/app/App'
import { frozenClock } from '../../src/app/clock'
import { type Incident, isOpenAt, type Severity } from '../../src/domain/incident'
import { capHeight, leastAngles } from '../../src/domain/wall/type'
import { SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import '../tools/temporal'

const company = world()
const burns = company.holdings.incidents.filter((incident) => isOpenAt(incident, company.now))
const over = company.holdings.incidents.filter((incident) => !isOpenAt(incident, company.now)).slice(0, 200)
const levels: readonly Severity[] = [2, 3, 4]

/** The invented company with so many open incidents: its own, the worst first, and then more of the kind. */
const holding = (count: number): readonly Incident[] => {
  const ordered = burns.toSorted((left, right) => (left.severity ?? 9) - (right.severity ?? 9))
  const more = Array.from({ length: Math.max(0, count - ordered.length) }, (_incident, index): readonly Incident[] => {
    const one = ordered[index % ordered.length]
    return one ? [{ ...one, id: `INC-9${100 + index}`, severity: levels[index % 3] ?? 3 }] : []
  }).flat()
  return [...over, ...ordered.slice(0, count), ...more]
}

interface Wish {
  readonly query?: string
  readonly count?: number
  readonly width?: number
  readonly height?: number
  /** Milliseconds since what is told was true; nothing at all is told where it is `dead`. */
  readonly old?: number | 'dead'
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
/** Something is told, be it that nothing is known. */
const isShown = () =>
  all('article, tbody tr').length > 0 || all('[class*="calm"] h2').some((title) => !/Waiting/.test(title.innerText))

async function open({ query = '', count = 3, width = 1920, height = 1080, old = 1000 }: Wish = {}) {
  await page.viewport(width, height)
  document.documentElement.dataset.theme = 'dark'
  const base = `${location.origin}/`
  history.replaceState(null, '', new URL(`/wall/?${query}`, base))
  const asOf = company.now - (old === 'dead' ? 0 : old)
  const source = memorySource({ ...company.holdings, incidents: holding(count) }, { asOf })
  if (old === 'dead') source.fail(new SourceError('unreachable', 'memory', 'There is no line to it.'))
  const sources = [{ id: 'memory', title: 'Larkmere', type: 'rest', source }]
  const view = await render(<App base={base} clock={frozenClock(company.now)} sources={sources} actor="A. Haddad" />)
  await expect.poll(isShown, { timeout: 15_000 }).toBe(true)
  await document.fonts.ready
  return view
}

const wall = () => document.querySelector<HTMLElement>('[data-picture]')
const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true })

/** What is cut: a card or page whose content is higher than itself. */
const cut = () =>
  all('article, [class*="paged"], [class*="calm"]')
    .filter((element) => element.scrollHeight > element.clientHeight + 1)
    .map((element) => `${element.className} ${element.scrollHeight} > ${element.clientHeight}`)

/** Elements with text of their own that is smaller than the wall's least size. */
function tooSmall() {
  const least = Number.parseFloat(getComputedStyle(wall() ?? document.body).fontSize)
  return all('[data-picture] *')
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
    .filter((element) => isSeen(element) && !element.closest('.hidden, svg'))
    .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < least - 0.01)
    .map((element) => `${element.tagName} ${element.className} “${element.textContent}”`)
}

describe('any panel', () => {
  const panels = [
    [1920, 1080],
    [3840, 2160],
    [1080, 1920],
    [3440, 1440],
    [390, 844],
  ] as const
  it.each(panels)(
    '%i × %i holds everything without scrolling, cuts nothing and writes nothing small',
    async (width, height) => {
      for (const count of [0, 1, 3, 8, 40]) {
        const view = await open({ count, width, height })
        await expect.poll(() => cut(), { timeout: 4000 }).toEqual([])
        expect([count, document.documentElement.scrollHeight, document.documentElement.scrollWidth]).toEqual([
          count,
          innerHeight,
          innerWidth,
        ])
        expect(tooSmall()).toEqual([])
        await view.unmount()
      }
    },
  )
  it('names what a table cannot hold on this page', async () => {
    await open({ count: 40 })
    const rows = () => all('tbody tr').length
    await expect.element(page.getByText(/^page \d of \d$/)).toBeVisible()
    await expect.element(page.getByText(`${40 - rows()} more`)).toBeVisible()
    expect(all('tbody tr').at(-1)?.getBoundingClientRect().bottom).toBeLessThan(innerHeight)
  })
})

describe('type by distance', () => {
  it('can be read from 4 m on 55 inches, and counts what it had to drop', async () => {
    await open({ query: 'distance=4&diagonal=55' })
    const angle = (pixels: number) =>
      (2 * Math.atan((pixels * capHeight * ((55 * 25.4) / Math.hypot(1920, 1080))) / 8000) * 180 * 60) / Math.PI
    const size = (element: Element | null) => Number.parseFloat(element ? getComputedStyle(element).fontSize : '0')
    expect(angle(size(wall()))).toBeGreaterThanOrEqual(leastAngles.text)
    expect(angle(size(document.querySelector('article h2')))).toBeGreaterThanOrEqual(leastAngles.title)
    const digit = document.querySelector('article svg text')?.getBoundingClientRect().height ?? 0
    expect(digit).toBeGreaterThan(0)
    expect(tooSmall()).toEqual([])
    await expect.poll(() => cut()).toEqual([])
    await expect.poll(() => page.getByText(/^\+\d not shown$/).elements().length).toBe(3)
    await expect.element(page.getByText(/^\d+ not shown$/)).toBeVisible()
  })
  it('takes a denser form from 8 m, cuts nothing and scrolls nowhere', async () => {
    await open({ query: 'distance=8&diagonal=43', count: 8 })
    await expect.element(page.getByRole('table')).toBeVisible()
    await expect.poll(() => cut()).toEqual([])
    expect(document.documentElement.scrollHeight).toBe(innerHeight)
  })
})

describe('keys', () => {
  it('shows which card is picked, and goes on with the arrows', async () => {
    await open()
    await userEvent.keyboard('2')
    await expect.element(page.getByRole('article', { name: /INC-2293.*picked/ })).toBeVisible()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(page.getByRole('article', { name: /INC-2291.*picked/ })).toBeVisible()
  })
})

describe('accessibility', () => {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const pictures: readonly (readonly [string, Wish])[] = [
    ['none', { count: 0 }],
    ['three', {}],
    ['eight', { count: 8 }],
    ['forty', { count: 40 }],
    ['frozen', { old: 300_000 }],
    ['dead', { old: 'dead' }],
  ]
  it.each(pictures)('finds no fault with %s in either theme', async (_name, wish) => {
    for (const theme of ['dark', 'light']) {
      const view = await open({ ...wish, query: `theme=${theme}` })
      expect(document.documentElement.dataset.theme).toBe(theme)
      await expect.poll(() => all('[class*="skeleton"]').length).toBe(0)
      const { violations } = await axe.run(document.body, { runOnly: rules })
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([])
      await view.unmount()
    }
  })
})
