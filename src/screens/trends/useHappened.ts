import { useEventSummary, useWhole } from '../../data'
import type { HappeningKind } from '../../charts'
import { happenedIn } from './model/happened'
import { bucketFor } from './model/periods'
import type { Scope } from './scope'

const everyProblem = {}
const transferred = { kinds: ['transfer' as const], states: ['approved' as const] }

/** What was done in the stretch: fixes, releases, ownership handed over. Kinds that are switched off are not asked for. */
export function useHappened({ span, filters }: Scope, hidden: readonly HappeningKind[], enabled: boolean) {
  const wanted = (kind: HappeningKind) => enabled && !hidden.includes(kind)
  const problems = useWhole('problems', everyProblem, wanted('fix'))
  const requests = useWhole('requests', transferred, wanted('transfer'))
  const releases = useEventSummary(
    {
      query: {
        kinds: ['deploy', 'promotion'],
        from: span.from,
        to: span.to,
        ...(filters.workload.length > 0 && { workloads: filters.workload }),
      },
      bucket: bucketFor(span.step),
      zone: span.zone,
      by: [],
    },
    wanted('release'),
  )
  return happenedIn(span.periods, {
    problems: wanted('fix')
      ? problems.items.filter(
          ({ workloads }) => filters.workload.length === 0 || workloads.some((id) => filters.workload.includes(id)),
        )
      : [],
    releases: wanted('release') ? releases.summary : { cells: [] },
    transfers: wanted('transfer') ? requests.items : [],
  })
}
