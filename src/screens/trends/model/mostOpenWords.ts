import { dateTimeText } from '../../../domain/time/format'
import type { HeadFigure } from './figures'
import type { MostOpen } from './mostOpen'
import { count } from './words'

export const mostOpenWords = {
  label: 'Most open at once',
  definition:
    'Incidents under the filters, whenever they began, that were open at one moment of the range: they had opened, and were neither resolved nor, where no resolution is recorded, closed.',
  formula:
    'The largest of (opened by a moment − open no more by it), and the first moment that had so many. It cannot be added up from parts: the days that may hold it are looked at moment by moment.',
}

export interface MostOpenKnown {
  readonly most: MostOpen | undefined
  /** As many may have been open at another moment. */
  readonly upTo: number
  /** Of how many it is told, and how many could not be placed in time. */
  readonly n: number
  readonly leftOut: number
}

/** The most that were open at once; where not every moment could be looked at, in what bounds it is. */
export function mostOpenFigure({ most, upTo, n, leftOut }: MostOpenKnown, zone: string): HeadFigure {
  const { label } = mostOpenWords
  const left = leftOut > 0 ? `left out: ${count(leftOut)} whose end is not recorded` : 'none left out'
  const basis = [`of ${count(n)} that were open in the range`, left]
  const exact = { value: most?.count ?? 0, unit: 'incidents' as const, n, leftOut }
  if (!most) return { label, value: count(0), basis, exact }
  const at = dateTimeText(most.at, zone)
  if (upTo === most.count) return { label, value: count(most.count), basis: [at, ...basis], exact }
  const bound = `perhaps ${count(upTo)} at another moment: too many changes to look at each, a shorter range tells`
  return { label, value: `≥ ${count(most.count)}`, basis: [at, bound, ...basis] }
}
