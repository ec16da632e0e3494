import { useEffect, useRef, useState } from 'react'
import { useZone } from '../../../../data'
import type { Incident } from '../../../../domain/incident'
import { dateText } from '../../../../domain/time/format'
import type { TimelineEntry } from '../../../../domain/timeline'
import type { Id } from '../../../../domain/units'
import type { Names } from '../../useNames'
import { Entry } from '../Entry'
import styles from '../narrative.module.css'
import { Chunk, chunkSize } from './Chunk'

/** What every entry is drawn with. */
interface Shared {
  readonly incident: Incident
  readonly names: Names
  /** Whether the days are named: those told lie on more than one. */
  readonly days: boolean
  readonly outOfOrder: ReadonlySet<Id>
  readonly takenBack: ReadonlySet<Id>
  readonly unsent: ReadonlySet<Id>
  /** Why no entry can be corrected, where none can. */
  readonly readOnly: string | undefined
}

interface EntriesProps extends Shared {
  readonly told: readonly TimelineEntry[]
}

interface PartProps extends EntriesProps {
  readonly start: number
  readonly correcting: Id | undefined
  readonly onCorrect: (id: Id | undefined) => void
}

/** The entries of one chunk. Nothing of it is worked out before it is drawn. */
function Part({ told, start, days, outOfOrder, takenBack, unsent, correcting, ...rest }: PartProps) {
  const { name } = useZone()
  const { incident, names, readOnly, onCorrect } = rest
  const dayOf = (entry: TimelineEntry | undefined) => entry && dateText(entry.at, name)
  return told.slice(start, start + chunkSize).map((entry, index) => {
    const place = start + index
    const day = days ? dayOf(entry) : undefined
    const begins = day !== undefined && dayOf(told[place - 1]) !== day
    return (
      <Entry
        key={entry.id}
        entry={entry}
        incident={incident}
        names={names}
        {...(begins && { day })}
        outOfOrder={outOfOrder.has(entry.id)}
        takenBack={takenBack.has(entry.id)}
        unsent={unsent.has(entry.id)}
        place={place + 1}
        of={told.length}
        correcting={entry.id === correcting}
        readOnly={readOnly}
        onCorrect={onCorrect}
      />
    )
  })
}

/** The entries one under the other, in chunks of which only those near to the view are drawn. */
export function Entries({ told, ...shared }: EntriesProps) {
  const list = useRef<HTMLDivElement>(null)
  const [correcting, setCorrecting] = useState<Id>()
  const last = useRef<Id>(undefined)
  useEffect(() => {
    const left = last.current
    last.current = correcting
    if (left === undefined || correcting !== undefined) return
    // The form is gone: its entry has its button back.
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-correct]') ?? []
    ;[...buttons].find(({ dataset }) => dataset['correct'] === left)?.focus()
  }, [correcting])
  const at = correcting === undefined ? -1 : told.findIndex(({ id }) => id === correcting)
  const starts = Array.from({ length: Math.ceil(told.length / chunkSize) }, (_, index) => index * chunkSize)
  return (
    <div ref={list} role="list" className={styles.entries}>
      {starts.map((start) => (
        <Chunk
          key={start}
          first={start === 0}
          count={Math.min(chunkSize, told.length - start)}
          held={at >= start && at < start + chunkSize}
        >
          <Part {...shared} told={told} start={start} correcting={correcting} onCorrect={setCorrecting} />
        </Chunk>
      ))}
    </div>
  )
}
