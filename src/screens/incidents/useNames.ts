import { useMemo } from 'react'
import { useWhole } from '../../data'
import type { Party } from '../../domain/ownership'
import type { Id } from '../../domain/units'

const all = {}
const byId = <T extends { readonly id: Id; readonly aliases?: readonly string[] }>(items: readonly T[]) =>
  new Map(items.flatMap((item) => [item.id, ...(item.aliases ?? [])].map((key) => [key, item] as const)).toReversed())

/** The readable part of an id nobody has a name for: `team:payments` is `payments`. */
const bare = (id: Id): string => id.replace(/^(team|person):/, '')

/** What people call parties and workloads, and who they are. An id without a record is shown as it is. */
export function useNames() {
  const parties = useWhole('parties', all).items
  const workloads = useWhole('workloads', all).items
  const partyById = useMemo(() => byId(parties), [parties])
  const workloadById = useMemo(() => byId(workloads), [workloads])
  return useMemo(
    () => ({
      parties,
      workloads,
      party: (id: Id): string => partyById.get(id)?.name ?? bare(id),
      partyOf: (id: Id): Party | undefined => partyById.get(id),
      workload: (id: Id): string => workloadById.get(id)?.name ?? id,
      /** The first team of a person, for telling people of one name apart. */
      teamOf: (id: Id): string | undefined => {
        const party = partyById.get(id)
        const team = party?.type === 'person' ? party.teams[0] : undefined
        return team === undefined ? undefined : (partyById.get(team)?.name ?? bare(team))
      },
    }),
    [parties, workloads, partyById, workloadById],
  )
}
export type Names = ReturnType<typeof useNames>
