import { ChartFrame, HourWeek, InTurn } from '../../charts'
import type { SummaryView } from '../../data'
import { Skeleton } from '../../ui'
import { hoursView } from './model/hours'
import { Panel } from './Panel'
import styles from './trends.module.css'

const title = 'When they start'

/** Hour × weekday of the start of each incident, in the zone shown. */
export function HoursPanel({ view, zone }: { readonly view: SummaryView; readonly zone: string }) {
  const sub = `hour of day × weekday, ${zone}`
  return (
    <Panel title={title} sub={sub} view={view} className={styles.narrow} rows={8}>
      {() => {
        const { counts, sentence, table } = hoursView(view.summary)
        return (
          <ChartFrame title={title} sub={sub} summary={sentence} table={table} className={styles.narrow ?? ''}>
            <InTurn placeholder={<Skeleton label={title} rows={7} />}>
              <HourWeek counts={counts} label={`Incidents by hour and weekday, ${zone}`} />
            </InTurn>
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
