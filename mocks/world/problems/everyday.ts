import type { Action, Fix, Problem, ProblemState } from '../../../src/domain/problem'
import { after, duration, type Id } from '../../../src/domain/units'
import { crew } from '../parties'
import type { Random } from '../random'
import { days, daysAgo, worldNow } from '../time'
import { workloadsById } from '../workloads'
import type { PlannedProblem } from './pictured'

/** What becomes of a problem: its fix holds, holds not, cannot be judged yet, or there is none. */
type Fate = 'held' | 'failed' | 'early' | 'none'

const rows: readonly (readonly [number, string, Id, ProblemState, Fate])[] = [
  [88, 'Carrier answers with yesterday’s prices', 'carrier-links', 'resolved', 'held'],
  [91, 'Session store loses its leader', 'session-store', 'resolved', 'held'],
  [93, 'Time-outs longer than the caller’s', 'checkout-api', 'resolved', 'failed'],
  [95, 'Export fails on the last day of the month', 'export-jobs', 'known-error', 'failed'],
  [99, 'Pricing cache keeps old discounts', 'pricing', 'resolved', 'held'],
  [100, 'Name service answers with retired hosts', 'name-service', 'resolved', 'held'],
  [101, 'Fraud scores late under load', 'fraud-scoring', 'fix-in-progress', 'none'],
  [102, 'Build images grow without limit', 'build-runners', 'resolved', 'failed'],
  [103, 'Inventory counted twice after a retry', 'inventory', 'resolved', 'held'],
  [105, 'Push provider throttles without saying so', 'push-notifications', 'known-error', 'none'],
  [106, 'Event bus partitions unevenly loaded', 'event-bus', 'fix-in-progress', 'early'],
  [107, 'Settlement file arrives before the books close', 'settlement', 'resolved', 'held'],
  [109, 'Container nodes run out of addresses', 'container-platform', 'resolved', 'failed'],
  [110, 'Promotions start in the wrong zone', 'promotions', 'resolved', 'held'],
  [111, 'Vault tokens expire during a deploy', 'secrets-vault', 'fix-in-progress', 'early'],
  [112, 'Cart merges drop items', 'cart', 'analysing', 'none'],
  [113, 'Dispatch prints labels twice', 'warehouse-dispatch', 'resolved', 'held'],
  [114, 'Payout batches overlap', 'payouts', 'analysing', 'none'],
  [116, 'Dashboards time out at month end', 'reporting-warehouse', 'known-error', 'none'],
  [119, 'Cache purge removes too much', 'asset-cache', 'fix-in-progress', 'early'],
  [122, 'Mobile gateway leaks connections', 'mobile-gateway', 'identified', 'none'],
]

const spans: Readonly<Record<Fate, readonly [first: number, last: number]>> = {
  held: [690, 320],
  failed: [600, 60],
  early: [260, 40],
  none: [300, 20],
}

function actionsOf(random: Random, id: Id, team: Id): readonly Action[] {
  return Array.from({ length: random.int(0, 4) }, (_, index) => {
    const due = daysAgo(random.int(-60, 200))
    const state = random.weighted([
      ['done', due < worldNow ? 6 : 2],
      ['open', 2],
      ['in-progress', 2],
      ['dropped', 0.5],
    ] as const)
    const late = random.chance(0.37)
    return {
      id: `${id}/A${index + 1}`,
      title: random.pick([
        'Test the way back',
        'Alarm on the cause',
        'Limit what one caller can take',
        'Teach the on-call',
        'Remove the old path',
      ]),
      kind: random.pick(['prevent', 'detect', 'mitigate', 'learn'] as const),
      state,
      owner: random.pick(crew.get(team) ?? crew.get('team:sre') ?? []).id,
      due,
      ...(state === 'done' && {
        doneAt: late
          ? after(due, duration(Math.min(days(random.int(1, 40)), Math.max(0, worldNow - due))))
          : after(due, days(-random.int(0, 20))),
      }),
    }
  })
}

function planned([number, title, workload, state, fate]: (typeof rows)[number], random: Random): PlannedProblem {
  const id = `PRB-${String(number).padStart(3, '0')}`
  const team = workloadsById.get(workload)?.team ?? 'team:sre'
  const [first, last] = spans[fate]
  const count = random.int(3, 8)
  const step = (first - last) / (count - 1)
  const ago = Array.from({ length: count }, (_, index) => first - index * step + random.int(-5, 5))
  const fixDay = fate === 'held' ? last - 20 : fate === 'failed' ? last + step * 1.5 : last - 12
  const fixes: readonly Fix[] =
    fate === 'none' ? [] : [{ at: daysAgo(fixDay), what: 'The cause was removed', by: team }]
  const problem: Problem = {
    id,
    title,
    state,
    opened: daysAgo(first - 3),
    owner: team,
    workloads: [workload],
    ...(state !== 'identified' && { rootCause: { method: 'Five whys', text: `${title}: seen in the traces.` } }),
    factors: [random.pick(['dependency', 'capacity', 'configuration change', 'release', 'missing alarm'])],
    ...(state === 'known-error' && { workaround: 'Restart the affected part and tell the owner.' }),
    fixes,
    actions: actionsOf(random, id, team),
    version: '1',
  }
  const recurrences = ago.map((day) => ({ near: daysAgo(day), severity: random.pick([2, 3, 4] as const), title }))
  return { problem, plan: { id, workload, recurrences } }
}

/** The problems besides the pictured ones. */
export const everydayProblems = (random: Random): readonly PlannedProblem[] => rows.map((row) => planned(row, random))
