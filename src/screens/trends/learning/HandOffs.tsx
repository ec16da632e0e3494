import { ChartFrame } from '../../../charts'
import { useSummary } from '../../../data'
import { EmptyState } from '../../../ui'
import { methods } from '../methods'
import { count } from '../model/words'
import { Panel } from '../Panel'
import type { Scope } from '../scope'
import trends from '../trends.module.css'
import { type Bar, Bars, tableOfBars } from './Bars'
import styles from './learning.module.css'
import { compareGroups, differenceText, groupOf, medianText } from './model/spread'

const title = 'Hand-offs'
const sub = 'how often an incident changed hands, or came back to a team'
const by = ['reassignments', 'returns', 'reopened'] as const

const bands = [
  { label: 'never handed on', least: 0, most: 0 },
  { label: 'handed on once', least: 1, most: 1 },
  { label: 'twice', least: 2, most: 2 },
  { label: '3 times or more', least: 3, most: Infinity },
]

/** Reassignments, ping-pong and reopening, and how long incidents with them took. */
export function HandOffs({ scope }: { readonly scope: Scope }) {
  const question = scope.question(by, { clock: 'resolve' })
  const view = useSummary(question)
  return (
    <Panel title={title} sub={sub} view={view} className={trends.narrow} rows={7}>
      {() => {
        const bar = (label: string, at: number, least: number, most: number): Bar => {
          const takes = (key: readonly string[]) =>
            key[at] !== '' && Number(key[at]) >= least && Number(key[at]) <= most
          const group = groupOf(view.summary, takes)
          const values = new Set(view.summary.cells.flatMap(({ key }) => (takes(key) ? [key[at] ?? ''] : [])))
          return {
            key: label,
            label,
            count: group.count,
            to: scope.recordsAt(question, { [by[at] ?? 'reassignments']: [...values] }),
            extra: medianText(group),
          }
        }
        const handed = bands.map(({ label, least, most }) => bar(label, 0, least, most))
        const others = [bar('came back', 1, 1, Infinity), bar('reopened', 2, 1, Infinity)]
        const recorded = (at: number) => groupOf(view.summary, (key) => key[at] !== '').count
        const n = groupOf(view.summary, () => true).count
        const [none, some] = [
          groupOf(view.summary, ([times]) => times === '0'),
          groupOf(view.summary, ([times = '']) => Number(times) > 0),
        ]
        const sentence = `n = ${count(recorded(0))}; left out: ${count(n - recorded(0))} where hand-offs are not recorded, ${count(n - recorded(1))} for coming back, ${count(n - recorded(2))} for reopening. Median time to resolve of those that ended.`
        const bars = [...handed, ...others.filter((_each, index) => recorded(index + 1) > 0)]
        return (
          <ChartFrame
            title={title}
            sub={sub}
            method={methods.handOffs}
            summary={sentence}
            table={tableOfBars('Incidents by hand-offs', 'Hand-offs', bars, 'Time to resolve')}
            className={trends.narrow ?? ''}
          >
            {recorded(0) + recorded(1) + recorded(2) === 0 ? (
              <EmptyState title="Hand-offs are not recorded">
                No source here tells how often incidents change hands.
              </EmptyState>
            ) : (
              <>
                <Bars label="Incidents by hand-offs" bars={bars} />
                <ul className={styles.lines}>
                  <li>
                    Handed on against never: {differenceText(compareGroups(none, some))}. They go together; that does
                    not make one the cause: hard incidents are handed on more.
                  </li>
                </ul>
              </>
            )}
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
