import type { Activity, Assignment, Document, Party, Role, Workload } from '../../src/domain/ownership'
import type { Holdings } from '../../src/domain/query/facets'
import type { Id } from '../../src/domain/units'
import { slug } from '../world/time'
import { declared, firstPerson, groupsOf, inherits, key, names, nobody, partOf, roles, tagsOf } from './tell'

function partyTold(party: Party): Party {
  const mail = party.contacts
    .filter(({ kind }) => kind === 'mail')
    .map(({ kind, text }) => ({ kind, text, url: `mailto:${text}` }))
  if (party.type === 'person') {
    const { id, name } = party
    // The catalogue puts relations into an order of its own.
    const teams = party.teams.toSorted()
    return { type: 'person', id, name, aliases: [`user:default/${key(id)}`], teams, contacts: mail, tags: [] }
  }
  const { id, name, parent, mandate, contacts, tags } = party
  const links = contacts.filter(({ kind, url }) => kind !== 'mail' && url !== undefined)
  return {
    type: 'team',
    id,
    name,
    aliases: [`group:default/${key(id)}`],
    contacts: [...mail, ...links],
    tags: [tags[0] ?? 'team'],
    ...(parent !== undefined && { parent }),
    ...(mandate !== undefined && { mandate }),
  }
}

const workloadTold = (workload: Workload, id: Id): Workload => {
  const { name, description, tier, group: of, team, tags, url } = workload
  const kind = id.startsWith('resource:') ? 'resource' : 'component'
  return {
    id,
    name,
    aliases: [`${kind}:default/${id.replace(/^resource:/, '')}`],
    tags: [...tagsOf(tags), `kind:${kind}`, 'type:service', ...(kind === 'component' ? ['lifecycle:production'] : [])],
    team: team ?? `team:${nobody}`,
    ...(description !== undefined && { description }),
    ...(tier !== undefined && { tier }),
    ...(of !== undefined && { group: slug(of) }),
    ...(url !== undefined && { url }),
  }
}

const documentTold = ({ title, url, placeholder, versioned }: Document): Document =>
  url === undefined
    ? { placeholder: placeholder ?? '' }
    : { url, ...(title !== undefined && { title }), ...(versioned !== undefined && { versioned }) }

function activityTold(activity: Activity, workload: Id): Activity {
  const { exceptions: _e, history: _h, version: _v, runbook, playbook, ...rest } = activity
  return {
    ...rest,
    id: `${workload}/${partOf(activity)}`,
    workload,
    ...(runbook && { runbook: documentTold(runbook) }),
    ...(playbook && { playbook: documentTold(playbook) }),
  }
}

const assignment = (activity: Id, role: Role, who: Pick<Assignment, 'party' | 'placeholder'>): Assignment => ({
  id: `${activity}/${role}/${who.party ?? who.placeholder ?? ''}`,
  activity,
  role,
  ...who,
  claim: 'declared',
})

/** The owner answers for the entity and performs what keeps it going. */
const maintained = (workload: Id, owner: Pick<Assignment, 'party' | 'placeholder'>) => ({
  activity: {
    id: `${workload}/maintain`,
    name: 'Develop and maintain',
    workload,
    kind: 'process' as const,
    events: [],
    tags: [],
  },
  assignments: (['A', 'R'] as const).map((role) => assignment(`${workload}/maintain`, role, owner)),
})

/** The world as far as a catalogue can tell it: ownership as declared, without its past, and what each owner maintains. */
export function tellable(holdings: Holdings): Holdings {
  const known = names(holdings)
  const first = firstPerson(holdings)
  const byId = new Map(holdings.workloads.map((each) => [each.id, each]))
  const idOf = (workload: Id) => known.get(workload) ?? slug(workload)
  const systems = groupsOf(holdings)
  const own = [
    ...holdings.workloads.map(({ id, team }) =>
      maintained(idOf(id), team === undefined ? { placeholder: `group:default/${nobody}` } : { party: team }),
    ),
    ...systems.map((title) => maintained(`system:${slug(title)}`, { party: 'team:sre' })),
    maintained('domain:larkmere', { party: 'person:haddad' }),
  ]
  const activities = holdings.activities.filter(({ workload }) => byId.has(workload))
  const told = activities.flatMap((activity): readonly Assignment[] => {
    const id = `${idOf(activity.workload)}/${partOf(activity)}`
    return roles.flatMap((role) => {
      const held = declared(holdings.assignments, activity.id, role)
      const inherited = role === 'A' && inherits(held, byId.get(activity.workload))
      return held.map(({ party, placeholder }) => ({
        ...assignment(id, role, party === undefined ? { placeholder: placeholder ?? '' } : { party }),
        ...(inherited && { inheritedFrom: idOf(activity.workload) }),
      }))
    })
  })
  return {
    workloads: [
      ...holdings.workloads.map((workload) => workloadTold(workload, idOf(workload.id))),
      ...systems.map((title) => ({
        id: `system:${slug(title)}`,
        name: title,
        aliases: [`system:default/${slug(title)}`],
        tags: ['kind:system'],
        group: 'larkmere',
        team: 'team:sre',
      })),
      { id: 'domain:larkmere', name: 'larkmere', aliases: ['domain:default/larkmere'], tags: ['kind:domain'] },
    ],
    parties: [
      ...holdings.parties.map(partyTold),
      ...(first === undefined
        ? []
        : [
            {
              type: 'person' as const,
              id: `person:contractors/${key(first)}`,
              name: key(first),
              aliases: [`user:contractors/${key(first)}`],
              teams: ['team:platform'],
              contacts: [],
              tags: [],
            },
          ]),
    ],
    activities: [
      ...own.map(({ activity }) => activity),
      ...activities.map((activity) => activityTold(activity, idOf(activity.workload))),
    ],
    assignments: [
      ...own.flatMap(({ assignments }) => assignments),
      ...new Map(told.map((each) => [each.id, each])).values(),
    ],
    events: [],
    incidents: [],
    timeline: [],
    problems: [],
    improvements: [],
    requests: [],
  }
}
