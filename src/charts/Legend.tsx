import { cx } from '../ui/cx'
import type { Texture } from './bars'
import styles from './frame.module.css'
import { MarkLink } from './MarkLink'
import { Swatch } from './Textures'

export interface LegendEntry {
  readonly key: string
  readonly label: string
  readonly fill: string
  readonly shape: 'area' | 'line' | 'dashed'
  readonly texture?: Texture
  /** Where the records of this part are listed. */
  readonly to?: string
}

/** What the colours mean, in the order they are drawn in; each entry opens its records. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className={styles.legend}>
      {entries.map(({ key, label, fill, shape, texture, to }) => (
        <li key={key}>
          {shape === 'area' ? (
            <Swatch fill={fill} texture={texture} />
          ) : (
            <i className={cx(styles.line, shape === 'dashed' && styles.dashed)} style={{ borderColor: fill }} />
          )}
          {to === undefined ? label : <MarkLink to={to}>{label}</MarkLink>}
        </li>
      ))}
    </ul>
  )
}
