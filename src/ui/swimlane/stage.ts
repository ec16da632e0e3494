import type { Span } from './columns'
import { draw } from './draw'
import type { Content, Frame } from './frame'
import { type Hit, hitTest, type Mark, nextMark, placeOf } from './hit'
import type { Band, Marker, Tick } from './paint'
import { type Palette, readPalette, watchTheme } from './palette'
import { Scene } from './scene'
import { type Limits, panned, within, zoomed } from './span'

/** What a swimlane shows, apart from where one looks. */
export interface Shown {
  readonly content: Content
  readonly limits: Limits
  readonly now: number
  readonly laneHeight: number
  readonly markers: readonly Marker[]
  readonly bands: readonly Band[]
  readonly ticksOf: (span: Span, width: number) => readonly Tick[]
  readonly labelOf?: (at: number) => string
}

/** What the parts in the DOM follow: a new object each time something moved. */
export interface Look {
  readonly span: Span
  readonly width: number
  readonly height: number
  readonly scrollTop: number
  readonly ticks: readonly Tick[]
}

/** Marks in view, and how many of them stand in counts. */
export interface Tally {
  readonly marks: number
  readonly counted: number
}

/** The picture is counted once it rested for this long. */
const countAfter = 120

/**
 * Holds where one looks and draws it, outside React: a pan or zoom costs one canvas frame and a few elements of the
 * axis, whatever the number of marks.
 */
export class Stage {
  readonly scene = new Scene()
  #shown: Shown
  #look: Look
  #focus: Mark | undefined
  #palette: Palette | undefined
  #canvas: HTMLCanvasElement | undefined
  #listeners = new Set<() => void>()
  #pending = 0
  #tally: Tally = { marks: 0, counted: 0 }
  #counting: ReturnType<typeof setTimeout> | undefined
  #counters = new Set<() => void>()

  constructor(shown: Shown, span: Span) {
    this.#shown = shown
    this.#look = { span: within(span, shown.limits), width: 0, height: 0, scrollTop: 0, ticks: [] }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  look = (): Look => this.#look
  /** Calls back when what is drawn was counted anew. */
  onTally = (listener: () => void): (() => void) => {
    this.#counters.add(listener)
    return () => this.#counters.delete(listener)
  }
  tally = (): Tally => this.#tally
  get shown(): Shown {
    return this.#shown
  }
  get frame(): Frame {
    const { span, width, height, scrollTop } = this.#look
    const { now, laneHeight } = this.#shown
    return { span, width, height, scrollTop, now, laneHeight }
  }

  /** Takes a canvas and keeps it right when the theme changes. Returns the way to let go of it. */
  attach(canvas: HTMLCanvasElement): () => void {
    this.#canvas = canvas
    this.#palette = readPalette(canvas)
    const stop = watchTheme(() => {
      this.#palette = readPalette(canvas)
      this.#schedule()
    })
    this.#schedule()
    return () => {
      stop()
      clearTimeout(this.#counting)
      cancelAnimationFrame(this.#pending)
      this.#pending = 0
      this.#canvas = undefined
    }
  }

  show(shown: Shown): void {
    const bounds = shown.limits
    this.#shown = shown
    this.#move({ span: within(this.#look.span, bounds) })
  }
  resize(width: number, height: number): void {
    if (width !== this.#look.width || height !== this.#look.height) this.#move({ width, height })
  }
  scroll(scrollTop: number): void {
    if (scrollTop !== this.#look.scrollTop) this.#move({ scrollTop })
  }
  go(span: Span): void {
    this.#move({ span: within(span, this.#shown.limits) })
  }
  zoom(factor: number, at = (this.#look.span.from + this.#look.span.to) / 2): void {
    this.#move({ span: zoomed(this.#look.span, factor, at, this.#shown.limits) })
  }
  pan(share: number): void {
    this.#move({ span: panned(this.#look.span, share, this.#shown.limits) })
  }
  focus(mark: Mark | undefined): void {
    this.#focus = mark
    this.#schedule()
  }

  hit = (x: number, y: number): Hit | undefined => hitTest(this.#shown.content, this.frame, x, y)
  place = (mark: Mark) => placeOf(this.#shown.content, this.frame, mark)
  next = (lane: number, from: Mark | undefined, step: 1 | -1): Mark | undefined =>
    nextMark(this.#shown.content, this.frame, lane, from, step)

  #move(change: Partial<Omit<Look, 'ticks'>>): void {
    const next = { ...this.#look, ...change }
    this.#look = { ...next, ticks: next.width > 0 ? this.#shown.ticksOf(next.span, next.width) : [] }
    this.#schedule()
    for (const listener of this.#listeners) listener()
  }

  #schedule(): void {
    if (this.#pending || !this.#canvas) return
    this.#pending = requestAnimationFrame(() => {
      this.#pending = 0
      this.drawNow()
    })
  }

  /** Draws at once; else a frame is drawn after each change. */
  drawNow(): void {
    if (!this.#canvas || !this.#palette || this.#look.width === 0) return
    const { content, markers, bands, labelOf } = this.#shown
    const picture = { content, frame: this.frame, palette: this.#palette, ticks: this.#look.ticks, markers, bands }
    draw(
      this.#canvas,
      { ...picture, ...(labelOf && { labelOf }), ...(this.#focus && { focus: this.#focus }) },
      this.scene,
      globalThis.devicePixelRatio || 1,
    )
    if (this.#counters.size === 0) return
    clearTimeout(this.#counting)
    this.#counting = setTimeout(() => this.#count(), countAfter)
  }

  #count(): void {
    const { bars, points, counted } = this.scene
    const marks = bars + points
    if (marks === this.#tally.marks && counted === this.#tally.counted) return
    this.#tally = { marks, counted }
    for (const listener of this.#counters) listener()
  }
}
