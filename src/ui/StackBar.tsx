import styles from './StackBar.module.css'

export interface BarPart {
  readonly name: string
  readonly value: number
  /** A CSS colour, from the tokens: `var(--r)`. */
  readonly fill: string
}

/** Shares of a whole as one bar. Its name tells the same numbers. */
export function StackBar({ label, parts }: { readonly label: string; readonly parts: readonly BarPart[] }) {
  const words = parts.map((part) => `${part.name} ${part.value}`).join(', ')
  return (
    <div role="img" aria-label={`${label}: ${words}`} className={styles.bar}>
      {parts.map((part) => (
        <i key={part.name} style={{ flexGrow: part.value, background: part.fill }} />
      ))}
    </div>
  )
}
