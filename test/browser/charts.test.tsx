import '../../src/ui/base.css'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  ChartFrame,
  ControlPoints,
  DotStrip,
  type FigureTable,
  HourWeek,
  Legend,
  MarkLinkProvider,
  ShareWithin,
  WeeklyBars,
} from '../../src/charts'
import { bars, share } from './chartModels'

const model = bars()
const steps = model.bars.flatMap(({ values }) => values).filter((value) => value > 0).length
const opened: string[] = []
const table: FigureTable = {
  caption: 'Incidents per week',
  columns: ['Week', 'All'],
  rows: model.bars.map(({ key, label, total, to }) => ({ key, cells: [label, String(total)], ...(to && { to }) })),
}

function Stage({ children }: { readonly children: ReactNode }) {
  return (
    <MarkLinkProvider
      value={({ to, children: inside, ...rest }) => (
        <a
          {...rest}
          href={to}
          onClick={(event) => {
            event.preventDefault()
            opened.push(to)
          }}
        >
          {inside}
        </a>
      )}
    >
      <main style={{ width: 900, background: 'var(--canvas)' }}>
        <h1>Charts</h1>
        {children}
      </main>
    </MarkLinkProvider>
  )
}

const stage = async (children: ReactNode) => (await render(<Stage>{children}</Stage>)).container

const framed = (drawing: ReactNode) =>
  stage(
    <ChartFrame title="A chart" sub="of marks" summary="Drawn." table={table}>
      {drawing}
    </ChartFrame>,
  )

const weekly = () =>
  stage(
    <ChartFrame title="Incidents per week" sub="by severity" summary="145 incidents in 12 weeks." table={table}>
      <WeeklyBars placeholder="loading" model={model} label="Incidents per week" />
    </ChartFrame>,
  )

beforeEach(() => {
  document.documentElement.dataset.theme = 'dark'
  opened.length = 0
})

const drawn = async (container: Element, selector: string, count: number) => {
  await expect.poll(() => container.querySelectorAll(selector).length, { timeout: 12_000 }).toBe(count)
}

describe('WeeklyBars', () => {
  it('draws a step for each count, as high as the count', async () => {
    const container = await weekly()
    const counts = model.series.flatMap((_series, at) => model.bars.map(({ values }) => values[at] ?? 0))
    const shown = counts.filter((count) => count > 0)
    await drawn(container, 'rect[rx]', shown.length)
    const heights = [...container.querySelectorAll('rect[rx]')].map((step) => Number(step.getAttribute('height')))
    // A pixel is left free between two steps.
    const unit = (Math.max(...heights) + 1) / Math.max(...shown)
    heights.forEach((height, index) => expect(height).toBeCloseTo(Math.max(1, (shown[index] ?? 0) * unit - 1), 1))
  })

  it('hatches the period that is not over, and no other', async () => {
    const container = await weekly()
    await drawn(container, 'rect[mask]', model.bars.at(-1)?.values.filter((value) => value > 0).length ?? 0)
  })

  it('puts a link exactly over each bar', async () => {
    const container = await weekly()
    await drawn(container, 'rect[rx]', steps)
    const link = container.querySelector('[data-bar="2026-w7"]')?.getBoundingClientRect()
    const boxes = [...container.querySelectorAll('rect[rx]')].map((step) => step.getBoundingClientRect())
    const inside = boxes.filter(({ left, right }) => link && left >= link.left && right <= link.right)
    expect(inside).toHaveLength(4)
    expect(Math.max(...inside.map(({ bottom }) => bottom))).toBeLessThanOrEqual((link?.bottom ?? 0) + 1)
  })

  it('says in the name of each link what the bar shows, worst first', async () => {
    const container = await weekly()
    await drawn(container, '[data-bar]', 12)
    expect(container.querySelector('[data-bar="2026-w7"]')).toHaveAccessibleName(
      'Week 7: 42 incidents; SEV1 4, SEV2 8, SEV3 12, SEV4 18; outside normal: 42',
    )
    expect(container.querySelector('[data-bar="2026-w12"]')).toHaveAccessibleName(
      'Week 12: 2 incidents; SEV3 1, SEV4 1; not over yet',
    )
    expect(container.querySelector('[data-bar="2026-w10"]')).toHaveAccessibleName('Week 10: 0 incidents')
  })

  it('is one tab stop, walked with the arrow keys, and opens the records with Enter', async () => {
    const container = await weekly()
    await drawn(container, '[data-bar]', 12)
    const focused = () => document.activeElement?.getAttribute('data-bar')
    await userEvent.tab()
    expect(focused()).toBe('2026-w12')
    await userEvent.keyboard('{ArrowRight}')
    expect(focused()).toBe('2026-w12')
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(focused()).toBe('2026-w10')
    await userEvent.keyboard('{Home}{ArrowRight}{Enter}')
    expect(opened).toEqual(['/incidents?week=2'])
    await userEvent.tab()
    expect(document.activeElement?.tagName).toBe('SUMMARY')
  })

  it('is left with Escape, and shows the pointer what it tells the keyboard', async () => {
    const container = await weekly()
    await drawn(container, '[data-bar]', 12)
    const bar = container.querySelector<HTMLElement>('[data-bar="2026-w7"]')
    bar?.focus()
    const tip = () => container.querySelector('[data-picture="none"]')?.textContent
    await expect.poll(tip).toContain('outside normal: 42')
    const byKeyboard = tip()
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(document.body)
    await expect.poll(tip).toBeUndefined()
    if (bar) await userEvent.hover(bar)
    await expect.poll(tip).toBe(byKeyboard)
  })

  it('marks what was done, each kind with a shape of its own, and tells it', async () => {
    const happened = [
      { index: 2, kind: 'fix' as const, count: 1, text: '1 fix declared: PRB-1' },
      { index: 2, kind: 'transfer' as const, count: 3, text: 'ownership of 3 activities transferred' },
      ...model.bars.map((_bar, index) => ({ index, kind: 'release' as const, count: index + 1, text: `${index} rel` })),
    ]
    const container = await framed(
      <WeeklyBars placeholder="loading" model={{ ...model, happened }} label="Incidents per week" />,
    )
    await drawn(container, '[data-kind="fix"]', 1)
    expect(container.querySelectorAll('[data-kind="transfer"]')).toHaveLength(1)
    // Every week had releases: one row of columns in place of twelve marks.
    expect(container.querySelectorAll('[data-kind="release"][data-dense]')).toHaveLength(1)
    expect(container.querySelector('[data-bar="2026-w3"]')?.getAttribute('aria-label')).toContain(
      '1 fix declared: PRB-1; ownership of 3 activities transferred',
    )
  })

  it('shows the same numbers in its table, each row a way to its records', async () => {
    const container = await weekly()
    container.querySelector('summary')?.click()
    await drawn(container, 'tbody tr', 12)
    const rows = [...container.querySelectorAll('tbody tr')].map((row) => ({
      cells: [...row.children].map((cell) => cell.textContent),
      to: row.querySelector('a')?.getAttribute('href'),
    }))
    expect(rows).toEqual(model.bars.map(({ label, total, to }) => ({ cells: [label, String(total)], to })))
  })
})

describe('ShareWithin', () => {
  const within = () =>
    stage(
      <ChartFrame title="Time to resolve" sub="share" summary="Half within 1 h." table={table}>
        <ShareWithin placeholder="loading" model={share()} label="Read the shares within" />
      </ChartFrame>,
    )

  it('draws a curve for each severity and reads them at marked times by keyboard', async () => {
    const container = await within()
    await drawn(container, 'path.recharts-line-curve', 3)
    const slider = container.querySelector('input')
    expect(slider).toHaveAccessibleName('Read the shares within')
    slider?.focus()
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      'within 1 h: SEV1 50 %, SEV2 30 %, closed only 50 %; Enter opens SEV1',
    )
    await userEvent.keyboard('{ArrowRight}')
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      'within 4 h: SEV1 100 %, SEV2 60 %, closed only 95 %; Enter opens SEV1',
    )
    await userEvent.keyboard('{End}')
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      'within 8 h: SEV1 100 %, SEV2 not known yet, closed only 100 %; Enter opens SEV1',
    )
  })

  it('opens the records of the curve chosen with up and down, and is left with Escape', async () => {
    const container = await within()
    await drawn(container, 'path.recharts-line-curve', 3)
    const slider = container.querySelector('input')
    slider?.focus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(slider?.getAttribute('aria-valuetext')).toMatch(/^within 1 h.*; Enter opens SEV2$/)
    expect(opened).toEqual(['/incidents?severity=2'])
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).not.toBe(slider)
  })

  it('names each curve in the drawing, and draws the band around it', async () => {
    const model = share()
    const [first] = model.curves
    const banded = {
      ...model,
      curves: first
        ? [{ ...first, bands: model.times.map(() => ({ low: 0.2, high: 0.8 })) }, ...model.curves.slice(1)]
        : [],
    }
    const container = await framed(<ShareWithin placeholder="loading" model={banded} label="Read" />)
    await drawn(container, '[data-band]', 2)
    const names = [...container.querySelectorAll('g > text')].map(({ textContent }) => textContent)
    expect(names).toEqual(expect.arrayContaining(['SEV1', 'SEV2']))
    const band = container.querySelector<SVGPathElement>('[data-band="1"]')?.getBBox()
    const plot = container.querySelector<SVGGraphicsElement>('.recharts-cartesian-grid')?.getBBox()
    expect((band?.height ?? 0) / (plot?.height ?? 1)).toBeCloseTo(0.6, 1)
  })

  it('ends a curve where nobody has waited longer', async () => {
    const container = await within()
    await drawn(container, 'path.recharts-line-curve', 3)
    const [first, second] = [...container.querySelectorAll<SVGPathElement>('path.recharts-line-curve')].map((path) =>
      path.getBBox(),
    )
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeLessThan((first?.x ?? 0) + (first?.width ?? 0) - 50)
  })
})

describe('ControlPoints', () => {
  const hours = (n: number) => n * 3_600_000
  const control = {
    ...model,
    series: [],
    bars: model.bars.map((bar, index) => ({ ...bar, total: hours(index), words: `median ${index} h` })),
    levels: [{ from: 0, to: 10, mean: hours(5), limits: { lower: 0, upper: hours(9) } }],
    signals: [{ index: 10, text: 'outside normal: 10 h', spoken: true }],
    blanks: [{ from: 3, to: 3, text: 'median not reached yet' }],
    marks: [0, 5, 10].map((n) => ({ at: hours(n), label: `${n} h` })),
    top: hours(12),
  }

  it('draws a point where its value is, hollow where it takes no part, none where it is not known', async () => {
    const container = await framed(<ControlPoints placeholder="loading" model={control} label="Medians" />)
    await drawn(container, 'circle[r="3.2"]', 11)
    expect(container.querySelectorAll('circle[data-hollow]')).toHaveLength(1)
    const heights = [...container.querySelectorAll('circle[r="3.2"]')].map((point) => Number(point.getAttribute('cy')))
    const unit = (heights[0] ?? 0) - (heights[1] ?? 0)
    expect((heights[0] ?? 0) - (heights.at(-1) ?? 0)).toBeCloseTo(11 * unit, 3)
    // The mark to focus lies over its point.
    const point = container.querySelectorAll('circle[r="3.2"]')[1]?.getBoundingClientRect()
    const mark = container.querySelector('[data-bar="2026-w2"]')?.getBoundingClientRect()
    expect(mark && point && mark.left <= point.left && mark.right >= point.right).toBe(true)
  })

  it('says the median, not a count, and opens its records', async () => {
    const container = await framed(<ControlPoints placeholder="loading" model={control} label="Medians" />)
    await drawn(container, '[data-bar]', 12)
    expect(container.querySelector('[data-bar="2026-w11"]')).toHaveAccessibleName(
      'Week 11: median 10 h; outside normal: 10 h',
    )
    container.querySelector<HTMLElement>('[data-bar="2026-w11"]')?.focus()
    await userEvent.keyboard('{Enter}')
    expect(opened).toEqual(['/incidents?week=11'])
  })
})

describe('DotStrip', () => {
  it('draws each incident in its place and each fix', async () => {
    const dots = [0.1, 0.5, 0.9].map((at, index) => ({ key: `i${index}`, at, severity: ['1', '3', ''][index] ?? '' }))
    const container = await stage(<DotStrip label="3 incidents, 1 fix" dots={dots} fixes={[0.6]} />)
    expect(container.querySelector('svg')).toHaveAccessibleName('3 incidents, 1 fix')
    const drawnDots = [...container.querySelectorAll('[data-severity]')]
    expect(drawnDots.map((dot) => [dot.getAttribute('data-severity'), dot.getAttribute('x')])).toEqual([
      ['1', '10%'],
      ['3', '50%'],
      ['', '90%'],
    ])
    expect(container.querySelectorAll('line')).toHaveLength(2)
  })
})

describe('HourWeek', () => {
  const counts = Array.from({ length: 168 }, (_, index) => index % 7)

  it('is a grid of 7 days by 24 hours that says each count', async () => {
    const container = await stage(<HourWeek counts={counts} label="When they start" />)
    const cells = [...container.querySelectorAll('[role="gridcell"]')]
    expect(cells).toHaveLength(168)
    expect(cells[33]).toHaveAccessibleName('Tuesday 09:00 to 10:00: 5')
    cells.forEach((cell, index) => expect(cell.getAttribute('aria-label')).toMatch(new RegExp(`: ${index % 7}$`)))
  })

  it('is one tab stop, walked in both directions', async () => {
    await stage(<HourWeek counts={counts} label="When they start" />)
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}')
    expect(document.activeElement).toHaveAccessibleName('Tuesday 02:00 to 03:00: 5')
    await userEvent.keyboard('{End}{ArrowRight}{ArrowUp}{ArrowUp}')
    expect(document.activeElement).toHaveAccessibleName('Monday 23:00 to 24:00: 2')
  })
})

describe.each(['dark', 'light'])('accessibility in %s', (theme) => {
  it('has nothing for axe to find, also with tables open', async () => {
    document.documentElement.dataset.theme = theme
    const container = await stage(
      <>
        <ChartFrame
          title="Incidents per week"
          sub="by severity"
          summary="145 incidents in 12 weeks."
          table={table}
          legend={<Legend entries={model.series.map((each) => ({ ...each, shape: 'area', to: '/incidents' }))} />}
        >
          <WeeklyBars placeholder="loading" model={model} label="Incidents per week, by week" />
        </ChartFrame>
        <ChartFrame
          title="Time to resolve"
          sub="share"
          summary="Half within 1 h."
          table={{ ...table, caption: 'Shares' }}
        >
          <ShareWithin placeholder="loading" model={share()} label="Read the shares within" />
        </ChartFrame>
        <ChartFrame title="When they start" sub="UTC" summary="Mostly by day." table={{ ...table, caption: 'Hours' }}>
          <HourWeek counts={Array.from({ length: 168 }, (_, index) => index % 5)} label="Hour of the week" />
        </ChartFrame>
      </>,
    )
    await drawn(container, 'path.recharts-line-curve', 3)
    container.querySelectorAll('summary').forEach((summary) => summary.click())
    await drawn(container, 'tbody tr', 36)
    const { violations } = await axe.run(container)
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})
