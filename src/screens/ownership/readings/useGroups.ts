import { useCallback, useMemo } from 'react'
import type { Standing } from '../../../domain/coverage'
import type { GroupFace } from '../../../ui/matrix'
import type { Book } from '../model/listing'
import { notRecorded, shareText, sizeText } from '../model/words'

/** What stands over the activities of a workload: its name, tier, how many are listed, and how much of all is owned. */
export function useGroups({ groups }: Book, listed: readonly Standing[]): (id: string) => GroupFace {
  const shownIn = useMemo(() => Map.groupBy(listed, ({ activity }) => activity.workload), [listed])
  return useCallback(
    (id: string) => {
      const group = groups.get(id)
      if (!group) return { name: id }
      const { coverage, workload, standings: all } = group
      const shown = shownIn.get(id)?.length ?? 0
      const notes = [
        workload?.tier === undefined ? undefined : `tier ${workload.tier}`,
        shown === all.length ? sizeText(shown, 'activity') : `${shown} of ${sizeText(all.length, 'activity')}`,
        coverage.judged === 0 ? `owners ${notRecorded}` : `${shareText(coverage.owned, coverage.judged, 0)} owned`,
      ]
      return { name: group.name, note: notes.filter(Boolean).join(' · ') }
    },
    [groups, shownIn],
  )
}
