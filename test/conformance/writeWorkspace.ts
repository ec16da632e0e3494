import { gzipSync } from 'node:zlib'
import { dump } from 'js-yaml'
import type { Activity, Assignment, Party } from '../../src/domain/ownership'
import type { Holdings } from '../../src/domain/query/facets'
import { formatInstant, instant } from '../../src/domain/units'
import type { GivenFile } from '../../src/sources/files/given'

/** Fields that hold moments and lengths, by name. `started` of an automation is a count and stands in the YAML only. */
const moments = new Set([
  'opened',
  'started',
  'detected',
  'acknowledged',
  'mitigated',
  'resolved',
  'closed',
  'updateDue',
  'doneAt',
  'heldAt',
  'at',
  'recordedAt',
  'until',
  'due',
  'created',
  'proposedAt',
  'decidedAt',
  'expires',
])
const lengths = new Set(['updateEvery', 'dueAfter'])

const toText = (key: string, value: unknown): unknown =>
  typeof value !== 'number'
    ? value
    : moments.has(key)
      ? formatInstant(instant(value))
      : lengths.has(key)
        ? `PT${value / 1000}S`
        : value

const lines = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record, toText)}\n`).join('')

const bare = (id: string): string => id.replace(/^(team|person):/, '')

const written = (assignment: Assignment) => {
  const { activity: _activity, role: _role, claim: _claim, at, ...holder } = assignment
  return { ...holder, ...(at !== undefined && { at: formatInstant(at) }) }
}

const reviewOf = ({ review }: Activity) =>
  review && {
    review: {
      ...review,
      ...(review.every !== undefined && { every: `PT${review.every / 1000}S` }),
      ...(review.last !== undefined && { last: formatInstant(review.last) }),
    },
  }

const historyOf = ({ history, exceptions }: Activity) => ({
  ...(history && { history: history.map((each) => ({ ...each, at: formatInstant(each.at) })) }),
  ...(exceptions && { exceptions: exceptions.map((each) => ({ ...each, until: formatInstant(each.until) })) }),
})

function activityOf(activity: Activity, assignments: readonly Assignment[]) {
  const { workload: _workload, ...rest } = activity
  const holders = (role: Assignment['role']) =>
    assignments.filter((each) => each.role === role && each.claim === 'declared').map(written)
  const roles = { A: holders('A'), R: holders('R'), V: holders('V'), C: holders('C'), I: holders('I') }
  return {
    ...rest,
    ...reviewOf(activity),
    ...historyOf(activity),
    ...Object.fromEntries(Object.entries(roles).filter(([, held]) => held.length > 0)),
    observed: assignments
      .filter(({ claim }) => claim === 'observed')
      .map((each) => ({ ...written(each), role: each.role })),
  }
}

const partyOf = ({ type: _type, id, ...rest }: Party) => ({ id: bare(id), ...rest })

/** Ownership as code: the records as somebody would write them. */
function ownershipYaml({ workloads, activities, assignments, parties }: Holdings): string {
  const held = Map.groupBy(assignments, ({ activity }) => activity)
  const performed = Map.groupBy(activities, ({ workload }) => workload)
  const document = {
    teams: parties.filter(({ type }) => type === 'team').map(partyOf),
    people: parties.filter(({ type }) => type === 'person').map(partyOf),
    workloads: workloads.map((workload) => ({
      ...workload,
      activities: (performed.get(workload.id) ?? []).map((each) => activityOf(each, held.get(each.id) ?? [])),
    })),
  }
  return dump(document, { noRefs: true })
}

/**
 * A world as the files of a workspace: ownership as YAML, the rest as JSON lines in the domain's own words; so too the
 * activities and assignments that have nothing in this world to be nested in.
 */
export function writeWorkspace(world: Holdings, modified: number): readonly GivenFile[] {
  const { events, incidents, timeline, problems, improvements, requests } = world
  const workloads = new Set(world.workloads.map(({ id }) => id))
  const nested = new Set(world.activities.flatMap(({ id, workload }) => (workloads.has(workload) ? [id] : [])))
  const tables = {
    events: lines(events),
    incidents: lines(incidents),
    timeline: lines(timeline),
    problems: lines(problems),
    improvements: lines(improvements),
    requests: lines(requests),
    // `started` is a count here.
    activities: world.activities
      .filter(({ id }) => !nested.has(id))
      .map((activity) => `${JSON.stringify({ ...activity, ...reviewOf(activity), ...historyOf(activity) })}\n`)
      .join(''),
    assignments: lines(world.assignments.filter(({ activity }) => !nested.has(activity))),
  }
  return [
    { path: 'ownership.yaml', blob: new Blob([ownershipYaml(world)]), modified },
    ...Object.entries(tables).map(([facet, text]) => ({
      path: `${facet}.jsonl.gz`,
      blob: new Blob([gzipSync(text)]),
      modified,
    })),
  ]
}
