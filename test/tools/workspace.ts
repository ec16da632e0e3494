import type { Facet, Records } from '../../src/domain/query/facets'
import type { Caveat, SetAside } from '../../src/sources/contract'
import { Collector } from '../../src/sources/files/collect'
import type { GivenFile } from '../../src/sources/files/given'
import { find } from '../../src/sources/files/load'
import { planOf } from '../../src/sources/files/plan'
import { readAll } from '../../src/sources/files/read'
import { createEngine } from '../../src/sources/engine/engine'

const call = { signal: new AbortController().signal }

/** What a workspace was read as. */
export interface ReadWorkspace {
  readonly of: <F extends Facet>(facet: F) => readonly Records[F][]
  readonly setAside: readonly SetAside[]
  readonly caveats: (facet: Facet) => readonly Caveat[]
  /** `place: reason` of everything that was set aside. */
  readonly complaints: readonly string[]
}

/** Reads files given as texts (or blobs) by their paths, as the files source does. */
export async function readWorkspace(files: Readonly<Record<string, string | Blob>>): Promise<ReadWorkspace> {
  const given: readonly GivenFile[] = Object.entries(files).map(([path, content]) => ({
    path,
    blob: typeof content === 'string' ? new Blob([content]) : content,
  }))
  const engine = createEngine('test')
  const collector = new Collector(engine)
  await readAll(await planOf(await find({ files: given }, 'test', call), 'test'), collector, call, () => {})
  const setAside = collector.setAside()
  return {
    of: (facet) => engine.list(facet, {}, { limit: 100_000 }).items,
    setAside,
    caveats: (facet) => collector.caveatsOf(facet),
    complaints: setAside.map(({ place, reason }) => `${place}: ${reason}`),
  }
}
