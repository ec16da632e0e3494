import { http, HttpResponse, type RequestHandler } from 'msw'
import type { Instant } from '../../src/domain/units'
import type { WireEntity } from '../../src/sources/backstage/wire'
import type { Chaos } from '../chaos'
import { faultOf } from '../rest/faults'
import { refOf } from './process'

export interface BackstageMock {
  /** What the catalogue lists now. */
  readonly entities: () => readonly WireEntity[]
  /** Refs that it knows besides those. */
  readonly known?: ReadonlySet<string>
  readonly now: () => Instant
  readonly chaos: Chaos
}

/** The value at a dotted path; undefined where there is none. */
const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
      value,
    )

const textAt = (value: unknown, path: string): string => {
  const found = at(value, path)
  return typeof found === 'string' ? found : ''
}

/** Whether an entity fulfils `a=1,a=2,b=3`: alternatives of one name, all names. Case does not matter. */
function fulfils(entity: WireEntity, filter: string): boolean {
  const wanted = new Map<string, string[]>()
  for (const each of filter === '' ? [] : filter.split(',')) {
    const [name = '', value = ''] = each.split('=')
    wanted.set(name, [...(wanted.get(name) ?? []), value.toLowerCase()])
  }
  return [...wanted].every(([name, values]) => values.includes(textAt(entity, name).toLowerCase()))
}

const within = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

/** The fields asked for, such as `kind,spec.type`; all where none are named. */
function withFields(entity: WireEntity, fields: readonly string[]): object {
  if (fields.length === 0) return entity
  const told: Record<string, unknown> = {}
  for (const field of fields) {
    const value = at(entity, field)
    if (value === undefined) continue
    const [first = '', second] = field.split('.')
    told[first] = second === undefined ? value : { ...within(told[first]), [second]: value }
  }
  return told
}

/** The API of the catalogue, as far as Watchbill uses it. `base` is what stands before `/entities`. */
export function backstageHandlers(
  { entities, known, now, chaos }: BackstageMock,
  base = '*',
): readonly RequestHandler[] {
  const wired =
    (answer: (request: Request) => Response | Promise<Response>) =>
    async ({ request }: { request: Request }) => {
      const response = (await faultOf(request, chaos)) ?? (await answer(request))
      if (response.type !== 'error') response.headers.set('date', new Date(now()).toUTCString())
      return response
    }
  return [
    http.get(
      `${base}/entities/by-query`,
      wired((request) => {
        const { searchParams } = new URL(request.url)
        const cursor = searchParams.get('cursor')
        const { filter, from } = (
          cursor === null ? { filter: searchParams.get('filter') ?? '', from: 0 } : JSON.parse(atob(cursor))
        ) as { readonly filter: string; readonly from: number }
        // The real one gives what is asked for; this one less, so that there are pages.
        const limit = Math.min(Number(searchParams.get('limit') ?? 20), 40)
        const found = entities().filter((each) => fulfils(each, filter))
        const fields = searchParams.get('fields')?.split(',') ?? []
        const next =
          from + limit < found.length ? { nextCursor: btoa(JSON.stringify({ filter, from: from + limit })) } : {}
        return HttpResponse.json({
          items: found.slice(from, from + limit).map((each) => withFields(each, fields)),
          totalItems: found.length,
          pageInfo: next,
        })
      }),
    ),
    http.post(
      `${base}/entities/by-refs`,
      wired(async (request) => {
        const asked = (await request.json()) as {
          readonly entityRefs: readonly string[]
          readonly fields?: readonly string[]
        }
        const held = new Map(entities().map((each) => [refOf(each), each]))
        return HttpResponse.json({
          items: asked.entityRefs.map((ref) => {
            const found = held.get(ref.toLowerCase())
            return found ? withFields(found, asked.fields ?? []) : known?.has(ref) ? { kind: 'hidden' } : null
          }),
        })
      }),
    ),
  ]
}
