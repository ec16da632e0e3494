import type { SummaryQuestion } from '../../domain/summary'
import { day24, type Instant } from '../../domain/units'
import type { Parameters } from './parameters'

const ready: ReadonlySet<string> = new Set(['severity', 'team'])
const heeded: ReadonlySet<string> = new Set(['severities', 'teams', 'openedFrom', 'openedTo', 'order'])

/** The day that begins at that moment; undefined where none does. */
const dayAt = (at: Instant | undefined): string | null | undefined => {
  if (at === undefined) return null
  return at % day24 === 0 ? new Date(at).toISOString().slice(0, 10) : undefined
}

const limits = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/**
 * The question as one about whole days of UTC by severity and team, which the roll-up has ready. Undefined where it would
 * not mean the same.
 */
export function daysOf({ query, bucket, moment, by, zone, clock }: SummaryQuestion): Parameters | undefined {
  if (bucket === 'instant' || (bucket !== undefined && moment === 'stopped')) return undefined
  if (clock !== undefined || (bucket !== undefined && zone !== 'UTC') || by.some((each) => !ready.has(each)))
    return undefined
  if (Object.entries(query).some(([part, value]) => !heeded.has(part) && limits(value))) return undefined
  const first = dayAt(query.openedFrom)
  const after = dayAt(query.openedTo)
  if (first === undefined || after === undefined) return undefined
  return {
    severities: query.severities ?? [],
    teams: query.teams ?? [],
    first_day: first,
    after_day: after,
    bucket: bucket ?? '',
    by,
  }
}
