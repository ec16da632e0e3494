import { roleNames, type Role } from '../../src/domain/ownership'
import type { Distribution } from '../../src/domain/summary'
import { formatInstant, instant, unknownText } from '../../src/domain/units'
import type { Wire } from '../../src/sources/rest/wire.generated'

/** Fields that are moments, and fields that are lengths of time, wherever they stand in a record. */
const moments = new Set([
  'at', 'until', 'opened', 'started', 'detected', 'acknowledged', 'mitigated', 'resolved', 'closed', 'last', 'due', 'doneAt',
  'heldAt', 'updateDue', 'created', 'recordedAt', 'proposedAt', 'decidedAt', 'expires',
]) // prettier-ignore
const lengths = new Set(['every', 'updateEvery', 'dueAfter'])

/** Fields with words from an open vocabulary. */
const vocabularies = new Set(['kind', 'state', 'level', 'risk', 'detection', 'origin', 'outcome', 'role', 'gap'])

const isRole = (word: string): word is Role => Object.hasOwn(roleNames, word)

function word(name: string, told: string, record: object): string {
  if (name === 'role' && isRole(told)) return roleNames[told].toLowerCase()
  // An improvement is `from` somewhere; a timeline entry tells what was before.
  const open = vocabularies.has(name) || (name === 'from' && 'title' in record)
  return open ? (unknownText(told) ?? told) : told
}

function value(name: string, told: unknown, record: object): unknown {
  if (Array.isArray(told)) return told.map((each) => value(name, each, record))
  if (typeof told === 'object' && told !== null) return tell(told)
  if (typeof told === 'string') return word(name, told, record)
  if (typeof told !== 'number') return told
  // An automation counts how often it was started; elsewhere `started` is a moment.
  if (moments.has(name) && !('level' in record)) return formatInstant(instant(told))
  return lengths.has(name) ? told / 1000 : told
}

/** A domain record in the words of the wire: written on its own, so that the source's reading is put to the proof. */
export const tell = (record: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(record).map(([name, told]: [string, unknown]) => [name, value(name, told, record)]))

/** A value that was counted by: words of open vocabularies are the backend's own. */
export const tellValue = (dimension: string, told: string): string =>
  vocabularies.has(dimension) ? (unknownText(told) ?? told) : told

/** A distribution with seconds for milliseconds. Bins stay: they are about milliseconds on the wire too. */
export const tellDistribution = (told: Distribution): Wire['Distribution'] =>
  told.kind === 'exact'
    ? { kind: 'exact', values: told.values.map((each) => each / 1000) }
    : { kind: 'binned', zeros: told.zeros, bins: told.bins.map((bin) => [...bin]) }
