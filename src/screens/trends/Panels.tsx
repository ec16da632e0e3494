import { ChartScopeProvider } from '../../charts'
import type { SummaryView } from '../../data'
import type { Summary } from '../../domain/summary'
import { dateText } from '../../domain/time/format'
import type { Instant } from '../../domain/units'
import { EmptyState } from '../../ui'
import { listOf } from './address'
import type { BoardProps } from './Board'
import { HeadFigures } from './HeadFigures'
import { HoursPanel } from './HoursPanel'
import { whole } from './model/edges'
import type { Measured } from './model/figures'
import { weeklyView } from './model/weekly'
import { scopeLines } from './model/scopeLines'
import { ProblemsPanel } from './ProblemsPanel'
import { scopeOf } from './scope'
import { SharePanel } from './SharePanel'
import { TimePanels } from './TimePanels'
import styles from './trends.module.css'
import type { Figures } from './useFigures'
import { WeeklyPanel } from './WeeklyPanel'

export interface PanelsProps extends BoardProps {
  readonly figures: Figures
  /** The moment up to which something would have been recorded. */
  readonly until: Instant
}

/** Head figures, charts and problems, or why there is nothing to show. */
export function Panels({ address, extent, span, before, zone, figures, until }: PanelsProps) {
  const { filters } = address
  const { resolve, acknowledge, problems, hours, open } = figures
  const scope = scopeOf(span, before, filters)
  const weekly = weeklyView({
    summary: resolve.summary,
    ...(problems.state === 'ready' && { problems: problems.summary }),
    span,
    recorded: { first: extent.first, until },
    to: ({ start, end }) => listOf(filters, { from: start, to: end }),
  })
  if (weekly.total === 0)
    return (
      <EmptyState title="No incidents in this range" icon="trend">
        <p>
          None began in it under these filters. The data as a whole run from {dateText(extent.first, span.zone)} to{' '}
          {dateText(extent.last, span.zone)}.
        </p>
      </EmptyState>
    )
  const taking = whole(span.periods, weekly.gaps)
  const measured = (summary: Summary): Measured => ({ summary, periods: span.periods, whole: taking })
  const earlier = (view: SummaryView): Measured | undefined =>
    before && view.state === 'ready'
      ? { summary: view.summary, periods: before.periods, whole: whole(before.periods, []) }
      : undefined
  const chartScope = { lines: scopeLines(scope), asOf: resolve.asOf ?? span.now, zone: span.zone }
  return (
    <ChartScopeProvider value={chartScope}>
      <div className={styles.grid}>
        <h2 className="hidden">At a glance</h2>
        <HeadFigures
          resolve={measured(resolve.summary)}
          resolveBefore={earlier(figures.resolveBefore)}
          acknowledge={acknowledge}
          acknowledged={measured(acknowledge.summary)}
          acknowledgedBefore={earlier(figures.acknowledgeBefore)}
          open={open}
          unit={span.step}
          to={{
            all: listOf(filters, span),
            severe: listOf({ ...filters, severity: ['1', '2'] }, span),
            open: listOf(filters, span, { status: 'open' }),
          }}
        />
        <WeeklyPanel view={resolve} weekly={weekly} scope={scope} extent={extent} address={address} />
        <SharePanel view={resolve} scope={scope} />
        <TimePanels scope={scope} enabled={problems.state === 'ready'} />
        <ProblemsPanel scope={scope} />
        <HoursPanel view={hours} zone={zone} />
      </div>
    </ChartScopeProvider>
  )
}
