import { useSummary, useWhole } from '../../data'
import type { Division } from './drawing'
import { dividedView } from './model/divided'
import { bucketFor, type Period } from './model/periods'
import type { WeeklyView } from './model/weekly'
import { tableOf } from './model/weeklyTable'
import type { Scope } from './scope'
import { useSettled } from './useSettled'

const teams = { types: ['team' as const] }
const anyWorkload = {}

const stretchOf = ({ start, end }: Period) => ({ from: start, to: end })

/** The bars divided as the reader chose; as before until the answer to it is there, by severity where it cannot be had. */
export function useDivided(weekly: WeeklyView, wanted: Division, scope: Scope) {
  const { span } = scope
  const bucket = bucketFor(span.step)
  const other = useSummary(scope.question([wanted], { bucket }), wanted !== 'severity')
  const there = wanted === 'severity' || (other.state !== 'loading' && !other.outdated)
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
    by,
    nameOf: (key) => names.get(key) ?? key.replace(/^team:/, ''),
    to: (keys, period) => scope.recordsAt(question, { [by]: keys }, period && stretchOf(period)),
  })
  return { by, failed, divided }
}
