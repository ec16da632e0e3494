import { type Facet, facetNames, ownershipFacets } from '../../domain/query/facets'
import { SourceError, type SetAside } from '../contract'
import { plainName } from './given'
import { defaultLimits } from './limits'
import { type Found, isMissing, missing, type NamedFile } from './load'
import { type FileSpec, type Manifest, readManifest } from './manifest'
import { type Recipe, recipes } from './recipes'
import { FileFault } from './sink'
import type { TableSpec } from './table/table'
import { headOf } from './text'

/** One file and how it is read. */
export type Job = { readonly file: NamedFile; readonly facets: readonly Facet[]; readonly zone?: string } & (
  | { readonly as: 'ownership' }
  | { readonly as: 'table'; readonly table: TableSpec }
  | { readonly as: 'recipe'; readonly recipe: Recipe }
)

/** What will be read of a workspace, and what will not. */
export interface Plan {
  readonly manifest: Manifest
  /** The manifest as it stands in its file, where there is one. */
  readonly manifestFile?: { readonly path: string; readonly text: string }
  readonly jobs: readonly Job[]
  readonly unread: readonly SetAside[]
}

/** Bytes of a file, packed or not, that tell its shape. Whole exports are fetched once it is known that they are read. */
const headBytes = 65_536

const whole = 'the whole file'
const note = (place: string, reason: string, facet: Facet = 'workloads'): SetAside => ({
  facet,
  record: whole,
  place,
  reason,
})

/** Files that say something about the data, not data. */
const prose =
  /(^|\/)(readme|licen[cs]e|notice|changelog|authors)[^/]*$|\.(md|txt|html?|png|jpe?g|svg|pdf)$|(^|\/)(\.|index\.json$)/i

/** A table that is named after the facet it tells, with the domain's own field names: `incidents.jsonl`. */
const facetIn = (path: string): Facet | undefined => {
  const [, name] = /(?:^|\/)([a-z]+)\.(?:csv|tsv|json|jsonl|ndjson)$/.exec(plainName(path)) ?? []
  return facetNames.find((facet) => facet === name)
}

const isOwnership = (path: string, head: string): boolean =>
  /\.ya?ml$/.test(plainName(path)) && /^(teams|people|workloads|runbooks):/m.test(head)

/** How a file is read whose kind nobody declared, told by its name and how it begins. */
export function recognise(file: NamedFile, head: string): Job | undefined {
  const recipe = recipes.find((each) => each.recognises(file.path, head))
  if (recipe) return { file, as: 'recipe', recipe, facets: recipe.facets }
  if (isOwnership(file.path, head)) return { file, as: 'ownership', facets: ownershipFacets }
  const facet = facetIn(file.path)
  return facet && { file, as: 'table', table: { facet }, facets: [facet] }
}

function declared(file: NamedFile, spec: FileSpec): Job {
  const zone = spec.zone === undefined ? {} : { zone: spec.zone }
  if (spec.table) return { file, as: 'table', table: spec.table, facets: [spec.table.facet], ...zone }
  const recipe = recipes.find(({ name }) => name === spec.kind)
  if (recipe) return { file, as: 'recipe', recipe, facets: recipe.facets, ...zone }
  return { file, as: 'ownership', facets: ownershipFacets, ...zone }
}

function byManifest(found: Found, path: string, source: string): Plan {
  const manifest = readManifest(path, source)
  const jobs: Job[] = []
  const unread: SetAside[] = []
  for (const spec of manifest.files)
    try {
      jobs.push(declared(found.file(spec.path), spec))
    } catch (cause) {
      if (!(cause instanceof FileFault)) throw cause
      unread.push(note(spec.path, cause.message, spec.table?.facet))
    }
  const named = new Set([path, ...jobs.map(({ file }) => file.path)])
  for (const { path: other } of found.all)
    if (!named.has(other) && !prose.test(other))
      unread.push(note(other, `Not named in ${path}: not read. Add it there under “files” to have it read.`))
  return { manifest, manifestFile: { path, text: source }, jobs, unread }
}

async function bySight(found: Found): Promise<Plan> {
  const jobs: Job[] = []
  const unread: SetAside[] = []
  for (const file of found.all) {
    if (prose.test(file.path)) continue
    try {
      const begun = await file.fetch(headBytes)
      // A file that is smaller than its head is here already.
      const rest = begun.blob.size < headBytes ? () => Promise.resolve(begun) : file.fetch
      const job = recognise({ path: file.path, fetch: rest }, await headOf(begun.blob))
      if (job) jobs.push(job)
      else
        unread.push(note(file.path, 'Its shape is not known. Name it with its kind in watchbill.yaml to have it read.'))
    } catch (cause) {
      if (!isMissing(cause)) throw cause
      unread.push(note(file.path, missing(cause)))
    }
  }
  return { manifest: { placeholders: [], limits: defaultLimits, files: [] }, jobs, unread }
}

/**
 * What to read and how. Rejects with a SourceError: `bad-response` for a broken manifest, with its line; `unsupported`
 * when nothing in the files is known.
 */
export async function planOf(found: Found, source: string): Promise<Plan> {
  const { manifest } = found
  if (!manifest) {
    const plan = await bySight(found)
    if (plan.jobs.length > 0) return plan
    const names = found.all.map(({ path }) => path).slice(0, 5)
    throw new SourceError(
      'unsupported',
      source,
      `Nothing here is of a known shape (${names.join(', ') || 'there are no files'}). Add a watchbill.yaml that says how each file is read.`,
    )
  }
  try {
    return byManifest(found, manifest.path, await manifest.blob.text())
  } catch (cause) {
    if (!(cause instanceof FileFault)) throw cause
    const place = cause.line === undefined ? manifest.path : `${manifest.path}:${cause.line}`
    throw new SourceError('bad-response', source, `${place}: ${cause.message}`, { cause })
  }
}
