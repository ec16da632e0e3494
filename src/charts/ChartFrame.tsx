import { type ReactNode, useId } from 'react'
import { Card } from '../ui/Card'
import { cx } from '../ui/cx'
import { Figures, type FigureTable } from './Figures'
import styles from './frame.module.css'

export interface ChartFrameProps {
  readonly title: string
  /** What is drawn, in a few words. */
  readonly sub: string
  /** One sentence that says what the drawing shows: read by everybody. */
  readonly summary: string
  /** The same numbers, in words and digits. */
  readonly table: FigureTable
  /** Switches of this chart, at the right of its title. */
  readonly tools?: ReactNode
  /** What must be known to read the drawing right: gaps in the data, too few incidents. */
  readonly note?: ReactNode
  readonly legend?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A named figure with a sentence, its drawing, and a table of the same numbers behind a disclosure. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, sub, summary, table, tools, note, legend, className, children } = props
  const id = useId()
  return (
    <Card className={cx(styles.card, className)}>
      <figure className={styles.frame} aria-labelledby={`${id}t`} aria-describedby={`${id}s`}>
        <header className={styles.head}>
          <div>
            <h2 id={`${id}t`}>{title}</h2>
            <p className={styles.sub}>{sub}</p>
          </div>
          {tools}
        </header>
        {note && <div className={styles.note}>{note}</div>}
        <div className={styles.drawing}>{children}</div>
        {legend}
        <footer className={styles.foot}>
          <p id={`${id}s`}>{summary}</p>
          <Figures table={table} />
        </footer>
      </figure>
    </Card>
  )
}
