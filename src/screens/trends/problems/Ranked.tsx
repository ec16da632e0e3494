import { useState } from 'react'
import { ChartFrame, InTurn } from '../../../charts'
import { useWhole, useWindow } from '../../../data'
import { incidentRules } from '../../../domain/query/incident'
import { type Id, instant } from '../../../domain/units'
import { Button, Segmented, Skeleton } from '../../../ui'
import { methods } from '../methods'
import { hoursNote, type ProblemOrder, problemsSentence, problemsTable, type Ranking, rowsOf } from '../model/problems'
import { count } from '../model/words'
import type { Scope } from '../scope'
import trends from '../trends.module.css'
import styles from './problems.module.css'
import { Row } from './Row'

const few = 8
const many = 60
/** So many incidents are looked at to place marks and judge fixes. */
const most = 4000
const everyProblem = {}
const orders = [
  { value: 'incidents', label: 'Incidents' },
  { value: 'hours', label: 'Hours' },
  { value: 'recent', label: 'Newest' },
] as const

export interface RankedProps {
  readonly title: string
  readonly ranking: Ranking
  readonly scope: Scope
  readonly order: ProblemOrder
  readonly onOrder: (order: ProblemOrder) => void
}

/** The list: first a few, then pages, so that the incidents looked at stay few. */
export function Ranked({ title, ranking, scope, order, onOrder }: RankedProps) {
  const [all, setAll] = useState(false)
  const [page, setPage] = useState(0)
  const pages = Math.ceil(ranking.coming.length / many)
  const first = all ? Math.min(page, pages - 1) * many : 0
  const ranked = ranking.coming.slice(first, first + (all ? many : few))
  const records = useWhole('problems', everyProblem)
  const window = { problems: ranked.map(({ id }) => id), order: 'oldest' as const }
  const incidents = useWindow('incidents', window, most)
  // A fix that seems to hold may only miss the incidents of a source that did not answer.
  const told = incidents.parts.every((part) => !part.pending && part.error === undefined)
  const known = incidents.state === 'ready' && incidents.complete && told && !incidents.outdated
  const { span, question, recordsAt } = scope
  const counting = question(['problem'], { clock: 'resolve' })
  const rows = rowsOf({
    ranked,
    records: records.items,
    incidents: known ? incidents.items : undefined,
    counts: incidentRules.matcher(counting.query),
    from: span.from,
    until: instant(Math.min(span.to, span.now)),
    now: span.now,
    zone: span.zone,
    to: (problem: Id, unmeasured) =>
      recordsAt(counting, { problem: [problem], ...(unmeasured && { reading: ['missing', 'fault'] }) }),
  })
  const rest = ranking.coming.length - few
  return (
    <ChartFrame
      title={title}
      sub="each mark an incident, the green line the day a fix was declared; rates around the newest fix"
      method={methods.problems}
      summary={`${problemsSentence(ranking)} ${hoursNote(ranking)}`}
      table={problemsTable(rows)}
      className={trends.wide ?? ''}
      tools={<Segmented label="Rank problems by" options={orders} value={order} onChange={onOrder} />}
      note={
        incidents.state === 'ready' && !incidents.complete
          ? `These problems have more than ${count(most)} incidents: they are not marked, and fixes are not judged here.`
          : undefined
      }
    >
      <InTurn placeholder={<Skeleton label={title} rows={7} />}>
        <ol className={styles.problems} start={first + 1}>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ol>
        {rest > 0 && (
          <div className={styles.more}>
            <Button tone="quiet" onClick={() => setAll(!all)}>
              {all ? `Show the first ${few}` : `Show ${count(Math.min(rest, many - few))} more`}
            </Button>
            {all && pages > 1 && (
              <>
                <Button
                  tone="quiet"
                  disabledReason={first === 0 ? 'These are the first.' : undefined}
                  onClick={() => setPage(page - 1)}
                >
                  {many} before
                </Button>
                <Button
                  tone="quiet"
                  disabledReason={first + many >= ranking.coming.length ? 'These are the last.' : undefined}
                  onClick={() => setPage(page + 1)}
                >
                  {many} after
                </Button>
                <span className="muted num">
                  {count(first + 1)}–{count(first + ranked.length)} of {count(ranking.coming.length)}
                </span>
              </>
            )}
          </div>
        )}
      </InTurn>
    </ChartFrame>
  )
}
