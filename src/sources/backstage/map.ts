import type { Contact, Party, Person, Team, Workload } from '../../domain/ownership'
import { type Id } from '../../domain/units'
import { parseRef, partyId, type Ref, refText, workloadId } from './refs'
import type { Entity } from './wire'

/** What entities are read by, besides the catalogue's own words. */
export interface Reading {
  /** What stands before the slash in the annotations that are meant for us. */
  readonly prefix: string
  /** The annotation or label that says the tier. */
  readonly tier: string
  /** Where people see the catalogue; absent: entities have no address of their own. */
  readonly app?: string
}

export const refOf = ({ kind, metadata: { namespace, name } }: Pick<Entity, 'kind' | 'metadata'>): Ref => ({
  kind: kind.toLowerCase(),
  namespace: namespace.toLowerCase(),
  name: name.toLowerCase(),
})

/** The other ends of a relation. The catalogue writes them in full; what is not is left out. */
export const related = ({ relations }: Pick<Entity, 'relations'>, type: string): readonly Ref[] =>
  relations.flatMap((each) =>
    each.type === type ? (parseRef(each.targetRef, { kind: 'group', namespace: 'default' }) ?? []) : [],
  )

const known: Readonly<Record<string, Contact['kind']>> = {
  chat: 'chat',
  email: 'mail',
  mail: 'mail',
  pager: 'pager',
  phone: 'phone',
}

/** Links say by their type, else by their icon, what they are for. */
function contactsOf({ metadata, spec }: Entity): readonly Contact[] {
  const email = spec?.profile?.email
  const links = metadata.links.map(({ url, title, icon, type }): Contact => ({
    kind: known[type?.toLowerCase() ?? ''] ?? known[icon?.toLowerCase() ?? ''] ?? 'web',
    text: title ?? url,
    url,
  }))
  return [...(email ? [{ kind: 'mail' as const, text: email, url: `mailto:${email}` }] : []), ...links]
}

const pageOf = (entity: Entity, { app }: Reading): string | undefined => {
  const { kind, namespace, name } = refOf(entity)
  return app && `${app}/catalog/${namespace}/${kind}/${name}`
}

const nameOf = ({ metadata, spec }: Entity): string => spec?.profile?.displayName ?? metadata.title ?? metadata.name

const ids = (refs: readonly Ref[]): readonly Id[] => refs.flatMap((ref) => partyId(ref) ?? [])

/** A group or a user as a party; none for another kind. */
export function partyOf(entity: Entity, reading: Reading): readonly Party[] {
  const ref = refOf(entity)
  const id = partyId(ref)
  if (id === undefined) return []
  const { metadata, spec } = entity
  const same = { id, name: nameOf(entity), aliases: [refText(ref)], contacts: contactsOf(entity) }
  if (ref.kind === 'user') {
    const person: Person = { type: 'person', ...same, teams: ids(related(entity, 'memberOf')), tags: metadata.tags }
    return [person]
  }
  const [parent] = ids(related(entity, 'childOf'))
  const url = pageOf(entity, reading)
  const team: Team = {
    type: 'team',
    ...same,
    tags: [...metadata.tags, ...(spec?.type ? [spec.type] : [])],
    ...(parent !== undefined && { parent }),
    ...(metadata.description && { mandate: metadata.description }),
    ...(url !== undefined && { url }),
  }
  return [team]
}

const tagOf = (name: string, value: string | null | undefined): readonly string[] => (value ? [`${name}:${value}`] : [])

/** Anything that is owned and run as a workload. It belongs to the group of its system, else its domain. */
export function workloadOf(entity: Entity, reading: Reading): Workload {
  const { metadata, spec } = entity
  const ref = refOf(entity)
  const wholes = related(entity, 'partOf')
  const group =
    wholes.find(({ kind }) => kind === 'system') ?? wholes.find(({ kind }) => kind === 'domain') ?? wholes[0]
  const said = metadata.annotations[reading.tier] ?? metadata.labels[reading.tier]
  const tier = /^(?:tier)?[-_ ]?([1-9])$/i.exec(said?.trim() ?? '')?.[1]
  const [team] = related(entity, 'ownedBy').filter(({ kind }) => kind === 'group')
  const url = pageOf(entity, reading) ?? metadata.links[0]?.url
  const service = metadata.annotations['pagerduty.com/service-id']
  return {
    id: workloadId(ref),
    name: nameOf(entity),
    aliases: [refText(ref), ...(service ? [service] : [])],
    tags: [
      ...metadata.tags,
      `kind:${ref.kind}`,
      ...tagOf('type', spec?.type),
      ...tagOf('lifecycle', spec?.lifecycle),
      ...(tier === undefined ? tagOf('tier', said) : []),
    ],
    ...(metadata.description && { description: metadata.description }),
    ...(tier !== undefined && { tier: Number(tier) }),
    ...(group && { group: group.name }),
    ...(team && { team: ids([team])[0] ?? '' }),
    ...(url !== undefined && { url }),
  }
}
