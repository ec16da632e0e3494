import { existsSync, openAsBlob, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../src/domain/incident'
import type { Facet, Queries, Records } from '../../src/domain/query/facets'
import type { Dimension, SummaryCell, SummaryQuestion } from '../../src/domain/summary'
import { instant } from '../../src/domain/units'
import type { Source } from '../../src/sources/contract'
import type { GivenFile } from '../../src/sources/files/given'
import { openFiles } from '../../src/sources/files/source'
import { memoryStore } from '../../src/sources/files/store'
import { listAll, readerOf } from '../../src/sources/paging'

/** Where the real data lies. It is no part of the repository. */
const folder = process.env['WATCHBILL_DATA'] ?? join(process.cwd(), '..', 'shared', 'data')

/** Whether the data is missing; says so, for then its figures are not checked. `describe.skipIf(isAbsent(…))`. */
export function isAbsent(name: string): boolean {
  const absent = !existsSync(join(folder, name, 'truths.json'))
  if (absent) console.log(`Acceptance data ${name} is not present at ${folder}: its figures are not checked.`)
  return absent
}

/** Figures that were computed independently of this product. */
export const truthsOf = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name, 'truths.json'), 'utf8')) as T

const pathsOf = (root: string, below = ''): readonly string[] =>
  readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    return entry.isDirectory() ? pathsOf(root, path) : [path]
  })

export async function filesOf(
  name: string,
  keep: (path: string) => boolean = () => true,
): Promise<readonly GivenFile[]> {
  const root = join(folder, name)
  return Promise.all(
    pathsOf(root)
      .filter(keep)
      .map(async (path) => ({
        path,
        blob: await openAsBlob(join(root, path)),
        modified: statSync(join(root, path)).mtimeMs,
      })),
  )
}

export const never = { signal: new AbortController().signal }
export const now = instant(Date.UTC(2026, 7, 25, 12))

/** Opens files as the Sources screen does, through the shelf's store. */
export async function openGiven(files: readonly GivenFile[]): Promise<Source> {
  const store = memoryStore()
  await store.keep({ id: 'own', title: 'Own', files: files.length, bytes: 0 }, files)
  return openFiles({ workspace: 'own' }, { id: 'own', title: 'Own', base: 'http://local/', now: () => now }, { store })
}

/** The bare folder, as somebody would drop it. */
export const openFolder = async (name: string, keep?: (path: string) => boolean): Promise<Source> =>
  openGiven(await filesOf(name, keep))

export async function all<F extends Facet>(
  source: Source,
  facet: F,
  query: Queries[F],
): Promise<readonly Records[F][]> {
  const reader = readerOf(source, facet)
  if (!reader) return []
  return (await listAll(reader, query, { limit: 5_000, source: source.id }, never)).items
}

export async function total<F extends Facet>(source: Source, facet: F, query: Queries[F]): Promise<number> {
  const page = await readerOf(source, facet)?.list(query, { limit: 1 }, never)
  return page?.total ?? 0
}

export async function cellsOf(
  source: Source,
  by: readonly Dimension[],
  more: Partial<SummaryQuestion> = {},
): Promise<readonly SummaryCell[]> {
  const question: SummaryQuestion = { query: {}, zone: 'UTC', now, by, ...more }
  const answer = await source.readers.incidents?.summarise?.(question, never)
  return answer?.summary.cells ?? []
}

/** Counts by one dimension. */
export const countsBy = async (
  source: Source,
  dimension: Dimension,
  more: Partial<SummaryQuestion> = {},
): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await cellsOf(source, [dimension], more)).map(({ key, count }) => [key[0] ?? '', count]))

/** Counts by calendar bucket, those without incidents left out. */
export const countsPer = async (source: Source, bucket: 'week' | 'month'): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries((await cellsOf(source, [], { bucket })).map((cell) => [cell.bucket, cell.count]))

/** Hyndman–Fan type 7, to a thousandth. Written here once more, so that the product's own is not measured by itself. */
export function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? Number.NaN
  return Math.round((low + (high - low) * (at - Math.floor(at))) * 1000) / 1000
}

export interface Spread {
  readonly n: number
  readonly median: number
  readonly p90: number
  readonly max: number
}

/** Seconds of the intervals that ended, by the value of the dimension or of all. */
export async function spreadsOf(
  source: Source,
  clock: Clock,
  by: readonly Dimension[] = [],
): Promise<Readonly<Record<string, Spread & { readonly faults: number; readonly missing: number }>>> {
  const cells = await cellsOf(source, by, { clock })
  return Object.fromEntries(
    cells.map(({ key, closed, faults, missing }) => {
      const values = closed.kind === 'exact' ? closed.values.map((ms) => ms / 1000) : []
      const told = {
        n: values.length,
        median: quantile(values, 0.5),
        p90: quantile(values, 0.9),
        max: values.at(-1) ?? Number.NaN,
        faults,
        missing,
      }
      return [key[0] ?? '', told]
    }),
  )
}

/** What a truths file says of a spread, in the same form. */
export const told = ({ n, median, p90, max }: Spread): Spread => ({ n, median, p90, max })
