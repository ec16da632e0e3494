import { world } from '../../mocks/world'
import type { ChangeRequest } from '../../src/domain/change'
import { type Clock, clocks, type Incident, isOpenAt, readClock } from '../../src/domain/incident'
import type { Holdings } from '../../src/domain/query/facets'
import type { Activity, Workload } from '../../src/domain/ownership'
import type { Problem } from '../../src/domain/problem'
import type { TimelineEntry } from '../../src/domain/timeline'
import { type Instant, unknownText } from '../../src/domain/units'
import { kitActor } from './orders'

const every = <T>(records: readonly T[], step: number): readonly T[] => records.filter((_, index) => index % step === 0)

/** What few incidents have and sources get wrong. A world under test has all of it. */
export const traits = (now: Instant): Readonly<Record<string, (incident: Incident) => boolean>> => ({
  'is open': (incident) => isOpenAt(incident, now),
  'has no known severity': ({ severity }) => severity === undefined,
  'has a state nobody knows': ({ state }) => unknownText(state) !== undefined,
  'was closed without being resolved': ({ clocks: { resolved, closed } }) =>
    resolved === undefined && closed !== undefined,
  'hit several workloads': ({ workloads }) => workloads.length > 1,
  'hit no known workload': ({ workloads }) => workloads.length === 0,
  'has several labels': ({ labels }) => labels.length > 1,
  'has no team': ({ team }) => team === undefined,
  'belongs to a problem': ({ problem }) => problem !== undefined,
  'has words in other scripts': ({ title }) => /\p{Script=Han}/u.test(title),
  'has an id that means something in an address': ({ id }) => /[/?#%]/.test(id),
  ...Object.fromEntries(
    (Object.keys(clocks) as Clock[]).flatMap((clock) =>
      (['missing', 'closed'] as const).map((kind) => [
        `has a time to ${clock} that is ${kind}`,
        (incident: Incident) => readClock(incident, clock, now).kind === kind,
      ]),
    ),
  ),
  'was resolved before it was detected': (incident) => readClock(incident, 'resolve', now).kind === 'fault',
})

/** Records that no invented company would have, and real sources do. */
function oddities(incidents: readonly Incident[]) {
  const [one, other] = incidents
  if (!one || !other) throw new Error('The world has no incidents.')
  const odd: readonly Incident[] = [
    {
      ...one,
      id: 'odd/1?a=b#c%20d',
      title: '"Zahlungen" <b>gestört</b> 支払い 💳, \\ and\nmore',
      labels: ['__proto__', 'a b'],
    },
    // Opened at one moment with the one before: only the id tells their order.
    { ...one, id: 'odd/0', title: '=HYPERLINK("x")', workloads: [], labels: [] },
    { ...bare(other), id: 'ODD 2', title: 'Nothing is recorded', opened: other.opened, clocks: {} },
  ]
  const entries: readonly TimelineEntry[] = [3, 1, 2].map((sequence) => ({
    id: `odd/1?/${sequence}`,
    incident: 'odd/1?a=b#c%20d',
    at: one.opened,
    sequence,
    kind: 'unknown:étape',
    text: `„${sequence}“\u0009&amp; so on`,
  }))
  const workload: Workload = { id: 'odd/w l', name: 'ÆØÅ & Söhne', tags: ['%'], aliases: ['a/b'] }
  const problem: Problem = {
    id: 'odd#p',
    title: "Robert'); DROP",
    state: 'unknown:?',
    workloads: ['odd/w l'],
    factors: [],
    fixes: [],
    actions: [],
  }
  const request: ChangeRequest = {
    id: 'odd/r?1',
    activity: 'odd/a',
    kind: 'unknown:loan',
    steps: [{ op: 'give', role: 'I', party: 'team:søk & co' }],
    reason: '„Weil“ & so on',
    proposer: kitActor,
    proposedAt: one.opened,
    approvers: [],
    state: 'proposed',
    version: '7',
  }
  const activity: Activity = {
    id: 'odd/a',
    name: 'Ångra & <återställ>',
    workload: 'odd/w l',
    kind: 'procedure',
    events: [],
    exceptions: [{ gap: 'unknown:no-cake', until: one.opened, reason: '=1+1' }],
    history: [{ at: one.opened, what: 'R → „Søk“' }],
    tags: [],
  }
  return { odd, entries, workload, problem, request, activity }
}

const bare = ({ version }: Incident): Omit<Incident, 'id' | 'title' | 'opened' | 'clocks'> => ({
  state: 'unknown:',
  workloads: [],
  roles: [],
  factors: [],
  labels: [],
  links: [],
  ...(version !== undefined && { version }),
})

/**
 * The invented company, cut down so that the whole kit takes a few seconds: every kind and every trait is left, what
 * belongs together stays together, and some odd records are added.
 */
export function smallWorld(): Holdings {
  const { holdings, now } = world()
  const special = Object.values(traits(now)).flatMap((has) => holdings.incidents.filter(has).slice(0, 2))
  const { odd, entries, workload, problem, request, activity } = oddities(holdings.incidents)
  const usual = every(holdings.incidents, Math.ceil(holdings.incidents.length / 30))
  const incidents = [...new Set([...special, ...usual])]
  const kept = new Set(incidents.map(({ id }) => id))
  const asked = new Set(holdings.requests.flatMap((each) => (each.state === 'proposed' ? [each.activity] : [])))
  const usualActivities = new Set(every(holdings.activities, Math.ceil(holdings.activities.length / 50)))
  const activities = [
    ...holdings.activities.filter((each) => usualActivities.has(each) || asked.has(each.id)),
    activity,
  ]
  const performed = new Set(activities.map(({ id }) => id))
  const eventsOfKept = holdings.events.filter(({ incident }) => incident !== undefined && kept.has(incident))
  const otherEvents = every(holdings.events, Math.ceil(holdings.events.length / 60))
  return {
    ...holdings,
    incidents: [...incidents, ...odd],
    activities,
    assignments: holdings.assignments.filter(({ activity }) => performed.has(activity)),
    timeline: [...holdings.timeline.filter(({ incident }) => kept.has(incident)), ...entries],
    events: [...new Set([...every(eventsOfKept, Math.ceil(eventsOfKept.length / 30)), ...otherEvents])],
    workloads: [...holdings.workloads, workload],
    problems: [...holdings.problems, problem],
    requests: [...holdings.requests, request],
  }
}
