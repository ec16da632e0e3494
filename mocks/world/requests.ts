import type { ChangeRequest, ChangeState, RoleStep } from '../../src/domain/change'
import type { Activity, Assignment } from '../../src/domain/ownership'
import { after, duration, type Id } from '../../src/domain/units'
import type { Ownership } from './ownership'
import { crews } from './ownership/pictured'
import { people } from './parties'
import type { Random } from './random'
import { at, days, daysAgo, worldNow } from './time'

const reasons = [
  'The team that performs it should answer for it.',
  'The on-call moved with the reorganisation.',
  'Agreed in the operations review.',
  'The owner has no access to the cluster.',
  'Support asks to be told before customers are.',
  'An auditor asked who checks the result.',
]
const notes = ['Agreed.', 'Both teams said yes.', 'Not before the freeze ends.', 'Ask again with a handover plan.']

const plan = 'Checkout joins Commerce platform'

const holder = (assignments: readonly Assignment[], role: Assignment['role']): Id | undefined =>
  assignments.find((each) => each.role === role && each.claim === 'declared')?.party

/** A team that has no part in it yet. */
const stranger = (assignments: readonly Assignment[], random: Random): Id => {
  const held = new Set(assignments.map(({ party }) => party))
  return random.pick(crews.filter(({ id }) => !held.has(id))).id
}

type Wish = Pick<ChangeRequest, 'kind' | 'steps' | 'gap' | 'expires'>

/** Something that can be asked for as things stand; for what was approved, what made them so. */
function wish(random: Random, assignments: readonly Assignment[], state: ChangeState): Wish {
  const other = stranger(assignments, random)
  const role = random.pick(['A', 'R'] as const)
  const held = holder(assignments, role)
  const done = state === 'approved'
  const kind = random.weighted([
    ['transfer', held === undefined ? 0 : 4],
    ['add', 3],
    ['change', held === undefined ? 0 : 1],
    ['exception', done ? 0 : 2],
  ] as const)
  const step = (op: RoleStep['op'], of: RoleStep['role'], party: Id): RoleStep => ({ op, role: of, party })
  if (kind === 'exception')
    return { kind, steps: [], gap: 'no-runbook', expires: after(worldNow, days(random.int(20, 90))) }
  if (kind === 'add' || held === undefined) {
    const there = assignments.findLast((each) => each.claim === 'declared' && each.party !== undefined)
    return {
      kind: 'add',
      steps: [done && there?.party ? step('give', there.role, there.party) : step('give', 'I', other)],
    }
  }
  const [from, to] = done ? [other, held] : [held, other]
  const moved = [step('take', role, from), step('give', role, to)]
  return { kind, steps: kind === 'change' && !done ? [...moved, step('give', 'C', from)] : moved }
}

function request(
  random: Random,
  activity: Activity,
  assignments: readonly Assignment[],
  index: number,
  state: ChangeState,
): ChangeRequest {
  const proposedAt = daysAgo(state === 'proposed' ? random.int(0, 20) + random.next() : random.int(25, 300))
  const approvers = activity.review?.approvers ?? []
  const [approver] = approvers
  const wanted = wish(random, assignments, state)
  const decided = after(proposedAt, duration(Math.round(days(random.int(1, 14)) * (0.5 + random.next() / 2))))
  const proposer = random.pick(people.filter((each) => each.active !== false)).name
  const said = random.chance(0.6) ? random.pick(notes) : undefined
  const by =
    state === 'withdrawn' ? proposer : (people.find((each) => each.id === approver)?.name ?? random.pick(people).name)
  return {
    id: `CHG-${String(index + 101)}`,
    activity: activity.id,
    ...wanted,
    reason: random.pick(reasons),
    proposer,
    proposedAt: after(proposedAt, duration(0 - (proposedAt % 1000))),
    approvers,
    state,
    ...(state !== 'proposed' && { decidedBy: by, decidedAt: after(decided, duration(0 - (decided % 1000))) }),
    ...(state !== 'proposed' && said !== undefined && { note: said }),
    ...(wanted.kind === 'transfer' && random.chance(0.25) && { plan }),
    version: state === 'proposed' ? '1' : '2',
  }
}

/** The one behind what the design shows in the history of its activity. */
const pictured: ChangeRequest = {
  id: 'CHG-100',
  activity: 'payments-ledger/rotate-bank-certificates',
  kind: 'transfer',
  steps: [
    { op: 'take', role: 'A', party: 'team:platform' },
    { op: 'give', role: 'A', party: 'team:security' },
  ],
  reason: 'Scheme rules put key custody with Security.',
  proposer: 'M. Okafor',
  proposedAt: at('2026-07-21T13:05:00Z'),
  approvers: ['person:lindqvist'],
  state: 'approved',
  decidedBy: 'J. Lindqvist',
  decidedAt: at('2026-07-30T08:00:00Z'),
  version: '2',
}

const states: readonly (readonly [count: number, state: ChangeState])[] = [
  [14, 'proposed'],
  [16, 'approved'],
  [6, 'rejected'],
  [4, 'withdrawn'],
]

/** Forty-one requests in every state, each about another activity; those that wait can be carried out as things stand. */
export function requestsOf({ activities, assignments }: Ownership, random: Random): readonly ChangeRequest[] {
  const held = Map.groupBy(assignments, ({ activity }) => activity)
  const chosen = random.shuffled(
    activities.filter(({ id, noOwnerBecause }) => id !== pictured.activity && !noOwnerBecause),
  )
  const wanted = states.flatMap(([count, state]) => Array.from({ length: count }, () => state))
  return [
    pictured,
    ...wanted.flatMap((state, index) => {
      const activity = chosen[index]
      return activity ? [request(random, activity, held.get(activity.id) ?? [], index, state)] : []
    }),
  ]
}
