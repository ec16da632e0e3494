import type { SummaryQuestion } from '../../domain/summary'
import { formatInstant, instant, unknownText } from '../../domain/units'
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

/** A query as parameters: arrays repeat their name, moments are ISO 8601, unknown words are the backend's own. */
export function parametersOf(query: object): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as [string, unknown][])
    for (const each of Array.isArray(value) ? (value as readonly unknown[]) : [value])
      if (each !== undefined && each !== '') parameters.append(name, written(name, each))
  return parameters
}

/** A question about incidents as parameters: those of its query, and its own. */
export function summaryParameters({ query, ...question }: SummaryQuestion): URLSearchParams {
  const { order: _order, ...limits } = query
  return new URLSearchParams([...parametersOf(limits), ...parametersOf(question)])
}
