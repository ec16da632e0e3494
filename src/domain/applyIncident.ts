import type { CommandEnvelope, IncidentCommand } from './command'
import type { Clocks, Incident, PlanStep, PostIncidentReview } from './incident'
import {
  type Change,
  type Held,
  isStale,
  nextVersion,
  nothing,
  type Refusal,
  stale,
  unknown,
  unlawful,
} from './outcome'
import { type EntryKind, planEntry, type TimelineEntry } from './timeline'
import { whyNot } from './transitions'
import { after, type Instant } from './units'

/** Reaching a state stamps its clock; reopening takes back the moments that no longer hold. */
function stamped(clocks: Clocks, to: Incident['state'], at: Instant): Clocks {
  const { resolved: _resolved, closed: _closed, ...burning } = clocks
  if (to === 'acknowledged') return { ...burning, acknowledged: clocks.acknowledged ?? at }
  if (to === 'mitigating') return { ...burning, acknowledged: clocks.acknowledged ?? at }
  if (to === 'resolved') return { ...burning, resolved: at }
  if (to === 'closed') return { ...clocks, closed: at }
  return clocks
}

/** The step after the command: done at a moment, skipped for a reason, or to do. */
function stepped(
  { doneAt: _done, skippedBecause: _skipped, ...step }: PlanStep,
  asked: SetStep,
  at: Instant,
): PlanStep {
  if (asked.to === 'done') return { ...step, doneAt: at }
  return asked.to === 'skipped' ? { ...step, skippedBecause: asked.because?.trim() ?? '' } : step
}

function withStep(incident: Incident, command: SetStep, at: Instant): readonly [Incident, Entry] {
  const steps = incident.plan?.steps ?? []
  const step = steps.find(({ id }) => id === command.step)
  // `whyNot` has refused a step that is not there.
  if (!incident.plan || !step) return [incident, { kind: 'plan' }]
  const next = steps.map((each) => (each === step ? stepped(each, command, at) : each))
  return [{ ...incident, plan: { ...incident.plan, steps: next } }, planEntry(step, command.to, command.because)]
}

/** Once people were told, the next update is due after the interval of the plan; one told of the past moves nothing back. */
function withUpdateDue(incident: Incident, told: Instant): Incident {
  const { plan, updateDue = told } = incident
  if (plan?.updateEvery === undefined) return incident
  const next = after(told, plan.updateEvery)
  return next > updateDue ? { ...incident, updateDue: next } : incident
}

/** The review without blank lines: what is empty was not written down. */
function tidy(review: PostIncidentReview): PostIncidentReview {
  const lines = (told: readonly string[]) => told.flatMap((line) => line.trim() || [])
  return {
    ...review,
    summary: review.summary.trim(),
    factors: lines(review.factors),
    wentWell: lines(review.wentWell),
    lessons: lines(review.lessons),
    sharedWith: lines(review.sharedWith),
  }
}

type SetStep = Extract<IncidentCommand, { readonly kind: 'set-step' }>
type CorrectEntry = Extract<IncidentCommand, { readonly kind: 'correct-entry' }>
type Entry = Pick<TimelineEntry, 'kind'> & Partial<Pick<TimelineEntry, 'at' | 'text' | 'from' | 'to'>>

/** The incident after the command, and the entry that tells it. */
function applied(
  incident: Incident,
  command: Exclude<IncidentCommand, CorrectEntry>,
  at: Instant,
): readonly [Incident, Entry] {
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
        command.entry === 'update' ? withUpdateDue(incident, command.at ?? at) : incident,
        { kind: command.entry, text: command.text, ...(command.at !== undefined && { at: command.at }) },
      ]
    case 'link-problem': {
      const { problem, ...unlinked } = incident
      return [
        command.problem === undefined ? unlinked : { ...unlinked, problem: command.problem },
        { kind: 'link', from: problem ?? '', to: command.problem ?? '' },
      ]
    }
    case 'set-step':
      return withStep(incident, command, at)
    case 'write-review':
      return [
        { ...incident, review: tidy(command.review) },
        { kind: 'note', text: `Post-incident review ${incident.review ? 'changed' : 'written'}` },
      ]
  }
}

/**
 * Corrects the text of an entry. What was first written stays beside it, however often it is corrected: that is what
 * people acted on.
 */
function corrected(command: CorrectEntry, incident: Incident, held: Held): Change | Refusal {
  const entry = held.entry(command.entry)
  if (!entry) return unknown('entry', command.entry)
  const reason = whyNot(incident, command, { entry })
  if (reason !== undefined) return unlawful(reason)
  const first = entry.corrected ?? entry.text
  return {
    ...nothing,
    incidents: [{ ...incident, version: nextVersion(incident.version) }],
    timeline: [{ ...entry, text: command.text.trim(), ...(first !== undefined && { corrected: first }) }],
  }
}

/** Carries out a command on an incident and tells it in the timeline. */
export function applyToIncident(envelope: CommandEnvelope, command: IncidentCommand, held: Held): Change | Refusal {
  const incident = held.incident(command.incident)
  if (!incident) return unknown('incident', command.incident)
  if (isStale(incident, envelope)) return stale(incident.id)
  if (command.kind === 'correct-entry') return corrected(command, incident, held)
  const reason = whyNot(incident, command)
  if (reason !== undefined) return unlawful(reason)
  const [next, { at = envelope.at, ...entry }] = applied(incident, command, envelope.at)
  return {
    ...nothing,
    incidents: [{ ...next, version: nextVersion(incident.version) }],
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
