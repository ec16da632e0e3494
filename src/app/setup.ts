import type { SetupTools } from '../data'
import { checkConfig } from './config/check'
import { entrySchema } from './config/schema'
import { openOne, type OpeningAll } from './open'

/** What it takes to make a configuration and to try its sources, over the types of source there are. */
export function toolsOf(opening: Pick<OpeningAll, 'types' | 'base' | 'now'>): SetupTools {
  const { types, base } = opening
  return {
    kinds: types,
    base,
    entrySchema,
    check: (value) => {
      const checked = checkConfig(value, types)
      return 'faults' in checked ? checked.faults : []
    },
    open: async (entry) => (await openOne(entry, opening)).source,
  }
}
