import { Fragment, type ReactNode } from 'react'
import styles from './Definitions.module.css'

export interface Definition {
  readonly term: string
  /** Absent: the line is left out. */
  readonly detail?: ReactNode
}

/** Names and their values, one a line. */
export function Definitions({ items }: { readonly items: readonly Definition[] }) {
  return (
    <dl className={styles.list}>
      {items.map(
        ({ term, detail }) =>
          detail !== undefined && (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{detail}</dd>
            </Fragment>
          ),
      )}
    </dl>
  )
}
