import { ChartFrame, HourWeek, InTurn } from '../../charts'
import type { SummaryView } from '../../data'
import { Skeleton } from '../../ui'
import { methods } from './methods'
import { hoursView } from './model/hours'
import { clockChanges } from './model/hoursClock'
import { Panel } from './Panel'
import type { Scope } from './scope'
import styles from './trends.module.css'

const title = 'When they start'

export interface HoursPanelProps {
  readonly view: SummaryView
  /** The zone, as the screen calls it. */
  readonly zone: string
  readonly scope: Scope
}

/** Hour × weekday of the start of each incident, in the zone shown. */
export function HoursPanel({ view, zone, scope }: HoursPanelProps) {
  const question = scope.question(['hourOfWeek'])
  const sub = `hour of day × weekday, ${zone}`
  return (
    <Panel title={title} sub={sub} view={view} className={styles.narrow} rows={8}>
      {() => {
        const to = (hour: number) => scope.recordsAt(question, { hourOfWeek: [String(hour)] })
        const { counts, sentence, table } = hoursView(view.summary, to)
        const said = [sentence, ...clockChanges(scope.span)].join(' ')
        return (
          <ChartFrame
            title={title}
            sub={sub}
            method={methods.hours}
            summary={said}
            table={table}
            className={styles.narrow ?? ''}
          >
            <InTurn placeholder={<Skeleton label={title} rows={7} />}>
              <HourWeek
                counts={counts}
                label={`Incidents by hour and weekday, ${zone}`}
                to={(hour) => (counts[hour] ? to(hour) : undefined)}
              />
            </InTurn>
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
