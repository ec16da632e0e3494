import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Configuration, SetupFault, SetupTools } from '../../../data'
import { announce, Badge, Button, IconButton } from '../../../ui'
import { moved, without } from '../model/draft'
import { count } from '../words'
import { EntryForm } from './EntryForm'
import styles from './setup.module.css'

interface EntriesProps {
  readonly tools: SetupTools
  readonly draft: Configuration
  readonly faults: readonly SetupFault[]
  readonly change: (draft: Configuration) => void
}

type Step = -1 | 1
const steps: Readonly<Record<string, Step>> = { ArrowUp: -1, ArrowDown: 1 }

/** The sources of the draft, first believed first. Buttons, or Alt with an arrow key, move one. */
export function Entries({ tools, draft, faults, change }: EntriesProps) {
  const [open, setOpen] = useState<number>()
  const list = useRef<HTMLOListElement>(null)
  const follow = useRef<string>(undefined)
  const { sources } = draft
  // A row that moved takes the focus with it: browsers drop it when a node is put elsewhere.
  useEffect(() => {
    if (follow.current === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-move="${follow.current}"]`)?.focus()
    follow.current = undefined
  })
  const move = (index: number, step: Step) => {
    const next = moved(draft, index, step)
    if (next === draft) return announce(`It is ${step < 0 ? 'first' : 'last'} already.`)
    follow.current = `${index + step} ${step}`
    if (open === index) setOpen(index + step)
    else if (open === index + step) setOpen(index)
    change(next)
    announce(`${sources[index]?.title}: ${index + step + 1} of ${sources.length} in the order of belief.`)
  }
  const remove = (index: number) => {
    setOpen(undefined)
    change(without(draft, index))
    announce(`${sources[index]?.title} was taken out of the draft.`)
  }
  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    const step = event.altKey ? steps[event.key] : undefined
    if (step === undefined) return
    event.preventDefault()
    move(index, step)
  }
  return (
    <ol ref={list} className={styles.entries} aria-label="Sources of the draft, first believed first">
      {sources.map((entry, index) => {
        const { id, title, type } = entry
        const place = `sources[${index}]`
        const own = faults.filter((fault) => fault.place === place || fault.place.startsWith(`${place}.`))
        const shown = open === index
        return (
          // Ids can be typed, and be the same for a while: the place is the key.
          <li key={index}>
            <div className={styles.entry} role="group" aria-label={title}>
              <IconButton
                icon="up"
                label={`Believe ${title} more (Alt ↑)`}
                data-move={`${index} -1`}
                onKeyDown={onKeyDown(index)}
                disabledReason={index === 0 ? 'It is believed first already.' : undefined}
                onClick={() => move(index, -1)}
              />
              <IconButton
                icon="down"
                label={`Believe ${title} less (Alt ↓)`}
                data-move={`${index} 1`}
                onKeyDown={onKeyDown(index)}
                disabledReason={index === sources.length - 1 ? 'It is believed last already.' : undefined}
                onClick={() => move(index, 1)}
              />
              <span className={styles.name}>
                <b>{title}</b>{' '}
                <span className="muted">
                  {tools.kinds.find((kind) => kind.type === type)?.title ?? type}
                  {title !== id && ` · ${id}`}
                </span>
              </span>
              {own.length > 0 && <Badge tone="bad">{count(own.length, 'fault', 'faults')}</Badge>}
              {entry.only && <Badge>limited</Badge>}
              {entry.aliases && <Badge>renamed</Badge>}
              <Button
                aria-expanded={shown}
                onKeyDown={onKeyDown(index)}
                aria-label={`${shown ? 'Fold' : 'Edit'} ${title}`}
                onClick={() => setOpen(shown ? undefined : index)}
              >
                {shown ? 'Fold' : 'Edit'}
              </Button>
              <IconButton icon="close" label={`Take ${title} out of the draft`} onClick={() => remove(index)} />
            </div>
            {shown && (
              <EntryForm tools={tools} draft={draft} index={index} entry={entry} faults={own} change={change} />
            )}
          </li>
        )
      })}
    </ol>
  )
}
