import { type Instant, instant } from '../../domain/units'
import { cx, FailedState } from '../../ui'
import type { Address } from './address'
import { BoardSkeleton } from './BoardSkeleton'
import { Controls } from './Controls'
import { useDrawing } from './drawing'
import type { Extent, Span } from './model/range'
import { silentSince } from './model/range'
import { Notes } from './Notes'
import { Panels } from './Panels'
import { scopeOf } from './scope'
import { Kept } from './Settling'
import styles from './trends.module.css'
import { useFigures } from './useFigures'
import { useSettled } from './useSettled'

export interface BoardProps {
  readonly address: Address
  readonly extent: Extent
  readonly span: Span
  readonly before: Span | undefined
  readonly zone: string
}

/** The moment up to which something would have been recorded. */
const recordedUntil = (extent: Extent, now: Instant): Instant =>
  silentSince(extent, now) ?? (extent.live ? now : instant(extent.last + 1))

/**
 * All figures of one range under one set of filters. Answers to a new question come one by one: until all that is seen
 * first is there, the old figures stand, all of one range, and are then changed at once.
 */
export function Board({ address, extent, span, before, zone }: BoardProps) {
  const [{ clock }] = useDrawing()
  const scope = scopeOf(span, before, address.filters)
  const answers = useFigures(scope, clock)
  const { resolve, timed, problems, hours, resolveBefore, timedBefore } = answers
  const outdated = [resolve, timed, problems, hours, resolveBefore, timedBefore].some((view) => view.outdated)
  // A name never stands over the figures of another clock.
  const figures = { ...answers, clock: useSettled(clock, !timed.outdated && timed.state !== 'loading') }
  return (
    <>
      <Controls address={address} extent={extent} span={span} before={before} ready={resolve.state === 'ready'} />
      <Notes views={[resolve, timed, problems, hours]} extent={extent} span={span} />
      {resolve.state === 'loading' && <BoardSkeleton />}
      {resolve.state === 'failed' && (
        <FailedState
          what="Incidents could not be counted"
          where={resolve.missing.map(({ source, error }) => `${source}: ${error.message}`).join('; ')}
          onRetry={resolve.retry}
        />
      )}
      {resolve.state === 'ready' && (
        <div className={cx(styles.content, outdated && styles.outdated)} aria-busy={outdated}>
          <Kept keep={outdated}>
            <Panels
              address={address}
              extent={extent}
              span={span}
              before={before}
              zone={zone}
              scope={scope}
              figures={figures}
              until={recordedUntil(extent, span.now)}
            />
          </Kept>
        </div>
      )}
    </>
  )
}
