import { type ReactNode, useId, useRef } from 'react'
import { Card } from '../ui/Card'
import { cx } from '../ui/cx'
import { FigureRows, Figures, type FigureTable } from './Figures'
import styles from './frame.module.css'
import { Method } from './Method'
import { SaveMenu } from './SaveMenu'

export interface ChartFrameProps {
  readonly title: string
  /** What is drawn, in a few words. */
  readonly sub: string
  /** One sentence that says what the drawing shows: read by everybody. */
  readonly summary: string
  /** How its numbers are reckoned, and after whom. */
  readonly method?: string
  /** The same numbers, in words and digits. */
  readonly table: FigureTable
  /** Switches of this chart, at the right of its title. */
  readonly tools?: ReactNode
  /** What must be known to read the drawing right: gaps in the data, too few incidents. */
  readonly note?: ReactNode
  readonly legend?: ReactNode
  readonly className?: string
  /** The drawing. Absent where the table is all there is to see. */
  readonly children?: ReactNode
}

/**
 * A named figure with a sentence, its drawing, and a table of the same numbers behind a disclosure. Inside a
 * `ChartScopeProvider` it can be saved as PNG, SVG and CSV.
 */
export function ChartFrame(props: ChartFrameProps) {
  const { title, sub, summary, method, table, tools, note, legend, className, children } = props
  const id = useId()
  const figure = useRef<HTMLElement>(null)
  return (
    <Card className={cx(styles.card, className)}>
      <figure ref={figure} className={styles.frame} aria-labelledby={`${id}t`} aria-describedby={`${id}s`}>
        <header className={styles.head}>
          <div className={styles.words}>
            <h2 id={`${id}t`}>{title}</h2>
            <p className={styles.sub}>{sub}</p>
          </div>
          {tools && <div className={styles.tools}>{tools}</div>}
          <SaveMenu figure={figure} title={title} sub={sub} summary={summary} table={table} />
        </header>
        {note && (
          <div className={styles.note} data-picture="part">
            {note}
          </div>
        )}
        <div className={styles.drawing} data-picture="part">
          {children ?? <FigureRows table={table} />}
        </div>
        {legend && <div data-picture="part">{legend}</div>}
        <footer className={styles.foot}>
          <p id={`${id}s`}>{summary}</p>
          {method !== undefined && <Method title={title} text={method} />}
          {children !== undefined && <Figures table={table} />}
        </footer>
      </figure>
    </Card>
  )
}
