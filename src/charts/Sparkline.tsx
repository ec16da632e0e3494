import styles from './strip.module.css'

/** A bare line of values, oldest first, from zero to its highest: a hint of the shape, never the figure itself. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  const top = Math.max(...values, 1)
  if (values.length < 2) return null
  const x = (index: number) => ((index / (values.length - 1)) * 100).toFixed(2)
  const y = (value: number) => (22 - (value / top) * 20).toFixed(2)
  return (
    <svg className={styles.spark} viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden>
      <path
        d={`M${values.map((value, index) => `${x(index)} ${y(value)}`).join('L')}`}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
