import type { Incident, IncidentState, RoleHolder } from '../../../src/domain/incident'
import type { Id, Instant, Open } from '../../../src/domain/units'
import { after } from '../../../src/domain/units'
import { crew } from '../parties'
import type { Random } from '../random'
import { days, minutes, worldNow } from '../time'
import { workloadsById } from '../workloads'
import { orderly, recorded } from './clocks'
import type { Context } from './context'
import type { Draft } from './draft'
import { handlingOf } from './handling'
import { planFor } from './plans'
import { factors, impacts, labels, lessons, strangeSeverities, symptomsOf, wentWell } from './words'

const slaHours = { 0: 72, 1: 4, 2: 8, 3: 24, 4: 72, 5: 168 } as const

const member = (random: Random, team: Id | undefined): Id => {
  const active = crew.get(team ?? '') ?? []
  return random.pick(active.length > 0 ? active : (crew.get('team:sre') ?? [])).id
}

/** Roles are taken in grave incidents; in lesser ones mostly not. */
function rolesOf(random: Random, severity: number, team: Id | undefined): readonly RoleHolder[] {
  if (severity > 3 || severity === 0 || (severity === 3 && random.chance(0.7))) return []
  const commander: RoleHolder = { role: 'commander', person: member(random, 'team:sre') }
  const responder: RoleHolder = { role: 'responder', person: member(random, team) }
  if (severity === 3) return [commander]
  const communications: RoleHolder = { role: 'communications', person: member(random, 'team:support-eng') }
  const scribe: RoleHolder = { role: 'scribe', person: member(random, 'team:platform') }
  return severity === 1 ? [commander, communications, scribe, responder] : [commander, communications, responder]
}

function stateOf(random: Random, closed: Instant | undefined): Open<IncidentState> {
  if (random.chance(0.004)) return 'unknown:On hold at vendor'
  return closed === undefined ? 'resolved' : 'closed'
}

function reviewOf(random: Random, severity: number, resolved: Instant): Pick<Incident, 'review'> {
  if (severity === 0 || severity > 2 || !random.chance(severity === 1 ? 0.95 : 0.6)) return {}
  const heldAt = after(resolved, days(random.int(2, 12)))
  return {
    review: {
      summary: 'What happened, in which order, and what we will do differently.',
      ...(heldAt < worldNow && { heldAt }),
      factors: [random.pick(factors), random.pick(factors)].filter((each, index, all) => all.indexOf(each) === index),
      wentWell: [random.pick(wentWell)],
      lessons: [random.pick(lessons)],
      sharedWith: ['Operations review', ...(severity === 1 ? ['All engineering'] : [])],
    },
  }
}

/** An incident that is over, with everything that a backend would keep of it, and what backends lack. */
export function pastIncident(draft: Draft, random: Random, context: Context): Incident {
  const severity = draft.severity ?? 0
  const orderlyClocks = orderly(random, draft.opened, severity)
  const clocks = recorded(random, orderlyClocks)
  const activities = context.answering(draft.workload)
  const activity = activities.length > 0 && random.chance(0.85) ? random.pick(activities) : undefined
  const team = (activity && context.performer(activity.id)) ?? workloadsById.get(draft.workload)?.team
  const name = workloadsById.get(draft.workload)?.name ?? draft.workload
  const plan = planFor(draft.severity, 'general', draft.opened, (_, due) =>
    due < orderlyClocks.resolved && random.chance(0.9) ? due : undefined,
  )
  const label = random.chance(0.55) ? [random.pick(labels)] : []
  const factor = random.chance(0.4) ? [random.pick(factors)] : []
  const reassignments = random.chance(0.25) ? random.int(1, 4) : 0
  const other = random.chance(0.08) ? random.pick([...workloadsById.keys()]) : draft.workload
  return {
    id: draft.id,
    title: draft.title ?? random.pick(symptomsOf(severity)).replace('@', name),
    ...(draft.severity === undefined
      ? { severityText: random.pick(strangeSeverities) }
      : { severity: draft.severity, severityText: `SEV${severity}` }),
    state: stateOf(random, clocks.closed),
    opened: clocks.detected ?? clocks.started ?? draft.opened,
    clocks,
    workloads: other === draft.workload ? [draft.workload] : [draft.workload, other],
    ...(team !== undefined && { team }),
    ...(random.chance(0.9) && { assignee: member(random, team) }),
    roles: rolesOf(random, severity, team),
    ...(activity && { activity: activity.id }),
    ...(plan && { plan }),
    ...(severity > 0 && severity < 4 && { impact: random.pick(impacts) }),
    ...(draft.problem !== undefined && { problem: draft.problem }),
    factors: factor,
    labels: label,
    ...handlingOf(draft.id, draft.severity, {
      detection: random.weighted([
        ['alarm', 70],
        ['person', 18],
        ['customer', 11],
        ['unknown:import', 1],
      ] as const),
      reassignments,
      reopened: random.chance(0.05) ? random.int(1, 2) : 0,
      slaMet: orderlyClocks.resolved - draft.opened <= minutes(slaHours[severity] * 60),
    }),
    links:
      severity > 0 && severity < 3
        ? [{ title: 'Bridge notes', url: `https://docs.larkmere.example/${draft.id.toLowerCase()}` }]
        : [],
    ...reviewOf(random, severity, orderlyClocks.resolved),
    ...(factor.length > 0 && random.chance(0.1) && { inferred: ['factors'] }),
    version: '1',
  }
}
