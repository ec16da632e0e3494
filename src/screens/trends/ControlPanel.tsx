import { ChartFrame, ControlPoints } from '../../charts'
import { EmptyState, Skeleton } from '../../ui'
import { endWords } from './drawing'
import { methods } from './methods'
import { controlView } from './model/control'
import { Panel } from './Panel'
import type { TimedProps } from './QuantilesPanel'
import styles from './trends.module.css'

const title = 'Is it getting faster?'

/** The median of consecutive groups of incidents, with the level and limits found in them. */
export function ControlPanel({ timed: { byDay, question }, clock, scope }: TimedProps) {
  const about = `median time until ${endWords[clock]}`
  return (
    <Panel title={title} sub={about} view={byDay} className={styles.narrow} rows={6}>
      {() => {
        const { model, table, sentence, n } = controlView(byDay.summary, scope.span, endWords[clock], (stretch) =>
          scope.recordsAt(question, { reading: ['closed', 'open'] }, stretch),
        )
        return (
          <ChartFrame
            title={title}
            sub={`${about}, per ${n} incidents or more`}
            method={methods.control}
            summary={sentence}
            table={table}
            className={styles.narrow ?? ''}
          >
            {model ? (
              <ControlPoints
                model={model}
                label={`${about}, one point for each ${n} incidents`}
                placeholder={<Skeleton label={title} rows={6} />}
              />
            ) : (
              <EmptyState title="Too few to tell">
                It takes two groups of {n} incidents whose time is known. What is known stands in the table.
              </EmptyState>
            )}
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
