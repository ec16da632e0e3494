import { durationText } from '../../domain/time/format'
import type { Instant } from '../../domain/units'
import { type Heartbeat, type Picture, tellableSkew } from '../../domain/wall/freshness'
import { useSources } from '../../data'
import { cx } from '../../ui'
import type { Light } from './believed'
import { useTick, useWallClock } from './clock'
import { Lit } from './Lamp'
import { Moment } from './Ticking'
import styles from './wall.module.css'

interface PictureBannerProps {
  readonly picture: Picture
  readonly tellers: readonly Light[]
  /** The oldest reading that takes part. */
  readonly asOf: Instant | undefined
}

const titles: Readonly<Record<Exclude<Picture, 'live' | 'partly'>, string>> = {
  copy: 'A copy, not live',
  late: 'Late',
  frozen: 'Not live',
  dead: 'Not live',
  waiting: 'Waiting for the first answer',
}

/** Says of the whole picture that it is not live, or names the sources whose part is not. Nothing where all is live. */
export function PictureBanner({ picture, tellers, asOf }: PictureBannerProps) {
  const now = useTick(1)
  if (picture === 'live') return null
  if (picture === 'partly')
    return (
      <div role="status" className={styles.partly}>
        {tellers
          .filter(({ belief }) => belief !== 'live' && belief !== 'copy')
          .map((light) => (
            <Lit
              key={light.id}
              light={light}
              more={light.belief === 'late' ? '' : ': its incidents are missing or old'}
            />
          ))}
      </div>
    )
  const age = asOf === undefined ? undefined : Math.max(0, now - asOf)
  // Who does not let the display in stands below, with what to do.
  const told = tellers.find(({ error, fault }) => error && fault !== 'unauthenticated' && fault !== 'forbidden')
  return (
    <div
      role={picture === 'waiting' ? 'status' : 'alert'}
      className={cx(
        styles.banner,
        picture === 'late' && styles.lateBanner,
        picture === 'waiting' && styles.waitingBanner,
      )}
    >
      <b>{titles[picture]}</b>{' '}
      <span>
        {asOf !== undefined && (
          <>
            this is the picture of <Moment at={asOf} />
            {picture !== 'copy' && age !== undefined && `, ${durationText(age)} ago`}
          </>
        )}
        {asOf === undefined && picture !== 'waiting' && 'no source of incidents answers: what burns is not known'}
        {told && <> · {told.error}</>}
      </span>
    </div>
  )
}

/** Monitoring that says nothing at all is no good news. */
export function HeartbeatBanner({
  beat,
  rule,
}: {
  readonly beat: Heartbeat | undefined
  readonly rule: string | undefined
}) {
  if (!beat || beat.kind === 'beats') return null
  return (
    <div role="alert" className={styles.banner}>
      <b>{beat.kind === 'missing' ? 'Monitoring may be down' : 'Monitoring is not seen'}</b>{' '}
      <span>
        {beat.kind === 'unknown' && `no source tells events just now: “${rule}” may beat or not`}
        {beat.kind === 'missing' && beat.at === undefined && `no heartbeat “${rule}” in the last day`}
        {beat.kind === 'missing' && beat.at !== undefined && (
          <>
            the last heartbeat “{rule}” came at <Moment at={beat.at} />
          </>
        )}
      </span>
    </div>
  )
}

const seconds = (ms: number): string =>
  Math.abs(ms) < 60_000 ? `${Math.round(Math.abs(ms) / 1000)} s` : durationText(Math.abs(ms))

/** A display whose clock is wrong says so; ages go by the server's clock all the same. */
export function SkewNote() {
  const { offset, live } = useWallClock()
  const several = useSources().length > 1
  if (!live || Math.abs(offset) <= tellableSkew) return null
  return (
    <div role="note" className={styles.partly}>
      This display’s clock is {seconds(offset)} {offset > 0 ? 'slow' : 'fast'}. Ages go by the server’s
      {several && ' that is believed first'}.
    </div>
  )
}
