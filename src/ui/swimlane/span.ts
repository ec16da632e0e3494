import type { Span } from './columns'

/** How far one may go: the outermost times, and the shortest span worth looking at. */
export interface Limits extends Span {
  readonly least: number
}

export const lengthOf = (span: Span): number => span.to - span.from

/** Pixels from the left edge of a plot of that width. */
export const toX = (span: Span, width: number, time: number): number => ((time - span.from) / lengthOf(span)) * width
export const toTime = (span: Span, width: number, x: number): number => span.from + (x / width) * lengthOf(span)

/** Moves a span back inside the limits, keeping its length where that fits. */
export function within(span: Span, limits: Limits): Span {
  const length = Math.min(Math.max(lengthOf(span), limits.least), Math.max(lengthOf(limits), limits.least))
  const from = Math.min(Math.max(span.from, limits.from), Math.max(limits.from, limits.to - length))
  return { from, to: from + length }
}

/** Shows `factor` times the time (below 1: closer), keeping the moment `at` where it is on the screen. */
export function zoomed(span: Span, factor: number, at: number, limits: Limits): Span {
  const length = Math.min(Math.max(lengthOf(span) * factor, limits.least), Math.max(lengthOf(limits), limits.least))
  const share = lengthOf(span) === 0 ? 0.5 : (at - span.from) / lengthOf(span)
  return within({ from: at - share * length, to: at + (1 - share) * length }, limits)
}

/** Moves by a share of the visible length: 0.1 is a tenth later, negative is earlier. */
export function panned(span: Span, share: number, limits: Limits): Span {
  const by = share * lengthOf(span)
  return within({ from: span.from + by, to: span.to + by }, limits)
}
