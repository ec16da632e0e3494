import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import styles from './Segmented.module.css'

export interface SegmentedOption<T extends string> {
  readonly value: T
  readonly label: ReactNode
  /** Its name where the label is a drawing. */
  readonly name?: string
}

export interface SegmentedProps<T extends string> {
  /** What is chosen here. */
  readonly label: string
  readonly options: readonly SegmentedOption<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** One of a few. Follows the ARIA radio group pattern: one tab stop, arrows choose. */
export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  const group = useRef<HTMLDivElement>(null)
  const chosen = options.findIndex((option) => option.value === value)
  const stop = Math.max(chosen, 0)

  const choose = (index: number) => {
    const option = options[(index + options.length) % options.length]
    if (!option) return
    onChange(option.value)
    const buttons = group.current?.querySelectorAll<HTMLButtonElement>('[role="radio"]')
    buttons?.[options.indexOf(option)]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    choose(stop + step)
  }
  return (
    <div ref={group} role="radiogroup" tabIndex={-1} aria-label={label} className={styles.group} onKeyDown={onKeyDown}>
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={index === chosen}
          tabIndex={index === stop ? 0 : -1}
          className={styles.option}
          onClick={() => onChange(option.value)}
          {...(option.name !== undefined && { 'aria-label': option.name, title: option.name })}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
