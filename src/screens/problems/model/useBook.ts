import { useMemo } from 'react'
import { useNow, useWhole, useZone } from '../../../data'
import { type Book, bookOf } from './book'

const everything = {}

/** Names of teams, people and workloads, as far as sources tell them. */
export function useBook(): Book {
  const parties = useWhole('parties', everything).items
  const workloads = useWhole('workloads', everything).items
  const zone = useZone().name
  const now = useNow(600)
  return useMemo(() => bookOf(parties, workloads, now, zone), [parties, workloads, now, zone])
}
