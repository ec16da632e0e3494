import { dump } from 'js-yaml'
import type { Facet } from '../../../domain/query/facets'
import { facetNames } from '../../../domain/query/facets'
import type { ChangedFile } from '../../contract'
import type { Plan } from '../plan'
import { isPlainObject } from '../table/shape'
import { readDocuments } from '../yaml'

/** The manifest with new files named and replaced ones taken out; undefined where it stays as it is. */
export function changedManifest(
  { manifest, manifestFile, jobs }: Plan,
  files: readonly ChangedFile[],
  isOwnership: (facet: Facet) => boolean,
): ChangedFile | undefined {
  if (!manifestFile) return undefined
  const { path, text } = manifestFile
  const folder = path.replace(/[^/]*$/, '')
  const known = new Set(jobs.map(({ file }) => file.path))
  const gone = new Set(files.flatMap(({ replaces }) => replaces))
  const added = files.filter(({ name }) => !known.has(name))
  if (gone.size + added.length === 0) return undefined
  const [root] = readDocuments(path, text, manifest.limits.depth).documents
  const fields = isPlainObject(root) ? root : {}
  const listed: readonly unknown[] = Array.isArray(fields['files']) ? (fields['files'] as unknown[]) : []
  const kept = listed.filter((each) => !(isPlainObject(each) && gone.has(`${folder}${String(each['path'])}`)))
  const entries = added.map(({ name }) => {
    const own = name.slice(folder.length)
    const facet = facetNames.find((each) => own === `${each}.jsonl`)
    return facet && !isOwnership(facet) ? { path: own, kind: 'table', facet } : { path: own, kind: 'ownership' }
  })
  const next = { ...fields, files: [...kept, ...entries] }
  const written = /\.json$/i.test(path) ? `${JSON.stringify(next, undefined, 2)}\n` : dump(next, { noRefs: true })
  return { name: path, text: written, records: [], replaces: [], anew: true }
}
