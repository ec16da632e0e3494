import type { ReactNode, Ref } from 'react'
import styles from './Field.module.css'

export interface SelectProps<T extends string> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** One of many, as the platform draws it. */
export function Select<T extends string>({ label, options, value, onChange }: SelectProps<T>) {
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value)
        if (chosen) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

interface TextProps {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly required?: boolean
}

/** One line of text under its label. */
export function TextField({ label, onChange, ref, ...rest }: TextProps & { readonly ref?: Ref<HTMLInputElement> }) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input ref={ref} type="text" {...rest} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}

/** Several lines of text under their label. */
export function TextArea({ label, onChange, ref, ...rest }: TextProps & { readonly ref?: Ref<HTMLTextAreaElement> }) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <textarea ref={ref} {...rest} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}
