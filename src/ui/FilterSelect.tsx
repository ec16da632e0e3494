import { useEffect, useRef, useState } from 'react'
import { cx } from './cx'
import styles from './Field.module.css'
import { Icon } from './Icon'
import { SearchBox } from './SearchBox'

export interface FilterOption<T extends string> {
  readonly value: T
  readonly label: string
  /** How many records it would leave. */
  readonly count?: number
}

export interface FilterSelectProps<T extends string> {
  readonly label: string
  readonly options: readonly FilterOption<T>[]
  /** None chosen means "any". */
  readonly value: readonly T[]
  readonly onChange: (value: readonly T[]) => void
}

/** From this many options on, a search box stands over them. */
const searchable = 10

function told<T extends string>(options: readonly FilterOption<T>[], value: readonly T[]): string | undefined {
  if (value.length === 0) return undefined
  if (value.length > 1) return `${value.length} of ${options.length}`
  return options.find((option) => option.value === value[0])?.label ?? value[0]
}

/** Any of many: a pill that unfolds into check boxes. Escape, or leaving it, folds it. */
export function FilterSelect<T extends string>({ label, options, value, onChange }: FilterSelectProps<T>) {
  const details = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const chosen = told(options, value)
  const words = text.trim().toLowerCase()
  const shown = words === '' ? options : options.filter((option) => option.label.toLowerCase().includes(words))

  useEffect(() => {
    const element = details.current
    if (!open || !element) return
    const leave = (event: PointerEvent | FocusEvent) => {
      const to = event instanceof FocusEvent ? event.relatedTarget : event.target
      if (to instanceof Node && !element.contains(to)) setOpen(false)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.stopPropagation()
      setOpen(false)
      element.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', leave)
    element.addEventListener('focusout', leave)
    element.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', leave)
      element.removeEventListener('focusout', leave)
      element.removeEventListener('keydown', escape)
    }
  }, [open])

  const toggle = (option: T) =>
    onChange(value.includes(option) ? value.filter((each) => each !== option) : [...value, option])

  return (
    <details ref={details} className={styles.pick} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={cx(chosen !== undefined && styles.on)}>
        {label}
        {chosen !== undefined && <b>{chosen}</b>}
        <Icon name="down" size={12} />
      </summary>
      {open && (
        <div className={styles.panel}>
          {options.length >= searchable && <SearchBox label={`Search ${label}`} value={text} onChange={setText} />}
          {value.length > 0 && (
            <button type="button" className={styles.clear} onClick={() => onChange([])}>
              Clear {label}
            </button>
          )}
          <fieldset className={styles.options} aria-label={label}>
            {shown.map((option) => (
              <label key={option.value} className={styles.option}>
                <input type="checkbox" checked={value.includes(option.value)} onChange={() => toggle(option.value)} />
                <span>{option.label}</span>
                {option.count !== undefined && <i>{option.count}</i>}
              </label>
            ))}
            {shown.length === 0 && <p className="muted">Nothing matches “{text}”.</p>}
          </fieldset>
        </div>
      )}
    </details>
  )
}
