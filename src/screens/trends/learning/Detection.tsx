import { ChartFrame, Sparkline } from '../../../charts'
import { useSummary } from '../../../data'
import { compareShares } from '../../../domain/statistics/bootstrap'
import { EmptyState } from '../../../ui'
import { valueText } from '../../../domain/dimensionWords'
import { methods } from '../methods'
import { shareVerdict } from '../model/compare'
import { seriesOf, sum } from '../model/counts'
import { bucketFor } from '../model/periods'
import { answersOf, percentText } from '../model/shares'
import { count } from '../model/words'
import { Panel } from '../Panel'
import type { Scope } from '../scope'
import trends from '../trends.module.css'
import { Bars, tableOfBars } from './Bars'
import styles from './learning.module.css'
import { groupOf, medianText } from './model/spread'

const title = 'Who noticed first'
const sub = 'incidents by how they were detected, with the time to detect'
const usual = ['alarm', 'person', 'customer']

const answerOf = ([by = '']: readonly string[]) => (by === '' ? 'out' : by === 'alarm' ? 'yes' : 'no')

/** Alarm, person or customer; the share of alarms over time and against the time before; time to detect. */
export function Detection({ scope }: { readonly scope: Scope }) {
  const { span, before } = scope
  const question = scope.question(['detection'], { bucket: bucketFor(span.step), clock: 'detect' })
  const view = useSummary(question)
  const earlier = useSummary(scope.question(['detection'], {}, before), before !== undefined && view.state === 'ready')
  return (
    <Panel title={title} sub={sub} view={view} className={trends.narrow} rows={6}>
      {() => {
        const found = new Set(view.summary.cells.map(({ key }) => key[0] ?? ''))
        const known = [...usual, ...[...found].filter((each) => each !== '' && !usual.includes(each)).toSorted()]
        const bars = [...known, ''].map((value) => {
          const group = groupOf(view.summary, ([by]) => by === value)
          return {
            key: value,
            label: valueText('detection', value),
            count: group.count,
            to: scope.recordsAt(question, { detection: [value] }),
            extra: medianText(group),
          }
        })
        const share = (summary: typeof view.summary) => {
          const { yes, no } = answersOf(summary, answerOf)
          return { count: yes, of: yes + no }
        }
        const [is, was] = [share(view.summary), share(earlier.summary)]
        const verdict =
          before && earlier.state === 'ready' && !earlier.outdated && shareVerdict(compareShares(was, is), 'more')
        const series = seriesOf(view.summary, span.periods)
        const alarms = series.find(({ key }) => key === 'alarm')?.counts ?? []
        const silent = sum(bars.filter(({ key }) => key === '').map((bar) => bar.count))
        const sentence = `${is.of === 0 ? 'Nothing is known of how they were noticed' : `${percentText(is)} noticed by an alarm`}; n = ${count(is.of)}; left out: ${count(silent)} not recorded.`
        return (
          <ChartFrame
            title={title}
            sub={sub}
            method={methods.detection}
            summary={sentence}
            table={tableOfBars('Incidents by detection', 'Noticed by', bars, 'Time to detect')}
            className={trends.narrow ?? ''}
          >
            {is.of === 0 ? (
              <EmptyState title="Detection is not recorded">
                No incident in this range tells who noticed it first.
              </EmptyState>
            ) : (
              <>
                <Bars label="Incidents by detection" bars={bars} />
                <ul className={styles.lines}>
                  {verdict && (
                    <li>
                      Share of alarms against the time before: {verdict.change} {verdict.text} {verdict.interval}
                    </li>
                  )}
                  {alarms.length > 1 && (
                    <li>
                      By alarm, over time <Sparkline values={alarms} />
                    </li>
                  )}
                </ul>
              </>
            )}
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
