import { endOf, type Incident } from '../../../../domain/incident'
import { takenBack } from '../../../../domain/narrative'
import { dateTimeText, durationText, timeText } from '../../../../domain/time/format'
import type { TimelineEntry } from '../../../../domain/timeline'
import type { Id, Instant } from '../../../../domain/units'
import { severityWord, stateWord } from '../../words'

/** Most of one text that is copied: a message is read at a glance. */
const most = 500

/** On one line, and no longer than a message bears. */
const line = (text: string): string => {
  const told = text.replaceAll(/\s+/g, ' ').trim()
  return told.length > most ? `${told.slice(0, most - 1).trimEnd()}…` : told
}

/** The last status update that stands. */
export function lastUpdate(entries: readonly TimelineEntry[]): TimelineEntry | undefined {
  const gone = takenBack(entries)
  const standing = entries.filter(({ id, kind }) => kind === 'update' && !gone.has(id))
  return standing.toSorted((left, right) => left.at - right.at || left.sequence - right.sequence).at(-1)
}

export interface Chat {
  readonly incident: Incident
  /** The timeline as far as it is known. */
  readonly entries: readonly TimelineEntry[]
  /** Every source has told its entries. */
  readonly whole: boolean
  readonly names: { readonly party: (id: Id) => string; readonly workload: (id: Id) => string }
  readonly now: Instant
  /** `now` is a moment of the past: all is told as it was then. */
  readonly past?: boolean
  readonly zone: string
  readonly link: string
}

function ageOf(incident: Incident, now: Instant, zone: string): string {
  const end = endOf(incident)
  const since = dateTimeText(incident.opened, zone)
  if (end === undefined) return `since ${since}, for ${durationText(now - incident.opened)}`
  return `opened ${since}, ended ${dateTimeText(end, zone)}${end < incident.opened ? '' : `, lasted ${durationText(end - incident.opened)}`}`
}

function updateText({ entries, whole, zone, names }: Chat): string {
  const last = lastUpdate(entries)
  if (last)
    return `Last update ${timeText(last.at, zone)}${last.actor === undefined ? '' : `, ${names.party(last.actor)}`}: ${line(last.text ?? '')}`
  return whole ? 'No update yet' : 'Last update: not every source has told'
}

/** An incident as a message for a chat: plain text, no markup of any chat's own. */
export function chatText(chat: Chat): string {
  const { incident, names, now, past = false, zone, link } = chat
  const { id, title, severity, state, workloads, impact, team, assignee, roles } = incident
  const holders = [team, assignee].flatMap((party) => (party === undefined ? [] : names.party(party)))
  const commanders = roles.flatMap(({ role, person }) => (role === 'commander' ? [names.party(person)] : []))
  return [
    ...(past ? [`As it was on ${dateTimeText(now, zone)}`] : []),
    `${severityWord(severity)} · ${stateWord(state)} · ${line(title)}`,
    [id, workloads.map((workload) => names.workload(workload)).join(', '), ageOf(incident, now, zone)]
      .filter(Boolean)
      .join(' · '),
    ...(impact === undefined ? [] : [`Impact: ${line(impact)}`]),
    `Owner: ${holders.join(', ') || 'nobody'} · Commander: ${commanders.join(', ') || 'nobody'}`,
    updateText(chat),
    link,
  ].join('\n')
}
