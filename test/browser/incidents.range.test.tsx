import '../../src/ui/base.css'
import '../tools/temporal'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { world } from '../../mocks/world'
import { App } from '../../src/app/App'
import { frozenClock } from '../../src/app/clock'
import { memorySource } from '../tools/memorySource'

const company = world()
const param = (name: string) => new URLSearchParams(location.search).get(name)

async function open(address: string, { width = 1440, height = 900 } = {}) {
  await page.viewport(width, height)
  document.documentElement.dataset.theme = 'dark'
  const base = `${location.origin}/`
  history.replaceState(null, '', new URL(address, base))
  const source = memorySource(company.holdings, { asOf: company.now })
  const view = await render(
    <App
      base={base}
      clock={frozenClock(company.now)}
      sources={[{ id: 'memory', title: 'Larkmere', type: 'rest', source }]}
    />,
  )
  await expect.element(page.getByRole('application', { name: /^Incidents by/ })).toBeVisible()
  return view
}
const slider = (name: string) => page.getByRole('slider', { name, exact: true })

describe('incidents over time', () => {
  it('stand in lanes by problem', async () => {
    await open('/incidents/?view=timeline&range=1y')
    await page.getByRole('radio', { name: 'Problem', exact: true }).click()
    await expect.element(page.getByText(/^Bank certificate/)).toBeVisible()
    expect(param('by')).toBe('problem')
  })
  it('keep the window of the overview in the address', async () => {
    await open('/incidents/?view=timeline&range=90d')
    const window_ = slider('Window')
    await expect.element(window_).toHaveAttribute('aria-valuetext', '22 Aug 2026 10:00 to 20 Nov 2026 10:00')
    ;(window_.element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.poll(() => param('from')).toBe('2026-08-13T10:00:00Z')
    expect(param('to')).toBe('2026-11-11T10:00:00Z')
  })
  it('show in the overview all there is, whatever the window', async () => {
    const { container } = await open('/incidents/?view=timeline&range=7d')
    await expect.element(slider('Window')).toBeVisible()
    const moves = () => (container.querySelector('[class*="overview"] svg path')?.getAttribute('d') ?? '').split('M')
    // Weeks of two years.
    await expect.poll(() => moves().length).toBeGreaterThan(90)
  })
  it('say how many are drawn as counts, and list those of a place', async () => {
    await open('/incidents/?view=timeline&range=all&by=severity')
    await expect.element(page.getByText(/^[\d,]+ of [\d,]+ drawn as counts/)).toBeVisible()
    const plot = page.getByRole('application')
    const { height } = plot.element().getBoundingClientRect()
    await userEvent.click(plot, { position: { x: 500, y: Math.round((height / 6) * 3.4) } })
    await expect.element(page.getByText(/^[\d,]+ here$/)).toBeVisible()
    await page.getByRole('link', { name: /^Table of what burned in SEV\d here$/ }).click()
    await expect.poll(() => param('view')).toBe('table')
    expect(param('severity')).toMatch(/^\d$/)
    expect(param('from')).not.toBeNull()
    expect(param('about')).toBe('burning')
    await expect.element(page.getByText(/^burned /)).toBeVisible()
  })
  it('are shown as they were, with nothing of later', async () => {
    await open('/incidents/?view=timeline&range=7d&asof=2026-11-18T08:40:00Z')
    await expect.element(page.getByText(/As it was on/)).toBeVisible()
    await expect.element(page.getByText('as of', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Show as a table' }).click()
    await expect.poll(() => page.getByRole('row').elements().length).toBeGreaterThan(5)
    const days = page
      .getByRole('row')
      .elements()
      .flatMap((row) => /(\d+) Nov 2026/.exec(row.textContent)?.[1] ?? [])
      .map(Number)
    expect(Math.max(...days)).toBeLessThanOrEqual(25)
    expect(page.getByRole('row').filter({ hasText: 'INC-2291' }).elements()).toHaveLength(0)
  })
  it('stay within a phone', async () => {
    const { container } = await open('/incidents/?view=timeline&range=28d', { width: 390, height: 844 })
    await expect.element(slider('Window')).toBeVisible()
    expect(container.ownerDocument.documentElement.scrollWidth).toBeLessThanOrEqual(390)
  })
})
