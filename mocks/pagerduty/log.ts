import type { TimelineEntry } from '../../src/domain/timeline'
import { formatInstant, type Id, unknownText } from '../../src/domain/units'
import type { LogEntry } from '../../src/sources/pagerduty/wire'

export const key = (id: Id) => id.replace(/^(team|person):/, '')
export const isTeam = (id: Id) => id.startsWith('team:')
/** What the world calls unknown, in the backend's own word. */
export const raw = (word: string) => unknownText(word) ?? word
export const teamOf = (id: Id | undefined) =>
  id === undefined || !isTeam(id) ? [] : [{ id: key(id), type: 'team_reference' }]
export const personOf = (id: Id | undefined) =>
  id === undefined || isTeam(id) ? [] : [{ id: key(id), type: 'user_reference' }]

const types: Readonly<Record<string, string>> = {
  note: 'annotate',
  update: 'status_update',
  event: 'trigger',
  escalation: 'escalate',
}

/** The entry of the log that says what an entry of ours says, and what is read of it. */
export function logged(
  entry: TimelineEntry,
): readonly [LogEntry, Pick<TimelineEntry, 'kind'> & Partial<TimelineEntry>] {
  const { kind, text, to, actor } = entry
  const base = {
    id: entry.id,
    created_at: formatInstant(entry.at),
    incident: { id: entry.incident },
    ...(actor !== undefined && { agent: { id: 'A', summary: actor } }),
  }
  const said = text === undefined ? {} : { channel: { content: text } }
  const heard = text === undefined ? {} : { text }
  if (kind === 'state' && (to === 'acknowledged' || to === 'resolved'))
    return [
      { ...base, type: to === 'resolved' ? 'resolve_log_entry' : 'acknowledge_log_entry' },
      { kind, to },
    ]
  if (kind === 'assignment' && to !== undefined && to !== '')
    return [
      { ...base, type: 'assign_log_entry', assignees: [...teamOf(to), ...personOf(to)] },
      { kind, to },
    ]
  if (kind === 'update')
    return [
      { ...base, type: 'status_update_log_entry', message: text ?? '' },
      { kind, text: text ?? '' },
    ]
  const type = types[kind]
  if (type !== undefined)
    return [
      { ...base, ...said, type: `${type}_log_entry` },
      { kind, ...heard },
    ]
  return [
    { ...base, ...said, type: `${raw(kind)}_of_ours_log_entry` },
    { kind: `unknown:${raw(kind)}_of_ours`, ...heard },
  ]
}

export const inOrder = (timeline: readonly TimelineEntry[], incident: Id) =>
  timeline
    .filter((entry) => entry.incident === incident)
    .toSorted((left, right) => left.at - right.at || left.sequence - right.sequence)
