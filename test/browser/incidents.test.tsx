import '../../src/ui/base.css'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { world } from '../../mocks/world'
import { App } from '../../src/app/App'
import { frozenClock } from '../../src/app/clock'
import { memorySource } from '../tools/memorySource'
import '../tools/temporal'

const company = world()
const param = (name: string) => new URLSearchParams(location.search).get(name)

async function open(address: string, { theme = 'dark', width = 1440, height = 900 } = {}) {
  await page.viewport(width, height)
  document.documentElement.dataset.theme = theme
  const base = `${location.origin}/`
  history.replaceState(null, '', new URL(address, base))
  const source = memorySource(company.holdings, { asOf: company.now })
  return render(
    <App
      base={base}
      clock={frozenClock(company.now)}
      sources={[{ id: 'memory', title: 'Larkmere', type: 'rest', source }]}
    />,
  )
}
const unacknowledged = 'Cache hit ratio dropped in ap-southeast-1'
const heading = (name: string) => page.getByRole('heading', { name })

describe('triage', () => {
  it('lists first who must act now, and shows that one', async () => {
    await open('/incidents/')
    await expect.element(heading(unacknowledged)).toBeVisible()
    const rows = () => page.getByRole('listbox', { name: 'Incidents' }).getByRole('option').elements()
    await expect.poll(() => rows().length).toBe(5)
    expect(rows()[0]?.textContent).toContain('not acknowledged for')
    expect(rows().findIndex((row) => row.textContent.includes('no owner for'))).toBe(2)
    await expect.element(page.getByText('5 of 2,206 incidents')).toBeVisible()
  })
  it('goes down a list of 2,206 without drawing it all', async () => {
    await open('/incidents/?status=all')
    const list = page.getByRole('listbox', { name: 'Incidents' })
    await expect.poll(() => list.getByRole('option').elements().length).toBeGreaterThan(5)
    expect(list.getByRole('option').elements().length).toBeLessThan(40)
    await expect.element(list.getByRole('option').first()).toHaveAttribute('aria-setsize', '2206')
    const scroller = list.element()
    scroller.scrollTop = scroller.scrollHeight
    await expect.poll(() => scroller.querySelector('[aria-posinset="150"], [aria-posinset="100"]') !== null).toBe(true)
  })
  it('chooses by arrow and Enter', async () => {
    await open('/incidents/?order=severity')
    await expect.element(heading('Card payments failing for EU customers')).toBeVisible()
    const [first] = page.getByRole('listbox', { name: 'Incidents' }).getByRole('option').elements()
    if (first instanceof HTMLElement) first.focus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect.element(heading('Order confirmation latency above 4 s')).toBeVisible()
    expect(param('id')).toBe('INC-2293')
  })
  it('shows one after the other on a phone, with a way back', async () => {
    await open('/incidents/?order=severity', { width: 390, height: 844 })
    await page.getByRole('listbox', { name: 'Incidents' }).getByRole('option').first().click()
    await expect.element(heading('Card payments failing for EU customers')).toBeVisible()
    expect(page.getByRole('listbox', { name: 'Incidents' }).elements()).toHaveLength(0)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
    await page.getByRole('button', { name: 'All incidents' }).click()
    await expect.element(page.getByRole('listbox', { name: 'Incidents' })).toBeVisible()
  })
})

describe('over time', () => {
  it('shows the last 28 days by workload, and keeps every choice in the address', async () => {
    await open('/incidents/?view=timeline')
    await expect.element(page.getByText(/68 incidents · 23 Oct 2026/)).toBeVisible()
    await page.getByRole('radio', { name: 'Severity' }).click()
    await expect.poll(() => param('by')).toBe('severity')
    await expect.element(page.getByText('SEV1', { exact: true })).toBeVisible()
    await page.getByRole('radio', { name: 'All' }).click()
    await expect.poll(() => param('range')).toBe('all')
    await expect.element(page.getByText(/2,206 incidents · /)).toBeVisible()
  })
  it('keeps where one moved to in the address', async () => {
    await open('/incidents/?view=timeline')
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await expect.poll(() => param('from')).toBe('2026-10-30T10:00:00Z')
    expect(param('to')).toBe('2026-11-13T10:00:00Z')
    await expect.element(page.getByRole('radio', { name: 'As moved' })).toBeChecked()
  })
  it('opens an incident from its bar by keyboard', async () => {
    await open('/incidents/?view=timeline&by=severity&range=24h')
    const plot = page.getByRole('application')
    await expect.element(plot).toBeVisible()
    ;(plot.element() as HTMLElement).focus()
    await userEvent.keyboard('n')
    await expect
      .poll(() => page.getByText(/Card payments failing for EU customers, INC-2291/).elements().length)
      .toBe(1)
    await userEvent.keyboard('{Enter}')
    await expect.element(heading('Card payments failing for EU customers')).toBeVisible()
    expect([param('view'), param('id')]).toEqual([null, 'INC-2291'])
  })
})

describe('as a table', () => {
  it('tells rows, columns and durations, open ones as such', async () => {
    await open('/incidents/?view=table')
    const table = page.getByRole('table', { name: 'Incidents' })
    await expect.element(table).toHaveAttribute('aria-rowcount', '2207')
    const row = () =>
      table
        .getByRole('row')
        .elements()
        .find((each) => each.textContent.includes('INC-2291'))
    await expect.poll(() => row()?.textContent).toContain('4 min38 min …38 min …')
    expect(row()?.getAttribute('aria-rowindex')).toBe('3')
    await page.getByRole('link', { name: 'Card payments failing for EU customers' }).click()
    await expect.element(heading('Card payments failing for EU customers')).toBeVisible()
  })
})

describe('axe', () => {
  const shown = { triage: /Acknowledged faster than/, timeline: /68 incidents/, table: /2,206 incidents/ }
  it.each([
    ['triage', 'dark'],
    ['triage', 'light'],
    ['timeline', 'dark'],
    ['timeline', 'light'],
    ['table', 'dark'],
    ['table', 'light'],
  ] as const)('finds nothing wrong with the %s in %s', async (view, theme) => {
    const { container } = await open(`/incidents/?view=${view}&status=all&id=INC-2291`, { theme })
    await expect.element(page.getByText(shown[view]).first()).toBeVisible()
    const { violations } = await axe.run(container)
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])]),
    ).toEqual([])
  })
})
