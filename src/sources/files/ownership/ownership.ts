import type { Document, Party } from '../../../domain/ownership'
import type { Facet } from '../../../domain/query/facets'
import type { GivenFile } from '../given'
import { checkOf } from '../schema'
import { ownershipSchema } from '../schemas.generated'
import { FileFault, placeOf, type Reading } from '../sink'
import { anyDateReader } from '../table/dates'
import { type How, isPlainObject, type Shape, ShapeFault } from '../table/shape'
import { wholeText } from '../text'
import { type Path, readDocuments } from '../yaml'
import { activityId, dutyOf, workloadOf } from './duties'
import { Directory, personOf, teamOf } from './parties'
import {
  type WrittenActivity,
  writtenActivity,
  writtenDocument,
  writtenParty,
  type WrittenWorkload,
  writtenWorkload,
} from './written'

/** Something written, with the way back to its line. */
interface Placed<T> {
  readonly written: T
  readonly place: (path?: Path) => string
}

const checks = {
  team: checkOf(ownershipSchema, '#/$defs/team'),
  person: checkOf(ownershipSchema, '#/$defs/person'),
  workload: checkOf(ownershipSchema, '#/$defs/workload'),
  activity: checkOf(ownershipSchema, '#/$defs/activity'),
  document: checkOf(ownershipSchema, '#/$defs/document'),
}
type Definition = keyof typeof checks

const sections = new Set(Object.keys(ownershipSchema.properties))

/**
 * The ownership documents of a workspace. Files are read one by one; names are looked up at the end, so that teams,
 * people and workloads may stand in different files.
 */
export class OwnershipBook {
  private readonly reading: Reading
  private readonly parties: Placed<Party>[] = []
  private readonly runbooks = new Map<string, Document>()
  private readonly workloads: Placed<WrittenWorkload>[] = []
  private readonly activities: (Placed<WrittenActivity> & { readonly workload: WrittenWorkload })[] = []

  constructor(reading: Reading) {
    this.reading = reading
  }

  /** Reads one file. Bad records are set aside; throws a FileFault only when the file is no document at all. */
  async read(file: GivenFile, zone: string): Promise<void> {
    const located = readDocuments(file.path, await wholeText(file, this.reading), this.reading.limits.depth)
    const how: How = { dates: anyDateReader(['iso'], zone), dateWords: '2026-05-01 or 2026-05-01T12:00:00Z' }
    located.documents.forEach((root, index) => {
      const at = (path: Path) => placeOf(file.path, located.lineOf(index, path))
      if (root === null || root === undefined) return
      if (!isPlainObject(root)) throw new FileFault(`It should hold ${[...sections].join(', ')}.`, 1)
      this.document(root, how, at)
    })
  }

  private aside(facet: Facet, record: string, place: string, reason: string): void {
    this.reading.sink.aside({ facet, record, place, reason })
  }

  private document(root: Readonly<Record<string, unknown>>, how: How, at: (path: Path) => string): void {
    for (const name of Object.keys(root))
      if (!sections.has(name))
        this.aside('workloads', name, at([name]), `“${name}” is not known here. Known: ${[...sections].join(', ')}.`)
    const list = (name: string, facet: Facet): readonly unknown[] => {
      const value = root[name]
      if (value === undefined || value === null) return []
      if (Array.isArray(value)) return value as unknown[]
      this.aside(facet, name, at([name]), `“${name}” should be a list: begin each with “- id:”.`)
      return []
    }
    const take = <T>(
      kind: Definition,
      shape: Shape<T>,
      value: unknown,
      path: Path,
      facet: Facet,
    ): readonly Placed<T>[] => {
      const named = isPlainObject(value) ? (value['id'] ?? value['name']) : undefined
      const record = typeof named === 'string' ? named : path.join('.')
      const complaint = checks[kind](value)
      if (complaint) {
        this.aside(facet, record, at([...path, ...complaint.path]), complaint.reason)
        return []
      }
      try {
        return [{ written: shape.read(value, how, []), place: (inner = []) => at([...path, ...inner]) }]
      } catch (cause) {
        if (!(cause instanceof ShapeFault)) throw cause
        this.aside(facet, record, at([...path, ...cause.path]), cause.message)
        return []
      }
    }
    for (const [section, kind, make] of [
      ['teams', 'team', teamOf],
      ['people', 'person', personOf],
    ] as const)
      list(section, 'parties').forEach((value, index) => {
        for (const { written, place } of take(kind, writtenParty, value, [section, index], 'parties'))
          this.parties.push({ written: make(written), place })
      })
    if (isPlainObject(root['runbooks']))
      for (const [key, value] of Object.entries(root['runbooks']))
        for (const { written } of take('document', writtenDocument, value, ['runbooks', key], 'activities'))
          this.runbooks.set(key, written)
    list('workloads', 'workloads').forEach((value, index) => {
      const path = ['workloads', index]
      const { activities, ...own } = isPlainObject(value) ? value : { activities: [] }
      const [workload] = take('workload', writtenWorkload, isPlainObject(value) ? own : value, path, 'workloads')
      if (!workload) return
      this.workloads.push(workload)
      // Each activity is checked by itself: a bad one does not take its workload with it.
      ;(Array.isArray(activities) ? (activities as unknown[]) : []).forEach((each, nth) => {
        for (const placed of take('activity', writtenActivity, each, [...path, 'activities', nth], 'activities'))
          this.activities.push({ ...placed, workload: workload.written })
      })
    })
  }

  /** Puts everything that was read. */
  finish(): void {
    const { sink, isPlaceholder } = this.reading
    const directory = new Directory((id) => sink.has('parties', id))
    const first = <T>(
      facet: Facet,
      items: readonly T[],
      idOf: (item: T) => string,
      placeOfItem: (item: T) => string,
    ) => {
      const seen = new Set<string>()
      return items.filter((item) => {
        const id = idOf(item)
        if (!seen.has(id) && !sink.has(facet, id)) return seen.add(id)
        this.aside(facet, id, placeOfItem(item), 'It is told already: the first one counts. Give it another id.')
        return false
      })
    }
    const parties = first(
      'parties',
      this.parties,
      ({ written }) => written.id,
      ({ place }) => place(),
    ).map(({ written }) => written)
    for (const party of parties) directory.add(party)
    sink.put('parties', parties)
    const workloads = first(
      'workloads',
      this.workloads,
      ({ written }) => written.id,
      ({ place }) => place(),
    )
    sink.put(
      'workloads',
      workloads.map(({ written }) => workloadOf(written)),
    )
    const activities = first(
      'activities',
      this.activities,
      ({ written, workload }) => activityId(workload.id, written),
      ({ place }) => place(),
    )
    const duties = activities.map(({ written, workload, place }) => {
      const duty = dutyOf(written, { workload, directory, runbooks: this.runbooks, isPlaceholder })
      for (const { path, reason } of duty.unknown) this.aside('assignments', duty.activity.id, place(path), reason)
      return duty
    })
    sink.put(
      'activities',
      duties.map(({ activity }) => activity),
    )
    sink.put(
      'assignments',
      duties.flatMap(({ assignments }) => assignments),
    )
  }
}
