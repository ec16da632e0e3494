import type { ReactNode } from 'react'
import styles from './scene.module.css'

interface SceneProps {
  readonly title: string
  /** What the picture lacks, and why. */
  readonly lack?: string
  readonly children: ReactNode
}

/** The frame of every scene but the board: a title that is read first, and what is missing beside it. */
export function Scene({ title, lack = '', children }: SceneProps) {
  return (
    <section className={styles.scene} aria-label={title}>
      <header className={styles.header}>
        <h2>{title}</h2>
        {lack !== '' && <p role="status">{lack}</p>}
      </header>
      {children}
    </section>
  )
}

/** A scene without anything to show says so in one sentence. */
export const Nothing = ({ children }: { readonly children: ReactNode }) => <p className={styles.nothing}>{children}</p>
