import { gzipSync } from 'node:zlib'
import type { Activity } from '../../src/domain/ownership'
import type { Holdings } from '../../src/domain/query/facets'
import { formatInstant } from '../../src/domain/units'
import type { GivenFile } from '../../src/sources/files/given'
import { ownershipYaml } from '../../src/sources/files/ownership/write'
import { jsonLines as lines } from '../../src/sources/files/table/write'

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

/**
 * A world as the files of a workspace: ownership as YAML, the rest as JSON lines in the domain's own words; so too the
 * activities and assignments that have nothing in this world to be nested in.
 */
export function writeWorkspace(world: Holdings, modified: number): readonly GivenFile[] {
  const { events, incidents, timeline, problems, improvements, requests } = world
  const workloads = new Set(world.workloads.map(({ id }) => id))
  const nested = new Set(world.activities.flatMap(({ id, workload }) => (workloads.has(workload) ? [id] : [])))
  // What has no workload here would get one: it stands in tables.
  const inFile = {
    ...world,
    activities: world.activities.filter(({ id }) => nested.has(id)),
    assignments: world.assignments.filter(({ activity }) => nested.has(activity)),
  }
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
    { path: 'ownership.yaml', blob: new Blob([ownershipYaml(inFile)]), modified },
    ...Object.entries(tables).map(([facet, text]) => ({
      path: `${facet}.jsonl.gz`,
      blob: new Blob([gzipSync(text)]),
      modified,
    })),
  ]
}
