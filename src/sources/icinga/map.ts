import { type Incident, type Severity } from '../../domain/incident'
import type { TimelineEntry } from '../../domain/timeline'
import { formatInstant, type Id, instant, type Instant } from '../../domain/units'
import type { Checkable, Comment } from './wire'

/** How the variables of hosts and services are read. */
export interface Reading {
  readonly workloadVar: string
  readonly teamVar: string
  /** Severities by Icinga's words. */
  readonly severities: Readonly<Record<string, Severity>>
}

const serviceWords = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN']

export const isService = ({ attrs }: Checkable): boolean => attrs.host_name !== undefined

/** Icinga's own word for the state. */
const wordOf = (checked: Checkable): string =>
  isService(checked) ? (serviceWords[checked.attrs.state] ?? String(checked.attrs.state)) : 'DOWN'

export const momentOf = (seconds: number): Instant => instant(Math.round(seconds * 1000))

/** When it was last seen well, in seconds since 1970; 0: never. It stays the same as long as the problem lasts. */
const lastWell = ({ attrs }: Checkable): number => Math.max(0, attrs.last_state_ok ?? attrs.last_state_up ?? 0)

/** The problem of an object: another one after it was well again is another incident. */
export const idOf = (checked: Checkable): Id => `${checked.attrs.__name}@${formatInstant(momentOf(lastWell(checked)))}`

/** The name of the object whose problem an id names. */
export const objectOf = (id: Id): string => id.slice(0, Math.max(0, id.lastIndexOf('@'))) || id

/** The value of a variable as texts: one, several, or none. */
function texts(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value]
  return all.flatMap((each) => (typeof each === 'string' && each !== '' ? [each] : []))
}

/** Of the service, else of its host. */
function variable({ attrs, joins }: Checkable, name: string): readonly string[] {
  const own = texts(attrs.vars?.[name])
  return own.length > 0 ? own : texts(joins?.host?.vars?.[name])
}

/** A hard state that is not well, as an incident. Icinga says since when that state is, not since when there is a problem. */
export function incidentOf(checked: Checkable, { workloadVar, teamVar, severities }: Reading): Incident {
  const { attrs, joins } = checked
  const opened = momentOf(attrs.last_hard_state_change)
  const word = wordOf(checked)
  const host = joins?.host?.display_name || attrs.host_name
  const name = host === undefined ? attrs.display_name : `${attrs.display_name} on ${host}`
  const output = attrs.last_check_result?.output?.split('\n')[0]?.trim()
  const known = Object.hasOwn(severities, word) ? severities[word] : undefined
  const [team] = variable(checked, teamVar)
  const acknowledged = attrs.acknowledgement > 0
  return {
    id: idOf(checked),
    title: `${name}: ${output || word}`,
    state: acknowledged ? 'acknowledged' : 'triggered',
    opened,
    clocks: {
      detected: opened,
      ...(acknowledged &&
        attrs.acknowledgement_last_change > 0 && { acknowledged: momentOf(attrs.acknowledgement_last_change) }),
    },
    workloads: [...new Set(variable(checked, workloadVar))],
    roles: [],
    factors: [],
    labels: [
      ...(attrs.groups ?? []),
      ...(attrs.downtime_depth > 0 ? ['in downtime'] : []),
      ...(attrs.flapping ? ['flapping'] : []),
    ],
    detection: 'alarm',
    links: [],
    ...(known === undefined ? { severityText: word } : { severity: known }),
    ...(team !== undefined && { team: `team:${team}` }),
  }
}

/** The object that a comment stands on. */
export const commented = ({ attrs: { host_name, service_name } }: Comment): string =>
  service_name === '' ? host_name : `${host_name}!${service_name}`

/** Whether it was written while this problem lasts; comments outlive problems. */
export const concerns = (comment: Comment, checked: Checkable): boolean =>
  commented(comment) === checked.attrs.__name && comment.attrs.entry_time >= lastWell(checked)

const microseconds = ({ entry_time }: Comment['attrs']): number => Math.round(entry_time * 1e6)

const kinds: Readonly<Record<number, Pick<TimelineEntry, 'kind' | 'from' | 'to'>>> = {
  1: { kind: 'note' },
  2: { kind: 'unknown:downtime' },
  3: { kind: 'unknown:flapping' },
  4: { kind: 'state', from: 'triggered', to: 'acknowledged' },
}

/** A comment as an entry of the timeline. Its order is by microseconds: Icinga numbers comments anew whenever it starts. */
export const entryOf = ({ attrs }: Comment, incident: Id): TimelineEntry => ({
  id: attrs.__name,
  incident,
  at: instant(Math.floor(microseconds(attrs) / 1000)),
  sequence: microseconds(attrs),
  ...(kinds[attrs.entry_type] ?? { kind: `unknown:${attrs.entry_type}` }),
  ...(attrs.text !== '' && { text: attrs.text }),
  ...(attrs.author !== '' && { actor: attrs.author }),
})
