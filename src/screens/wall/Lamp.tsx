import type { ReactNode } from 'react'
import { useNow } from '../../data'
import type { Belief } from '../../domain/wall/freshness'
import { type Light, lightWords } from './believed'
import styles from './wall.module.css'

const shapes: Readonly<Record<Belief, ReactNode>> = {
  live: <circle cx="8" cy="8" r="6" fill="var(--ok)" />,
  copy: <circle cx="8" cy="8" r="5.5" fill="none" stroke="var(--accent)" strokeWidth="3" />,
  late: <path d="M8 1.5 15 14.5H1z" fill="none" stroke="var(--warn)" strokeWidth="2" strokeLinejoin="round" />,
  frozen: (
    <path
      d="M1.5 1.5h13v13h-13zM1.5 8 8 1.5M1.5 14.5l13-13M8 14.5 14.5 8"
      fill="none"
      stroke="var(--stale)"
      strokeWidth="1.8"
    />
  ),
  dead: <path d="m2 2 12 12M14 2 2 14" stroke="var(--sev1)" strokeWidth="3.4" />,
  waiting: <circle cx="8" cy="8" r="6" fill="none" stroke="var(--muted)" strokeWidth="1.8" strokeDasharray="3 2.6" />,
}

/** How far a source can be believed, by shape and then by colour; its words stand beside it. As high as the text. */
export const Lamp = ({ belief }: { readonly belief: Belief }) => (
  <svg viewBox="0 0 16 16" width="0.8em" height="0.8em" aria-hidden="true" style={{ flex: 'none' }}>
    {shapes[belief]}
  </svg>
)

/** A source by its lamp, its name, and its age, which ticks. */
export function Lit({ light, more = '' }: { readonly light: Light; readonly more?: string }) {
  const now = useNow(1)
  return (
    <span className={styles.lamp}>
      <Lamp belief={light.belief} /> {lightWords(light, now)}
      {more}
    </span>
  )
}
