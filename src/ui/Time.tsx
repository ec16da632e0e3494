import type { ReactNode } from 'react'

export interface TimeProps {
  /** ISO 8601, in UTC. */
  readonly iso: string
  /** The full date and time in the shown zone, for the tooltip and the screen reader. */
  readonly absolute: string
  /** What is shown: "38 min ago", "20 Nov 09:04". */
  readonly children: ReactNode
}

/** A moment. Its full date and time is one hover away, and part of what is read out. */
export function Time({ iso, absolute, children }: TimeProps) {
  return (
    <time dateTime={iso} title={absolute}>
      {children}
    </time>
  )
}
