import type { EventWithin } from '../../domain/eventDimension'
import type { Within } from '../../domain/dimension'
import { fixMoments } from '../../domain/query/within'
import type { EventQuestion, SummaryQuestion } from '../../domain/summary'
import { formatInstant, type Id, instant, type Instant, unknownText } from '../../domain/units'
import { withinText } from './dimensions'
import { spelledOut } from './roleWords'

/** Parts of queries that are moments. */
const moments = new Set(['from', 'to', 'openedFrom', 'openedTo', 'burningFrom', 'burningTo', 'openAt', 'now'])

const spelled = new Map<string, string>(Object.entries(spelledOut))

function written(name: string, value: unknown): string {
  if (typeof value === 'number' && moments.has(name)) return formatInstant(instant(value))
  const text = String(value)
  if (name === 'roles') return spelled.get(text) ?? text
  return unknownText(text) ?? text
}

/** Parts that travel as JSON texts. */
interface Structured {
  readonly within?: readonly Within[] | readonly EventWithin[]
  readonly fixes?: Readonly<Record<Id, Instant>>
}

/** A query as parameters: arrays repeat their name, moments are ISO 8601, unknown words are the backend's own. */
export function parametersOf({ within, fixes, ...query }: object & Structured): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as [string, unknown][])
    for (const each of Array.isArray(value) ? (value as readonly unknown[]) : [value])
      if (each !== undefined && each !== '') parameters.append(name, written(name, each))
  if (within && within.length > 0) parameters.append('within', withinText(within))
  if (fixes) parameters.append('fixes', JSON.stringify(fixMoments(fixes)))
  return parameters
}

/** A question as parameters: those of its query, and its own. */
export function summaryParameters({ query, ...question }: SummaryQuestion | EventQuestion): URLSearchParams {
  const { order: _order, ...limits } = { order: undefined, ...query }
  return new URLSearchParams([...parametersOf(limits), ...parametersOf(question)])
}
