import { isWhole, useSummary, useWhole } from '../../data'
import { Card, EmptyState } from '../../ui'
import { rankingOf } from './model/problems'
import { count, counted } from './model/words'
import { Panel } from './Panel'
import { useOrder } from './problems/order'
import { Ranked } from './problems/Ranked'
import type { Scope } from './scope'
import styles from './trends.module.css'

const title = 'Problems that keep coming back'
const sub = 'each mark an incident, the green line the day a fix was declared'
const everyProblem = {}

/** Problems of the range, ranked, with what became of their fixes. */
export function ProblemsPanel({ scope }: { readonly scope: Scope }) {
  const [order, setOrder] = useOrder()
  const view = useSummary(scope.question(['problem'], { clock: 'resolve' }))
  const recent = order === 'recent'
  const byDay = useSummary(scope.question(['problem'], { bucket: 'day' }), recent && view.state === 'ready')
  const ranking = rankingOf(view.summary, order, recent && byDay.state === 'ready' ? byDay.summary : undefined)
  if (view.state === 'ready' && ranking.returning === 0 && ranking.coming.length === 0)
    return (
      <Card title={title} sub={sub} className={styles.wide ?? ''}>
        <None any={ranking.any} incidents={ranking.incidents} />
      </Card>
    )
  return (
    <Panel
      title={title}
      sub={sub}
      view={recent && byDay.state !== 'ready' ? byDay : view}
      className={styles.wide}
      rows={8}
    >
      {() => (
        <Ranked title={title} ranking={ranking} scope={scope} order={order} onOrder={(next) => void setOrder(next)} />
      )}
    </Panel>
  )
}

/** Nothing comes back, or nobody would know: these are not the same. */
function None({ any, incidents }: { readonly any: number; readonly incidents: number }) {
  const problems = useWhole('problems', everyProblem)
  if (any > 0)
    return (
      <EmptyState title="None came back in this range">
        {any === 1 ? 'One problem had one incident' : `${count(any)} problems had one incident each`};{' '}
        {counted(incidents, 'incident')} were looked at.
      </EmptyState>
    )
  // Files in which problems can be made, and none was yet, say as little.
  if (problems.state === 'absent' || (isWhole(problems) && problems.items.length === 0))
    return (
      <EmptyState title="Nobody here links incidents to problems">
        <p>
          So this says nothing about what comes back. Problems can come from a workspace of files with a table of
          problems (or a ServiceNow event log, which names them), or from a backend that speaks Watchbill’s REST
          contract.
        </p>
      </EmptyState>
    )
  return (
    <EmptyState title="No incident of this range points to a problem">
      {counted(incidents, 'incident')} were looked at. A problem’s incidents are found by the link each of them carries.
    </EmptyState>
  )
}
