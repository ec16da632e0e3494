import type { Activity, Assignment, Role } from '../../../domain/ownership'
import type { Id } from '../../../domain/units'
import { assignmentId } from '../table/shapesOwnership'
import { personId, teamId } from './kubernetesPeople'
import type { Group, Subproject } from './kubernetesWire'

/** Tags by which the three sorts of activity are told apart. */
export const tags = { leadership: 'leadership', githubTeam: 'github-team', maintenance: 'maintenance' } as const

interface Duties {
  readonly activities: readonly Activity[]
  readonly assignments: readonly Assignment[]
}

const give = (activity: Id, role: Role, party: Id, inheritedFrom?: Id): Assignment => ({
  id: assignmentId(activity, role, party),
  activity,
  role,
  party,
  claim: 'declared',
  ...(inheritedFrom !== undefined && { inheritedFrom }),
})

const activity = (id: Id, name: string, workload: Id, tag: string, description?: string): Activity => ({
  id,
  name,
  workload,
  kind: 'process',
  ...(description !== undefined && { description }),
  events: [],
  tags: [tag],
})

/**
 * Leading a group: chairs answer for it, tech leads perform it, the steering committee's liaison is told, the SIGs that
 * have a stake in a working group are consulted. The group itself stands where the workload would.
 */
function leading(group: Group, dirOf: (name: string) => string | undefined): Duties {
  const id = `${group.dir}/leadership`
  const { chairs = [], tech_leads: techLeads = [] } = group.leadership ?? {}
  const liaison = group.contact?.liaison
  const stakes = group.stakeholder_sigs.flatMap((name) => dirOf(name) ?? [])
  return {
    activities: [activity(id, `Lead ${group.name}`, group.dir, tags.leadership, group.mission_statement?.trim())],
    assignments: [
      ...chairs.map((who) => give(id, 'A', personId(who.github))),
      ...techLeads.map((who) => give(id, 'R', personId(who.github))),
      ...stakes.map((dir) => give(id, 'C', teamId(dir))),
      ...(liaison ? [give(id, 'I', personId(liaison.github))] : []),
    ],
  }
}

/** A GitHub team with a described purpose: the group performs it, its chairs answer for it as for all the group does. */
const serving = (group: Group): Duties => {
  const teams = group.contact?.teams ?? []
  const idOf = (name: string) => `${group.dir}/teams/${name}`
  return {
    activities: teams.map(({ name, description }) =>
      activity(idOf(name), name, group.dir, tags.githubTeam, description),
    ),
    assignments: teams.flatMap(({ name }) => [
      give(idOf(name), 'R', teamId(group.dir)),
      ...(group.leadership?.chairs ?? []).map((who) => give(idOf(name), 'A', personId(who.github), group.dir)),
    ]),
  }
}

/** Names are no keys: two groups own a `website`. */
export const workloadId = (group: Group, { name }: Subproject): Id => `${group.dir}/${name}`

/**
 * Maintaining a subproject: the group that owns it answers for it. Who performs it is named only where leads are; an
 * OWNERS file is a link to names, not a name, and is kept as what stands where one should.
 */
function maintaining(group: Group, subproject: Subproject): Duties {
  const workload = workloadId(group, subproject)
  const id = `${workload}/maintenance`
  return {
    activities: [activity(id, `Maintain ${subproject.name}`, workload, tags.maintenance, subproject.description)],
    assignments: [
      give(id, 'A', teamId(group.dir)),
      ...subproject.leads.map((who) => give(id, 'R', personId(who.github))),
      ...subproject.owners.map((link) => ({
        id: assignmentId(id, 'R', link),
        activity: id,
        role: 'R' as const,
        placeholder: link,
        claim: 'declared' as const,
      })),
    ],
  }
}

/** Everything a group is there to do, and who holds which part. */
export function dutiesOf(group: Group, dirOf: (name: string) => string | undefined): Duties {
  const all = [leading(group, dirOf), serving(group), ...group.subprojects.map((each) => maintaining(group, each))]
  return {
    activities: all.flatMap(({ activities }) => activities),
    assignments: all.flatMap(({ assignments }) => assignments),
  }
}
