import { formatInstant, instant } from '../../../domain/units'

/** Fields that hold moments and lengths, by name. `started` of an automation is a count: activities are written as YAML. */
const moments = new Set([
  'opened',
  'started',
  'detected',
  'acknowledged',
  'mitigated',
  'resolved',
  'closed',
  'updateDue',
  'doneAt',
  'heldAt',
  'at',
  'recordedAt',
  'until',
  'due',
  'created',
  'proposedAt',
  'decidedAt',
  'expires',
])
const lengths = new Set(['updateEvery', 'dueAfter'])

const toText = (key: string, value: unknown): unknown =>
  typeof value !== 'number'
    ? value
    : moments.has(key)
      ? formatInstant(instant(value))
      : lengths.has(key)
        ? `PT${value / 1000}S`
        : value

/** Records of a facet as JSON lines in the domain's own words, as the files source reads them without being told how. */
export const jsonLines = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record, toText)}\n`).join('')
