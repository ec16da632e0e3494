import { useState } from 'react'
import type { Commanding } from '../../../data'

/** A record as it was when nothing was on its way: what the person saw when they sent their change. */
export function useSeen<T>(record: T, { pending, error }: Pick<Commanding, 'pending' | 'error'>): T {
  const [seen, setSeen] = useState(record)
  if (!pending && !error && seen !== record) {
    setSeen(record)
    return record
  }
  return seen
}
