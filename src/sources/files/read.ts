import type { Call, Progress } from '../contract'
import type { Collector } from './collect'
import type { GivenFile } from './given'
import { isMissing, missing } from './load'
import { OwnershipBook } from './ownership/ownership'
import { placeholderTest } from './placeholders'
import type { Job, Plan } from './plan'
import { FileFault, placeOf, type Reading } from './sink'
import { readTable } from './table/table'

/** A job whose file is here. */
type Ready = Job & { readonly given: GivenFile }

function setAside(collector: Collector, { file, facets }: Job, reason: string, line?: number): void {
  collector.aside({
    facet: facets[0] ?? 'workloads',
    record: 'the whole file',
    place: placeOf(file.path, line),
    reason,
  })
}

/** Fetches what is not here yet, up to `most` bytes of each file. A file that is missing is set aside; a server that fails fails the workspace. */
async function fetched(
  jobs: readonly Job[],
  most: number,
  collector: Collector,
  tell: (progress: Progress) => void,
): Promise<readonly Ready[]> {
  const ready: Ready[] = []
  for (const [done, job] of jobs.entries()) {
    tell({ done, total: jobs.length, what: `files: fetching ${job.file.path}` })
    try {
      ready.push({ ...job, given: await job.file.fetch(most) })
    } catch (cause) {
      if (!isMissing(cause)) throw cause
      setAside(collector, job, missing(cause))
    }
  }
  return ready
}

async function perform(job: Ready, book: OwnershipBook, reading: Reading): Promise<void> {
  switch (job.as) {
    case 'ownership':
      return book.read(job.given, job.zone ?? reading.zone)
    case 'table':
      return readTable(job.given, job.table.facet, job.table, reading)
    case 'recipe':
      return job.recipe.read(
        job.given,
        job.zone === undefined ? reading : { ...reading, zone: job.zone, zoneDeclared: true },
      )
  }
}

/**
 * Reads everything that is planned into the collector. What cannot be read is set aside there; rejects only when the
 * server fails or the call is aborted. Resolves to the moment the newest file was last changed, where that is known.
 */
export async function readAll(
  plan: Plan,
  collector: Collector,
  call: Call,
  tell: (progress: Progress) => void,
): Promise<number | undefined> {
  const { manifest, jobs, unread } = plan
  for (const each of unread) collector.aside(each)
  // One byte beyond the limit is enough to see that a file is larger.
  const ready = await fetched(jobs, manifest.limits.bytes + 1, collector, tell)
  const total = ready.reduce((sum, { given }) => sum + given.blob.size, 0)
  let done = 0
  let told = 0
  let what = ''
  const reading: Reading = {
    sink: collector,
    limits: manifest.limits,
    zone: manifest.zone ?? 'UTC',
    zoneDeclared: manifest.zone !== undefined,
    isPlaceholder: placeholderTest(manifest.placeholders),
    budget: { bytes: manifest.limits.bytes },
    signal: call.signal,
    advanced: (bytes) => {
      done += bytes
      // A hundred steps are enough to see it move.
      if (done - told < total / 100) return
      told = done
      tell({ done, total, what })
    },
  }
  const book = new OwnershipBook(reading)
  for (const job of ready) {
    what = `bytes: reading ${job.file.path}`
    try {
      await perform(job, book, reading)
    } catch (cause) {
      if (!(cause instanceof FileFault)) throw cause
      setAside(collector, job, cause.message, cause.line)
    }
  }
  book.finish()
  const times = ready.flatMap(({ given }) => given.modified ?? [])
  return times.length === 0 ? undefined : Math.floor(Math.max(...times))
}
