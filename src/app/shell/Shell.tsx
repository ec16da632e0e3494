import { type MouseEvent, type ReactNode, useRef, useState } from 'react'
import { Announcer, Icon, Kbd, PageBarSlot } from '../../ui'
import { openPalette } from '../palette/open'
import { modifier } from '../platform'
import { Rail } from './Rail'
import styles from './Shell.module.css'
import { SourceLights } from './SourceLights'
import { ThemeSwitch } from './ThemeSwitch'
import { ZoneSwitch } from './zone'

interface ShellProps {
  /** Who is signed in, where somebody has to. */
  readonly account: ReactNode
  readonly children: ReactNode
}

/** The frame around every view: rail, bar, page. On a phone the rail lies at the bottom. */
export function Shell({ account, children }: ShellProps) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const page = useRef<HTMLElement>(null)
  const skip = (event: MouseEvent) => {
    // Not by the hash: the address of a view stays what it is.
    event.preventDefault()
    page.current?.focus()
  }
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#page" onClick={skip}>
        Skip to the page
      </a>
      <Rail />
      <header className={styles.bar}>
        <div ref={setSlot} className={styles.slot} />
        <button type="button" className={styles.find} onClick={openPalette} aria-haspopup="dialog">
          <Icon name="search" size={14} />
          <span>Find an owner, incident, problem…</span>
          <Kbd>{modifier} K</Kbd>
        </button>
        <ZoneSwitch />
        <ThemeSwitch />
        <SourceLights />
        {account}
      </header>
      <main ref={page} id="page" tabIndex={-1} className={styles.page}>
        <PageBarSlot value={slot}>{children}</PageBarSlot>
      </main>
      <Announcer />
    </div>
  )
}
