import { useState } from 'react'
import { isWhole, useWhole, useZone } from '../../../data'
import { narrated } from '../../../domain/narrative'
import { dateText } from '../../../domain/time/format'
import type { TimelineEntry } from '../../../domain/timeline'
import { Button, ChipButton, FailedState, FilterSelect, PartialNote, Skeleton } from '../../../ui'
import type { Names } from '../useNames'
import { useMissing } from '../useMissing'
import { counted } from '../words'
import styles from './narrative.module.css'
import { Entry } from './Entry'
import { kindWord } from './entryWords'

/** Most entries drawn at first: nobody reads more at once, and everything stays one click away. */
const step = 200

interface NarrativeProps {
  readonly incident: string
  readonly names: Names
}

/** What happened, entry by entry. */
export function Narrative({ incident, names }: NarrativeProps) {
  const zone = useZone()
  const view = useWhole('timeline', { incidents: [incident] })
  const { items, state, retry } = view
  const missing = useMissing(view)
  const whole = isWhole(view)
  const [newestFirst, setNewestFirst] = useState(true)
  const [kinds, setKinds] = useState<readonly TimelineEntry['kind'][]>([])
  const [most, setMost] = useState(step)

  if (state === 'loading') return <Skeleton label="The timeline is loading" rows={6} />
  if (state === 'failed') return <FailedState what="The timeline could not be read" where={missing} onRetry={retry} />
  const kept = items.filter((entry) => kinds.length === 0 || kinds.includes(entry.kind))
  const told = narrated(kept, newestFirst)
  const counts = Map.groupBy(items, (entry) => entry.kind)
  const options = [...counts].map(([kind, entries]) => ({ value: kind, label: kindWord(kind), count: entries.length }))
  const days = new Set(items.map((entry) => dateText(entry.at, zone.name)))
  return (
    <section aria-label="Timeline">
      <div className={styles.tellHead}>
        <h3>Timeline</h3>
        <span className="muted num">
          {!whole && state !== 'absent' && 'at least '}
          {counted(kept.length, 'entry', 'entries')}
          {kept.length < items.length && `, ${items.length - kept.length} hidden`}
        </span>
        <div className={styles.tellTools}>
          {options.length > 1 && <FilterSelect label="Kind" options={options} value={kinds} onChange={setKinds} />}
          <ChipButton onClick={() => setNewestFirst(!newestFirst)}>
            {newestFirst ? 'Newest first' : 'Oldest first'}
          </ChipButton>
        </div>
      </div>
      {missing !== '' && (
        <PartialNote action={<Button onClick={retry}>Try again</Button>}>Not the whole timeline. {missing}</PartialNote>
      )}
      {items.length === 0 ? (
        <p className="muted">
          {state === 'absent'
            ? 'No source tells timelines.'
            : whole
              ? 'Nothing was written down about this incident.'
              : 'Nothing was heard of this incident so far. There may be more.'}
        </p>
      ) : (
        <ol className={styles.entries}>
          {told.slice(0, most).map((entry, index) => {
            const day = dateText(entry.at, zone.name)
            const before = told[index - 1]
            const begins = days.size > 1 && (before === undefined || dateText(before.at, zone.name) !== day)
            return <Entry key={entry.id} entry={entry} names={names} {...(begins && { day })} />
          })}
        </ol>
      )}
      {told.length > most && (
        <Button tone="quiet" onClick={() => setMost(most + step)}>
          Show {counted(Math.min(step, told.length - most), 'more entry', 'more entries')} of {told.length - most}
        </Button>
      )}
    </section>
  )
}
