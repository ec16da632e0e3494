import { type Facet, ownershipFacets } from '../../../domain/query/facets'
import type { ChangedFile } from '../../contract'
import type { Engine } from '../../engine/engine'
import { ownershipYaml } from '../ownership/write'
import type { Job } from '../plan'
import { jsonLines } from '../table/write'
import type { Edits } from './changed'

const whole = { limit: Number.MAX_SAFE_INTEGER }

/** Everything a job tells goes with it: a file that tells incidents too takes the incidents along. */
function closure(jobs: readonly Job[], facets: ReadonlySet<Facet>): ReadonlySet<Facet> {
  const more = jobs.filter((job) => job.facets.some((facet) => facets.has(facet))).flatMap((job) => job.facets)
  const next = facets.union(new Set(more))
  return next.size === facets.size ? facets : closure(jobs, next)
}

const ownershipIn = (engine: Engine) => ({
  workloads: engine.list('workloads', {}, whole).items,
  activities: engine.list('activities', {}, whole).items,
  assignments: engine.list('assignments', {}, whole).items,
  parties: engine.list('parties', {}, whole).items,
})

/** Whole facets as files of their own, in the place of all files that told them. */
export function writtenAnew({ plan, engine, edited }: Edits, facets: ReadonlySet<Facet>): readonly ChangedFile[] {
  const told = closure(plan.jobs, facets)
  const old = plan.jobs.filter((job) => job.facets.some((facet) => told.has(facet))).map(({ file }) => file.path)
  const folder = plan.manifestFile?.path.replace(/[^/]*$/, '') ?? ''
  const isOwned = (facet: Facet) => ownershipFacets.some((each) => each === facet)
  const tables = [...told].filter((facet) => !isOwned(facet))
  const named = [
    ...([...told].some(isOwned)
      ? [{ name: 'ownership.yaml', text: ownershipYaml(ownershipIn(engine)), records: [...edited('activities')] }]
      : []),
    ...tables.map((facet) => ({
      name: `${facet}.jsonl`,
      text: jsonLines(engine.list(facet, {}, whole).items),
      records: [...edited(facet)],
    })),
  ].filter(({ text }) => text !== '')
  const names = new Set(named.map(({ name }) => folder + name))
  const gone = [...new Set(old)].filter((path) => !names.has(path))
  // Together they take the place of the old ones; each file says so for all.
  return named.map((file) => ({ ...file, name: folder + file.name, replaces: gone, anew: old.length > 0 }))
}
