import type { Dimension, ReviewWord, Within } from './dimension'
import type { Clock, Reading } from './incident'
import { unknownText } from './units'

/** What a dimension is called where its values stand beside it. */
export const dimensionNames: Readonly<Record<Dimension, string>> = {
  severity: 'Severity',
  state: 'State',
  team: 'Team',
  workload: 'Workload',
  problem: 'Problem',
  label: 'Label',
  hourOfWeek: 'Starts',
  activity: 'Activity',
  factor: 'Factor',
  detection: 'Noticed by',
  plan: 'Response plan',
  reassignments: 'Handed on',
  returns: 'Sent back',
  reopened: 'Reopened',
  sla: 'SLA',
  review: 'Review',
  fixed: 'Its fix',
  reading: 'Time',
}

/** What each clock measures. */
export const clockNames: Readonly<Record<Clock, string>> = {
  detect: 'Time to detect',
  acknowledge: 'Time to acknowledge',
  mitigate: 'Time to mitigate',
  resolve: 'Time to resolve',
  close: 'Time to close',
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const clockTime = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** `Mon 09:00–10:00`: hours of the week as they are counted by, 0 is Monday at midnight. */
export const hourOfWeekText = (hour: number): string =>
  `${weekdays[Math.floor(hour / 24)] ?? '?'} ${clockTime(hour % 24)}–${clockTime((hour % 24) + 1)}`

const reviewWords: Readonly<Record<ReviewWord, string>> = {
  held: 'held in time',
  'held-late': 'held late',
  planned: 'planned',
  undated: 'written, no date recorded',
  due: 'due',
  overdue: 'overdue',
  burning: 'incident still open',
  'no-end': 'end of the incident not recorded',
  free: 'none asked for',
}

const readingWords: Readonly<Record<Reading['kind'], string>> = {
  closed: 'measured',
  open: 'still open',
  fault: 'ends before it starts',
  missing: 'not recorded',
}

const detectionWords: Readonly<Record<string, string>> = {
  alarm: 'an alarm',
  person: 'a person',
  customer: 'a customer',
}
const fixedWords: Readonly<Record<string, string>> = {
  yes: 'recorded before it began',
  no: 'not recorded before it began',
}
const slaWords: Readonly<Record<string, string>> = { yes: 'met', no: 'missed' }

const wordIn = (words: Readonly<Record<string, string>>) => (value: string) =>
  Object.hasOwn(words, value) ? (words[value] ?? value) : (unknownText(value) ?? value)

const timesText = (value: string): string => (value === '0' ? 'never' : value === '1' ? 'once' : `${value} times`)

const words: Partial<Readonly<Record<Dimension, (value: string) => string>>> = {
  severity: (value) => `SEV${value}`,
  hourOfWeek: (value) => hourOfWeekText(Number(value)),
  detection: wordIn(detectionWords),
  reassignments: timesText,
  returns: timesText,
  reopened: timesText,
  sla: wordIn(slaWords),
  review: wordIn(reviewWords),
  fixed: wordIn(fixedWords),
  reading: wordIn(readingWords),
}

const nothing: Partial<Readonly<Record<Dimension, string>>> = {
  severity: 'unknown',
  workload: 'none known',
  problem: 'none linked',
  label: 'none',
  plan: 'none',
  fixed: 'no problem linked',
}

/** What records name by id, as people call it; undefined where nobody has a name for it. */
export type NameOf = (by: Dimension, id: string) => string | undefined

/** A value of a dimension in plain words; `''` says that nothing is recorded. */
export function valueText(by: Dimension, value: string, nameOf: NameOf = () => undefined): string {
  if (value === '') return nothing[by] ?? 'not recorded'
  return nameOf(by, value) ?? words[by]?.(value) ?? value
}

/** Values that are said before the rest is only counted. */
const said = 3

/** A limit in plain words: `Factor: expired certificate`, `Starts Mon 09:00–10:00 UTC`, `After its fix`. */
export function limitText({ by, values, zone, clock }: Within, nameOf?: NameOf): string {
  const [only] = values
  if (by === 'fixed' && values.length === 1 && only === 'yes') return 'After its fix'
  const texts = values.slice(0, said).map((value) => valueText(by, value, nameOf))
  const more = values.length > said ? ` and ${values.length - said} more` : ''
  const list = texts.length === 0 ? 'no value at all' : `${texts.join(', ')}${more}`
  if (by === 'hourOfWeek') return `Starts ${list} ${zone}`
  return `${by === 'reading' && clock ? clockNames[clock] : dimensionNames[by]}: ${list}`
}
