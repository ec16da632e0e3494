import type { ResponsePlan, Severity } from '../../../src/domain/incident'
import { after, type Duration, type Instant } from '../../../src/domain/units'
import { minutes } from '../time'

type Step = readonly [text: string, dueMinutes: number, owner: string]

const steps: Readonly<Record<1 | 2 | 3, readonly Step[]>> = {
  1: [
    ['Open the bridge, name a commander', 10, 'commander'],
    ['Post first status within 15 min', 15, 'communications'],
    ['Freeze deploys', 20, 'commander'],
    ['Fail over the region', 45, 'responder'],
    ['Tell the card schemes', 60, 'communications'],
    ['Confirm with synthetic purchases', 75, 'responder'],
    ['Lift the freeze', 120, 'commander'],
    ['Tell customers it is over', 150, 'communications'],
    ['Book the review', 240, 'scribe'],
  ],
  2: [
    ['Name a commander', 15, 'commander'],
    ['Post first status within 30 min', 30, 'communications'],
    ['Find the last change', 40, 'responder'],
    ['Roll back or add capacity', 60, 'responder'],
    ['Confirm with the owner', 120, 'commander'],
    ['Book the review', 480, 'scribe'],
  ],
  3: [
    ['Confirm the impact', 30, 'responder'],
    ['Find the owner', 45, 'responder'],
    ['Mend or work around', 240, 'responder'],
    ['Write down what was seen', 480, 'responder'],
  ],
}

const updateEvery: Readonly<Record<1 | 2 | 3, Duration>> = { 1: minutes(15), 2: minutes(30), 3: minutes(120) }

/** Payments and others have their own plan for SEV1: the steps are the same, the title tells. */
const title = (severity: number, area: string): string => `SEV${severity} ${area}`

/**
 * The response plan for a severity (SEV1 to SEV3 have one). Steps are done, in order, at `doneAt(index)`; undefined leaves
 * a step open.
 */
export function planFor(
  severity: Severity | undefined,
  area: string,
  opened: Instant,
  doneAt: (index: number, due: Instant) => Instant | undefined,
): ResponsePlan | undefined {
  if (severity !== 1 && severity !== 2 && severity !== 3) return undefined
  return {
    id: `plan-sev${severity}-${area}`,
    title: title(severity, area),
    updateEvery: updateEvery[severity],
    steps: steps[severity].map(([text, due, owner], index) => {
      const done = doneAt(index, after(opened, minutes(due)))
      return {
        id: `step-${index + 1}`,
        text,
        owner,
        dueAfter: minutes(due),
        ...(done !== undefined && { doneAt: done }),
      }
    }),
  }
}
