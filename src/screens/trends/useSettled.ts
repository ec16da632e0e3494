import { useState } from 'react'

/** The value, or the one before while what belongs to it is not there: a name never stands over another one's figures. */
export function useSettled<T>(value: T, settled: boolean): T {
  const [last, setLast] = useState(value)
  if (settled && last !== value) setLast(value)
  return settled ? value : last
}
