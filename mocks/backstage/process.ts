import type { WireEntity } from '../../src/sources/backstage/wire'

type Text = string | null | undefined
type Texts = readonly string[] | undefined

/** An entity as people write it into a file, before the catalogue has looked at it. */
export interface RawEntity {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: {
    readonly name: string
    readonly namespace?: string | undefined
    readonly title?: Text
    readonly description?: Text
    readonly annotations?: Readonly<Record<string, string>>
    readonly labels?: Readonly<Record<string, string>>
    readonly tags?: Texts
    readonly links?: readonly {
      readonly url: string
      readonly title?: Text
      readonly type?: Text
      readonly icon?: Text
    }[]
  }
  readonly spec?: {
    readonly type?: Text
    readonly lifecycle?: Text
    readonly profile?: { readonly displayName?: Text; readonly email?: Text }
    readonly owner?: Text
    readonly system?: Text
    readonly domain?: Text
    readonly parent?: Text
    readonly children?: Texts
    readonly members?: Texts
    readonly memberOf?: Texts
  }
}

const home = 'default'

/** The full form of a name written in an entity: kind and namespace go without saying. */
function full(text: string, kind: string, namespace = home): string {
  const [, ownKind = kind, ownNamespace = namespace, name = ''] = /^(?:([^:/]+):)?(?:([^:/]+)\/)?(.+)$/.exec(text) ?? []
  return `${ownKind}:${ownNamespace}/${name}`.toLowerCase()
}

export const refOf = ({ kind, metadata }: Pick<WireEntity, 'kind' | 'metadata'>): string =>
  full(metadata.name, kind, metadata.namespace)

/** What the catalogue makes of written entities: both ends of each relation, and the namespace that went without saying. */
export function processed(entities: readonly RawEntity[]): readonly WireEntity[] {
  const relations = new Map<string, Set<string>>()
  const relate = (of: string, type: string, to: string) => {
    relations.set(of, (relations.get(of) ?? new Set()).add(JSON.stringify({ type, targetRef: to })))
  }
  for (const entity of entities) {
    const { spec = {} } = entity
    const { namespace } = entity.metadata
    const own = full(entity.metadata.name, entity.kind, namespace)
    const both = (texts: Texts, kind: string, there: string, back: string) => {
      for (const text of texts ?? []) {
        const other = full(text, kind, namespace)
        relate(own, there, other)
        relate(other, back, own)
      }
    }
    const listed = (text: Text): Texts => (text == null ? undefined : [text])
    both(listed(spec.owner), 'group', 'ownedBy', 'ownerOf')
    both(listed(spec.system), 'system', 'partOf', 'hasPart')
    both(listed(spec.domain), 'domain', 'partOf', 'hasPart')
    both(listed(spec.parent), 'group', 'childOf', 'parentOf')
    both(spec.children, 'group', 'parentOf', 'childOf')
    both(spec.members, 'user', 'hasMember', 'memberOf')
    both(spec.memberOf, 'group', 'memberOf', 'hasMember')
  }
  return entities.map((entity): WireEntity => {
    const { kind, metadata, spec } = entity
    const { annotations, labels, tags, links, namespace = home, ...rest } = metadata
    return {
      kind,
      metadata: {
        ...rest,
        namespace,
        ...(annotations && { annotations: { ...annotations } }),
        ...(labels && { labels: { ...labels } }),
        ...(tags && { tags: [...tags] }),
        ...(links && { links: [...links] }),
      },
      ...(spec && { spec }),
      relations: [...(relations.get(full(metadata.name, kind, namespace)) ?? [])]
        .map((text) => JSON.parse(text) as { readonly type: string; readonly targetRef: string })
        .toSorted(
          (left, right) => left.type.localeCompare(right.type) || left.targetRef.localeCompare(right.targetRef),
        ),
    }
  })
}
