import styles from './readings.module.css'

/** What the short names in the cells stand for. */
export const ShortNames = ({ names }: { readonly names: readonly (readonly [short: string, name: string])[] }) => (
  <footer className={styles.names} aria-label="Short names">
    {names.map(([short, name]) => (
      <span key={short}>
        <b>{short}</b> {name}
      </span>
    ))}
    <span>
      <b>2×</b> several answer
    </span>
    <span>
      <b>?</b> nobody answers
    </span>
  </footer>
)
