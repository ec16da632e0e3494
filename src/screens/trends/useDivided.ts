import { useSummary, useWhole } from '../../data'
import { behind } from '../../domain/summary'
import type { Division } from './drawing'
import { dividedView, otherKeys } from './model/divided'
import { bucketFor, type Period } from './model/periods'
import type { WeeklyView } from './model/weekly'
import { tableOf } from './model/weeklyTable'
import type { Scope } from './scope'
import { useSettled } from './useSettled'

const teams = { types: ['team' as const] }
const anyWorkload = {}
const several: ReadonlySet<Division> = new Set(['workload', 'factor'])
/** A question that names more keys than this grows too long for backends. */
const mostAsked = 200

const stretchOf = ({ start, end }: Period) => ({ from: start, to: end })

/** The bars divided as the reader chose; as before until the answer to it is there, by severity where it cannot be had. */
export function useDivided(weekly: WeeklyView, wanted: Division, scope: Scope) {
  const { span } = scope
  const bucket = bucketFor(span.step)
  const other = useSummary(scope.question([wanted], { bucket }), wanted !== 'severity')
  const answered = wanted === 'severity' || (other.state !== 'loading' && !other.outdated)
  // An incident can have several workloads and factors: among the others it counts once.
  const asked = scope.question([wanted], { bucket })
  const keys = several.has(wanted) && answered ? otherKeys(other.summary, span.periods) : []
  const apart = keys.length > 0 && keys.length <= mostAsked
  const rest = useSummary(scope.question([], { bucket, query: behind(asked, { [wanted]: keys }) }), apart)
  const there = answered && (!apart || (rest.state !== 'loading' && !rest.outdated))
  const settled = useSettled(wanted, there)
  const failed = there && wanted !== 'severity' && other.state === 'failed'
  const by = failed ? 'severity' : settled
  const parties = useWhole('parties', teams, by === 'team')
  const workloads = useWhole('workloads', anyWorkload, by === 'workload')
  const question = scope.question([by], { bucket })
  if (by === 'severity') {
    const table = tableOf(weekly.model, (bar, part) => {
      const [period, look] = [span.periods[bar], weekly.model.series[part]]
      return period && look && scope.recordsAt(question, { severity: [look.key] }, stretchOf(period))
    })
    const parts = weekly.model.series.map(({ key }) => scope.recordsAt(question, { severity: [key] }))
    return { by, failed, divided: { ...weekly, table, parts, note: undefined } }
  }
  const names = new Map([...parties.items, ...workloads.items].map(({ id, name }) => [id, name]))
  const divided = dividedView(weekly, span.periods, {
    summary: other.summary,
    ...(apart && rest.state === 'ready' && { others: rest.summary }),
    by,
    nameOf: (key) => names.get(key) ?? key.replace(/^team:/, ''),
    to: (keys, period) => scope.recordsAt(question, { [by]: keys }, period && stretchOf(period)),
  })
  return { by, failed, divided }
}
