import { useMemo } from 'react'
import { useWhole } from '../../../data'
import type { Id } from '../../../domain/units'
import { useNames } from '../useNames'
import type { LaneNames } from './useLanes'

const all = {}

/** Names for every kind of lane. Problems are asked for only where they are lanes. */
export function useLaneNames(withProblems: boolean): LaneNames {
  const names = useNames()
  const { items } = useWhole('problems', all, withProblems)
  return useMemo(() => {
    const titles = new Map(items.map(({ id, title }) => [id, title]))
    return { ...names, problem: (id: Id) => titles.get(id) ?? id }
  }, [names, items])
}
