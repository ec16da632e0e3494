import type { Id } from '../../../domain/units'
import { activityId } from '../ownership/duties'
import { personKey, teamKey } from '../ownership/parties'
import type { Job } from '../plan'
import { isPlainObject } from '../table/shape'
import { unpacked } from '../text'
import { readDocuments } from '../yaml'

type Fields = Readonly<Record<string, unknown>>

/** An activity where it is written. */
export interface Place {
  /** Line of its list item, from 1. */
  readonly line: number
  readonly written: Fields
  readonly workload: Fields
}

/** A document of ownership with what it tells, by id. */
export interface Book {
  readonly path: string
  readonly text: string
  readonly activities: ReadonlyMap<Id, Place>
  readonly workloads: ReadonlySet<Id>
  readonly parties: ReadonlySet<Id>
}

const list = (root: unknown, name: string): readonly unknown[] => {
  const value = isPlainObject(root) ? root[name] : undefined
  return Array.isArray(value) ? (value as unknown[]) : []
}
const text = (fields: Fields, name: string): string | undefined => {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}
const idsIn = (root: unknown, section: string, key: (id: string) => Id): readonly Id[] =>
  list(root, section).flatMap((each) => {
    const id = isPlainObject(each) ? text(each, 'id') : undefined
    return id === undefined ? [] : [key(id)]
  })

/** Reads where everything of an ownership document stands. What is no record there is passed over. */
export async function bookOf({ file }: Job, bytes: number, depth: number): Promise<Book> {
  const given = await file.fetch(bytes)
  const source = await new Response(await unpacked(given.blob)).text()
  const located = readDocuments(file.path, source, depth)
  const activities = new Map<Id, Place>()
  const workloads = new Set<Id>()
  const parties = new Set<Id>()
  located.documents.forEach((root, document) => {
    for (const id of [...idsIn(root, 'teams', teamKey), ...idsIn(root, 'people', personKey)]) parties.add(id)
    list(root, 'workloads').forEach((workload, index) => {
      const id = isPlainObject(workload) ? text(workload, 'id') : undefined
      if (id === undefined || !isPlainObject(workload)) return
      workloads.add(id)
      list(workload, 'activities').forEach((written, nth) => {
        if (!isPlainObject(written)) return
        const [name, own] = [text(written, 'name') ?? '', text(written, 'id')]
        const key = activityId(id, { name, ...(own !== undefined && { id: own }) })
        if (activities.has(key)) return
        const line = located.lineOf(document, ['workloads', index, 'activities', nth])
        activities.set(key, { line, written, workload })
      })
    })
  })
  return { path: file.path, text: source, activities, workloads, parties }
}
