import type { Incident } from '../../src/domain/incident'
import type { Activity } from '../../src/domain/ownership'
import type { Improvement } from '../../src/domain/problem'
import { after, duration } from '../../src/domain/units'
import { crew, teams } from './parties'
import type { Random } from './random'
import { days, worldNow } from './time'

const wishes = [
  'Link the runbook from the alarm',
  'Name a deputy for the on-call',
  'Remove the manual step',
  'Say in the alarm what the customer sees',
  'Rehearse it once a quarter',
  'Give the on-call the access it needs',
]

/** Eighty opportunities found in feedback, reviews and incidents; some done, some late, some dropped. */
export function improvementsOf(
  activities: readonly Activity[],
  incidents: readonly Incident[],
  random: Random,
): readonly Improvement[] {
  return Array.from({ length: 80 }, (_, index) => {
    const from = random.pick(['feedback', 'review', 'incident'] as const)
    const created = after(worldNow, days(-random.int(5, 500)))
    const due = after(created, days(random.int(14, 120)))
    const doneAt = after(due, duration(days(random.int(-12, 30))))
    const state = random.weighted([
      ['done', doneAt < worldNow ? 6 : 0],
      ['open', 3],
      ['in-progress', 2],
      ['dropped', 0.6],
    ] as const)
    const team = random.pick(teams)
    const owner = random.pick([team.id, ...(crew.get(team.id) ?? []).map((each) => each.id)])
    return {
      id: `IMP-${String(index + 1).padStart(3, '0')}`,
      title: random.pick(wishes),
      from,
      state,
      ...(random.chance(0.93) && { owner }),
      created,
      ...(random.chance(0.9) && { due }),
      ...(state === 'done' && { doneAt }),
      ...(from !== 'incident' && { activity: random.pick(activities).id }),
      ...(from === 'incident' && { incident: random.pick(incidents).id }),
    }
  })
}

const said = [
  ['payments-ledger/rotate-bank-certificates', 'The runbook names the old portal of the bank'],
  ['payments-ledger/rotate-bank-certificates', 'Say who at the bank answers on a Sunday'],
  ['checkout-api/restore-order-database', 'Step 4 needs access that the on-call does not have'],
] as const

/** Feedback that nobody has taken on yet, put in the place of some that somebody had. */
export function withFeedback(improvements: readonly Improvement[]): readonly Improvement[] {
  let queued = 0
  return improvements.map((each) => {
    if (each.from !== 'feedback' || each.state !== 'open') return each
    const { owner: _owner, due: _due, ...rest } = each
    const [activity, title] = said[queued++] ?? []
    return { ...rest, ...(activity !== undefined && title !== undefined && { activity, title }) }
  })
}
