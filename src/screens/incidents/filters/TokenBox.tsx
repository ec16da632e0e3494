import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react'
import { Icon } from '../../../ui'
import { useAnchor } from '../anchor'
import type { Filters } from '../query'
import styles from './filters.module.css'
import { parseText } from './parse'
import { suggest, type Suggestion, withSuggestion } from './suggest'
import type { Vocabulary } from './vocabulary'

interface TokenBoxProps {
  readonly filters: Filters
  readonly known: Vocabulary
  readonly onChange: (change: Partial<Filters>) => void
  /** Told once the reader looks for something: what is only needed then can be asked for. */
  readonly onLook: () => void
  readonly box: RefObject<HTMLInputElement | null>
}

/**
 * One line to search and to filter by: plain words are looked for as they are typed, tokens (`sev:1`) become filters
 * with the next space or Enter. What is not understood stays in the text and is told. An ARIA combobox with a listbox.
 */
export function TokenBox({ filters, known, onChange, onLook, box }: TokenBoxProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const { at: now } = useAnchor()
  const { text } = filters
  const [open, setOpen] = useState(false)
  const [focused, setFocused] = useState(false)
  const [at, setAt] = useState(-1)
  const shown = open ? suggest(text, known, now) : []
  const current = shown[at]
  const { faults } = parseText(text, filters, known)
  // A word under the hand is not blamed before it is finished.
  const told = faults.filter(({ last }) => !(last && focused && !/\s$/.test(text)))

  const look = (next: boolean) => {
    setOpen(next)
    setAt(-1)
    if (next) onLook()
  }
  const commit = (next: string) => {
    const { change, rest } = parseText(next, filters, known)
    onChange(change ? { ...change, text: rest === '' ? '' : `${rest} ` } : { text: next })
  }
  const choose = (suggestion: Suggestion) => {
    const next = withSuggestion(text, suggestion)
    const whole = !suggestion.insert.endsWith(':')
    if (whole) commit(next)
    else onChange({ text: next })
    look(!whole)
    box.current?.focus()
  }
  const move = (step: number) => {
    const next = Math.max(-1, Math.min(at + step, shown.length - 1))
    setAt(next)
    list.current?.children[next]?.scrollIntoView?.({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown') {
      if (open) move(1)
      else look(true)
    } else if (event.key === 'ArrowUp' && open) move(-1)
    else if (event.key === 'Enter') {
      if (current) choose(current)
      else {
        commit(text)
        look(false)
      }
    } else if (event.key === 'Escape' && open) look(false)
    else if (event.key === 'Escape' && text !== '') onChange({ text: '' })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.box}>
      <label className={styles.search}>
        <Icon name="search" size={14} />
        <input
          ref={box}
          type="text"
          role="combobox"
          aria-label="Search incidents"
          aria-expanded={open && shown.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-describedby={`${id}-told`}
          autoComplete="off"
          spellCheck={false}
          placeholder="Search, or sev:1 team:… no:owner"
          value={text}
          onFocus={() => setFocused(true)}
          onClick={() => !open && look(true)}
          onBlur={() => {
            setFocused(false)
            look(false)
            if (parseText(text, filters, known).change) commit(text)
          }}
          onChange={({ target }) => {
            look(target.value !== '')
            if (/\s$/.test(target.value)) commit(target.value)
            else onChange({ text: target.value })
          }}
          onKeyDown={onKeyDown}
          {...(current && { 'aria-activedescendant': `${id}-${at}` })}
        />
        {text !== '' && (
          <button type="button" className={styles.empty} onClick={() => onChange({ text: '' })}>
            <Icon name="close" size={12} />
            <span className="hidden">Empty the search</span>
          </button>
        )}
      </label>
      {open && shown.length > 0 && (
        <div ref={list} id={`${id}-list`} role="listbox" aria-label="Filters to choose from" className={styles.found}>
          {shown.map((each, index) => (
            <div
              key={`${each.insert} ${each.hint}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              // The focus stays in the text: a press that took it away would fold the list before it is heard.
              onMouseDown={(event) => event.preventDefault()}
              onKeyDown={onKeyDown}
              onClick={() => choose(each)}
            >
              {each.label} {each.hint !== '' && <i>{each.hint}</i>}
            </div>
          ))}
        </div>
      )}
      <p id={`${id}-told`} role="status" className={styles.told}>
        {told.map(({ text: word, reason }) => (
          <span key={word}>{reason} </span>
        ))}
      </p>
    </div>
  )
}
