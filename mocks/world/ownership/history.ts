import type { Exception, OwnershipMoment } from '../../../src/domain/change'
import type { Activity } from '../../../src/domain/ownership'
import { after } from '../../../src/domain/units'
import { people } from '../parties'
import type { Random } from '../random'
import { at, days, daysAgo, worldNow } from '../time'
import { picturedWorkloads } from './pictured'

const nameOf = (id: string): string => people.find((each) => each.id === id)?.name ?? id

/** What the design shows of one activity. */
const pictured: Readonly<Record<string, readonly OwnershipMoment[]>> = {
  'payments-ledger/rotate-bank-certificates': [
    {
      at: at('2026-07-30T08:00:00Z'),
      what: 'Accountable moved from Platform to Security',
      by: 'J. Lindqvist',
      evidence: 'Scheme rules put key custody with Security.',
    },
    { at: at('2026-03-14T10:20:00Z'), what: 'Runbook put under version control', by: 'S. Perez' },
  ],
}

const evidence = ['Minutes of the operations review', 'OPS-4127', 'Quarterly service review', ''] as const

/** The last reviews of an activity, the newest first: the first is the one that its policy knows. */
function reviews({ review }: Activity, random: Random): readonly OwnershipMoment[] {
  const { every, last, reviewers = [] } = review ?? {}
  if (last === undefined || every === undefined || !random.chance(0.45)) return []
  return Array.from({ length: random.int(1, 3) }, (_, back) => {
    const [reviewer] = reviewers
    const shown = random.pick(evidence)
    return {
      at: after(last, days((-back * every) / days(1))),
      what: 'Ownership reviewed and confirmed',
      ...(reviewer !== undefined && { by: nameOf(reviewer) }),
      ...(shown !== '' && { evidence: shown }),
    }
  })
}

/** The activities with what became of them, where somebody kept it. */
export const withHistory = (activities: readonly Activity[], random: Random): readonly Activity[] =>
  activities.map((activity) => {
    const history = pictured[activity.id] ?? reviews(activity, random)
    return history.length === 0 ? activity : { ...activity, history }
  })

const borne: Exception = {
  gap: 'runbook-unversioned',
  until: after(worldNow, days(71)),
  reason: 'The wiki moves into the repository in January.',
  by: 'person:haddad',
}
const ended: Exception = {
  gap: 'no-runbook',
  until: daysAgo(12),
  reason: 'The team that knows how was on parental leave.',
  by: 'person:okafor',
}

/** Two gaps that are borne with: one still is, the other no longer. */
export function withExceptions(activities: readonly Activity[]): readonly Activity[] {
  const everyday = activities.filter(({ workload }) => !picturedWorkloads.has(workload))
  const first = everyday.find(({ runbook }) => runbook?.versioned === false)
  const second = everyday.find(({ runbook, playbook }) => runbook === undefined && playbook === undefined)
  const exceptions = new Map([
    [first?.id, borne],
    [second?.id, ended],
  ])
  return activities.map((activity) => {
    const exception = exceptions.get(activity.id)
    return exception ? { ...activity, exceptions: [exception] } : activity
  })
}
