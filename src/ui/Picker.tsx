import { type KeyboardEvent, type Ref, useId, useMemo, useRef, useState } from 'react'
import { cx } from './cx'
import styles from './Field.module.css'

export interface PickerOption {
  readonly value: string
  readonly label: string
  /** Stands at the right, muted; looked through as well. */
  readonly hint?: string
}

export interface PickerProps {
  readonly label: string
  /** In the order in which they are offered. */
  readonly options: readonly PickerOption[]
  /** Empty: none. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  /** What must be known of the options; stands under it. */
  readonly note?: string | undefined
  /** What is wrong with the choice; takes the place of the note. */
  readonly error?: string | undefined
  readonly ref?: Ref<HTMLInputElement>
}

/** Most that are drawn at once: whoever wants another types a letter more. */
const shownAtOnce = 50

/** Options that hold every word, those that begin with the text first. */
function matching(options: readonly PickerOption[], text: string): readonly PickerOption[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const [first] = words
  if (first === undefined) return options
  const found = options.filter(({ label, hint = '' }) => {
    const own = `${label} ${hint}`.toLowerCase()
    return words.every((word) => own.includes(word))
  })
  const begins = ({ label }: PickerOption) => Number(!label.toLowerCase().startsWith(first))
  return found.toSorted((left, right) => begins(left) - begins(right))
}

/** One of thousands, by typing. Follows the ARIA combobox pattern with a listbox; the list stands below, in the flow. */
export function Picker({ label, options, value, onChange, placeholder, note, error, ref }: PickerProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState<string>()
  const [at, setAt] = useState(0)
  const open = text !== undefined
  const told = error ?? note
  const found = useMemo(() => (text === undefined ? [] : matching(options, text)), [options, text])
  const shown = found.slice(0, shownAtOnce)
  const current = shown[Math.min(at, shown.length - 1)]
  const chosen = options.find((option) => option.value === value)

  const look = (next: string | undefined) => {
    setText(next)
    setAt(0)
  }
  const move = (step: number) => {
    const next = (at + step + shown.length) % Math.max(1, shown.length)
    setAt(next)
    list.current?.children[next]?.scrollIntoView?.({ block: 'nearest' })
  }
  const choose = (option: PickerOption) => {
    onChange(option.value)
    look(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (!open) {
      if (event.key !== 'ArrowDown') return
      look('')
    } else if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && current) choose(current)
    else if (event.key === 'Escape') look(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={cx(styles.labelled, styles.combo)}>
      <label className={styles.field}>
        <span>{label}</span>
        <input
          ref={ref}
          type="text"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          value={text ?? chosen?.label ?? value}
          onFocus={(event) => event.target.select()}
          onClick={() => !open && look('')}
          onBlur={() => look(undefined)}
          onChange={(event) => {
            look(event.target.value)
            if (event.target.value === '') onChange('')
          }}
          onKeyDown={onKeyDown}
          {...(placeholder !== undefined && { placeholder })}
          {...(open && current && { 'aria-activedescendant': `${id}-${current.value}` })}
          {...(told !== undefined && { 'aria-describedby': `${id}-told` })}
          {...(error !== undefined && { 'aria-invalid': true })}
        />
      </label>
      {open && (
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={styles.found}>
          {shown.map((option) => (
            <div
              key={option.value}
              id={`${id}-${option.value}`}
              role="option"
              tabIndex={-1}
              aria-selected={option === current}
              // The focus stays in the text: a press that took it away would fold the list before it is heard.
              onMouseDown={(event) => event.preventDefault()}
              onKeyDown={onKeyDown}
              onClick={() => choose(option)}
            >
              {option.label} {option.hint !== undefined && <i>{option.hint}</i>}
            </div>
          ))}
          {found.length === 0 && <p role="presentation">Nothing has all the words of “{text}”.</p>}
          {found.length > shown.length && (
            <p role="presentation">
              {shown.length} of {found.length.toLocaleString('en')}: type on to find the others.
            </p>
          )}
        </div>
      )}
      {told !== undefined && (
        <p id={`${id}-told`} className={error === undefined ? 'muted' : styles.error}>
          {told}
        </p>
      )}
    </div>
  )
}
