import type { Clocks, Severity } from '../../../src/domain/incident'
import { after, duration, type Instant } from '../../../src/domain/units'
import type { Random } from '../random'
import { days, hours, minutes, worldNow } from '../time'

/** Median hours from detection to resolution, by severity; 0 stands for one that is not known. */
const resolveHours: Readonly<Record<Severity | 0, number>> = { 0: 4, 1: 1.1, 2: 2.2, 3: 3.2, 4: 3.8, 5: 6 }
const acknowledgeMinutes: Readonly<Record<Severity | 0, number>> = { 0: 15, 1: 3, 2: 5, 3: 11, 4: 24, 5: 60 }

/** A whole number of seconds, as a backend would write it. */
const later = (from: Instant, length: number): Instant => after(from, duration(Math.round(length / 1000) * 1000))

/** The moments of an incident detected at `detected`, as they should be: every one recorded, all in order. */
export function orderly(random: Random, detected: Instant, severity: Severity | 0): Required<Clocks> {
  const resolve = Math.min(
    random.heavy(hours(resolveHours[severity]), 1.35),
    // Everything told in bulk has ended by now.
    Math.max(minutes(20), (worldNow - detected) * 0.8),
  )
  const acknowledge = Math.min(random.heavy(minutes(acknowledgeMinutes[severity]), 0.9), resolve * 0.5)
  const mitigate = acknowledge + (resolve - acknowledge) * (0.35 + 0.5 * random.next())
  const resolved = later(detected, resolve)
  return {
    started: later(detected, -random.heavy(minutes(5), 1.1)),
    detected,
    acknowledged: later(detected, acknowledge),
    mitigated: later(detected, mitigate),
    resolved,
    closed: later(resolved, random.heavy(days(2), 0.8)),
  }
}

/** Drops moments that have not come yet: an incident that ended lately is resolved and not closed. */
function happened({ closed, ...clocks }: Required<Clocks>): Clocks {
  return closed <= worldNow ? { ...clocks, closed } : clocks
}

type Fault = (clocks: Clocks) => Clocks
const lacking =
  (name: keyof Clocks): Fault =>
  ({ [name]: _dropped, ...rest }) =>
    rest

/** What is wrong with some clocks of every real set, and how often. */
const faults: readonly (readonly [Fault, number])[] = [
  [(clocks) => clocks, 860],
  [lacking('started'), 60],
  [lacking('acknowledged'), 25],
  [lacking('mitigated'), 30],
  [lacking('resolved'), 6],
  [lacking('detected'), 8],
  [
    // Acknowledged before it was detected: the clocks of two systems disagree.
    (clocks) =>
      clocks.detected === undefined ? clocks : { ...clocks, acknowledged: after(clocks.detected, minutes(-2)) },
    6,
  ],
  [
    // Resolved before it was detected: typed in later, with the day wrong.
    (clocks) => (clocks.detected === undefined ? clocks : { ...clocks, resolved: after(clocks.detected, hours(-24)) }),
    3,
  ],
  [
    // Detected before it started: the impact was dated too late.
    (clocks) => (clocks.detected === undefined ? clocks : { ...clocks, started: after(clocks.detected, minutes(7)) }),
    4,
  ],
]

/** The moments as the backend keeps them: mostly right, some missing, a few impossible. */
export const recorded = (random: Random, clocks: Required<Clocks>): Clocks => random.weighted(faults)(happened(clocks))
