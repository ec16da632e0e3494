import type { Facet, Records } from '../../domain/query/facets'
import type { Id } from '../../domain/units'
import type { Names } from './names'

type Told = { readonly [F in Facet]: (record: Records[F], names: Names) => Records[F] }

/** A field that may be absent, renamed where it is there. */
const field = <K extends string>(name: K, id: Id | undefined, rename: (id: Id) => Id): { readonly [P in K]?: Id } =>
  id === undefined ? {} : ({ [name]: rename(id) } as { readonly [P in K]?: Id })

const told: Told = {
  workloads: (record, { party, workload }) => ({
    ...record,
    id: workload.ours(record.id),
    ...field('team', record.team, party.ours),
  }),
  activities: (record, { party, workload }) => ({
    ...record,
    workload: workload.ours(record.workload),
    ...(record.review && {
      review: {
        ...record.review,
        reviewers: record.review.reviewers.map(party.ours),
        approvers: record.review.approvers.map(party.ours),
      },
    }),
  }),
  assignments: (record, { party, workload }) => ({
    ...record,
    ...field('party', record.party, party.ours),
    ...field('inheritedFrom', record.inheritedFrom, workload.ours),
  }),
  parties: (record, { party }) =>
    record.type === 'team'
      ? { ...record, id: party.ours(record.id), ...field('parent', record.parent, party.ours) }
      : { ...record, id: party.ours(record.id), teams: record.teams.map(party.ours) },
  events: (record, { workload }) => ({ ...record, workloads: distinct(record.workloads.map(workload.ours)) }),
  incidents: (record, { party, workload }) => ({
    ...record,
    workloads: distinct(record.workloads.map(workload.ours)),
    roles: record.roles.map((held) => ({ ...held, person: party.ours(held.person) })),
    ...field('team', record.team, party.ours),
    ...field('assignee', record.assignee, party.ours),
  }),
  timeline: (record, { party }) => ({
    ...record,
    ...(record.kind === 'assignment' && {
      ...field('from', record.from, party.ours),
      ...field('to', record.to, party.ours),
    }),
    ...(record.stands && {
      stands: {
        ...record.stands,
        ...field('team', record.stands.team, party.ours),
        ...field('assignee', record.stands.assignee, party.ours),
      },
    }),
  }),
  problems: (record, { party, workload }) => ({
    ...record,
    workloads: distinct(record.workloads.map(workload.ours)),
    fixes: record.fixes.map((fix) => ({ ...fix, ...field('by', fix.by, party.ours) })),
    actions: record.actions.map((action) => ({ ...action, ...field('owner', action.owner, party.ours) })),
    ...field('owner', record.owner, party.ours),
  }),
  improvements: (record, { party }) => ({ ...record, ...field('owner', record.owner, party.ours) }),
  requests: (record, { party }) => ({
    ...record,
    steps: record.steps.map((step) => ({ ...step, party: party.ours(step.party) })),
    approvers: record.approvers.map(party.ours),
  }),
}

const distinct = (ids: readonly Id[]): readonly Id[] => [...new Set(ids)]

/** A record of theirs with the names that things have here. Other fields stay as they are. */
export const renamed = <F extends Facet>(facet: F, record: Records[F], names: Names): Records[F] =>
  told[facet](record, names)

/** Whether this record is to be shown: of several of theirs that are one of ours, the first in the rules tells it. */
export const tells = <F extends Facet>(facet: F, record: Records[F], { party, workload }: Names): boolean =>
  facet === 'workloads' ? workload.tells(record.id) : facet !== 'parties' || party.tells(record.id)
