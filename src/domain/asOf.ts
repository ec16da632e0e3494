import { roleOf, toldBy, type Told } from './asOfTold'
import { type Clocks, type Incident, isOpenAt, type PlanStep, type ResponsePlan, type RoleHolder } from './incident'
import { narrated } from './narrative'
import { type Standing, stepMoment, type TimelineEntry } from './timeline'
import type { Id, Instant } from './units'

/** Whether somebody who looked at that moment could have read the entry: it had happened and was written down. */
export const knownBy = (entry: TimelineEntry, at: Instant): boolean =>
  entry.at <= at && (entry.recordedAt ?? entry.at) <= at

/** Entries of one incident in the order they are told, those known by then apart from those that came later. */
interface Log {
  readonly known: readonly TimelineEntry[]
  readonly later: readonly TimelineEntry[]
}

interface Read {
  readonly known: readonly Told[]
  readonly later: readonly Told[]
  /** The source tells the whole standing with each entry. */
  readonly whole: boolean
}

/**
 * What one field was: as the last known entry tells; else as it was before the first later change; else as the record
 * has it, for it never changed. Undefined where entries tell it, but none had yet.
 */
function fieldOf<K extends keyof Standing>(
  read: Read,
  key: K,
  recorded: Standing[K] | undefined,
): Standing[K] | undefined {
  const last = read.known.findLast(({ after }) => after[key] !== undefined)
  if (last) return last.after[key]
  const next = read.later.find(({ after, before }) => after[key] !== undefined || before[key] !== undefined)
  if (next?.before[key] !== undefined) return next.before[key]
  return read.whole ? undefined : recorded
}

const isEnded = (state: Incident['state']): boolean => state === 'resolved' || state === 'closed'

/** The state that the clocks tell, for logs that say nothing of states. */
function stateByClocks({ clocks, state }: Incident, at: Instant): Incident['state'] {
  const past = (moment: Instant | undefined) => moment !== undefined && moment <= at
  if (past(clocks.closed)) return 'closed'
  if (past(clocks.resolved)) return 'resolved'
  // Ended, and nobody wrote down when: it does not seem to burn.
  if (isEnded(state) && clocks.resolved === undefined && clocks.closed === undefined) return state
  if (past(clocks.mitigated)) return 'mitigating'
  return past(clocks.acknowledged) ? 'acknowledged' : 'triggered'
}

/** Since when the log says that it has ended, without a break; undefined where it does not say so. */
function endedSince(known: readonly TimelineEntry[]): Instant | undefined {
  let since: Instant | undefined
  for (const entry of known) {
    const { state } = toldBy(entry).after
    if (state !== undefined) since = isEnded(state) ? (since ?? entry.at) : undefined
  }
  return since
}

function clocksAsOf(incident: Incident, state: Incident['state'], { known }: Log, at: Instant): Clocks {
  const { started, detected, acknowledged, mitigated, resolved, closed } = incident.clocks
  const past = (moment: Instant | undefined) => (moment !== undefined && moment <= at ? moment : undefined)
  const end = isEnded(state) ? (past(resolved) ?? (state === 'resolved' ? endedSince(known) : undefined)) : undefined
  const shut = state === 'closed' ? (past(closed) ?? endedSince(known)) : undefined
  const moments: { readonly [K in keyof Clocks]: Instant | undefined } = {
    started: past(started),
    detected: past(detected),
    acknowledged: state === 'triggered' ? undefined : past(acknowledged),
    mitigated: past(mitigated),
    resolved: end,
    closed: shut,
  }
  return Object.fromEntries(Object.entries(moments).filter(([, moment]) => moment !== undefined))
}

function stepAsOf(step: PlanStep, { known, later }: Log, at: Instant): PlanStep {
  const { doneAt, skippedBecause, ...open } = step
  const of = (entries: readonly TimelineEntry[]) => entries.findLast((entry) => stepMoment(entry)?.step === step.id)
  const last = of(known)
  const to = last && stepMoment(last)?.to
  if (last && to === 'done') return { ...open, doneAt: doneAt !== undefined && doneAt <= at ? doneAt : last.at }
  if (to === 'skipped') return { ...open, skippedBecause: skippedBecause ?? '' }
  if (to === 'open' || of(later)) return open
  return {
    ...open,
    ...(doneAt !== undefined && doneAt <= at && { doneAt }),
    ...(skippedBecause !== undefined && { skippedBecause }),
  }
}

const planAsOf = (plan: ResponsePlan, log: Log, at: Instant): ResponsePlan => ({
  ...plan,
  steps: plan.steps.map((step) => stepAsOf(step, log, at)),
})

/** Who had which role: as assignments tell; a role that none tells of stays as it is recorded. */
function rolesAsOf(recorded: readonly RoleHolder[], { known, later }: Log): readonly RoleHolder[] {
  const told = [...known, ...later].flatMap((entry) => roleOf(entry) ?? [])
  const held = new Map<string, RoleHolder>()
  for (const entry of known) {
    const role = roleOf(entry)
    if (role === undefined) continue
    const place = role === 'responder' ? `${role} ${entry.to ?? entry.from ?? ''}` : role
    if (entry.to) held.set(place, { role, person: entry.to })
    else held.delete(place)
  }
  return [...recorded.filter(({ role }) => told.every((each) => each !== role)), ...held.values()]
}

const countOf = (entries: readonly TimelineEntry[], wanted: (entry: TimelineEntry) => boolean): number =>
  entries.filter(wanted).length

/**
 * The incident as somebody saw it at that moment; undefined before it opened. It is rebuilt from the entries that had
 * happened and were written down by then. Of later ones only that counts which they say was before. Whatever the
 * record holds that came later (moments, causes, reviews, counters) is left out: real logs repeat it on every row.
 */
export function incidentAsOf(incident: Incident, entries: readonly TimelineEntry[], at: Instant): Incident | undefined {
  if (incident.opened > at) return undefined
  const told = narrated(entries, false)
  const log: Log = {
    known: told.filter((entry) => knownBy(entry, at)),
    later: told.filter((entry) => !knownBy(entry, at)),
  }
  const read: Read = {
    known: log.known.map(toldBy),
    later: log.later.map(toldBy),
    whole: told.some(({ stands }) => stands?.team !== undefined),
  }
  const tells = [...read.known, ...read.later].some(({ after }) => after.state !== undefined)
  const state = fieldOf(read, 'state', tells ? undefined : stateByClocks(incident, at)) ?? 'triggered'
  const level = fieldOf(read, 'severity', incident.severity)
  const team = fieldOf(read, 'team', incident.team)
  const assignee = fieldOf(read, 'assignee', incident.assignee)
  const problem = fieldOf(read, 'problem', incident.problem)
  const ended = isEnded(state)
  const {
    severity: _severity,
    severityText,
    team: _team,
    assignee: _assignee,
    problem: _problem,
    plan,
    updateDue: _due,
    reassignments: _reassignments,
    reopened: _reopened,
    slaMet: _sla,
    review,
    ...rest
  } = incident
  const heldReview = review?.heldAt !== undefined && review.heldAt <= at
  return {
    ...rest,
    state,
    clocks: clocksAsOf(incident, state, log, at),
    roles: rolesAsOf(incident.roles, log),
    factors: ended && log.later.length === 0 ? incident.factors : [],
    ...(level && { severity: level }),
    ...(severityText !== undefined && level === incident.severity && { severityText }),
    ...(team && { team }),
    ...(assignee && { assignee }),
    ...(problem && { problem }),
    ...(plan && { plan: planAsOf(plan, log, at) }),
    ...(heldReview && { review }),
    ...(told.length > 0 && {
      reopened: countOf(log.known, ({ kind }) => kind === 'resume'),
    }),
  }
}

/**
 * Whether it counts as open at that moment: by its recorded clocks, or by what was written by then. Where the two
 * disagree (it was marked resolved and came back, or its end was written down late) it is not left out.
 */
export const countsAsOpen = (recorded: Incident, rebuilt: Incident, at: Instant): boolean =>
  isOpenAt(recorded, at) || isOpenAt(rebuilt, at)

/** Entries by their incident. */
export function byIncident(entries: readonly TimelineEntry[]): ReadonlyMap<Id, readonly TimelineEntry[]> {
  const found = new Map<Id, TimelineEntry[]>()
  for (const entry of entries) {
    const list = found.get(entry.incident)
    if (list) list.push(entry)
    else found.set(entry.incident, [entry])
  }
  return found
}
