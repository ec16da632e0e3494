import '../../src/ui/base.css'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/app/App'
import { frozenClock } from '../../src/app/clock'
import { closePalette } from '../../src/app/palette/open'
import { chooseTheme } from '../../src/app/theme'
import { instant } from '../../src/domain/units'
import { memorySource } from '../tools/memorySource'
import { anIncident } from '../tools/records'

const now = instant(Date.UTC(2026, 10, 20, 9, 42, 17))
const home = location.href
const base = `${location.origin}/`

const source = () => ({
  ...memorySource({ incidents: [anIncident({ id: 'INC-1' })] }, { id: 'larkmere', asOf: now - 2000 }),
  title: 'Larkmere operations with a long name that has to wrap somewhere',
  setAside: () =>
    Promise.resolve(
      Array.from({ length: 500 }, (_, index) => ({
        facet: 'incidents' as const,
        record: `row ${index}`,
        place: `log.csv:${index + 2}`,
        reason: `“2026-13-${index}” is no date.`,
      })),
    ),
})

async function open(address = 'sources/') {
  history.replaceState(null, '', new URL(address, base))
  const larkmere = source()
  const sources = [{ id: larkmere.id, title: larkmere.title, type: 'memory', source: larkmere }]
  await render(<App sources={sources} clock={frozenClock(now)} base={base} />)
  await expect.element(page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible()
  await expect.element(page.getByText(/500 records were set aside/).first()).toBeVisible()
}

const box = (role: 'navigation' | 'banner' | 'main') => page.getByRole(role).first().element().getBoundingClientRect()

beforeEach(() => {
  localStorage.clear()
  closePalette()
  chooseTheme('dark')
})
afterEach(async () => {
  history.replaceState(null, '', home)
  await page.viewport(1280, 800)
})

describe('frame', () => {
  async function fitted(width: number, height: number) {
    await page.viewport(width, height)
    await open()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    expect(document.querySelector('main')?.scrollWidth).toBeLessThanOrEqual(width)
    return box('navigation')
  }

  it.each([
    { name: 'phone', width: 390, height: 844 },
    { name: 'narrowest', width: 320, height: 640 },
  ])('fits a $name screen: rail at the bottom, nothing to scroll sideways', async ({ width, height }) => {
    const rail = await fitted(width, height)
    expect([rail.left, rail.right, rail.bottom]).toEqual([0, width, height])
    expect(box('main').bottom).toBeLessThanOrEqual(rail.top)
  })

  it.each([
    { name: 'laptop', width: 1440, height: 900 },
    { name: 'wide', width: 2560, height: 1440 },
  ])('fits a $name screen: rail at the left, nothing to scroll sideways', async ({ width, height }) => {
    const rail = await fitted(width, height)
    expect([rail.left, rail.top, rail.bottom]).toEqual([0, 0, height])
    expect(box('main').left).toBe(rail.right)
    expect(box('banner').height).toBe(48)
  })

  it('has nothing to press that is smaller than 24 pixels', async () => {
    await page.viewport(1440, 900)
    await open()
    const small = [...document.querySelectorAll('button, a[href], summary, [role="radio"]')]
      .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
      .filter(({ box: { width, height, top } }) => top >= 0 && width > 0 && (width < 24 || height < 24))
    expect(small.map(({ name }) => name)).toEqual([])
  })

  it.each(['light', 'dark'] as const)('shows text with enough contrast in the %s theme', async (theme) => {
    chooseTheme(theme)
    await page.viewport(1440, 900)
    await open()
    expect(getComputedStyle(document.documentElement).colorScheme).toBe(theme)
    const { default: axe } = await import('axe-core')
    const { violations } = await axe.run(document)
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})

describe('overlays', () => {
  it('gives the focus back when the palette closes', async () => {
    await page.viewport(1440, 900)
    await open()
    const find = page.getByRole('button', { name: /Find an owner/ })
    await find.click()
    await expect.element(page.getByRole('combobox')).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(find).toHaveFocus()
  })

  it('passes the accessibility check with the palette open', async () => {
    await page.viewport(1440, 900)
    await open()
    await userEvent.keyboard('{Control>}k{/Control}')
    await expect.element(page.getByRole('option', { name: /Ownership/ })).toBeVisible()
    const { default: axe } = await import('axe-core')
    const { violations } = await axe.run(document)
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})

describe('set-aside records', () => {
  it('lists them with place and reason, drawing only those in view', async () => {
    await page.viewport(1440, 900)
    await open()
    await page
      .getByText(/500 records were set aside/)
      .first()
      .click()
    await expect.element(page.getByText('log.csv:2', { exact: true })).toBeVisible()
    const rows = page.getByRole('list', { name: /that were set aside/ }).getByRole('listitem')
    expect(rows.elements().length).toBeLessThan(40)
    expect(rows.first().element().getAttribute('aria-setsize')).toBe('500')
  })
})
