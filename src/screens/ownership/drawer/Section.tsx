import { type ReactNode, useId } from 'react'
import type { View } from '../../../data'
import type { Facet } from '../../../domain/query/facets'
import { Button } from '../../../ui'
import { NotRecorded } from './Fact'
import styles from './drawer.module.css'

interface SectionProps {
  readonly title: string
  /** The answer it is made of; absent where it needs none. */
  readonly view?: Pick<View<Facet>, 'state' | 'retry'>
  /** What is read: "Change requests". */
  readonly what?: string
  readonly children: ReactNode
}

/** A part of the drawer under a heading. Until its records are there it says so. */
export function Section({ title, view, what = title, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {view === undefined || view.state === 'ready' ? (
        children
      ) : view.state === 'absent' ? (
        <p>
          <NotRecorded />
        </p>
      ) : view.state === 'loading' ? (
        <p className="muted">{what} are loading…</p>
      ) : (
        <p>
          {what} could not be read. <Button onClick={view.retry}>Try again</Button>
        </p>
      )}
    </section>
  )
}
