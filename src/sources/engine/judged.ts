import type { Reckoning, ReviewWord } from '../../domain/dimension'
import type { Clock } from '../../domain/incident'
import { reviewPolicy } from '../../domain/reviewDue'
import { bytes, floats } from './arrays'
import { type Axis, numbered } from './axis'
import { clockReader, opennessOf, readings } from './clock'
import type { IncidentColumns } from './columns'

/** The codes of `review`. */
const words = [
  'held',
  'held-late',
  'planned',
  'undated',
  'due',
  'overdue',
  'burning',
  'no-end',
  'free',
] as const satisfies readonly ReviewWord[]
const codeOf = (word: ReviewWord): number => words.indexOf(word)

/** How the review of each row stands, as `reviewStanding` says. */
export function reviewAxis(columns: IncidentColumns, { now, locked }: Reckoning): Axis {
  const { count, severity, ended, reviewed } = columns
  const isOpen = opennessOf(columns)
  const asked = bytes(6)
  for (const each of reviewPolicy.severities) asked[each] = 1
  const standing = (row: number): ReviewWord => {
    const held = reviewed[row]!
    const wanted = asked[severity[row]!] === 1
    // Infinite where the end is not recorded: then nothing is late.
    const due = ended[row]! + reviewPolicy.within
    if (held === Number.POSITIVE_INFINITY) return 'undated'
    if (held <= now) return wanted && held > due ? 'held-late' : 'held'
    // When locked, what was held later has not been.
    if (held > now && !locked) return 'planned'
    if (isOpen(row, now)) return 'burning'
    if (!wanted) return 'free'
    if (due === Number.POSITIVE_INFINITY) return 'no-end'
    return due < now ? 'overdue' : 'due'
  }
  const codes = bytes(count)
  for (let row = 0; row < count; row += 1) codes[row] = codeOf(standing(row))
  return numbered(codes, words.length, (code) => words[code] ?? '')
}

const mended = ['', 'no', 'yes']

/** Whether the problem of each row was said to be mended when it began. */
export function fixedAxis({ count, problem, opened }: IncidentColumns, { fixes = {} }: Reckoning): Axis {
  const { texts } = problem.dictionary
  const since = floats(texts.length)
  for (const [code, id] of texts.entries())
    since[code] = Object.hasOwn(fixes, id) ? (fixes[id] ?? Number.NaN) : Number.NaN
  const codes = bytes(count)
  for (let row = 0; row < count; row += 1) {
    const code = problem.codes[row]!
    codes[row] = code === 0 ? 0 : opened[row]! >= since[code]! ? 2 : 1
  }
  return numbered(codes, mended.length, (code) => mended[code] ?? '')
}

/** What the clock reads in each row. */
export function readingAxis(columns: IncidentColumns, clock: Clock, reckoning: Reckoning): Axis {
  const read = clockReader(columns, clock, reckoning)
  const codes = bytes(columns.count)
  const length = floats(1)
  for (let row = 0; row < columns.count; row += 1) codes[row] = read(row, length, 0)
  return numbered(codes, readings.length, (code) => readings[code] ?? '')
}
