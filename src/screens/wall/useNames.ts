import { useMemo } from 'react'
import { useWhole } from '../../data'
import type { Party } from '../../domain/ownership'
import type { Id } from '../../domain/units'
import { initialsOf, masking } from '../../domain/wall/masked'

const all = {}
const byId = <T extends { readonly id: Id; readonly aliases?: readonly string[] }>(items: readonly T[]) =>
  new Map(items.flatMap((item) => [item.id, ...(item.aliases ?? [])].map((key) => [key, item] as const)).toReversed())

/** The readable part of an id nobody has a name for: `team:payments` is `payments`. */
const bare = (id: Id): string => id.replace(/^(team|person):/, '')

/** What people call parties and workloads. With `initials`, nobody's name is told, in texts of others neither. */
export function useNames(initials: boolean) {
  const parties = useWhole('parties', all).items
  const workloads = useWhole('workloads', all).items
  return useMemo(() => {
    const partyById = byId(parties)
    const workloadById = byId(workloads)
    const people = parties.flatMap((party) => (party.type === 'person' ? [party.name] : []))
    const masked = initials ? masking(people) : (text: string) => text
    const nameOf = (party: Party): string => (initials && party.type === 'person' ? initialsOf(party.name) : party.name)
    return {
      parties,
      partyOf: (id: Id): Party | undefined => partyById.get(id),
      party: (id: Id): string => {
        const party = partyById.get(id)
        if (party) return nameOf(party)
        return initials && id.startsWith('person:') ? initialsOf(bare(id)) : bare(id)
      },
      workload: (id: Id): string => workloadById.get(id)?.name ?? id,
      /** A text from outside, as the wall may show it. */
      text: masked,
    }
  }, [parties, workloads, initials])
}
export type Names = ReturnType<typeof useNames>
