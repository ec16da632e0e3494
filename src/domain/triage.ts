import { stepStanding, updateDuty } from './duties'
import { type Incident, isOpenAt } from './incident'
import { byText, inOrder } from './query/rules'
import { after, type Duration, hour, type Id, type Instant } from './units'

/** Why an open incident needs a hand, the most pressing first. `rest` needs none now. */
export const triageClasses = [
  'unacknowledged',
  'escalation-due',
  'no-owner',
  'no-plan',
  'update-overdue',
  'stale',
  'rest',
] as const
export type TriageClass = (typeof triageClasses)[number]

/** What the judgement needs to know besides the incident. */
export interface TriageContext {
  readonly now: Instant
  /** Whether the sources keep response plans at all: where they do not, none is missing. */
  readonly plans: boolean
  /** When anything was last written into its timeline; undefined where that is not known. */
  readonly lastEntry: (incident: Id) => Instant | undefined
}

/** The place of an incident in the queue. */
export interface TriagePlace {
  readonly kind: TriageClass
  /** What the clock of the reason counts from: in the past since when it waits, in the future when it is due. */
  readonly at?: Instant
  /** The plan step that is overdue. */
  readonly step?: string
  /** The earliest duty that is not done: a plan step or a status update. */
  readonly due?: Instant
}

/** How long nothing may be written into an open incident of each severity before it counts as stale. */
const quiet: Readonly<Record<number, Duration>> = {
  1: hour,
  2: (hour * 4) as Duration,
  3: (hour * 24) as Duration,
}
const quietElse = (hour * 72) as Duration

/** Severities for which a response plan must be there. */
const planned = (incident: Incident): boolean => incident.severity === 1 || incident.severity === 2

interface Duty {
  readonly due: Instant
  readonly step?: string
}

function dutiesOf(incident: Incident, now: Instant): readonly Duty[] {
  const steps = (incident.plan?.steps ?? []).flatMap((step): readonly Duty[] => {
    const standing = stepStanding(incident, step, now)
    return standing.kind === 'overdue' || standing.kind === 'due' ? [{ due: standing.due, step: step.text }] : []
  })
  const update = updateDuty(incident, now)
  return [...steps, ...(update ? [{ due: update.due }] : [])].toSorted((left, right) => left.due - right.due)
}

/** Judges one incident at `now`; undefined for one that is not open then. */
export function triageOf(incident: Incident, { now, plans, lastEntry }: TriageContext): TriagePlace | undefined {
  if (!isOpenAt(incident, now)) return undefined
  const duties = dutiesOf(incident, now)
  const [first] = duties
  const due = first && { due: first.due }
  const since = incident.clocks.detected ?? incident.opened
  if (incident.state === 'triggered') return { kind: 'unacknowledged', at: since, ...due }
  const late = duties.find((duty) => duty.step !== undefined && duty.due < now)
  if (late?.step !== undefined) return { kind: 'escalation-due', at: late.due, step: late.step, ...due }
  if (incident.team === undefined && incident.assignee === undefined) return { kind: 'no-owner', at: since, ...due }
  if (plans && planned(incident) && !incident.plan) return { kind: 'no-plan', at: since, ...due }
  const update = updateDuty(incident, now)
  if (update?.overdue) return { kind: 'update-overdue', at: update.due, ...due }
  const last = lastEntry(incident.id)
  if (last !== undefined && after(last, quiet[incident.severity ?? 0] ?? quietElse) < now)
    return { kind: 'stale', at: last, ...due }
  return { kind: 'rest', ...(first && { at: first.due, due: first.due }) }
}

/** An incident with its place; without one it is not open. */
export interface Queued {
  readonly incident: Incident
  readonly place: TriagePlace | undefined
}

const rank = ({ place }: Queued): number => (place ? triageClasses.indexOf(place.kind) : triageClasses.length)
const never = Number.MAX_SAFE_INTEGER

/**
 * Who must act now comes first: by class, in it the worst severity, then the earliest duty due, then the longest open.
 * What has ended comes last, the newest first. A total order.
 */
export const byTriage = inOrder<Queued>(
  (left, right) => rank(left) - rank(right),
  (left, right) => (left.place && right.place ? 0 : right.incident.opened - left.incident.opened),
  (left, right) => (left.incident.severity ?? 9) - (right.incident.severity ?? 9),
  (left, right) => (left.place?.due ?? never) - (right.place?.due ?? never),
  (left, right) => left.incident.opened - right.incident.opened,
  (left, right) => byText(left.incident.id, right.incident.id),
)

/** The queue at one moment. Linear but for the sorting. */
export const queueOf = (incidents: readonly Incident[], context: TriageContext): readonly Queued[] =>
  incidents.map((incident): Queued => ({ incident, place: triageOf(incident, context) })).toSorted(byTriage)
