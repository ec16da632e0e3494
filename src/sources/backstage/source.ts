import * as v from 'valibot'
import type { Id } from '../../domain/units'
import type { Opening } from '../catalogue'
import type { Call, Source } from '../contract'
import type { RemoteEngine } from '../engine/remote'
import { type Backend, connect } from '../listing/backend'
import { listing, openListed, type WirePage } from '../listing/listed'
import { Unreadable } from '../listing/unreadable'
import { activityOf, assignmentsOf, holdersOf } from './duties'
import { partyOf, type Reading, refOf, workloadOf } from './map'
import { type Ref, refOfParty, refOfWorkload, refText } from './refs'
import { entitiesByRef, type Entity, entity, entityPage, writtenActivity } from './wire'
import { maintain, writtenIn } from './written'

/** Where the catalogue is, and which of it is read. */
export interface BackstageOptions {
  /** What stands before `/entities`. */
  readonly url: string
  /** Where people see the catalogue. */
  readonly appUrl?: string
  /** Kinds that are workloads. */
  readonly kinds?: readonly string[]
  /** Of these only. Absent: all. */
  readonly namespaces?: readonly string[]
  /** A further condition on workloads in the words of the catalogue: `spec.lifecycle=production`. */
  readonly filter?: string
  /** What stands before the slash in annotations that are meant for us. */
  readonly prefix?: string
  /** The annotation or label that says the tier. */
  readonly tier?: string
  /** False: only activities that are written down. */
  readonly maintenance?: boolean
  readonly timeoutSeconds?: number
  readonly renewSeconds?: number
}

const perPage = 500
/** The rest of an entity may be large: definitions of APIs, what other tools keep there. */
const fields = 'fields=kind,metadata,relations,spec.type,spec.lifecycle,spec.profile'

/** An activity that an entity's annotations write down, with the entity. */
const duty = v.object({
  entity,
  id: v.string(),
  written: writtenActivity,
  fault: v.optional(v.string()),
  unresolved: v.optional(v.array(v.string()), []),
})

/** Which of these the catalogue does not have, or does not show. */
async function missingOf(backend: Backend, refs: readonly string[], call: Call): Promise<ReadonlySet<string>> {
  const missing = new Set<string>()
  for (let at = 0; at < refs.length; at += perPage) {
    const asked = refs.slice(at, at + perPage)
    const { items } = await byRefs(backend, asked, call)
    asked.forEach((ref, index) => items[index] == null && missing.add(ref))
  }
  return missing
}

const byRefs = (backend: Backend, entityRefs: readonly string[], call: Call) =>
  backend.json('/entities/by-refs', entitiesByRef, call, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entityRefs, fields: fields.slice('fields='.length).split(',') }),
  })

/** What an entity is called while it cannot be read. */
function nameOf(item: unknown): string | undefined {
  const told = v.safeParse(v.object({ kind: v.string(), metadata: v.object({ name: v.string() }) }), item)
  return told.success ? `${told.output.kind}:${told.output.metadata.name}`.toLowerCase() : undefined
}

/** Opens the catalogue: groups and users are parties, what they own are workloads, annotations tell activities. Read-only. */
export function openBackstage(options: BackstageOptions, opening: Opening, engine: RemoteEngine): Source {
  const { kinds = ['component', 'resource', 'system', 'domain'], namespaces = [], prefix = 'watchbill.io' } = options
  const absolute = (given: string) => new URL(given, opening.base).href.replace(/\/$/, '')
  const url = absolute(options.url)
  const patience = options.timeoutSeconds === undefined ? {} : { patience: options.timeoutSeconds * 1000 }
  const backend = connect({ source: opening.id, url, now: opening.now, ...patience })
  const reading: Reading = {
    prefix,
    tier: options.tier ?? `${prefix}/tier`,
    ...(options.appUrl !== undefined && { app: absolute(options.appUrl) }),
  }

  /** One page of entities of these kinds. Conditions of one name are alternatives, others must all hold. */
  async function pageOf(of: readonly string[], more: string | undefined, cursor: string | undefined, call: Call) {
    const filter = [
      ...of.map((kind) => `kind=${kind}`),
      ...namespaces.map((each) => `metadata.namespace=${each}`),
      ...(more ? [more] : []),
    ].join(',')
    const where = cursor === undefined ? `filter=${encodeURIComponent(filter)}` : `cursor=${encodeURIComponent(cursor)}`
    const page = await backend.json(`/entities/by-query?limit=${perPage}&${fields}&${where}`, entityPage, call)
    const next = page.pageInfo?.nextCursor
    return { items: page.items, ...(next != null && { cursor: next }), total: page.totalItems }
  }
  const whole = async (of: readonly string[], more: string | undefined, cursor: string | undefined, call: Call) => {
    const { total, ...page } = await pageOf(of, more, cursor, call)
    return { ...page, ...(total != null && { total }) }
  }

  /** Every activity that the entities of a page tell. What is no entity goes on as it is, to be set aside. */
  async function duties(cursor: string | undefined, call: Call): Promise<WirePage> {
    const { total: _entities, items, ...page } = await pageOf(kinds, options.filter, cursor, call)
    const told = items.flatMap((item): readonly unknown[] => {
      const read = v.safeParse(entity, item)
      if (!read.success) return [item]
      const written = writtenIn(read.output, prefix)
      const all =
        options.maintenance === false || written.some(({ id }) => id === maintain)
          ? written
          : [{ id: maintain, written: {} }, ...written]
      return all.map((each) => ({ entity: item, ...each }))
    })
    return { ...page, items: told }
  }

  /** The same with the names of holders that the catalogue does not have. */
  async function resolved(cursor: string | undefined, call: Call): Promise<WirePage> {
    const page = await duties(cursor, call)
    const named = page.items.map((item) => {
      const told = v.safeParse(duty, item)
      if (!told.success) return []
      return holdersOf(told.output.entity, told.output.id, told.output.written).flatMap(({ ref }) =>
        ref ? refText(ref) : [],
      )
    })
    const missing = await missingOf(backend, [...new Set(named.flat())], call)
    const items = page.items.map((item, index) =>
      typeof item === 'object' ? { ...item, unresolved: named[index]?.filter((ref) => missing.has(ref)) ?? [] } : item,
    )
    return { ...page, items }
  }

  const place = `${url}/entities`
  const one = (refOfId: (id: Id) => Ref) => async (id: Id, call: Call) => {
    const ref = refOfId(id)
    const [item] = (await byRefs(backend, [refText(ref)], call)).items
    return namespaces.length === 0 || namespaces.includes(ref.namespace) ? (item ?? undefined) : undefined
  }
  const nameOfDuty = (item: unknown) => {
    const told = v.safeParse(v.object({ entity: v.unknown(), id: v.string() }), item)
    return told.success ? `${nameOf(told.output.entity) ?? '?'}, ${told.output.id}` : nameOf(item)
  }
  const readable = (fault: string | undefined) => {
    if (fault !== undefined) throw new Unreadable(fault)
  }
  return openListed(
    {
      opening,
      title: 'Backstage catalogue',
      backend,
      listings: {
        parties: listing('parties', {
          schema: entity,
          place,
          page: (cursor, call) => whole(['group', 'user'], undefined, cursor, call),
          one: one(refOfParty),
          map: (item) => partyOf(item, reading),
          nameOf,
        }),
        workloads: listing('workloads', {
          schema: entity,
          place,
          page: (cursor, call) => whole(kinds, options.filter, cursor, call),
          // Whether a single one fulfils the further condition only a list can tell.
          ...(options.filter === undefined && { one: one(refOfWorkload) }),
          map: (item: Entity) =>
            kinds.some((kind) => kind.toLowerCase() === refOf(item).kind) ? [workloadOf(item, reading)] : [],
          nameOf,
        }),
        activities: listing('activities', {
          schema: duty,
          place,
          page: duties,
          map: ({ entity: of, id, written, fault }) => {
            readable(fault)
            return [activityOf(of, id, written, reading)]
          },
          nameOf: nameOfDuty,
        }),
        assignments: listing('assignments', {
          schema: duty,
          place,
          page: resolved,
          map: ({ entity: of, id, written, fault, unresolved }) => {
            readable(fault)
            return assignmentsOf(of, id, written, new Set(unresolved))
          },
          nameOf: nameOfDuty,
        }),
      },
      // The catalogue itself looks at its sources every two or three minutes.
      renewAfter: (options.renewSeconds ?? 120) * 1000,
    },
    engine,
  )
}
