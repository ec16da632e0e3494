import { type Instant, formatInstant, instant, parseInstant } from '../../../../domain/units'
import type { Filters } from '../../address'
import { daysOf } from '../../model/days'
import type { Extent, Span } from '../../model/range'
import { type Scope, scopeOf } from '../../scope'

/** Keys of the address that a pack is told apart by; whatever else it says (theme, other panels) is no part of it. */
const own = [
  'pack',
  'range',
  'from',
  'to',
  'per',
  'against',
  'severity',
  'team',
  'workload',
  'problem',
  'factor',
  'label',
  'zone',
]

/** The moment that a text in the address names; undefined where it names none, or one that has not come. */
export function readLock(value: string | null, present: Instant): Instant | undefined {
  const at = value === null ? undefined : parseInstant(value)
  return at !== undefined && at <= present ? at : undefined
}

/**
 * The address of the pack of what is seen: days instead of “the last 52 weeks”, and the moment it was seen at, so that
 * it shows the same next month. `search` is that of the trends screen.
 */
export function packSearch(search: string, span: Span, extent: Extent): string {
  const query = new URLSearchParams(search)
  const { first, last } = daysOf(span.choice, extent, span.now, span.zone)
  query.set('pack', formatInstant(span.now))
  query.set('range', 'custom')
  query.set('from', first.toString())
  query.set('to', last.toString())
  query.set('per', span.step)
  query.set('zone', span.zone)
  return identityOf(query.toString())
}

/** What tells the pack at an address from others, always in the same order: notes are kept under it. */
export function identityOf(search: string): string {
  const query = new URLSearchParams(search)
  const kept = own.flatMap((key) => {
    const value = query.get(key)
    return value === null || value === '' ? [] : [[key, value]]
  })
  return new URLSearchParams(kept).toString()
}

/** The trends of the same days, as they are known now. */
export function trendsSearch(search: string): string {
  const query = new URLSearchParams(identityOf(search))
  query.delete('pack')
  return query.toString()
}

/**
 * The scope of a pack: what began before the moment of the lock, as far as it had come by then. `span.now` is that
 * moment.
 */
export function lockedScope(span: Span, before: Span | undefined, filters: Filters): Scope {
  const scope = scopeOf(span, before, filters)
  const { now } = span
  return {
    ...scope,
    question: (by, more, stretch = span) => {
      const to = instant(Math.min(stretch.to, now))
      const question = scope.question(by, { ...more, locked: true }, { ...stretch, to })
      const { within } = question.query
      if (!within) return question
      return {
        ...question,
        query: { ...question.query, within: within.map((limit) => ({ ...limit, now, locked: true })) },
      }
    },
  }
}
