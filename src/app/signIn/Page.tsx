import { useState } from 'react'
import { Button } from '../../ui'
import styles from '../pages.module.css'
import type { Told } from './words'

interface PageProps {
  readonly title: string
  readonly told?: Told
  /** What the way on is called. */
  readonly way: string
  /** Goes to the provider. Rejects with what to say instead. */
  readonly onGo: () => Promise<Told | undefined>
  /** Where the app is open without it. */
  readonly other?: { readonly way: string; readonly place: string }
}

/** Stands in place of the app while nobody is signed in: says why, and has a way on. Nothing goes on by itself. */
export function Page({ title, told, way, onGo, other }: PageProps) {
  const [said, setSaid] = useState(told)
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    setSaid(await onGo())
    setBusy(false)
  }
  return (
    <main className={styles.page}>
      <h1>{title}</h1>
      {said && (
        <div role="alert">
          <h2>{said.what}</h2>
          <p>{said.where}</p>
          <p className="muted">{said.advice}</p>
        </div>
      )}
      <p>
        <Button tone="primary" onClick={() => void go()} disabledReason={busy ? 'On the way.' : undefined}>
          {way}
        </Button>
      </p>
      {other && (
        <p>
          <a href={other.place}>{other.way}</a>
        </p>
      )}
    </main>
  )
}
