import { ChartScopeProvider } from '../../charts'
import { dateText } from '../../domain/time/format'
import type { Instant } from '../../domain/units'
import { EmptyState } from '../../ui'
import type { BoardProps } from './Board'
import { HeadFigures } from './HeadFigures'
import { HoursPanel } from './HoursPanel'
import { Later } from './Later'
import { whole } from './model/edges'
import { weeklyView } from './model/weekly'
import { scopeLines } from './model/scopeLines'
import { ProblemsPanel } from './ProblemsPanel'
import type { Scope } from './scope'
import { SharePanel } from './SharePanel'
import { TimePanels } from './TimePanels'
import styles from './trends.module.css'
import type { Figures } from './useFigures'
import { WeeklyPanel } from './WeeklyPanel'

export interface PanelsProps extends BoardProps {
  readonly scope: Scope
  readonly figures: Figures
  /** The moment up to which something would have been recorded. */
  readonly until: Instant
}

/** Head figures, charts and problems, or why there is nothing to show. */
export function Panels({ address, extent, span, zone, scope, figures, until }: PanelsProps) {
  const { resolve, problems, hours } = figures
  const weekly = weeklyView({
    summary: resolve.summary,
    ...(problems.state === 'ready' && { problems: problems.summary }),
    span,
    recorded: { first: extent.first, until },
    to: ({ start, end }) => scope.recordsAt(scope.question([]), {}, { from: start, to: end }),
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
  const chartScope = { lines: scopeLines(scope), asOf: resolve.asOf ?? span.now, zone: span.zone }
  return (
    <ChartScopeProvider value={chartScope}>
      <div className={styles.grid}>
        <h2 className="hidden">At a glance</h2>
        <HeadFigures scope={scope} figures={figures} taking={taking} sideBySide={address.against === 'year'} />
        <WeeklyPanel view={resolve} weekly={weekly} scope={scope} extent={extent} address={address} />
        <SharePanel view={resolve} scope={scope} />
        <TimePanels scope={scope} enabled={problems.state === 'ready'} />
        <ProblemsPanel scope={scope} />
        <HoursPanel view={hours} zone={zone} scope={scope} />
        <Later scope={scope} ready={problems.state === 'ready' && hours.state === 'ready'} />
      </div>
    </ChartScopeProvider>
  )
}
