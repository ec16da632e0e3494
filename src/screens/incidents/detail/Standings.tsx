import { useSummary, useZone } from '../../../data'
import { type Clock, type Incident, readClock } from '../../../domain/incident'
import { standing } from '../../../domain/percentile'
import { day24, type Instant, instant } from '../../../domain/units'
import { useAnchor } from '../anchor'
import { severityWord } from '../words'
import styles from './detail.module.css'

const measured = ['detect', 'acknowledge', 'mitigate', 'resolve'] as const satisfies readonly Clock[]

const words: Readonly<Record<(typeof measured)[number], { readonly done: string; readonly waiting: string }>> = {
  detect: { done: 'Detected', waiting: 'Not detected' },
  acknowledge: { done: 'Acknowledged', waiting: 'Not acknowledged' },
  mitigate: { done: 'Mitigated', waiting: 'Not mitigated' },
  resolve: { done: 'Resolved', waiting: 'Not resolved' },
}

const percent = (share: number): string => `${Math.round(share * 100)}%`
const year = 365 * day24

interface StandingProps {
  readonly incident: Incident
  readonly clock: (typeof measured)[number]
  readonly now: Instant
}

/** Where one of its lengths stands among incidents of its severity that opened in the twelve months before. */
function Standing({ incident, clock, now }: StandingProps) {
  const zone = useZone()
  const reading = readClock(incident, clock, now)
  const measurable = reading.kind === 'closed' || reading.kind === 'open'
  const { summary, state } = useSummary(
    {
      query: {
        severities: [incident.severity ?? 0],
        openedFrom: instant(incident.opened - year),
        openedTo: incident.opened,
      },
      zone: zone.name,
      by: [],
      clock,
      now,
    },
    measurable,
  )
  if (!measurable || state !== 'ready') return null
  const [cell] = summary.cells
  const none = { kind: 'exact', values: [] } as const
  const found = standing(reading.length, cell?.closed ?? none, cell?.open ?? none)
  const { done, waiting } = words[clock]
  const ended = reading.kind === 'closed'
  // Just begun: that nothing was faster is no news.
  if (!ended && found.kind === 'known' && found.slower > 0.995) return null
  return (
    <span>
      {found.kind === 'few' ? (
        <>
          {ended ? done : waiting}: too few to tell (n = {found.n})
        </>
      ) : ended ? (
        <>
          {done} faster than <b>{percent(found.slower)}</b> (n = {found.n.toLocaleString('en')})
        </>
      ) : (
        <>
          {waiting} yet: already longer than <b>{percent(1 - found.slower)}</b> (n = {found.n.toLocaleString('en')})
        </>
      )}
    </span>
  )
}

/** How its times compare; says with what. */
export function Standings({ incident }: { readonly incident: Incident }) {
  const { at } = useAnchor()
  return (
    <p className={styles.standings}>
      {measured.map((clock) => (
        <Standing key={clock} incident={incident} clock={clock} now={at} />
      ))}
      <span className={styles.against}>of {severityWord(incident.severity)} in the 12 months before</span>
    </p>
  )
}
