import type { Id } from '../../domain/units'

/** What names an entity. Compared without regard to case, as the catalogue does: all three parts are in small letters. */
export interface Ref {
  readonly kind: string
  readonly namespace: string
  readonly name: string
}

/** `Group`, `default`, `Team-A` → `group:default/team-a`: the full form that relations are written in. */
export const refText = ({ kind, namespace, name }: Ref): string => `${kind}:${namespace}/${name}`.toLowerCase()

/** The short and full forms people write: `team-a`, `user:guest`, `group:default/team-a`. Undefined: none of them. */
export function parseRef(text: string, by: Pick<Ref, 'kind' | 'namespace'>): Ref | undefined {
  const [, kind, namespace, name] =
    /^(?:([^:/\s]+):)?(?:([^:/\s]+)\/)?([^:/\s]+)$/.exec(text.trim().toLowerCase()) ?? []
  return name === undefined ? undefined : { kind: kind ?? by.kind, namespace: namespace ?? by.namespace, name }
}

/** The namespace that goes without saying. */
const home = 'default'

const keyOf = ({ namespace, name }: Ref): string => (namespace === home ? name : `${namespace}/${name}`)

const refOf = (kind: string, key: string): Ref => {
  const at = key.indexOf('/')
  return { kind, namespace: at < 0 ? home : key.slice(0, at), name: key.slice(at + 1) }
}

/** `team:team-a`, `person:development/guest`; undefined for what is no party. */
export function partyId(ref: Ref): Id | undefined {
  if (ref.kind === 'group') return `team:${keyOf(ref)}`
  return ref.kind === 'user' ? `person:${keyOf(ref)}` : undefined
}

/** A component is known by its name alone, others by kind and name: the two may share a name. */
export const workloadId = (ref: Ref): Id => (ref.kind === 'component' ? keyOf(ref) : `${ref.kind}:${keyOf(ref)}`)

/** What a party's id stands for here. */
export const refOfParty = (id: Id): Ref =>
  id.startsWith('person:') ? refOf('user', id.slice('person:'.length)) : refOf('group', id.replace(/^team:/, ''))

/** What a workload's id stands for here. */
export function refOfWorkload(id: Id): Ref {
  const at = id.indexOf(':')
  return at < 0 ? refOf('component', id) : refOf(id.slice(0, at), id.slice(at + 1))
}
