import { Sparkline } from '../../charts'
import type { SummaryView } from '../../data'
import { Card, cx, Figure, Skeleton } from '../../ui'
import type { Verdict } from './model/compare'
import { countFigure, type HeadFigure, lengthFigure, type Measured, openFigure } from './model/figures'
import styles from './trends.module.css'

export interface HeadFiguresProps {
  readonly resolve: Measured
  readonly resolveBefore: Measured | undefined
  readonly acknowledge: SummaryView
  readonly acknowledged: Measured
  readonly acknowledgedBefore: Measured | undefined
  readonly open: SummaryView
  /** Length of a period. */
  readonly unit: string
  readonly to: { readonly all: string; readonly severe: string; readonly open: string }
}

interface ShownProps {
  readonly figure: HeadFigure
  readonly to: string
}

/** One figure: the number, its change with a verdict, and n. The card opens the records. */
function Shown({ figure: { label, value, basis, verdict, shape }, to }: ShownProps) {
  const words = value === 'not available'
  return (
    <Figure
      className={styles.figure ?? ''}
      label={label}
      value={<span className={words ? styles.words : styles.value}>{value}</span>}
      tone={words ? 'neutral' : 'plain'}
      to={to}
      {...(verdict?.change !== undefined && { change: verdict.change, changeTone: verdict.tone })}
      {...(verdict && { note: <Said verdict={verdict} />, noteTone: verdict.tone })}
    >
      {basis.map((line) => (
        <p key={line} className={styles.basis}>
          {line}
        </p>
      ))}
      {shape && <Sparkline values={shape} />}
    </Figure>
  )
}

/** The verdict in words; a real change with a triangle that says which way. */
const Said = ({ verdict: { direction, text, interval } }: { readonly verdict: Verdict }) => (
  <b>
    {direction && <i className={cx(styles.triangle, styles[direction])} />}
    {text} {interval !== undefined && <span className={styles.interval}>{interval}</span>}
  </b>
)

/** The figures a review begins with. */
export function HeadFigures(props: HeadFiguresProps) {
  const { resolve, resolveBefore, acknowledge, acknowledged, acknowledgedBefore, open, unit, to } = props
  const resolved = 'no source here records when incidents were resolved'
  return (
    <>
      <Shown figure={countFigure('Incidents', resolve, resolveBefore, unit)} to={to.all} />
      <Shown figure={countFigure('SEV1 and SEV2', resolve, resolveBefore, unit, ['1', '2'])} to={to.severe} />
      <Shown figure={lengthFigure('Median time to resolve', 0.5, resolve, resolveBefore, resolved)} to={to.all} />
      <Shown figure={lengthFigure('p90 time to resolve', 0.9, resolve, resolveBefore, resolved)} to={to.all} />
      {acknowledge.state === 'ready' ? (
        <Shown
          figure={lengthFigure(
            'Median time to acknowledge',
            0.5,
            acknowledged,
            acknowledgedBefore,
            'no source here records when incidents were acknowledged',
          )}
          to={to.all}
        />
      ) : (
        <Waiting label="Median time to acknowledge" view={acknowledge} />
      )}
      {open.state === 'ready' ? (
        <Shown figure={openFigure(open.summary)} to={to.open} />
      ) : (
        <Waiting label="Still open" view={open} />
      )}
    </>
  )
}

function Waiting({ label, view }: { readonly label: string; readonly view: SummaryView }) {
  if (view.state === 'failed')
    return (
      <Figure
        className={styles.figure ?? ''}
        label={label}
        value={<span className={styles.words}>could not be counted</span>}
        tone="neutral"
        note={view.missing.map(({ source, error }) => `${source}: ${error.message}`).join('; ')}
      />
    )
  return (
    <Card className={styles.figure ?? ''}>
      <Skeleton label={`Counting: ${label}`} rows={2} />
    </Card>
  )
}
