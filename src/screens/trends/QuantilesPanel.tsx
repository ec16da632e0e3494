import { ChartFrame } from '../../charts'
import type { Clock } from '../../domain/incident'
import { endWords } from './drawing'
import { methods } from './methods'
import { quantilesView } from './model/quantiles'
import { Panel } from './Panel'
import { readingsAt } from './readings'
import type { Scope } from './scope'
import styles from './trends.module.css'
import type { useTimed } from './useTimed'

const title = 'How long, in quantiles'

export interface TimedProps {
  readonly timed: ReturnType<typeof useTimed>
  readonly clock: Clock
  readonly scope: Scope
}

/** p50 to p95 per severity, with what they were counted from. Each number opens its records. */
export function QuantilesPanel({ timed: { bySeverity, question }, clock, scope }: TimedProps) {
  const sub = `time until ${endWords[clock]}, by severity`
  return (
    <Panel title={title} sub={sub} view={bySeverity} className={styles.wide} rows={6}>
      {() => {
        const { table, sentence } = quantilesView(bySeverity.summary, endWords[clock], readingsAt(scope, question))
        return (
          <ChartFrame
            title={title}
            sub={sub}
            method={methods.quantiles}
            summary={sentence}
            table={table}
            className={styles.wide ?? ''}
          />
        )
      }}
    </Panel>
  )
}
