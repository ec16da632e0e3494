import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Kbd } from '../../../ui'
import styles from './response.module.css'

export interface ChoiceOption<T extends string> {
  readonly value: T
  readonly label: string
  readonly hint?: ReactNode
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly options: readonly ChoiceOption<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** First letters choose too, where the form has no other use for them. */
  readonly letters?: boolean
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** The option that a key names: a digit by its place, a letter the next one that begins with it. */
export function optionFor<T extends string>(
  options: readonly ChoiceOption<T>[],
  value: T,
  key: string,
  letters: boolean,
): ChoiceOption<T> | undefined {
  const at = options.findIndex((option) => option.value === value)
  if (/^[1-9]$/.test(key)) return options[Number(key) - 1]
  if (!letters || key.length !== 1) return undefined
  const after = [...options.slice(at + 1), ...options.slice(0, at + 1)]
  return after.find(({ label }) => label.toLowerCase().startsWith(key.toLowerCase()))
}

/** One of several that want a line each: arrows, digits and first letters choose. Follows the ARIA radio group. */
export function Choice<T extends string>({ label, options, value, onChange, letters = false }: ChoiceProps<T>) {
  const group = useRef<HTMLDivElement>(null)
  const at = Math.max(
    options.findIndex((option) => option.value === value),
    0,
  )
  const choose = (option: ChoiceOption<T>) => {
    onChange(option.value)
    const buttons = group.current?.querySelectorAll<HTMLButtonElement>('[role="radio"]')
    buttons?.[options.indexOf(option)]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = steps[event.key]
    const option =
      step === undefined
        ? optionFor(options, value, event.key, letters)
        : options[(at + step + options.length) % options.length]
    if (!option) return
    event.preventDefault()
    event.stopPropagation()
    choose(option)
  }
  return (
    <div ref={group} role="radiogroup" tabIndex={-1} aria-label={label} className={styles.choice} onKeyDown={onKeyDown}>
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={index === at ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {index < 9 && <Kbd>{index + 1}</Kbd>}
          <span>{option.label}</span>
          {option.hint !== undefined && <i>{option.hint}</i>}
        </button>
      ))}
    </div>
  )
}
