import type { Assignment, Role } from '../../../domain/ownership'
import type { Id } from '../../../domain/units'
import type { ChangedFile } from '../../contract'
import { createEngine, type Engine } from '../../engine/engine'
import { Collector } from '../collect'
import { ownershipFacets } from '../../../domain/query/facets'
import { ownershipYaml, ownershipDocument, writtenActivity } from '../ownership/write'
import type { Job } from '../plan'
import { readAll } from '../read'
import { isPlainObject } from '../table/shape'
import type { Edits } from './changed'
import type { Book, Place } from './places'
import { splice } from './splice'

const whole = { limit: Number.MAX_SAFE_INTEGER }

export const claimsOn = (engine: Engine, activity: Id): readonly Assignment[] =>
  engine.list('assignments', { activities: [activity] }, whole).items

/** What the workload's own `owners` say already is not said again. */
function ownClaims(claims: readonly Assignment[], { workload }: Place): readonly Assignment[] {
  const owners = workload['owners']
  const id = workload['id']
  const inherits = (role: Role) =>
    isPlainObject(owners) &&
    owners[role] !== undefined &&
    claims.every((each) => each.role !== role || each.claim !== 'declared' || each.inheritedFrom === id)
  return claims.filter(({ role, claim }) => claim !== 'declared' || !inherits(role))
}

/** The activity as an item of its file. An id that it goes without there stays away. */
function itemOf(engine: Engine, id: Id, place: Place): object {
  const activity = engine.get('activities', id)
  if (!activity) return place.written
  const item = writtenActivity(activity, ownClaims(claimsOn(engine, id), place))
  return 'id' in place.written ? item : Object.fromEntries(Object.entries(item).filter(([name]) => name !== 'id'))
}

function rewritten({ path, activities, workloads, parties }: Book, engine: Engine): string {
  const all = <T>(ids: Iterable<Id>, get: (id: Id) => T | undefined): readonly T[] =>
    [...ids].flatMap((id) => get(id) ?? [])
  const records = {
    workloads: all(workloads, (id) => engine.get('workloads', id)),
    activities: all(activities.keys(), (id) => engine.get('activities', id)),
    assignments: [...activities.keys()].flatMap((id) => claimsOn(engine, id)),
    parties: all(parties, (id) => engine.get('parties', id)),
  }
  return /\.json(\.gz)?$/i.test(path)
    ? `${JSON.stringify(ownershipDocument(records), undefined, 2)}\n`
    : ownershipYaml(records)
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([left], [right]) => (left < right ? -1 : 1))
            .map(([name, inner]) => [name, sorted(inner)]),
        )
      : value

/** All that is told of an activity, as one text to compare. */
const toldOf = (engine: Engine, id: Id): string =>
  JSON.stringify(
    sorted([engine.get('activities', id), claimsOn(engine, id).toSorted((a, b) => (a.id < b.id ? -1 : 1))]),
  )

/** Reads the files with these texts in them, and tells which activities come out otherwise than they should. */
async function differing(edits: Edits, texts: ReadonlyMap<string, string>, ids: readonly Id[]): Promise<readonly Id[]> {
  const { plan, engine, call } = edits
  const fresh = createEngine('check')
  const swapped = (job: Job): Job => {
    const text = texts.get(job.file.path)
    const { path } = job.file
    return text === undefined ? job : { ...job, file: { path, fetch: async () => ({ path, blob: new Blob([text]) }) } }
  }
  const jobs = plan.jobs.filter(({ facets }) => ownershipFacets.some((facet) => facets.includes(facet))).map(swapped)
  await readAll({ ...plan, jobs, unread: [] }, new Collector(fresh), call, () => undefined)
  return ids.filter((id) => toldOf(fresh, id) !== toldOf(engine, id))
}

/**
 * Documents of ownership with the edited activities changed where they stand, everything around them as it was. A file
 * in which that cannot be done, or would not be read back as it should, is written anew.
 */
export async function inPlace(edits: Edits, books: readonly Book[]): Promise<readonly ChangedFile[]> {
  const { engine } = edits
  const ids = [...edits.edited('activities')]
  const seen = new Set<Id>()
  const touched = books.flatMap((book) => {
    const own = ids.filter((id) => book.activities.has(id) && !seen.has(id))
    for (const id of own) seen.add(id)
    return own.length === 0 ? [] : [{ book, own }]
  })
  const drafts = touched.map(({ book, own }) => {
    const text = splice(
      book.text,
      own.flatMap((id) => {
        const place = book.activities.get(id)
        return place ? [{ line: place.line, item: itemOf(engine, id, place) }] : []
      }),
    )
    return { book, own, text }
  })
  const spliced = new Map(drafts.flatMap(({ book, text }) => (text === undefined ? [] : [[book.path, text] as const])))
  const wrong = new Set(spliced.size === 0 ? ids : await differing(edits, spliced, ids))
  return drafts.flatMap(({ book, own, text }): readonly ChangedFile[] => {
    const anew = text === undefined || own.some((id) => wrong.has(id))
    const name = book.path.replace(/\.gz$/i, '')
    const now = anew ? rewritten(book, engine) : text
    if (now === book.text) return []
    return [{ name, text: now, records: own, replaces: name === book.path ? [] : [book.path], anew }]
  })
}
