import type { Incident } from '../incident'
import { byText, inOrder } from '../query/rules'

/** Nobody has said yet that they have it. */
export const isUnacknowledged = ({ state }: Incident): boolean => state === 'triggered'

/** What a page never turns away from. */
export const isPressing = (incident: Incident): boolean => incident.severity === 1 && isUnacknowledged(incident)

/** After SEV5: a severity that is not known is told as such, it outranks none that is. */
const rank = ({ severity }: Incident): number => severity ?? 9

/**
 * How a wall orders what burns: the worst severity first, in it what nobody has acknowledged, then what has burned
 * longest. Triage on a desk goes by who must act now (`triage.ts`); a room wants to know how bad it is, and a place on
 * the wall must not move with every duty that falls due.
 */
export const byWall = inOrder<Incident>(
  (left, right) => rank(left) - rank(right),
  (left, right) => Number(isUnacknowledged(right)) - Number(isUnacknowledged(left)),
  (left, right) => left.opened - right.opened,
  (left, right) => byText(left.id, right.id),
)
