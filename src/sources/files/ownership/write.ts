import { dump } from 'js-yaml'
import { type Activity, type Assignment, type Party, roles, type Workload } from '../../../domain/ownership'
import { day24, type Duration, formatInstant } from '../../../domain/units'
import { assignmentId } from '../table/shapesOwnership'

/** What ownership as code tells. */
export interface OwnershipRecords {
  readonly workloads: readonly Workload[]
  readonly activities: readonly Activity[]
  readonly assignments: readonly Assignment[]
  readonly parties: readonly Party[]
}

const yaml = (value: unknown): string => dump(value, { noRefs: true, lineWidth: 120 })

const bare = (id: string): string => id.replace(/^(team|person):/, '')

/** Lists that hold nothing are not written: absent means the same. Absent and empty differ for `aliases` alone. */
const terse = <T extends object>(record: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(record).filter(([name, value]) => name === 'aliases' || !Array.isArray(value) || value.length > 0),
  ) as Partial<T>

/** A bare name where there is no more to say, else what is known of the claim. */
function holderOf({ activity, role, claim, at, id, ...rest }: Assignment): string | object {
  const isUsual = id === assignmentId(activity, role, rest.party ?? rest.placeholder ?? '', claim === 'observed')
  const only = isUsual && at === undefined && Object.keys(rest).length === 1
  if (only && rest.party !== undefined && /^(team|person):/.test(rest.party)) return rest.party
  return { ...(!isUsual && { id }), ...rest, ...(at !== undefined && { at: formatInstant(at) }) }
}

function observationOf(each: Assignment): object {
  const written = holderOf(each)
  return { role: each.role, ...(typeof written === 'string' ? { party: written } : written) }
}

/** `P90D`, or the exact seconds of what is no number of days. */
const lengthText = (length: Duration): string =>
  length > 0 && length % day24 === 0 ? `P${length / day24}D` : `PT${length / 1000}S`

const moments = ({ review, history, exceptions }: Activity) => ({
  ...(review && {
    review: terse({
      ...review,
      ...(review.every !== undefined && { every: lengthText(review.every) }),
      ...(review.last !== undefined && { last: formatInstant(review.last) }),
    }),
  }),
  ...(history && { history: history.map((each) => ({ ...each, at: formatInstant(each.at) })) }),
  ...(exceptions && { exceptions: exceptions.map((each) => ({ ...each, until: formatInstant(each.until) })) }),
})

/** An activity with its claims, as it stands under its workload in a file. */
export function writtenActivity(activity: Activity, assignments: readonly Assignment[]): object {
  const { workload: _workload, id, name, kind, ...rest } = activity
  const declared = (role: Assignment['role']) =>
    assignments.filter((each) => each.role === role && each.claim === 'declared').map(holderOf)
  const observed = assignments.filter(({ claim }) => claim === 'observed').map(observationOf)
  return {
    id,
    name,
    kind,
    ...terse(rest),
    ...Object.fromEntries(roles.flatMap((role) => (declared(role).length > 0 ? [[role, declared(role)]] : []))),
    ...(observed.length > 0 && { observed }),
    ...moments(activity),
  }
}

const partyOf = ({ type: _type, id, ...rest }: Party) => ({ id: bare(id), ...terse(rest) })

/** One list item of a file, indented as the item it takes the place of. */
export const itemYaml = (item: object, indent: string): string =>
  yaml([item])
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? line : indent + line))
    .join('\n')

/**
 * Ownership as code: the records as somebody would write them, for the files source to read back as they are. Pure.
 * Activities whose workload is not among the records get one that has a name only.
 */
export const ownershipYaml = (records: OwnershipRecords): string => yaml(ownershipDocument(records))

/** The same before it is text. */
export function ownershipDocument({ workloads, activities, assignments, parties }: OwnershipRecords): object {
  const held = Map.groupBy(assignments, ({ activity }) => activity)
  const performed = Map.groupBy(activities, ({ workload }) => workload)
  const known = new Set(workloads.map(({ id }) => id))
  const nameless = [...performed.keys()].filter((id) => !known.has(id)).map((id) => ({ id, name: id }))
  const teams = parties.filter(({ type }) => type === 'team').map(partyOf)
  const people = parties.filter(({ type }) => type === 'person').map(partyOf)
  return {
    ...(teams.length > 0 && { teams }),
    ...(people.length > 0 && { people }),
    workloads: [...workloads.map(terse), ...nameless].map((workload) => {
      const own = performed.get(workload.id ?? '') ?? []
      const written = own.map((each) => writtenActivity(each, held.get(each.id) ?? []))
      return { ...workload, ...(written.length > 0 && { activities: written }) }
    }),
  }
}
