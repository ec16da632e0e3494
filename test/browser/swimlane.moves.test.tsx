import '../../src/ui/base.css'
import '../tools/temporal'
import axe from 'axe-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { timeTicks } from '../../src/domain/time/ticks'
import { instant } from '../../src/domain/units'
import { type Span, Swimlane, type SwimlaneProps, toBars, toPoints } from '../../src/ui/swimlane'

interface Thing {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly lane: number
}

const things: readonly Thing[] = [
  { name: 'First', start: 100, end: 300, lane: 0 },
  { name: 'Second', start: 600, end: 700, lane: 39 },
]
const barsOf = (all: readonly Thing[]) =>
  toBars(all, ({ start, end, lane }) => ({ start, end, lanes: [lane], level: 2 }))
const lanes = Array.from({ length: 40 }, (_lane, index) => ({ label: `Lane ${index}` }))

const usual: SwimlaneProps = {
  label: 'Test lanes',
  lanes,
  bars: barsOf(things),
  points: toPoints<never>([], () => undefined),
  span: { from: 200, to: 600 },
  limits: { from: 0, to: 1000, least: 10 },
  now: 900,
  ticksOf: () => [],
  tell: (_column, index) => ({ title: things[index]?.name ?? `No. ${index}`, detail: `at ${index}` }),
  laneHeight: [30, 30],
  fill: true,
  density: [
    { from: 0, to: 100, count: 4, worst: 1 },
    { from: 500, to: 600, count: 2, worst: 0 },
  ],
  say: (at) => `t${Math.round(at)}`,
}

beforeAll(() => page.viewport(1200, 900))

async function mount(over: Partial<SwimlaneProps> = {}) {
  document.documentElement.dataset.theme = 'dark'
  const rested: Span[] = []
  const view = await render(
    <main style={{ width: 916, height: 500, display: 'flex', background: 'var(--surface)' }}>
      <h1 className="hidden">Lanes</h1>
      <Swimlane {...usual} onSpan={(span) => rested.push(span)} {...over} />
    </main>,
  )
  const found = (selector: string): HTMLElement => {
    const element = view.container.querySelector<HTMLElement>(selector)
    if (!element) throw new Error(`There is no ${selector}.`)
    return element
  }
  // Drawn: it was measured.
  await expect
    .poll(() => found('canvas') instanceof HTMLCanvasElement && Number(found('canvas').getAttribute('width')))
    .toBeGreaterThan(700)
  return { ...view, rested, found, plot: page.getByRole('application') }
}

const length = (span: Span | undefined): number => (span ? span.to - span.from : 0)

/** A pointer event at a place of an element, as a finger makes it. */
function finger(element: HTMLElement, kind: string, id: number, x: number, y = 20): void {
  const box = element.getBoundingClientRect()
  element.dispatchEvent(
    new PointerEvent(kind, {
      pointerId: id,
      pointerType: 'touch',
      button: kind === 'pointermove' ? -1 : 0,
      clientX: box.left + x,
      clientY: box.top + y,
      bubbles: true,
      cancelable: true,
    }),
  )
}
/** Pointers that no hand moves cannot be captured. */
const uncaptured = (element: HTMLElement) => {
  element.setPointerCapture = () => undefined
}

describe('two fingers', () => {
  it('zoom in where they are when they part, and out when they close', async () => {
    const { rested, plot } = await mount()
    const element = plot.element() as HTMLElement
    uncaptured(element)
    const { width } = element.getBoundingClientRect()
    finger(element, 'pointerdown', 11, width / 2 - 40)
    finger(element, 'pointerdown', 12, width / 2 + 40)
    for (const by of [50, 60, 80, 100, 120]) {
      finger(element, 'pointermove', 11, width / 2 - by)
      finger(element, 'pointermove', 12, width / 2 + by)
    }
    await expect.poll(() => length(rested.at(-1))).toBeGreaterThan(0)
    const near = rested.at(-1)
    expect(length(near)).toBeLessThan(250)
    expect(((near?.from ?? 0) + (near?.to ?? 0)) / 2).toBeCloseTo(400, -1)
    for (const by of [100, 80, 60, 40]) {
      finger(element, 'pointermove', 11, width / 2 - by)
      finger(element, 'pointermove', 12, width / 2 + by)
    }
    finger(element, 'pointerup', 11, width / 2 - 40)
    finger(element, 'pointerup', 12, width / 2 + 40)
    await expect.poll(() => length(rested.at(-1))).toBeGreaterThan(length(near) * 1.5)
  })
  it('pan on with the one that is left', async () => {
    const { rested, plot } = await mount()
    const element = plot.element() as HTMLElement
    uncaptured(element)
    finger(element, 'pointerdown', 21, 300)
    finger(element, 'pointerdown', 22, 400)
    finger(element, 'pointermove', 22, 420)
    finger(element, 'pointermove', 22, 460)
    finger(element, 'pointerup', 22, 460)
    finger(element, 'pointermove', 21, 310)
    finger(element, 'pointermove', 21, 200)
    finger(element, 'pointerup', 21, 200)
    await expect.poll(() => rested.at(-1)?.from ?? 0).toBeGreaterThan(250)
    // What was pinched stays: it does not fall back to where it was.
    expect(length(rested.at(-1))).toBeLessThan(395)
  })
})

describe('the overview', () => {
  const slider = (name: string) => page.getByRole('slider', { name, exact: true })

  it('says where the window is, and moves it by keys', async () => {
    const { rested } = await mount()
    await expect.element(slider('Window')).toHaveAttribute('aria-valuetext', 't200 to t600')
    ;(slider('Window').element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(() => rested.at(-1)).toEqual({ from: 240, to: 640 })
    await userEvent.keyboard('{End}')
    await expect.poll(() => rested.at(-1)).toEqual({ from: 600, to: 1000 })
  })
  it('moves either end by keys', async () => {
    const { rested } = await mount()
    ;(slider('Start of the window').element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(() => rested.at(-1)).toEqual({ from: 240, to: 600 })
    ;(slider('End of the window').element() as HTMLElement).focus()
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    await expect.poll(() => rested.at(-1)).toEqual({ from: 240, to: 780 })
  })
  it('is dragged as a whole, by its ends, drawn anew, and comes to where one clicks', async () => {
    const { rested } = await mount()
    const group = page.getByRole('group', { name: 'Overview of Test lanes' }).element() as HTMLElement
    uncaptured(group)
    const { width } = group.getBoundingClientRect()
    const x = (time: number) => (time / 1000) * width
    const drag = (from: number, to: number) => {
      finger(group, 'pointerdown', 1, x(from))
      finger(group, 'pointermove', 1, x((from + to) / 2))
      finger(group, 'pointermove', 1, x(to))
      finger(group, 'pointerup', 1, x(to))
    }
    const near = async (from: number, to: number) => {
      await expect
        .poll(() => [Math.round(rested.at(-1)?.from ?? -1), Math.round(rested.at(-1)?.to ?? -1)])
        .toEqual([from, to])
    }
    drag(400, 500)
    await near(300, 700)
    drag(700, 900)
    await near(300, 900)
    drag(300, 600)
    await near(600, 900)
    drag(100, 200)
    await near(100, 200)
    finger(group, 'pointerdown', 1, x(500))
    finger(group, 'pointerup', 1, x(500))
    await near(450, 550)
  })
})

describe('the keyboard', () => {
  it('shows a card for the mark it is on, and brings its lane into view', async () => {
    const { plot, found } = await mount({ span: { from: 0, to: 1000 } })
    ;(plot.element() as HTMLElement).focus()
    await userEvent.keyboard('n')
    await expect.element(page.getByRole('listitem').filter({ hasText: 'First' })).toBeVisible()
    await userEvent.keyboard('{ArrowDown>39/}n')
    await expect.element(page.getByRole('listitem').filter({ hasText: 'Second' })).toBeVisible()
    await expect.element(page.getByText('Lane 39')).toBeVisible()
    expect(found('[class*="scroller"]').scrollTop).toBeGreaterThan(500)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'Second' }).elements()).toHaveLength(0)
  })
})

describe('what is too dense', () => {
  const many = Array.from({ length: 900 }, (_thing, index) => ({
    name: `No. ${index}`,
    start: index,
    end: index + 60,
    lane: 0,
  }))

  it('is told as a count, in the caption and where one clicks, and every one of it is listed', async () => {
    const { plot } = await mount({
      lanes: lanes.slice(0, 1),
      bars: barsOf(many),
      span: { from: 0, to: 1000 },
      laneHeight: [60, 60],
      tell: (_column, index) => ({ title: `Mark ${index}`, detail: '' }),
      listOf: (lane) => <a href="#all">All of lane {lane}</a>,
    })
    await expect.element(page.getByText(/900 of 900 drawn as counts/)).toBeVisible()
    await userEvent.click(plot, { position: { x: 400, y: 20 } })
    await expect.element(page.getByText(/^\d+ here$/)).toBeVisible()
    const here = Number.parseInt(page.getByText(/^\d+ here$/).element().textContent, 10)
    expect(here).toBeGreaterThan(55)
    await expect.element(page.getByRole('link', { name: 'All of lane 0' })).toBeVisible()
    while (page.getByRole('button', { name: /^Show \d+ more$/ }).elements().length > 0)
      await page.getByRole('button', { name: /^Show \d+ more$/ }).click()
    expect(page.getByRole('button', { name: /^Mark/ }).elements()).toHaveLength(here)
  })
  it('says nothing where each mark stands for itself', async () => {
    await mount({ span: { from: 0, to: 1000 } })
    await expect.element(page.getByText('Lane 0', { exact: true })).toBeVisible()
    expect(page.getByText(/drawn as counts/).elements()).toHaveLength(0)
  })
})

describe('the axis, across a change of the clocks', () => {
  const ticksIn =
    (zone: string) =>
    (span: Span, width: number): SwimlaneProps['ticksOf'] extends (...given: never[]) => infer R ? R : never =>
      timeTicks(instant(span.from), instant(span.to), width / 60, zone)
  const shown = async (zone: string, from: string, to: string) => {
    const span = { from: Date.parse(from), to: Date.parse(to) }
    const { container } = await mount({
      bars: barsOf([]),
      span,
      limits: { ...span, least: 1000 },
      ticksOf: ticksIn(zone),
      density: undefined,
    })
    const texts = () => [...container.querySelectorAll('[class*="axis"] > span')].map((tick) => tick.textContent)
    await expect.poll(() => texts().length).toBeGreaterThan(3)
    return texts()
  }

  it('shows 02:00 twice in Berlin, and noon as noon', async () => {
    const texts = await shown('Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T06:00:00Z')
    expect(texts).toEqual(['25 Oct', '01:00', '02:00', '02:00', '03:00', '04:00', '05:00', '06:00'])
  })
  it('goes by half an hour on Lord Howe, and stays on full hours', async () => {
    // Clocks go from 02:00 to 02:30 (UTC+10:30 to UTC+11).
    const texts = await shown('Australia/Lord_Howe', '2026-10-03T11:30:00Z', '2026-10-03T23:00:00Z')
    expect(texts.slice(0, 6)).toEqual(['22:00', '23:00', '4 Oct', '01:00', '03:00', '04:00'])
    expect(texts.every((text) => /^(\d\d:00|4 Oct)$/.test(text))).toBe(true)
  })
})

it('has nothing that axe finds wrong, with overview, caption and card', async () => {
  const { container, plot } = await mount({ listOf: () => <a href="#all">All</a>, span: { from: 0, to: 1000 } })
  ;(plot.element() as HTMLElement).focus()
  await userEvent.keyboard('n')
  await expect.element(page.getByRole('listitem').filter({ hasText: 'First' })).toBeVisible()
  for (const theme of ['dark', 'light']) {
    document.documentElement.dataset.theme = theme
    const { violations } = await axe.run(container)
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
})
