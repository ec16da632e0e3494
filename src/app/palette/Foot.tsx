import { type Ref, useState } from 'react'
import type { Reach } from '../../domain/find/reach'
import { announce, Button, Kbd, SafeLink } from '../../ui'
import styles from './Palette.module.css'

/** What is worth having elsewhere: the address of a mail, the link of all else. */
export const copied = ({ kind, text, url }: Reach): string => (kind === 'mail' ? text : (url ?? text))

/** Puts a contact on the clipboard and says so. */
export async function copyReach(reach: Reach): Promise<boolean> {
  const text = copied(reach)
  try {
    await navigator.clipboard.writeText(text)
    announce(`Copied ${text}`)
    return true
  } catch {
    announce(`The browser did not let ${text} be copied.`)
    return false
  }
}

interface FootProps {
  readonly reach: Reach | undefined
  /** The line has, or should have, an owner. */
  readonly owned: boolean
  /** Around the link, so that a key can press it. */
  readonly ref: Ref<HTMLDivElement>
}

/** The contact of the chosen line, as a link to open and a text to copy. */
export function Foot({ reach, owned, ref }: FootProps) {
  const [done, setDone] = useState<string>()
  return (
    <div ref={ref} className={styles.foot} role="group" aria-label="Contact of the chosen line">
      {reach ? (
        <>
          <span className={styles.who}>
            Reach {reach.who}:{' '}
            {reach.url === undefined ? <b>{reach.text}</b> : <SafeLink href={reach.url}>{reach.text}</SafeLink>}{' '}
            {reach.url !== undefined && (
              <span className={styles.key}>
                <Kbd>Alt Enter</Kbd>
              </span>
            )}
          </span>
          <Button
            tone="quiet"
            onClick={() => void copyReach(reach).then((fine) => setDone(fine ? copied(reach) : undefined))}
          >
            {done === copied(reach) ? 'Copied' : 'Copy'}
            <span className={styles.key}>
              <Kbd>Shift Enter</Kbd>
            </span>
          </Button>
        </>
      ) : (
        <span className={styles.who}>
          {owned && 'No contact is recorded. '}
          <span className={styles.key}>
            <Kbd>Enter</Kbd> open <Kbd>Alt Enter</Kbd> contact the owner
          </span>
        </span>
      )}
    </div>
  )
}
