import { useNow, useZone } from '../../../data'
import { dateText } from '../../../domain/time/format'
import type { AboutProps } from './ActivityDrawer'
import { Fact } from './Fact'
import { PartyLink } from './PartyLink'
import { gapText } from './words'
import styles from './drawer.module.css'

/** Gaps that are borne with for some time, why, and by whose leave. Without any it says nothing. */
export function Exceptions({ standing: { activity }, ownership }: AboutProps) {
  const now = useNow(600)
  const { name: zone } = useZone()
  const { exceptions = [] } = activity
  if (exceptions.length === 0) return null
  return (
    <Fact term="Excused">
      <ul className={styles.holders}>
        {exceptions
          .toSorted((left, right) => right.until - left.until)
          .map(({ gap, until, reason, by }) => (
            <li key={`${gap} ${until}`}>
              {gapText(gap)}{' '}
              <span className={until > now ? undefined : styles.absent}>
                {until > now ? `until ${dateText(until, zone)}` : `until ${dateText(until, zone)}, ended`}
              </span>
              <span className="muted">
                : {reason}
                {by !== undefined && (
                  <>
                    {' · by '}
                    <PartyLink id={by} ownership={ownership} />
                  </>
                )}
              </span>
            </li>
          ))}
      </ul>
    </Fact>
  )
}
