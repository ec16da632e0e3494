import type { Ownership, Standing } from '../../../../domain/coverage'
import type { GapKind } from '../../../../domain/gaps'
import type { Answer } from '../../model/shares'

/** What a responder finds, or does not, when paged. */
export const helps = ['owner', 'runbook', 'plan'] as const
export type Help = (typeof helps)[number]

const lost: ReadonlySet<GapKind> = new Set(['no-accountable', 'accountable-left'])

const ownerOf = ({ records, gaps, excused }: Standing): Answer =>
  !records.accountable ? 'out' : [...gaps, ...excused].some(({ kind }) => lost.has(kind)) ? 'no' : 'yes'

const runbookOf = ({ records, activity }: Standing): Answer =>
  activity.runbook?.url !== undefined ? 'yes' : records.runbooks ? 'no' : 'out'

/**
 * Whether incidents counted under [activity, plan] had it, as ownership stands now. `out`: not matched with an activity,
 * or its sources do not record it; for plans: no source attached one to any incident.
 */
export function answerFor(help: Help, { byId }: Ownership, planned: boolean) {
  return ([activity = '', plan = '']: readonly string[]): Answer => {
    if (help === 'plan') return plan !== '' ? 'yes' : planned ? 'no' : 'out'
    const standing = byId.get(activity)
    if (!standing) return 'out'
    return help === 'owner' ? ownerOf(standing) : runbookOf(standing)
  }
}
