import { countOf } from '../../domain/distribution'
import { ActionsCard } from './figures/ActionsCard'
import type { AboutProps } from './figures/About'
import styles from './figures/figures.module.css'
import { MostOpenCard } from './figures/MostOpenCard'
import { CameBack, OwnerKnown, Reopened, ReviewsOnTime } from './figures/shares'
import { Shown, Waiting } from './figures/Shown'
import { bootstrapSource } from './figures/words'
import { sum } from './model/counts'
import { comparableOf, countWords, lengthWords, openWords, severe } from './model/headWords'
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

/** The figures a review begins with: six in a row, and the rest below. */
export function HeadFigures({ scope, figures, taking, sideBySide }: HeadFiguresProps) {
  const { span, before } = scope
  const { resolve, resolveBefore, timed, timedBefore, clock, open } = figures
  const comparable = comparableOf(before, taking, sideBySide)
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
        about={about(timed, lengthWords(clock, p))}
      />
    )
  }
  const counting = about(resolve, countWords)
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
        className={styles.wider}
      />
      {open.state === 'ready' ? (
        <Shown
          figure={openFigure(open.summary, sum(resolve.summary.cells.map(({ count: n }) => n)))}
          to={scope.recordsAt({ ...asked, query: { ...asked.query, openAt: span.now } })}
          about={about(open, openWords)}
          className={styles.half}
        />
      ) : (
        <Waiting label="Still open" view={open} className={styles.half} />
      )}
      <MostOpenCard scope={scope} enabled={open.state === 'ready'} />
    </>
  )
}
