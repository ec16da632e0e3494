import { ChartFrame } from '../../../charts'
import { severityLooks } from '../../../charts/severity'
import { useSummary } from '../../../data'
import { EmptyState } from '../../../ui'
import { methods } from '../methods'
import { count } from '../model/words'
import { Panel } from '../Panel'
import type { Scope } from '../scope'
import trends from '../trends.module.css'
import { type Bar, Bars, tableOfBars } from './Bars'
import { groupOf } from './model/spread'

const title = 'Promises kept'
const sub = 'whether the source says that the agreed time was kept'
const by = ['sla', 'severity'] as const

/** Service levels met and missed, and the missed ones by severity, as the source judged them. */
export function Promises({ scope }: { readonly scope: Scope }) {
  const question = scope.question(by)
  const view = useSummary(question)
  return (
    <Panel title={title} sub={sub} view={view} className={trends.narrow} rows={7}>
      {() => {
        const { cells } = view.summary
        const counted = (word: string, severity?: string) =>
          groupOf(view.summary, ([sla, of]) => sla === word && (severity === undefined || of === severity)).count
        const [met, missed, untold] = [counted('yes'), counted('no'), counted('')]
        const told = met + missed
        const share = (part: number, whole: number) => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`)
        const bar = (key: string, label: string, sla: string): Bar => ({
          key,
          label,
          count: counted(sla),
          to: scope.recordsAt(question, { sla: [sla] }),
          extra: share(counted(sla), told),
        })
        const severities = severityLooks(cells.flatMap(({ key: [sla, of = ''] }) => (sla === 'no' ? [of] : [])))
        const bars = [
          bar('met', 'kept', 'yes'),
          bar('missed', 'missed', 'no'),
          ...severities.map(({ key, label }): Bar => {
            const [kept, broken] = [counted('yes', key), counted('no', key)]
            return {
              key: `missed ${key}`,
              label: `missed, ${label}`,
              count: broken,
              to: scope.recordsAt(question, { sla: ['no'], severity: [key] }),
              extra: `${share(broken, kept + broken)} of its`,
            }
          }),
        ]
        return (
          <ChartFrame
            title={title}
            sub={sub}
            method={methods.promises}
            summary={`n = ${count(told)}; left out: ${count(untold)} of which no promise is recorded. Judged by the source, not reckoned here.`}
            table={tableOfBars('Incidents by promises kept', 'Promise', bars, 'Share')}
            className={trends.narrow ?? ''}
          >
            {told === 0 ? (
              <EmptyState title="No promises are recorded">
                No source here tells whether an agreed time was kept.
              </EmptyState>
            ) : (
              <Bars label="Incidents by promises kept" bars={bars} />
            )}
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
