import type { ReactNode } from 'react'
import { Sparkline } from '../../../charts'
import type { SummaryView } from '../../../data'
import { Card, cx, Figure, Link, Skeleton } from '../../../ui'
import type { Verdict } from '../model/compare'
import type { HeadFigure } from '../model/figures'
import trends from '../trends.module.css'
import { About, type AboutProps } from './About'
import styles from './figures.module.css'

export interface ShownProps {
  readonly figure: HeadFigure
  /** Where exactly what is counted is listed; absent where it is none, or not of this question any more. */
  readonly to?: string | undefined
  /** The others of which a share is told. */
  readonly rest?: { readonly text: string; readonly to: string } | undefined
  readonly about: Omit<AboutProps, 'label'>
  readonly className?: string | undefined
  readonly children?: ReactNode
}

/** The verdict in words; a real change with a triangle that says which way. */
const Said = ({ verdict: { direction, text, interval } }: { readonly verdict: Verdict }) => (
  <b>
    {direction && <i className={cx(trends.triangle, trends[direction])} />}
    {text} {interval !== undefined && <span className={trends.interval}>{interval}</span>}
  </b>
)

/** One figure: the number, its change with a verdict, n, what was left out, and how it is counted. */
export function Shown({ figure, to, rest, about, className, children }: ShownProps) {
  const { label, value, basis, verdict, shape } = figure
  const words = value === 'not available'
  return (
    <Figure
      className={cx(trends.figure, className)}
      label={label}
      value={<span className={words ? trends.words : trends.value}>{value}</span>}
      tone={words ? 'neutral' : 'plain'}
      {...(to !== undefined && { to })}
      {...(verdict?.change !== undefined && { change: verdict.change, changeTone: verdict.tone })}
      {...(verdict && { note: <Said verdict={verdict} />, noteTone: verdict.tone })}
    >
      {basis.map((line) => (
        <p key={line} className={trends.basis}>
          {line}
        </p>
      ))}
      {shape && <Sparkline values={shape} />}
      {children}
      <div className={styles.foot}>
        {rest && (
          <Link className={styles.rest} to={rest.to}>
            {rest.text}
          </Link>
        )}
        <About label={label} {...about} />
      </div>
    </Figure>
  )
}

/** The place of a figure that is not there: being counted, or why it could not be. */
export function Waiting({ label, view, className }: WaitingProps) {
  if (view.state === 'loading')
    return (
      <Card className={cx(trends.figure, className)}>
        <Skeleton label={`Counting: ${label}`} rows={3} />
      </Card>
    )
  const why = view.missing.map(({ source, error }) => `${source}: ${error.message}`).join('; ')
  return (
    <Figure
      className={cx(trends.figure, className)}
      label={label}
      value={<span className={trends.words}>{view.state === 'failed' ? 'could not be counted' : 'not available'}</span>}
      tone="neutral"
      note={view.state === 'failed' ? why : 'no source here tells of it'}
    />
  )
}

interface WaitingProps {
  readonly label: string
  readonly view: {
    readonly state: SummaryView['state']
    readonly missing: readonly { readonly source: string; readonly error: Pick<Error, 'message'> }[]
  }
  readonly className?: string | undefined
}
