import { countOf } from '../../domain/distribution'
import type { Clock } from '../../domain/incident'
import { ActionsCard } from './figures/ActionsCard'
import type { AboutProps } from './figures/About'
import styles from './figures/figures.module.css'
import { CameBack, OwnerKnown, Reopened, ReviewsOnTime } from './figures/shares'
import type { Comparable } from './figures/ShareCard'
import { Shown, Waiting } from './figures/Shown'
import { bootstrapSource } from './figures/words'
import { sum } from './model/counts'
import { whole } from './model/edges'
import { countFigure, lengthFigure, type Measured, openFigure } from './model/figures'
import { count } from './model/words'
import type { Scope } from './scope'
import type { Figures } from './useFigures'

export interface HeadFiguresProps {
  readonly scope: Scope
  readonly figures: Figures
  /** Indexes of the periods that may be compared. */
  readonly taking: readonly number[]
  /** Those periods and the ones compared with stand side by side: the same days a year apart. */
  readonly sideBySide: boolean
}

const severe = ['1', '2']

const ofClock: Readonly<Record<Clock, string>> = {
  detect: 'from the start to the detection',
  acknowledge: 'from the detection to the acknowledgement',
  mitigate: 'from the detection to the mitigation',
  resolve: 'from the detection to the resolution',
  close: 'from the detection to the closing',
}

/** The periods of both stretches that may be compared. Of the same days a year before, just those that are whole now. */
function comparableOf({ before }: Scope, taking: readonly number[], sideBySide: boolean): Comparable {
  const earlier = before ? whole(before.periods, []) : []
  if (!sideBySide) return { now: taking, before: earlier }
  const both = taking.filter((index) => earlier.includes(index))
  return { now: both, before: both }
}

/** The figures a review begins with: six in a row, and the rest below. */
export function HeadFigures({ scope, figures, taking, sideBySide }: HeadFiguresProps) {
  const { span, before } = scope
  const { resolve, resolveBefore, timed, timedBefore, clock, open } = figures
  const comparable = comparableOf(scope, taking, sideBySide)
  const now = (view: typeof resolve): Measured => ({
    summary: view.summary,
    periods: span.periods,
    whole: comparable.now,
  })
  const then = (view: typeof resolve): Measured | undefined =>
    before && view.state === 'ready'
      ? { summary: view.summary, periods: before.periods, whole: comparable.before }
      : undefined
  const asked = scope.question(['severity'], { clock })
  const about = (view: typeof resolve, told: Pick<AboutProps, 'definition' | 'formula'>) => ({
    ...told,
    source: bootstrapSource,
    asOf: view.asOf ?? span.now,
    zone: span.zone,
  })
  const length = (name: string, p: number) => {
    const label = `${name} time to ${clock}`
    if (timed.state !== 'ready') return <Waiting key={label} label={label} view={timed} />
    const unrecorded = `no source here records it: time to ${clock}`
    const figure = lengthFigure(label, p, now(timed), then(timedBefore), unrecorded)
    const burning = sum(timed.summary.cells.map(({ open: still }) => countOf(still)))
    return (
      <Shown
        key={label}
        figure={figure}
        to={figure.value === 'not available' ? undefined : scope.recordsAt(asked, { reading: ['closed'] })}
        rest={
          burning > 0
            ? { text: `${count(burning)} not there yet`, to: scope.recordsAt(asked, { reading: ['open'] }) }
            : undefined
        }
        about={about(timed, {
          definition: `${name === 'p90' ? 'Nine of ten' : 'Half'} of the incidents that got there took no longer, ${ofClock[clock]}. Those still open have no part in it: the curve beside counts them.`,
          formula: `Quantile ${p} of the lengths that ended, linear interpolation (type 7 of Hyndman and Fan 1996).`,
        })}
      />
    )
  }
  const counting = about(resolve, {
    definition: 'Incidents that began in the range, under the filters.',
    formula: 'Their number. Compared: the mean per period, of as many whole periods on either side.',
  })
  return (
    <>
      <Shown
        figure={countFigure('Incidents', now(resolve), then(resolveBefore), span.step)}
        to={scope.recordsAt(scope.question([]))}
        about={counting}
      />
      {length('Median', 0.5)}
      {length('p90', 0.9)}
      <CameBack scope={scope} comparable={comparable} />
      <OwnerKnown scope={scope} comparable={comparable} />
      <ActionsCard scope={scope} />
      <Reopened scope={scope} comparable={comparable} />
      <ReviewsOnTime scope={scope} comparable={comparable} />
      <Shown
        figure={countFigure('SEV1 and SEV2', now(resolve), then(resolveBefore), span.step, severe)}
        to={scope.recordsAt(scope.question(['severity']), { severity: severe })}
        about={counting}
        className={styles.second}
      />
      {open.state === 'ready' ? (
        <Shown
          figure={openFigure(open.summary)}
          to={scope.recordsAt({ ...asked, query: { ...asked.query, openAt: span.now } })}
          about={about(open, {
            definition: 'Incidents that began in the range and were not resolved at the moment named below.',
            formula: 'Their number, and the quantiles of their age.',
          })}
          className={styles.second}
        />
      ) : (
        <Waiting label="Still open" view={open} className={styles.second} />
      )}
    </>
  )
}
