import type { Incident } from '../incident'
import { earlyBy, lateBy, promptly } from '../narrative'
import { dateText, dateTimeText, timeTextToSecond, zoneText } from '../time/format'
import { zonedText } from '../time/local'
import type { TimelineEntry } from '../timeline'
import { type Id, type Instant, minute } from '../units'
import type { Cell, Table } from './table'

/** An entry in words: its kind, the headline, and what was said. */
export interface ToldEntry {
  readonly entry: TimelineEntry
  readonly kind: string
  readonly what: string
  readonly said?: string
}

/** What an exported timeline has to say of itself. */
export interface ToldTimeline {
  readonly incident: Pick<Incident, 'id' | 'title'>
  /** In the order shown. */
  readonly told: readonly ToldEntry[]
  /** Of all that there are, also of those left out. */
  readonly total: number
  /** What was left out: `34 of 58 hidden: notes`. Empty when nothing was. */
  readonly hidden: string
  readonly order: string
  readonly outOfOrder: ReadonlySet<Id>
  readonly takenBack: ReadonlySet<Id>
  readonly sources: readonly { readonly title: string; readonly asOf?: Instant }[]
  /** What is not in the picture, a sentence each. */
  readonly missing: readonly string[]
  readonly now: Instant
  /** Where it is shown as it stood at a moment. */
  readonly asOf?: Instant
  /** IANA name. */
  readonly zone: string
}

const count = new Intl.NumberFormat('en')

const definitions: readonly string[] = [
  'Happened: when it took place, as the source tells it',
  'Recorded: when it was written down; empty where the source does not keep that',
  `Late: recorded more than ${promptly / minute} minutes after it happened`,
  'Out of order: happened before an entry that was recorded earlier',
  'Recorded too early: recorded before it happened, which is a fault in the data',
  'First said: the text as it was before it was corrected',
  'Order: by the minute; within one minute by the sequence of the source',
]

function scopeOf(shown: ToldTimeline): readonly string[] {
  const { incident, told, total, hidden, order, sources, missing, now, asOf, zone } = shown
  const asked = sources.map(({ title, asOf }) =>
    asOf === undefined ? title : `${title} (as of ${dateTimeText(asOf, zone)})`,
  )
  return [
    `Incident: ${incident.id} ${incident.title}`,
    `Entries: ${count.format(told.length)} of ${count.format(total)}${hidden === '' ? '' : ` (${hidden})`}`,
    ...(asOf === undefined ? [] : [`As it was known at ${dateTimeText(asOf, zone)}`]),
    `Order: ${order}`,
    `Sources: ${asked.length === 0 ? 'none' : asked.join('; ')}`,
    `Written: ${dateTimeText(now, zone)}. Times are in ${zone}.`,
    ...(missing.length === 0 ? ['Missing: nothing that is known of'] : missing.map((text) => `Missing: ${text}`)),
  ]
}

/** What stands out about an entry, in the words of the definitions. */
function marksOf(entry: TimelineEntry, { outOfOrder, takenBack }: ToldTimeline): readonly string[] {
  return [
    ...(lateBy(entry) === undefined ? [] : ['late']),
    ...(earlyBy(entry) === undefined ? [] : ['recorded too early']),
    ...(outOfOrder.has(entry.id) ? ['out of order'] : []),
    ...(entry.corrected === undefined ? [] : ['corrected']),
    ...(takenBack.has(entry.id) ? ['taken back'] : []),
  ]
}

const titleOf = ({ incident }: ToldTimeline): string => `Timeline of ${incident.id}`

/** Every field of every entry shown, for spreadsheets and programs. Moments carry the offset of the zone. */
export function timelineTable(shown: ToldTimeline): Table {
  const { zone } = shown
  const moment = (at: Instant | undefined): Cell => (at === undefined ? undefined : zonedText(at, zone))
  return {
    title: titleOf(shown),
    scope: scopeOf(shown),
    definitions,
    columns: [
      { key: 'happened', label: 'Happened' },
      { key: 'recorded', label: 'Recorded' },
      { key: 'lateByMinutes', label: 'Late by (min)' },
      { key: 'kind', label: 'Kind' },
      { key: 'actor', label: 'Actor' },
      { key: 'what', label: 'What' },
      { key: 'text', label: 'Text' },
      { key: 'from', label: 'From' },
      { key: 'to', label: 'To' },
      { key: 'firstSaid', label: 'First said' },
      { key: 'marks', label: 'Marks' },
      { key: 'sequence', label: 'Sequence' },
      { key: 'id', label: 'Id' },
    ],
    rows: shown.told.map(({ entry, kind, what }) => {
      const late = lateBy(entry)
      const marks = marksOf(entry, shown)
      return [
        moment(entry.at),
        moment(entry.recordedAt),
        late === undefined ? undefined : Math.round(late / minute),
        kind,
        entry.actor,
        what,
        entry.text,
        entry.from,
        entry.to,
        entry.corrected,
        marks.length === 0 ? undefined : marks,
        entry.sequence,
        entry.id,
      ]
    }),
  }
}

/** The same to be read: what somebody would say of each entry, without the fields for programs. */
export function timelinePage(shown: ToldTimeline): Table {
  const { zone } = shown
  const moment = (at: Instant): string => `${dateText(at, zone)} ${timeTextToSecond(at, zone)} ${zoneText(at, zone)}`
  return {
    title: titleOf(shown),
    scope: scopeOf(shown),
    definitions,
    columns: [
      { key: 'happened', label: 'Happened' },
      { key: 'recorded', label: 'Recorded' },
      { key: 'kind', label: 'Kind' },
      { key: 'what', label: 'What' },
      { key: 'said', label: 'Said' },
      { key: 'marks', label: 'Marks' },
    ],
    rows: shown.told.map(({ entry, kind, what, said }) => [
      moment(entry.at),
      entry.recordedAt === undefined || entry.recordedAt === entry.at ? undefined : moment(entry.recordedAt),
      kind,
      what,
      entry.corrected === undefined ? said : [said ?? '', `First said: ${entry.corrected}`],
      marksOf(entry, shown),
    ]),
  }
}
