import type { ReactNode, Ref } from 'react'
import type { TimelineEntry } from '../../../../domain/timeline'
import { announce, Button, ChipButton, FilterSelect, Kbd, Segmented, useKeys } from '../../../../ui'
import { counted } from '../../words'
import { kindWord } from '../entryWords'
import styles from '../narrative.module.css'
import type { Extent, Log } from './useLog'

interface HeadProps {
  readonly items: readonly TimelineEntry[]
  readonly log: Log
  /** Whether these are all there are, as far as anybody can say. */
  readonly whole: boolean
  /** Why nobody can add an entry. */
  readonly whyNotAdd: string | undefined
  readonly adding: boolean
  readonly onAdd: () => void
  readonly opener: Ref<HTMLButtonElement>
  /** What hands the entries out. */
  readonly children: ReactNode
}

/** How many entries there are, how many are hidden and which, and what changes that. */
export function Head({ items, log, whole, whyNotAdd, adding, onAdd, opener, children }: HeadProps) {
  const total = items.length
  const kinds = Map.groupBy(items, (entry) => entry.kind)
  // A kind that the address names stays on the list, so that it can be let go of.
  const named = [...new Set([...kinds.keys(), ...log.kinds])]
  const options = named.map((kind) => ({ value: kind, label: kindWord(kind), count: kinds.get(kind)?.length ?? 0 }))
  const choose = (extent: Extent) => {
    log.setExtent(extent)
    announce(extent === 'all' ? `All ${counted(total, 'entry', 'entries')}` : `${log.moments} of ${total} entries`)
  }
  const other: Extent = log.extent === 'all' ? 'moments' : 'all'
  useKeys('Timeline of the incident', [
    {
      keys: 'e',
      label: 'Every entry, or only the moments that count',
      run: () => (other === 'all' || log.curable ? choose(other) : announce('Every entry is shown.')),
    },
    { keys: 'h', label: 'Add what happened earlier', run: () => (whyNotAdd ? announce(whyNotAdd) : onAdd()) },
  ])
  return (
    <div className={styles.tellHead}>
      <h3>Timeline</h3>
      <span className="muted num">
        {!whole && 'at least '}
        {counted(total, 'entry', 'entries')}
      </span>
      {log.hidden !== '' && <span className={styles.hiddenCount}>{log.hidden}</span>}
      <div className={styles.tellTools}>
        {log.choice && (
          <Segmented
            label="How much is told"
            value={log.extent ?? 'none'}
            onChange={(extent) => extent !== 'none' && choose(extent)}
            options={[
              { value: 'moments', label: `Moments ${log.moments.toLocaleString('en')}` },
              {
                value: 'all',
                name: `Every entry, ${total.toLocaleString('en')}`,
                label: (
                  <span className={styles.every}>
                    Every entry {total.toLocaleString('en')} <Kbd>E</Kbd>
                  </span>
                ),
              },
            ]}
          />
        )}
        {(options.length > 1 || log.kinds.length > 0) && (
          <FilterSelect label="Kind" options={options} value={log.kinds} onChange={log.setKinds} />
        )}
        <ChipButton onClick={log.turn}>{log.newestFirst ? 'Newest first' : 'Oldest first'}</ChipButton>
        <Button ref={opener} aria-expanded={adding} aria-keyshortcuts="h" disabledReason={whyNotAdd} onClick={onAdd}>
          Add earlier entry
          <Kbd>H</Kbd>
        </Button>
        {children}
      </div>
    </div>
  )
}
