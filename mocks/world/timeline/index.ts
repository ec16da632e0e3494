import type { Incident } from '../../../src/domain/incident'
import type { TimelineEntry } from '../../../src/domain/timeline'
import { after, duration, type Instant } from '../../../src/domain/units'
import { people, teams } from '../parties'
import type { Random } from '../random'
import { daysAgo, hours, minutes, worldNow } from '../time'
import { writePictured } from './pictured'
import { type Words, writer } from './writer'

const names = new Map([...people, ...teams].map(({ id, name }) => [id, name]))
const nameOf = (id: string | undefined): string => names.get(id ?? '') ?? 'pipeline'

/** Incidents since then are told at length. */
const richSince = daysAgo(60)

const updates = [
  'We see the cause and work on it.',
  'Part of the traffic is back to normal.',
  'A rollback is under way.',
  'No change since the last update.',
  'The owner was found and joined.',
]
const notes = [
  'Looks like the same graph as last month.',
  'Restarted two instances; one came back.',
  'Asked the provider; ticket is open.',
  'The alarm fired five minutes after the impact began.',
]

type Write = (at: Instant, words: Words) => void

/** A moment on the way from one to another. */
const within = (random: Random, from: Instant, to: Instant): Instant =>
  after(from, duration(Math.max(0, Math.floor((to - from) * random.next()))))

function writeMiddle(write: Write, incident: Incident, random: Random, from: Instant, to: Instant): void {
  const who = nameOf(incident.assignee ?? incident.roles[0]?.person)
  const rich = incident.opened >= richSince || incident.severity === 1
  for (let left = rich ? random.int(1, 4) : random.int(0, 1); left > 0; left--)
    write(within(random, from, to), { kind: 'update', actor: who, text: random.pick(updates) })
  if (rich && random.chance(0.5)) {
    const moment = within(random, from, to)
    write(moment, {
      kind: 'note',
      actor: who,
      text: random.pick(notes),
      recordedAt: after(moment, hours(random.int(2, 30))),
    })
  }
  if (rich && random.chance(0.3))
    write(within(random, from, to), { kind: 'update', actor: who, text: random.pick(updates), corrected: 'Resolved.' })
  if (rich && random.chance(0.15))
    write(within(random, from, to), {
      kind: 'deploy',
      actor: 'pipeline',
      text: `deploy ${incident.workloads[0]} ${random.int(2, 9)}.${random.int(0, 99)}`,
    })
}

/** What any backend would have written: the changes of state, who was called, and a few words on the way. */
function writeUsual(write: Write, incident: Incident, random: Random): void {
  const { acknowledged, mitigated, resolved, closed } = incident.clocks
  const who = nameOf(incident.assignee)
  const end = resolved ?? closed ?? incident.opened
  write(incident.opened, {
    kind: incident.detection === 'alarm' ? 'event' : 'note',
    actor: incident.detection === 'alarm' ? 'alarms' : 'help desk',
    text: incident.title,
  })
  if (incident.team) write(incident.opened, { kind: 'assignment', actor: 'paging', to: incident.team })
  if ((incident.severity ?? 4) < 3)
    write(after(incident.opened, minutes(1)), {
      kind: 'escalation',
      actor: 'paging',
      to: incident.assignee ?? 'team:sre',
    })
  if (acknowledged !== undefined)
    write(acknowledged, { kind: 'state', actor: who, from: 'triggered', to: 'acknowledged' })
  for (let moves = incident.reassignments ?? 0; moves > 0; moves--)
    write(within(random, incident.opened, end), {
      kind: 'assignment',
      actor: who,
      from: random.pick(teams).id,
      to: incident.team ?? 'team:sre',
    })
  if (incident.opened < end) writeMiddle(write, incident, random, incident.opened, end)
  for (const step of incident.plan?.steps ?? [])
    if (step.doneAt !== undefined) write(step.doneAt, { kind: 'plan', actor: who, to: step.id, text: step.text })
  if (mitigated !== undefined) write(mitigated, { kind: 'state', actor: who, from: 'acknowledged', to: 'mitigating' })
  if (resolved !== undefined) write(resolved, { kind: 'state', actor: who, from: 'mitigating', to: 'resolved' })
  if (incident.reopened && resolved !== undefined)
    write(after(resolved, minutes(20)), {
      kind: 'resume',
      actor: who,
      from: 'resolved',
      to: 'mitigating',
      text: 'It is back.',
    })
  if (incident.problem) write(end, { kind: 'link', actor: who, to: incident.problem })
  if (closed !== undefined && closed <= worldNow)
    write(closed, { kind: 'state', actor: who, from: 'resolved', to: 'closed' })
}

/** The entries of all incidents: short for old ones, long for those of the last 60 days. */
export function timelineOf(incidents: readonly Incident[], random: Random): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = []
  for (const incident of incidents)
    if (!writePictured(incident, entries)) writeUsual(writer(incident, entries), incident, random)
  return entries
}
