import '../../src/ui/base.css'
import axe from 'axe-core'
import 'temporal-polyfill/global'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { world } from '../../mocks/world'
import { App } from '../../src/app/App'
import { frozenClock } from '../../src/app/clock'
import { memorySource } from '../tools/memorySource'

const { holdings, now } = world()

async function open(query = '', size: readonly [number, number] = [1440, 900], theme = 'dark') {
  await page.viewport(...size)
  document.documentElement.dataset.theme = theme
  history.replaceState(null, '', `/ownership/${query}`)
  const source = memorySource(holdings, { id: 'larkmere', asOf: now })
  await render(
    <App
      sources={[{ id: 'larkmere', title: 'Larkmere', type: 'memory', source }]}
      clock={frozenClock(now)}
      base={`${location.origin}/`}
    />,
  )
}
const grid = () => page.getByRole('grid', { name: 'Activities by team' })
const active = () => document.getElementById(grid().element().getAttribute('aria-activedescendant') ?? '')
const ready = async () => {
  await expect.poll(() => document.querySelectorAll('[role=grid] [data-marks]').length).toBeGreaterThan(10)
}

beforeEach(() => page.viewport(1440, 900))

describe('ownership, drawn', () => {
  it('shows all twelve teams and the names of no more activities than fit', async () => {
    await open()
    await ready()
    expect(grid().element().getAttribute('aria-rowcount')).toBe(String(500 + 42 + 1))
    expect(
      page
        .getByRole('columnheader')
        .elements()
        .map((each) => each.textContent),
    ).toContain('Support Eng')
    expect(grid().element().querySelectorAll('*').length).toBeLessThan(500)
  })

  it('opens an activity by the keyboard, reads it, and comes back to its cell', async () => {
    await open('?workload=payments-ledger')
    await ready()
    ;(grid().element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{Enter}')
    const drawer = page.getByRole('dialog', { name: 'Fail over region' })
    await expect.element(drawer).toBeVisible()
    await expect.poll(() => drawer.element().contains(document.activeElement)).toBe(true)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.activeElement).toBe(grid().element())
    expect(active()?.closest('[role=row]')?.textContent).toMatch(/^Fail over region/)
  })

  it('says of each cell who holds what', async () => {
    await open('?workload=payments-ledger')
    await ready()
    const labels = [...document.querySelectorAll('[data-marks]')].map((cell) => cell.getAttribute('aria-label'))
    expect(labels).toContain('Security: accountable')
    expect(labels).toContain('Payments: responsible, observed as accountable, not declared')
  })

  it('brings the activity of a link into view and marks it', async () => {
    await open('?activity=status-page%2Frotate-credentials')
    await ready()
    const row = () => document.querySelector<HTMLElement>('[role=row][aria-selected=true]')
    await expect.poll(() => row()?.textContent).toMatch(/^Rotate credentials/)
    // The drawer takes room once it is loaded; the row stays in view of what is left.
    await expect.element(page.getByRole('complementary').or(page.getByRole('dialog')).first()).toBeVisible()
    await expect
      .poll(() => {
        const [seen, box] = [row()?.getBoundingClientRect(), grid().element().getBoundingClientRect()]
        return seen && seen.top >= box.top + 112 && seen.bottom <= box.bottom
      })
      .toBe(true)
  })

  it('folds a workload and keeps that in the address', async () => {
    await open()
    await ready()
    await userEvent.click(page.getByRole('rowheader', { name: /^Asset cache/ }))
    await expect.poll(() => new URLSearchParams(location.search).get('folded')).toBe('asset-cache')
    expect(
      page
        .getByRole('rowheader', { name: /^Asset cache/ })
        .element()
        .getAttribute('aria-expanded'),
    ).toBe('false')
  })
})

describe('ownership on a phone', () => {
  it('is a list with the owner in each row, and a sheet for one activity', async () => {
    await open('?q=certificates', [390, 844])
    const row = page.getByRole('option', { name: /Rotate bank certificates/ })
    await expect.element(row).toBeVisible()
    expect(row.element().textContent).toMatch(/Payments ledger.*A Security.*R Payments/)
    expect(grid().query()).toBeNull()
    await userEvent.click(row)
    await expect.element(page.getByRole('dialog', { name: 'Rotate bank certificates' })).toBeVisible()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
  })
})

describe('the other readings', () => {
  const cells = () => document.querySelectorAll('[role=grid] [data-marks]')
  /** Cells of which a mark, or the whole, does not fit. */
  const cutOff = () =>
    [...cells()]
      .filter((cell) => [cell, ...cell.children].some((each) => each.scrollWidth > each.clientWidth))
      .map((cell) => cell.textContent)

  it('draw a short name for who is accountable, and its whole name beneath', async () => {
    await open('?view=workloads')
    await expect.poll(() => cells().length, { timeout: 15_000 }).toBeGreaterThan(100)
    const cell = page.getByRole('gridcell', { name: 'Payments ledger: Accountable: Security' })
    await expect.element(cell).toBeVisible()
    expect(cell.element().textContent).toBe('Sec')
    expect(cutOff()).toEqual([])
  })

  it('draw the load of each team within its cell', async () => {
    await open('?view=load')
    await expect.poll(() => cells().length, { timeout: 15_000 }).toBeGreaterThan(50)
    expect(cutOff()).toEqual([])
  })

  it.each([
    ['workloads', 'Activities by workload', /Asset cache.*Support Eng/],
    ['load', 'Teams by load', /Checkout.*22.*35/],
  ])('are lists on a phone: %s', async (view, name, row) => {
    await open(`?view=${view}`, [390, 844])
    const list = page.getByRole('listbox', { name })
    await expect.element(list.getByRole('option', { name: row }).first()).toBeVisible()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390)
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice'] })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
})

describe('ownership for everybody', () => {
  it.each([
    ['dark', ''],
    ['light', ''],
    ['dark', '?activity=payments-ledger%2Frotate-bank-certificates&gap=declared-observed'],
    ['light', '?activity=payments-ledger%2Frotate-bank-certificates&gap=declared-observed'],
    ['dark', '?q=no-such-words&team=nobody'],
    ['dark', '?view=workloads'],
    ['light', '?view=workloads'],
    ['dark', '?view=load'],
    ['light', '?view=load'],
  ])('has no accessibility fault: %s %s', async (theme, query) => {
    await open(query, [1440, 900], theme)
    await expect.element(page.getByRole('heading', { level: 1, name: 'Ownership' })).toBeVisible()
    await expect.element(page.getByText(/of 500 activities/).first()).toBeVisible()
    const opened = query.includes('activity') ? 1 : 0
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(opened)
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice'] })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })

  it('has no accessibility fault on a phone', async () => {
    await open('', [390, 844], 'light')
    await expect.element(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice'] })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
})
