import type { Ref } from 'react'
import styles from './Field.module.css'
import { Icon } from './Icon'

export interface SearchBoxProps {
  /** What it searches: "Search activities". */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly ref?: Ref<HTMLInputElement>
}

/** A text to search by. Escape clears it. */
export function SearchBox({ label, value, onChange, placeholder, ref }: SearchBoxProps) {
  return (
    <label className={styles.search}>
      <Icon name="search" size={14} />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        value={value}
        placeholder={placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && value !== '' && onChange('')}
      />
    </label>
  )
}
