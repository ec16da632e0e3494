import '../../src/ui/base.css'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/app/App'
import { frozenClock } from '../../src/app/clock'
import type { TimelineEntry } from '../../src/domain/timeline'
import { instant } from '../../src/domain/units'
import { memorySource } from '../tools/memorySource'
import { anIncident } from '../tools/records'
import '../tools/temporal'

const now = instant(Date.UTC(2026, 10, 20, 9, 42))
const minute = 60_000
const many = 5_000

/** One entry in two minutes: notes of several lengths, an update every fiftieth. */
const entries = Array.from({ length: many }, (_, index): TimelineEntry => {
  const at = instant(now - (many - index) * 2 * minute)
  const late = index % 97 === 0
  return {
    id: `e${index}`,
    incident: 'I-1',
    at,
    recordedAt: late ? instant(at + 30 * minute) : at,
    sequence: index,
    kind: index % 50 === 0 ? 'update' : 'note',
    actor: 'A. Haddad',
    text: `Entry ${index}. ${'It goes on. '.repeat(index % 23)}`.trim(),
  }
})
const incident = anIncident({ id: 'I-1', title: 'A long one', opened: instant(now - many * 2 * minute) })

async function open(query: string, { theme = 'dark', width = 1440, height = 900 } = {}) {
  await page.viewport(width, height)
  document.documentElement.dataset['theme'] = theme
  const base = `${location.origin}/`
  history.replaceState(null, '', new URL(`/incidents/?id=I-1${query}`, base))
  const source = memorySource({ incidents: [incident], timeline: entries }, { asOf: now })
  return render(
    <App base={base} clock={frozenClock(now)} sources={[{ id: 'memory', title: 'Larkmere', type: 'rest', source }]} />,
  )
}
const timeline = () => page.getByRole('region', { name: 'Timeline' })
const rows = () => timeline().getByRole('listitem').elements()
/** What scrolls the incident. */
function pane(): Element {
  let above = timeline().element().parentElement
  while (above && !/auto|scroll/.test(getComputedStyle(above).overflowY)) above = above.parentElement
  return above ?? document.documentElement
}

describe('a timeline of thousands', () => {
  it('draws what is near, wherever one goes', async () => {
    await open('&log=all')
    await expect.element(page.getByText('5,000 entries')).toBeVisible()
    await expect.poll(() => rows().length).toBeGreaterThan(10)
    expect(rows().length).toBeLessThan(200)
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('5000')
    const scroller = pane()
    for (const share of [0.3, 0.6, 0.9]) {
      scroller.scrollTop = scroller.scrollHeight * share
      await expect
        .poll(() => {
          const box = scroller.getBoundingClientRect()
          const middle = document.elementFromPoint(box.left + 300, box.top + box.height / 2)
          return middle?.closest('[role=listitem]') !== null
        })
        .toBe(true)
      expect(rows().length).toBeLessThan(300)
    }
    await expect
      .poll(() => {
        scroller.scrollTop = scroller.scrollHeight
        return scroller.querySelector(`[aria-posinset="${many}"]`) !== null
      })
      .toBe(true)
  })
  it('keeps an entry that is being corrected, far out of view', async () => {
    await open('&log=all')
    await expect.poll(() => rows().length).toBeGreaterThan(10)
    const correct = timeline()
      .getByRole('button', { name: /^Correct: / })
      .first()
    correct.element().focus()
    await userEvent.keyboard('{Enter}')
    const form = timeline().getByRole('form', { name: 'Correct the entry' })
    await expect.element(form).toBeVisible()
    const scroller = pane()
    scroller.scrollTop = scroller.scrollHeight
    await expect.poll(() => rows().some((row) => Number(row.getAttribute('aria-posinset')) > many / 2)).toBe(true)
    expect(form.elements()).toHaveLength(1)
  })
  it('begins with its moments', async () => {
    await open('')
    await expect.element(page.getByText('4,900 of 5,000 hidden: notes')).toBeVisible()
    await userEvent.keyboard('e')
    await expect.element(page.getByRole('radio', { name: 'Every entry, 5,000' })).toBeChecked()
  })
})

describe('on every screen', () => {
  it.each([
    ['dark', 1440],
    ['light', 390],
    ['light', 1920],
    ['dark', 320],
  ])('%s, %i px wide: nothing sticks out, and axe finds nothing', async (theme, width) => {
    await open('', { theme, width, height: 844 })
    await expect.element(page.getByText('4,900 of 5,000 hidden: notes')).toBeVisible()
    await timeline()
      .getByRole('button', { name: /Add earlier entry/ })
      .click()
    await expect.element(page.getByRole('form', { name: 'Add an entry at a past time' })).toBeVisible()
    const section = timeline().element()
    expect(section.scrollWidth).toBeLessThanOrEqual(section.clientWidth)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    const { violations } = await axe.run(section, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    expect(
      violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html)
            .join(' ')
            .slice(0, 300)}`,
      ),
    ).toEqual([])
  })
})
