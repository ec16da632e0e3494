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

interface EntriesProps {
  readonly incident: Incident
  readonly names: Names
  readonly told: readonly TimelineEntry[]
  /** Whether the days are named: those told lie on more than one. */
  readonly days: boolean
  readonly outOfOrder: ReadonlySet<Id>
  readonly takenBack: ReadonlySet<Id>
  readonly unsent: ReadonlySet<Id>
  /** Why no entry can be corrected, where none can. */
  readonly readOnly: string | undefined
}

/** The entries one under the other, in chunks of which only those near to the view are drawn. */
export function Entries({ incident, names, told, days, outOfOrder, takenBack, unsent, readOnly }: EntriesProps) {
  const { name } = useZone()
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
  const starts = Array.from({ length: Math.ceil(told.length / chunkSize) }, (_, index) => index * chunkSize)
  return (
    <div ref={list} role="list" className={styles.entries}>
      {starts.map((start) => {
        const part = told.slice(start, start + chunkSize)
        return (
          <Chunk
            key={start}
            first={start === 0}
            count={part.length}
            held={correcting !== undefined && part.some(({ id }) => id === correcting)}
          >
            {part.map((entry, index) => {
              const day = days ? dateText(entry.at, name) : undefined
              const before = told[start + index - 1]
              const begins = day !== undefined && (before === undefined || dateText(before.at, name) !== day)
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
                  place={start + index + 1}
                  of={told.length}
                  correcting={entry.id === correcting}
                  readOnly={readOnly}
                  onCorrect={setCorrecting}
                />
              )
            })}
          </Chunk>
        )
      })}
    </div>
  )
}
