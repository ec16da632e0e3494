import { type Instant, instant, minute } from '../../domain/units'

/** Where the wall's clock stands. */
export interface Hands {
  /** Server's clock minus this display's, in milliseconds; undefined until an answer has told it. */
  readonly offset: number | undefined
  /** The whole minute by the server's clock. */
  readonly at: Instant
}

/** Milliseconds: headers tell whole seconds, and an answer takes its time. Less says nothing of a clock. */
const noise = 2_000
/** Milliseconds: a clock that goes back by more was set. Less, and one of several servers stands beside the others. */
const set = 2 * minute

/**
 * Takes in what the newest answer tells of the server's clock. Each tells it a little otherwise: a minute that went back
 * and forth with them would ask anew with each answer and, where an hour turns, show what the hour before had told.
 * The same object as long as nothing changes.
 */
export function steadied(before: Hands | undefined, told: number | undefined, now: Instant): Hands {
  const known = before?.offset
  const near = known !== undefined && (told === undefined || Math.abs(told - known) < noise)
  const offset = near ? known : told
  const read = instant(Math.floor((now + (offset ?? 0)) / minute) * minute)
  const back = before !== undefined && known !== undefined && read < before.at && before.at - read < set
  const at = back ? before.at : read
  return before && before.offset === offset && before.at === at ? before : { offset, at }
}
