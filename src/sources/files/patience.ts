import { SourceError } from '../contract'
import type { Host } from './host'

/** What is done to a workspace, for how long, and what to do about it when that is too short. */
export interface Allowance {
  readonly source: string
  readonly seconds: number
  /** Such as “Reading”. */
  readonly what: string
  readonly advice: string
}

/** Waits for a host's work, but not for ever: beyond the seconds it stops the host and rejects with `timeout`. */
export async function inTime<T>(
  host: Host,
  { source, seconds, what, advice }: Allowance,
  work: Promise<T>,
): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    // First: stopping the host rejects its work too, and the reason is the time.
    late.reject(new SourceError('timeout', source, `${what} took longer than ${seconds} s. ${advice}`))
    host.stop()
  }, seconds * 1000)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
