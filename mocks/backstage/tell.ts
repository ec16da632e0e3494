import type { Activity, Assignment, Document, Party, Role, Workload } from '../../src/domain/ownership'
import type { Holdings } from '../../src/domain/query/facets'
import { day24, formatInstant, type Id, unknownText } from '../../src/domain/units'
import { slug } from '../world/time'
import type { RawEntity } from './process'

const apiVersion = 'backstage.io/v1alpha1'
export const roles = ['A', 'R', 'V', 'C', 'I'] as const satisfies readonly Role[]
export const key = (id: Id) => id.slice(id.indexOf(':') + 1)
const raw = (word: string) => unknownText(word) ?? word
/** Tags of the catalogue are small letters, digits and dashes. */
const isTag = (tag: string) => /^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/.test(tag)
export const tagsOf = (tags: readonly string[]) => tags.filter(isTag)

/** Names that an entity cannot have become such that it can. Every fifth workload is a resource. */
export const names = ({ workloads }: Pick<Holdings, 'workloads'>): ReadonlyMap<Id, Id> =>
  new Map(workloads.map(({ id }, index) => [id, `${index % 5 === 4 ? 'resource:' : ''}${slug(id)}`]))

export const partOf = (activity: Pick<Activity, 'id'>) => activity.id.slice(activity.id.lastIndexOf('/') + 1)
/** Who is meant by an owner that nobody is. */
export const nobody = 'nobody'

function group({ id, name, contacts, tags, ...team }: Extract<Party, { type: 'team' }>): RawEntity {
  const email = contacts.find(({ kind }) => kind === 'mail')?.text
  return {
    apiVersion,
    kind: 'Group',
    metadata: {
      name: key(id),
      ...(team.mandate !== undefined && { description: team.mandate }),
      links: contacts.flatMap(({ kind, text, url }) =>
        url === undefined || kind === 'mail' ? [] : [{ url, title: text, type: kind }],
      ),
    },
    spec: {
      type: tags[0] ?? 'team',
      profile: { displayName: name, ...(email !== undefined && { email }) },
      ...(team.parent !== undefined && { parent: key(team.parent) }),
      children: [],
    },
  }
}

function user({ id, name, contacts, teams }: Extract<Party, { type: 'person' }>): RawEntity {
  const email = contacts.find(({ kind }) => kind === 'mail')?.text
  return {
    apiVersion,
    kind: 'User',
    metadata: { name: key(id) },
    spec: { profile: { displayName: name, ...(email !== undefined && { email }) }, memberOf: teams.map(key) },
  }
}

/** Somebody of the same name in another namespace, of whom nothing else is known. */
const namesake = (id: Id): RawEntity => ({
  apiVersion,
  kind: 'User',
  metadata: { name: key(id), namespace: 'contractors' },
  spec: { profile: {}, memberOf: ['group:default/platform'] },
})
export const firstPerson = ({ parties }: Pick<Holdings, 'parties'>) => parties.find(({ type }) => type === 'person')?.id

const holder = (id: Id, index: number): string =>
  id.startsWith('team:')
    ? ([key(id), `group:${key(id)}`, `group:default/${key(id)}`][index % 3] ?? '')
    : `user:${key(id)}`

export const declared = (assignments: readonly Assignment[], activity: Id, role: Role) =>
  assignments.filter((each) => each.activity === activity && each.role === role && each.claim === 'declared')

/** Whether nothing is written because the team of the workload answers for it anyway. */
export const inherits = (owners: readonly Assignment[], workload: Workload | undefined): boolean =>
  owners.length === 1 && workload?.team !== undefined && owners[0]?.party === workload.team

const written = (document: Document) =>
  document.url === undefined
    ? (document.placeholder ?? '')
    : {
        url: document.url,
        ...(document.title !== undefined && { title: document.title }),
        ...(document.versioned !== undefined && { versioned: document.versioned }),
      }

/** An activity in the words of the annotations. */
function writtenActivity(activity: Activity, workload: Workload | undefined, assignments: readonly Assignment[]) {
  const { name, kind, events, tags, runbook, playbook, automation, risk, review } = activity
  const { description, why, value, pages, preApproved, noOwnerBecause } = activity
  const plain = { name, description, why, value, pages, preApproved, noOwnerBecause }
  return {
    id: partOf(activity),
    ...Object.fromEntries(Object.entries(plain).filter(([, each]) => each !== undefined)),
    kind: raw(kind),
    events,
    tags,
    ...(runbook && { runbook: written(runbook) }),
    ...(playbook && { playbook: written(playbook) }),
    ...(automation && { automation: { ...automation, level: raw(automation.level) } }),
    ...(risk !== undefined && { risk: raw(risk) }),
    ...(review && {
      review: {
        ...(review.every !== undefined && { every: `${review.every / day24} days` }),
        ...(review.last !== undefined && { last: formatInstant(review.last) }),
        reviewers: review.reviewers.map(holder),
        approvers: review.approvers.map(holder),
      },
    }),
    ...Object.fromEntries(
      roles.flatMap((role) => {
        const held = declared(assignments, activity.id, role)
        return role === 'A' && inherits(held, workload)
          ? []
          : [
              [
                role,
                held.map(({ party, placeholder }, index) => (party === undefined ? placeholder : holder(party, index))),
              ],
            ]
      }),
    ),
  }
}

/** `{ review: { every } }` → `watchbill.io/<id>.review.every`. */
function flat(path: string, value: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return [[path, value.join(', ')]]
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([name, inner]) => flat(`${path}.${name}`, inner))
}

/** The first activity of a workload in annotations of its own, the others in the list. */
function annotationsOf(workload: Workload, { activities, assignments }: Holdings): Readonly<Record<string, string>> {
  const [first, ...others] = activities
    .filter((each) => each.workload === workload.id)
    .map((activity) => writtenActivity(activity, workload, assignments))
  const { id = '', ...fields } = first ?? {}
  return {
    ...(workload.tier !== undefined && { 'watchbill.io/tier': String(workload.tier) }),
    ...Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => flat(`watchbill.io/${id}.${name}`, value))),
    ...(others.length > 0 && { 'watchbill.io/activities': JSON.stringify(others) }),
  }
}

function thing(workload: Workload, id: Id, holdings: Holdings): RawEntity {
  const isResource = id.startsWith('resource:')
  return {
    apiVersion,
    kind: isResource ? 'Resource' : 'Component',
    metadata: {
      name: isResource ? key(id) : id,
      title: workload.name,
      ...(workload.description !== undefined && { description: workload.description }),
      annotations: annotationsOf(workload, holdings),
      tags: tagsOf(workload.tags),
      ...(workload.url !== undefined && { links: [{ url: workload.url, title: 'Catalogue' }] }),
    },
    spec: {
      type: 'service',
      ...(!isResource && { lifecycle: 'production' }),
      owner: workload.team === undefined ? nobody : key(workload.team),
      ...(workload.group !== undefined && { system: slug(workload.group) }),
    },
  }
}

export const groupsOf = ({ workloads }: Holdings) => [...new Set(workloads.flatMap(({ group: name }) => name ?? []))]

const system = (title: string): RawEntity => ({
  apiVersion,
  kind: 'System',
  metadata: { name: slug(title), title },
  spec: { owner: 'sre', domain: 'larkmere' },
})
const domain: RawEntity = { apiVersion, kind: 'Domain', metadata: { name: 'larkmere' }, spec: { owner: 'user:haddad' } }

/** The world as entities, each with the id that it is known by once read. */
export function entitiesOf(holdings: Holdings): ReadonlyMap<Id, RawEntity> {
  const known = names(holdings)
  const first = firstPerson(holdings)
  return new Map<Id, RawEntity>([
    ...holdings.parties.map((party) => [party.id, party.type === 'team' ? group(party) : user(party)] as const),
    ...(first === undefined ? [] : [[`person:contractors/${key(first)}`, namesake(first)] as const]),
    ...holdings.workloads.map(
      (each) => [known.get(each.id) ?? '', thing(each, known.get(each.id) ?? '', holdings)] as const,
    ),
    ...groupsOf(holdings).map((title) => [`system:${slug(title)}`, system(title)] as const),
    ['domain:larkmere', domain],
  ])
}
