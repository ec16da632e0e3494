import type { EntryKind, TimelineEntry } from '../../domain/timeline'
import type { Incident } from '../../domain/incident'
import { stepMoment } from '../../domain/timeline'
import { unknownText } from '../../domain/units'

/** `1 incident`, `1,512 incidents` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

const stateWords: Readonly<Record<string, string>> = {
  triggered: 'Not acknowledged',
  acknowledged: 'Acknowledged',
  mitigating: 'Mitigating',
  resolved: 'Resolved',
  closed: 'Closed',
}

/** A state as the room reads it. One that is not known keeps the source's own word. */
export function stateWord(state: Incident['state']): string {
  const raw = unknownText(state)
  return raw === undefined ? (stateWords[state] ?? state) : `Unknown (${raw})`
}

/** What burns in one line, where nothing else can be drawn: `SEV1 INC-7 Cards fail; SEV2 INC-8 …`. */
export const inWords = (open: readonly Incident[], masked: (text: string) => string): string =>
  open.map(({ severity, id, title }) => `${severityWord(severity)} ${id} ${masked(title)}`).join('; ')

export const severityWord = (severity: Incident['severity']): string =>
  severity === undefined ? 'Unknown severity' : `SEV${severity}`

/** `1st`, `2nd`, `3rd`, `11th` */
export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13
  const ending = teen ? undefined : (['st', 'nd', 'rd'] as const)[(number % 10) - 1]
  return `${number}${ending ?? 'th'}`
}

const kindWords: Readonly<Record<EntryKind, string>> = {
  state: 'Moved to',
  severity: 'Severity',
  assignment: 'Assigned to',
  escalation: 'Escalated to',
  event: 'Event',
  note: 'Note',
  update: 'Update',
  plan: 'Plan',
  deploy: 'Deploy',
  link: 'Linked to',
  resume: 'Burns again',
}

const isKind = (kind: string): kind is EntryKind => kind in kindWords
const stepWords = { done: 'Done', skipped: 'Skipped', open: 'Taken up again' } as const

/** An entry in one line: what was said, else what happened. `name` says who or what an id is. */
export function entryLine(entry: TimelineEntry, name: (id: string) => string): string {
  const { kind, text, from, to } = entry
  const words = text?.trim()
  if (kind === 'plan' && words) return `${stepWords[stepMoment(entry)?.to ?? 'done']}: ${words}`
  if (words) return kind === 'resume' ? `Burns again: ${words}` : words
  const what = isKind(kind) ? kindWords[kind] : (unknownText(kind) ?? kind)
  if (kind === 'state' && to !== undefined) return `${what} ${to}`
  if (kind === 'severity' && to !== undefined) return `${what} ${from === undefined ? '' : `${from} → `}${to}`
  return to === undefined ? what : `${what} ${name(to)}`
}
