import type { CommandEnvelope } from './command'
import type { Clocks, Incident } from './incident'
import type { Activity } from './ownership'
import type { EntryKind, TimelineEntry } from './timeline'
import { whyNot } from './transitions'
import type { Id, Instant } from './units'

/** What a command may look at. */
export interface Held {
  incident(id: Id): Incident | undefined
  activity(id: Id): Activity | undefined
  /** The next free sequence number in the incident's timeline. */
  nextSequence(incident: Id): number
}

/** What a command makes different: records as they are afterwards. */
export interface Change {
  readonly incidents: readonly Incident[]
  readonly activities: readonly Activity[]
  readonly timeline: readonly TimelineEntry[]
}

/** Why a command was not carried out. `stale` means that the record moved on since the person saw it. */
export interface Refusal {
  readonly refused: 'unknown' | 'unlawful' | 'stale'
  readonly reason: string
}

/** The version after this one. Versions are counted in text, so that a backend may use its own. */
const nextVersion = (version: string | undefined): string => String(Number(version ?? '0') + 1)

const isStale = (record: { readonly version?: string }, envelope: CommandEnvelope): boolean =>
  envelope.version !== undefined && envelope.version !== (record.version ?? '0')

/** Reaching a state stamps its clock; reopening takes back the moments that no longer hold. */
function stamped(clocks: Clocks, to: Incident['state'], at: Instant): Clocks {
  const { resolved: _resolved, closed: _closed, ...burning } = clocks
  if (to === 'acknowledged') return { ...burning, acknowledged: clocks.acknowledged ?? at }
  if (to === 'mitigating') return { ...burning, acknowledged: clocks.acknowledged ?? at }
  if (to === 'resolved') return { ...burning, resolved: at }
  if (to === 'closed') return { ...clocks, closed: at }
  return clocks
}

type Entry = Pick<TimelineEntry, 'kind'> & Partial<Pick<TimelineEntry, 'at' | 'text' | 'from' | 'to'>>

/** The incident after the command, and the entry that tells it. */
function applied(incident: Incident, envelope: CommandEnvelope): readonly [Incident, Entry] | undefined {
  const { command, at } = envelope
  switch (command.kind) {
    case 'set-state': {
      const reopens = incident.state === 'resolved' || incident.state === 'closed'
      const resumed = reopens && command.to === 'mitigating'
      const kind: EntryKind = resumed ? 'resume' : 'state'
      return [
        {
          ...incident,
          state: command.to,
          clocks: stamped(incident.clocks, command.to, at),
          ...(resumed && { reopened: (incident.reopened ?? 0) + 1 }),
        },
        { kind, from: incident.state, to: command.to, ...(command.note && { text: command.note }) },
      ]
    }
    case 'set-severity':
      return [
        { ...incident, severity: command.to },
        {
          kind: 'severity',
          from: String(incident.severity ?? 'unknown'),
          to: String(command.to),
          text: command.reason,
        },
      ]
    case 'assign': {
      const moved = command.team !== undefined && command.team !== incident.team
      return [
        {
          ...incident,
          ...(command.team !== undefined && { team: command.team }),
          ...(command.person !== undefined && { assignee: command.person }),
          ...(moved && { reassignments: (incident.reassignments ?? 0) + 1 }),
        },
        {
          kind: 'assignment',
          from: incident.assignee ?? incident.team ?? '',
          to: command.person ?? command.team ?? '',
        },
      ]
    }
    case 'take-role':
      return [
        {
          ...incident,
          roles: [
            ...incident.roles.filter((held) => held.role !== command.role || command.role === 'responder'),
            { role: command.role, person: command.person },
          ],
        },
        { kind: 'assignment', to: command.person, text: command.role },
      ]
    case 'add-entry':
      return [
        incident,
        { kind: command.entry, text: command.text, ...(command.at !== undefined && { at: command.at }) },
      ]
    case 'link-problem': {
      const { problem, ...unlinked } = incident
      return [
        command.problem === undefined ? unlinked : { ...unlinked, problem: command.problem },
        { kind: 'link', from: problem ?? '', to: command.problem ?? '' },
      ]
    }
    case 'mark-reviewed':
      return undefined
  }
}

function review(envelope: CommandEnvelope, held: Held, id: Id): Change | Refusal {
  const activity = held.activity(id)
  if (!activity) return { refused: 'unknown', reason: `There is no activity ${id} here.` }
  if (isStale(activity, envelope)) return { refused: 'stale', reason: `${activity.name} was changed meanwhile.` }
  const policy = activity.review ?? { reviewers: [], approvers: [] }
  const reviewed = { ...activity, version: nextVersion(activity.version), review: { ...policy, last: envelope.at } }
  return { incidents: [], timeline: [], activities: [reviewed] }
}

/**
 * Carries out a command on records: what a mock backend, a local journal and an optimistic screen all do. Pure; the
 * caller keeps keys apart so that an envelope is applied once.
 */
export function applyCommand(envelope: CommandEnvelope, held: Held): Change | Refusal {
  const { command } = envelope
  if (command.kind === 'mark-reviewed') return review(envelope, held, command.activity)
  const incident = held.incident(command.incident)
  if (!incident) return { refused: 'unknown', reason: `There is no incident ${command.incident} here.` }
  if (isStale(incident, envelope)) return { refused: 'stale', reason: `${incident.id} was changed meanwhile.` }
  const reason = whyNot(incident, command)
  if (reason !== undefined) return { refused: 'unlawful', reason }
  const outcome = applied(incident, envelope)
  if (!outcome) return { refused: 'unlawful', reason: `${command.kind} does not concern an incident.` }
  const [next, { at = envelope.at, ...entry }] = outcome
  return {
    incidents: [{ ...next, version: nextVersion(incident.version) }],
    activities: [],
    timeline: [
      {
        id: `${incident.id}/${envelope.key}`,
        incident: incident.id,
        at,
        recordedAt: envelope.at,
        sequence: held.nextSequence(incident.id),
        actor: envelope.actor,
        ...entry,
      },
    ],
  }
}

export const isRefusal = (outcome: Change | Refusal): outcome is Refusal => 'refused' in outcome
