import '../../src/ui/base.css'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ChartFrame, type ChartScope, ChartScopeProvider, HourWeek, WeeklyBars } from '../../src/charts'
import { instant, parseInstant } from '../../src/domain/units'
import { bars } from './chartModels'

const model = bars()
const scope: ChartScope = {
  lines: ['Incidents that began from 1 Jan 2026 to 20 Mar 2026', 'Filters: team platform'],
  asOf: parseInstant('2026-03-20T09:42:00Z') ?? instant(0),
  zone: 'UTC',
}
const table = {
  caption: 'Incidents per week',
  columns: ['Week', 'All', 'Level'],
  rows: model.bars.map(({ key, label, total }) => ({ key, cells: [label, (1000 + total).toLocaleString('en'), '–'] })),
}

/** What is handed to the browser to be saved, in place of a file on the disk. */
function saved(): { readonly blobs: Blob[]; readonly names: string[] } {
  const [blobs, names]: [Blob[], string[]] = [[], []]
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob)
    return 'blob:none'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    names.push(this.download)
  })
  return { blobs, names }
}

async function stage(drawing: 'bars' | 'hours') {
  const { container } = await render(
    <ChartScopeProvider value={scope}>
      <div style={{ width: 900 }}>
        <ChartFrame title="Incidents per week" sub="by severity" summary="145 incidents; n = 145." table={table}>
          {drawing === 'bars' ? (
            <WeeklyBars placeholder="loading" model={model} label="Incidents per week" />
          ) : (
            <HourWeek counts={Array.from({ length: 168 }, (_, index) => index % 5)} label="Hours" />
          )}
        </ChartFrame>
      </div>
    </ChartScopeProvider>,
  )
  const marks = drawing === 'bars' ? 'rect[rx]' : '[role="gridcell"]'
  await expect.poll(() => container.querySelectorAll(marks).length, { timeout: 12_000 }).toBeGreaterThan(30)
  return container
}

async function save(form: RegExp, into: { readonly blobs: Blob[] }): Promise<Blob> {
  await userEvent.click(page.getByRole('button', { name: 'Save Incidents per week' }))
  await userEvent.click(page.getByRole('menuitem', { name: form }))
  await expect.poll(() => into.blobs.length, { timeout: 12_000 }).toBe(1)
  const [blob] = into.blobs
  if (!blob) throw new Error('Nothing was saved')
  return blob
}

const parsed = async (blob: Blob) => new DOMParser().parseFromString(await blob.text(), 'image/svg+xml')

beforeEach(() => {
  document.documentElement.dataset.theme = 'dark'
  vi.restoreAllMocks()
})

describe('a chart that is saved', () => {
  it('is an SVG that stands alone: every mark, plain colours, named fonts, and what it is', async () => {
    const container = await stage('bars')
    const steps = container.querySelectorAll('rect[rx]').length
    const into = saved()
    const svg = await parsed(await save(/SVG/, into))
    expect(into.names).toEqual(['incidents-per-week-2026-03-20-0942-utc.svg'])
    expect(svg.querySelector('parsererror')).toBeNull()
    expect(svg.querySelectorAll('svg svg rect[rx]')).toHaveLength(steps)
    const text = svg.documentElement.textContent ?? ''
    for (const part of ['Incidents per week', 'n = 145', 'Filters: team platform', 'As of 20 Mar 2026 09:42 UTC'])
      expect(text).toContain(part)
    const source = new XMLSerializer().serializeToString(svg)
    expect(source).not.toMatch(/var\(--|color-mix|class=|style=/)
    expect(source).toMatch(/font-family="[^"]*Inter/)
    // Dashes are what tells the level from other lines.
    expect(source).toMatch(/stroke-dasharray="5px, 4px"/)
  })

  it('is a PNG twice as sharp as the screen, and not blank', async () => {
    const container = await stage('bars')
    const into = saved()
    const blob = await save(/PNG/, into)
    expect(blob.type).toBe('image/png')
    const image = await createImageBitmap(blob)
    expect(image.width).toBeGreaterThan(2 * (container.querySelector('figure')?.clientWidth ?? 9e9) - 10)
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] }
    const colours = new Set<number>()
    for (let at = 0; at < data.length; at += 4)
      colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
    // The worst severity as the tokens say it: #ff5c50.
    expect(colours).toContain(0xff5c50)
    expect(colours.size).toBeGreaterThan(20)
  })

  it('is a CSV of the same numbers, as numbers, with the scope', async () => {
    await stage('bars')
    const into = saved()
    const text = await (await save(/CSV/, into)).text()
    const lines = text.replace('\uFEFF', '').split('\r\n')
    expect(lines.slice(0, 3)).toEqual(['Week,All,Level', 'Week 1,1011,', 'Week 2,1011,'])
    expect(text).toContain('Filters: team platform')
  })

  it('keeps what is drawn with boxes, such as hours of the week', async () => {
    await stage('hours')
    const svg = await parsed(await save(/SVG/, saved()))
    expect(svg.querySelectorAll('rect[rx]').length).toBeGreaterThanOrEqual(168)
    expect(
      [...svg.querySelectorAll('text')].filter(({ textContent }) => /^[MTWFS]$/.test(textContent ?? '')),
    ).toHaveLength(7)
  })
})
