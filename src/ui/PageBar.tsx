import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { BackLink } from './BackLink'
import styles from './PageBar.module.css'

const Slot = createContext<HTMLElement | null>(null)

/** Gives pages the place in the bar where their title stands. */
export const PageBarSlot = Slot.Provider

export interface PageBarProps {
  readonly title: string
  /** Controls beside the title: which view of the page. */
  readonly children?: ReactNode
}

/** A page's heading, the way back and its main controls, shown in the app's bar. Also names the browser tab. */
export function PageBar({ title, children }: PageBarProps) {
  const slot = useContext(Slot)
  useEffect(() => {
    document.title = `${title} · Watchbill`
  }, [title])
  const content = (
    <>
      <h1 className={styles.title}>{title}</h1>
      <BackLink />
      {children}
    </>
  )
  return slot ? createPortal(content, slot) : content
}
