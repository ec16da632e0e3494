import '../../src/ui/base.css'
import axe from 'axe-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { type Span, Swimlane, type SwimlaneProps, toBars, toPoints } from '../../src/ui/swimlane'
import { draw } from '../../src/ui/swimlane/draw'
import { groupBars, groupPoints } from '../../src/ui/swimlane/lanes'
import { readPalette } from '../../src/ui/swimlane/palette'
import { Scene } from '../../src/ui/swimlane/scene'

interface Thing {
  readonly name: string
  readonly start: number
  readonly end?: number
  readonly lane: number
  readonly level: number
}

const things: readonly Thing[] = [
  { name: 'First', start: 100, end: 300, lane: 0, level: 1 },
  { name: 'Second', start: 400, end: 420, lane: 0, level: 3 },
  { name: 'Still open', start: 600, lane: 1, level: 2 },
]
const points = [
  { name: 'Deploy', at: 350, lane: 0 },
  { name: 'Alarm', at: 500, lane: 1 },
]
const noPoints = toPoints<never>([], () => undefined)
const bars = (all: readonly Thing[]) =>
  toBars(all, ({ start, end, lane, level }) => ({ start, lanes: [lane], level, ...(end !== undefined && { end }) }))
const ticksOf = ({ from, to }: Span) =>
  [0, 250, 500, 750].filter((at) => at >= from && at < to).map((at) => ({ at, label: `t${at}` }))

const usual: SwimlaneProps = {
  label: 'Test lanes',
  lanes: [{ label: 'North' }, { label: 'South', hint: '1 thing' }],
  bars: bars(things),
  points: noPoints,
  span: { from: 0, to: 1000 },
  limits: { from: 0, to: 1000, least: 10 },
  now: 900,
  ticksOf,
  tell: (column, index) => ({
    title: (column === 'bars' ? things[index]?.name : points[index]?.name) ?? '',
    detail: `${column} ${index}`,
    ...(column === 'bars' && { level: 1 as const }),
  }),
  laneHeight: [60, 60],
}

beforeAll(() => page.viewport(1200, 900))

async function mount(over: Partial<SwimlaneProps> = {}) {
  document.documentElement.dataset.theme = 'dark'
  const view = await render(
    <main style={{ width: 916, background: 'var(--surface)' }}>
      <h1>Lanes</h1>
      <Swimlane {...usual} {...over} />
    </main>,
  )
  const canvas = () => {
    const found = view.container.querySelector('canvas')
    if (!found) throw new Error('There is no canvas.')
    return found
  }
  // 916 pixels less 116 for the labels: 0.8 pixels stand for one unit of time.
  await expect.poll(() => canvas().width).toBe(800 * devicePixelRatio)
  const pixel = (time: number, y: number): readonly number[] => {
    const data = canvas()
      .getContext('2d')
      ?.getImageData(time * 0.8 * devicePixelRatio, y * devicePixelRatio, 1, 1).data
    return data ? [...data] : []
  }
  return { ...view, canvas, pixel, plot: page.getByRole('application') }
}

const isRed = (colour: readonly number[]) => (colour[0] ?? 0) > 200 && (colour[1] ?? 0) < 130 && (colour[3] ?? 0) > 200
const isEmpty = (colour: readonly number[]) => (colour[3] ?? 0) === 0

describe('the picture', () => {
  it('draws bars where and as long as they are, in the colour of their level', async () => {
    const { pixel } = await mount()
    await expect.poll(() => isRed(pixel(290, 12))).toBe(true)
    expect(isRed(pixel(105, 12))).toBe(true)
    expect(isEmpty(pixel(95, 12))).toBe(true)
    expect(isEmpty(pixel(310, 12))).toBe(true)
  })
  it('draws what goes on up to the present, and no further', async () => {
    const { pixel } = await mount()
    await expect.poll(() => isEmpty(pixel(890, 72))).toBe(false)
    expect(isEmpty(pixel(910, 72))).toBe(true)
  })
  it('reads its colours anew when the theme changes', async () => {
    const { pixel } = await mount()
    await expect.poll(() => isRed(pixel(200, 18))).toBe(true)
    const before = pixel(290, 12)
    document.documentElement.dataset.theme = 'light'
    await expect.poll(() => pixel(290, 12)).not.toEqual(before)
  })
  it('names lanes, times and markers in the DOM, as many as fit', async () => {
    await mount({
      markers: [
        { at: 350, label: 'deploy 1', tone: 'mark' },
        { at: 500, label: 'deploy 2', tone: 'mark' },
        { at: 356, label: 'deploy 3', tone: 'mark' },
      ],
    })
    await expect.element(page.getByText('North')).toBeVisible()
    await expect.element(page.getByText('t500')).toBeVisible()
    await expect.element(page.getByText('deploy 1')).toBeVisible()
    await expect.element(page.getByText('deploy 2')).toBeVisible()
    expect(page.getByText('deploy 3').elements()).toHaveLength(0)
  })
})

describe('the pointer', () => {
  it('tells what lies under it', async () => {
    const { plot } = await mount()
    await userEvent.hover(plot, { position: { x: 200 * 0.8, y: 12 } })
    await expect.element(page.getByText('First')).toBeVisible()
    await userEvent.hover(plot, { position: { x: 360 * 0.8, y: 12 } })
    await expect.poll(() => page.getByText('First').elements()).toHaveLength(0)
  })
  it('opens a bar, and lists what is too close to choose among', async () => {
    const opened: [string, number][] = []
    const close = [...things, { name: 'Twin', start: 401, end: 421, lane: 0, level: 4 }]
    const { plot } = await mount({
      bars: bars(close),
      laneHeight: [20, 20],
      tell: (_column, index) => ({ title: close[index]?.name ?? '', detail: '' }),
      onOpen: (column, index) => opened.push([column, index]),
    })
    await userEvent.click(plot, { position: { x: 200 * 0.8, y: 10 } })
    await expect.poll(() => opened).toEqual([['bars', 0]])
    await userEvent.click(plot, { position: { x: 410 * 0.8, y: 10 } })
    await page.getByRole('button', { name: 'Twin' }).click()
    await expect
      .poll(() => opened)
      .toEqual([
        ['bars', 0],
        ['bars', 3],
      ])
  })
  it('zooms with Ctrl and the wheel where it points, and says where it came to rest', async () => {
    const rested: Span[] = []
    const { canvas } = await mount({ onSpan: (span) => rested.push(span) })
    const box = canvas().getBoundingClientRect()
    const wheel = { deltaY: -300, ctrlKey: true, clientX: box.left + 400, clientY: box.top + 10 }
    canvas().dispatchEvent(new WheelEvent('wheel', { ...wheel, bubbles: true, cancelable: true }))
    await expect.poll(() => rested).toHaveLength(1)
    const [span] = rested
    expect((span?.from ?? 0) + (span?.to ?? 0)).toBeCloseTo(1000)
    expect((span?.to ?? 0) - (span?.from ?? 0)).toBeLessThan(500)
  })
  it('leaves a plain wheel to the page', async () => {
    const { canvas } = await mount()
    const event = new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true })
    canvas().dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
  })
})

describe('the keyboard', () => {
  it('zooms, pans, shows all', async () => {
    const rested: Span[] = []
    const { plot } = await mount({ onSpan: (span) => rested.push(span), span: { from: 400, to: 600 } })
    ;(plot.element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(() => rested.at(-1)).toEqual({ from: 420, to: 620 })
    await userEvent.keyboard('+')
    await expect.poll(() => (rested.at(-1)?.to ?? 0) - (rested.at(-1)?.from ?? 0)).toBeCloseTo(140)
    await userEvent.keyboard('0')
    await expect.poll(() => rested.at(-1)).toEqual({ from: 0, to: 1000 })
  })
  it('goes from mark to mark, says each, opens one', async () => {
    const opened: number[] = []
    const { plot } = await mount({ onOpen: (_column, index) => opened.push(index) })
    ;(plot.element() as HTMLElement).focus()
    await userEvent.keyboard('n')
    await expect.element(page.getByRole('status')).toMatchTextContent('First, bars 0')
    await userEvent.keyboard('n{Enter}')
    await userEvent.keyboard('{ArrowDown}n')
    await expect.element(page.getByRole('status')).toMatchTextContent('Still open, bars 2')
    expect(opened).toEqual([1])
  })
  it('does with buttons what keys and pointer do', async () => {
    const rested: Span[] = []
    await mount({ onSpan: (span) => rested.push(span) })
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await expect.poll(() => rested.at(-1)).toEqual({ from: 250, to: 750 })
    await page.getByRole('button', { name: 'Later' }).click()
    await expect.poll(() => rested.at(-1)).toEqual({ from: 450, to: 950 })
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => rested.at(-1)).toEqual({ from: 0, to: 1000 })
  })
})

it('tells the same as a table', async () => {
  await mount({
    points: toPoints(points, ({ at, lane }) => ({ at, lanes: [lane], level: 0, shape: 'diamond' })),
  })
  await page.getByRole('button', { name: 'Show as a table' }).click()
  const rows = page
    .getByRole('row')
    .elements()
    .map((row) => row.textContent)
  expect(rows).toEqual([
    'WhatLaneWhen',
    'FirstNorthbars 0',
    'SecondNorthbars 1',
    'DeployNorthpoints 0',
    'Still openSouthbars 2',
    'AlarmSouthpoints 1',
  ])
})

it('has nothing that axe finds wrong, in both themes', async () => {
  const { container } = await mount({ markers: [{ at: 350, label: 'deploy 1', tone: 'mark' }] })
  await page.getByRole('button', { name: 'Show as a table' }).click()
  for (const theme of ['dark', 'light']) {
    document.documentElement.dataset.theme = theme
    const { violations } = await axe.run(container)
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
})

it('draws 25,000 bars and 142,000 points as counts that leave nothing out', async () => {
  const { canvas } = await mount()
  const many = Array.from({ length: 25_000 }, (_bar, index) => ({
    start: index * 40,
    end: index * 40 + 500,
    lanes: [index % 20],
    level: index % 6,
  }))
  const dots = Array.from({ length: 142_000 }, (_point, index) => ({
    at: index * 7,
    lanes: [index % 20],
    level: 0,
    shape: 'tick' as const,
  }))
  const content = {
    lanes: 20,
    bars: groupBars(
      toBars(many, (each) => each),
      20,
    ),
    points: groupPoints(
      toPoints(dots, (each) => each),
      20,
    ),
  }
  const scene = new Scene()
  const frame = {
    span: { from: 0, to: 1_001_000 },
    now: 1_001_000,
    width: 1000,
    height: 800,
    laneHeight: 40,
    scrollTop: 0,
  }
  draw(canvas(), { content, frame, palette: readPalette(canvas()), ticks: [], markers: [], bands: [] }, scene, 1)
  expect([scene.bars, scene.points]).toEqual([25_000, 142_000])
  expect(scene.profiles).toHaveLength(20)
  expect(scene.size).toBeLessThan(20 * 1000)
})
