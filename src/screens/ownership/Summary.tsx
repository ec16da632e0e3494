import { useId } from 'react'
import { halfRecorded } from '../../domain/coverage'
import type { Finding } from '../../domain/query/standing'
import { IconButton, Menu, StackBar } from '../../ui'
import { figured, type Listing, otherGaps } from './model/listing'
import type { QueryChange } from './model/useQuery'
import { alarms, countText, findingNames, notRecorded, shareText } from './model/words'
import styles from './Summary.module.css'

const others: readonly Finding[] = [...otherGaps, 'sole', 'excused']

interface SummaryProps {
  readonly listing: Listing
  readonly finding: Finding | undefined
  readonly change: (change: QueryChange) => void
}

/** How much is owned, and what is wrong with the rest. Each figure is a switch that lists what it counts. */
export function Summary({ listing, finding, change }: SummaryProps) {
  const title = useId()
  const toggle = (wanted: Finding) => change({ gap: wanted === finding ? null : wanted })
  return (
    <section className={styles.cards} aria-labelledby={title}>
      <h2 id={title} className="hidden">
        Gaps
      </h2>
      <Owned
        listing={listing}
        pressed={finding === 'unowned'}
        onToggle={() => toggle('unowned')}
        onExplain={() => change({ coverage: true })}
      />
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
      <Others listing={listing} finding={finding} change={change} />
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

function Owned({
  listing: { coverage, base },
  pressed,
  onToggle,
  onExplain,
}: {
  readonly listing: Listing
  readonly pressed: boolean
  readonly onToggle: () => void
  readonly onExplain: () => void
}) {
  const { judged, owned, partly, unowned, borne } = coverage
  return (
    <div className={styles.card} data-pressed={pressed}>
      <Switch
        label={halfRecorded(base) === 0 ? 'Owned end to end' : 'Owned as far as recorded'}
        pressed={pressed}
        onToggle={judged === 0 ? undefined : onToggle}
      />
      {judged === 0 ? (
        <div className={styles.absent}>{base.length === 0 ? 'no activities' : `owners are ${notRecorded}`}</div>
      ) : (
        <>
          <div className={styles.big}>
            {shareText(owned, judged)}
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
              ...(borne > 0 ? [{ name: 'excused for now', value: borne, fill: 'var(--i)' }] : []),
            ]}
          />
        </>
      )}
      <span className={styles.explain}>
        <IconButton icon="info" label="How owned end to end is counted: coverage and all gaps" onClick={onExplain} />
      </span>
    </div>
  )
}

/** The findings that have no figure of their own, one of which can be chosen. */
function Others({ listing, finding, change }: SummaryProps) {
  const chosen = others.find((kind) => kind === finding)
  const gaps = otherGaps.filter((kind) => listing.count(kind) !== undefined)
  const items = others.map((kind) => {
    const count = listing.count(kind)
    return {
      key: kind,
      label: (
        <span className={styles.item}>
          {findingNames[kind]} <b>{count !== undefined && countText(count)}</b>
        </span>
      ),
      disabledReason: count === undefined ? `No source records what this takes.` : undefined,
      onSelect: () => change({ gap: kind === finding ? null : kind }),
    }
  })
  const all = { key: 'all', label: 'All gaps and coverage…', onSelect: () => change({ coverage: true }) }
  return (
    <div className={styles.card} data-pressed={chosen !== undefined}>
      <h3>{chosen === undefined ? 'Other gaps' : findingNames[chosen]}</h3>
      {gaps.length === 0 && chosen === undefined ? (
        <div className={styles.absent}>{notRecorded}</div>
      ) : (
        <div className={styles.big} data-alarm="muted">
          {countText(chosen === undefined ? listing.countAny(gaps) : (listing.count(chosen) ?? 0))}
        </div>
      )}
      <div className={styles.choose}>
        <Menu label="More" name="More: other gaps" items={[...items, all]} />
      </div>
    </div>
  )
}
