import { useId } from 'react'
import type { Finding } from '../../domain/query/standing'
import { Menu, StackBar } from '../../ui'
import { Explain } from './Explain'
import { figured, type Listing, otherGaps } from './model/listing'
import { alarms, countText, findingNames, notRecorded } from './model/words'
import styles from './Summary.module.css'

interface SummaryProps {
  readonly listing: Listing
  readonly finding: Finding | undefined
  /** Chooses a finding, or none. */
  readonly onFinding: (finding: Finding | undefined) => void
}

/** How much is owned, and what is wrong with the rest. Each figure is a switch that lists what it counts. */
export function Summary({ listing, finding, onFinding }: SummaryProps) {
  const title = useId()
  const toggle = (wanted: Finding) => onFinding(wanted === finding ? undefined : wanted)
  return (
    <section className={styles.cards} aria-labelledby={title}>
      <h2 id={title} className="hidden">
        Gaps
      </h2>
      <Owned listing={listing} pressed={finding === 'unowned'} onToggle={() => toggle('unowned')} />
      {figured.map((kind) => {
        const count = listing.count(kind)
        return (
          <div key={kind} className={styles.card} data-pressed={finding === kind}>
            <Switch
              label={findingNames[kind]}
              pressed={finding === kind}
              onToggle={count === undefined ? undefined : () => toggle(kind)}
            />
            {count === undefined ? (
              <div className={styles.absent}>{notRecorded}</div>
            ) : (
              <>
                <div className={styles.big} data-alarm={count === 0 ? 'muted' : alarms[kind]}>
                  {countText(count)}
                </div>
                <div className={styles.of}>of {countText(listing.base.length)} activities</div>
              </>
            )}
          </div>
        )
      })}
      <Others listing={listing} finding={finding} onFinding={onFinding} />
    </section>
  )
}

/** The title of a figure. As a switch it covers the whole card; without `onToggle` it is a plain title. */
function Switch({
  label,
  pressed,
  onToggle,
}: {
  readonly label: string
  readonly pressed: boolean
  readonly onToggle: (() => void) | undefined
}) {
  return (
    <h3>
      {onToggle ? (
        <button type="button" className={styles.switch} aria-pressed={pressed} onClick={onToggle}>
          {label}
        </button>
      ) : (
        label
      )}
    </h3>
  )
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`

function Owned({
  listing: { coverage, base },
  pressed,
  onToggle,
}: {
  readonly listing: Listing
  readonly pressed: boolean
  readonly onToggle: () => void
}) {
  const { judged, owned, partly, unowned, byDesign } = coverage
  return (
    <div className={styles.card} data-pressed={pressed}>
      <Switch label="Owned end to end" pressed={pressed} onToggle={judged === 0 ? undefined : onToggle} />
      {judged === 0 ? (
        <div className={styles.absent}>{base.length === 0 ? 'no activities' : `owners are ${notRecorded}`}</div>
      ) : (
        <>
          <div className={styles.big}>
            {share(owned, judged)}
            <span className={styles.beside}>
              {countText(judged - owned)} of {countText(judged)} not
            </span>
          </div>
          <StackBar
            label="Ownership of activities"
            parts={[
              { name: 'owned end to end', value: owned, fill: 'var(--r)' },
              { name: 'owned in part', value: partly, fill: 'var(--warn)' },
              { name: 'nobody answers', value: unowned, fill: 'var(--sev1)' },
            ]}
          />
        </>
      )}
      <Explain label="How owned end to end is counted">
        <p>
          <b>Owned end to end</b> = exactly one accountable party that is still active, and somebody active responsible
          {byDesign > 0 && `; or by design without owner (${byDesign} here)`}.
        </p>
        <p>
          {owned} owned + {partly} owned in part + {unowned} that nobody answers for = {judged} judged.
        </p>
        {base.length > judged && <p>{base.length - judged} more are not judged: their sources record no owners.</p>}
      </Explain>
    </div>
  )
}

/** The gaps that have no figure of their own, one of which can be chosen. */
function Others({ listing, finding, onFinding }: SummaryProps) {
  const chosen = otherGaps.find((kind) => kind === finding)
  const counted = otherGaps.filter((kind) => listing.count(kind) !== undefined)
  const items = otherGaps.map((kind) => ({
    key: kind,
    label: (
      <span className={styles.item}>
        {findingNames[kind]} <b>{counted.includes(kind) && countText(listing.count(kind) ?? 0)}</b>
      </span>
    ),
    disabledReason: listing.count(kind) === undefined ? `No source records what this takes.` : undefined,
    onSelect: () => onFinding(kind === finding ? undefined : kind),
  }))
  return (
    <div className={styles.card} data-pressed={chosen !== undefined}>
      <h3>{chosen === undefined ? 'Other gaps' : findingNames[chosen]}</h3>
      {counted.length === 0 ? (
        <div className={styles.absent}>{notRecorded}</div>
      ) : (
        <div className={styles.big} data-alarm="muted">
          {countText(chosen === undefined ? listing.countAny(counted) : (listing.count(chosen) ?? 0))}
        </div>
      )}
      <div className={styles.choose}>
        <Menu label="More" name="More: other gaps" items={items} />
      </div>
    </div>
  )
}
