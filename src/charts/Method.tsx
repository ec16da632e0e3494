import { dateTimeText } from '../domain/time/format'
import { useChartScope } from './ChartScope'
import styles from './frame.module.css'

export interface MethodProps {
  readonly title: string
  /** How the numbers are reckoned, and after whom. */
  readonly text: string
}

/** What a reader needs to check a chart: how it is reckoned, over what, and as of when. */
export function Method({ title, text }: MethodProps) {
  const scope = useChartScope()
  return (
    <details className={styles.figures}>
      <summary aria-label={`Method: ${title}`}>Method</summary>
      <p>{text}</p>
      {scope && (
        <p>
          {scope.lines.map((line) => `${line}. `)}
          As of {dateTimeText(scope.asOf, scope.zone)}.
        </p>
      )}
    </details>
  )
}
