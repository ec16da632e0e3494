import { inAnswers, inCalls } from './wrong/answering'
import { inChanges } from './wrong/changing'
import { inSummaries } from './wrong/counting'
import type { Wrong } from './wrong/mutations'
import { inOwnership } from './wrong/owning'
import { inPages } from './wrong/paging'
import { inQueries } from './wrong/querying'
import { inProblems } from './wrong/mending'
import { inResponse } from './wrong/responding'

/** Sources with one fault each, which the kit must find. */
export const wrongSources: readonly Wrong[] = [
  ...inPages,
  ...inQueries,
  ...inAnswers,
  ...inCalls,
  ...inSummaries,
  ...inChanges,
  ...inOwnership,
  ...inResponse,
  ...inProblems,
]
