import { useState } from 'react'
import { ChartFrame, DotStrip, InTurn } from '../../charts'
import { type SummaryView, useWhole, useWindow } from '../../data'
import { incidentRules } from '../../domain/query/incident'
import { instant } from '../../domain/units'
import { Button, Card, cx, EmptyState, Link, Skeleton } from '../../ui'
import { type Filters, listOf, queryFor } from './address'
import { type ProblemRow, problemsSentence, problemsTable, rankingOf, rowsOf } from './model/problems'
import type { Span } from './model/range'
import { count, counted } from './model/words'
import { Panel } from './Panel'
import styles from './trends.module.css'

const title = 'Problems that keep coming back'
const sub = 'each mark an incident, the green line the day a fix was declared'
const few = 8
const many = 60
/** So many incidents are looked at to place marks and judge fixes. */
const most = 4000
const everyProblem = {}

export interface ProblemsPanelProps {
  readonly view: SummaryView
  readonly span: Span
  readonly filters: Filters
}

/** Problems ranked by their incidents in the range, with what became of their fixes. */
export function ProblemsPanel({ view, span, filters }: ProblemsPanelProps) {
  const ranking = rankingOf(view.summary)
  if (view.state !== 'ready' || ranking.coming.length > 0)
    return (
      <Panel title={title} sub={sub} view={view} className={styles.wide} rows={8}>
        {() => <Ranked view={view} span={span} filters={filters} />}
      </Panel>
    )
  return (
    <Card title={title} sub={sub} className={styles.wide ?? ''}>
      <None any={ranking.any} incidents={ranking.incidents} />
    </Card>
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
  if (problems.state === 'absent')
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

function Ranked({ view, span, filters }: ProblemsPanelProps) {
  const [all, setAll] = useState(false)
  const ranking = rankingOf(view.summary)
  const ranked = ranking.coming.slice(0, all ? many : few)
  const records = useWhole('problems', everyProblem)
  const window = { problems: ranked.map(({ id }) => id), order: 'oldest' as const }
  const incidents = useWindow('incidents', window, most)
  // A fix that seems to hold may only miss the incidents of a source that did not answer.
  const told = incidents.parts.every((part) => !part.pending && part.error === undefined)
  const known = incidents.state === 'ready' && incidents.complete && told && !incidents.outdated
  const rows = rowsOf({
    ranked,
    records: records.items,
    incidents: known ? incidents.items : undefined,
    counts: incidentRules.matcher(queryFor(filters, span)),
    from: span.from,
    until: instant(Math.min(span.to, span.now)),
    now: span.now,
    to: (problem) => listOf(filters, span, { problem }),
  })
  const rest = ranking.coming.length - ranked.length
  return (
    <ChartFrame
      title={title}
      sub={sub}
      summary={problemsSentence(ranking)}
      table={problemsTable(rows)}
      className={styles.wide ?? ''}
      note={
        incidents.state === 'ready' && !incidents.complete
          ? `These problems have more than ${count(most)} incidents: fixes are not judged here.`
          : undefined
      }
    >
      <InTurn placeholder={<Skeleton label={title} rows={7} />}>
        <ol className={styles.problems}>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ol>
        {(rest > 0 || all) && (
          <div className={styles.more}>
            <Button tone="quiet" onClick={() => setAll(!all)}>
              {all ? `Show the first ${few}` : `Show ${count(Math.min(rest, many - few))} more`}
            </Button>
          </div>
        )}
      </InTurn>
    </ChartFrame>
  )
}

/** Some logs name things by ids with doubled blanks. */
const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ')

function Row({ row: { id, title: name, count: n, dots, fixes, verdict, actions, to } }: { readonly row: ProblemRow }) {
  return (
    <li className={styles.problem}>
      <span className={styles.id}>{spaced(name) === spaced(id) ? '' : id}</span>
      <Link to={to}>{name}</Link>
      <span className={styles.times} title={counted(n, 'incident')}>
        {count(n)} ×
      </span>
      <div className={styles.strip}>
        <DotStrip
          label={`${counted(n, 'incident')}${fixes.length > 0 ? `, ${counted(fixes.length, 'fix', 'fixes')}` : ''} along the range`}
          dots={dots}
          fixes={fixes}
        />
      </div>
      <span className={cx(styles.verdict, styles[verdict.tone])}>{verdict.text}</span>
      <span className={styles.actions}>{actions}</span>
    </li>
  )
}
