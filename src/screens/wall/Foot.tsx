import type { ReactNode } from 'react'
import { useNow } from '../../data'
import type { Incident } from '../../domain/incident'
import { cx, Link } from '../../ui'
import { pathTo } from '../../app/paths'
import type { Wrong } from './address'
import { shortAge } from './believed'
import { Lamp, Lit } from './Lamp'
import { BackToNormal, Planned, Since } from './Notes'
import { useFit } from './useFit'
import type { Names } from './useNames'
import { type Narrowing, useLights } from './useWall'
import styles from './wall.module.css'
import { counted } from './words'

/** All sources by their lights: one lamp where all are live, else each that is not, by name. */
function Lamps() {
  const lights = useLights()
  const now = useNow(1)
  const bad = lights.filter(({ belief }) => belief !== 'live' && belief !== 'copy')
  if (lights.length === 0) return <>no sources</>
  const times = lights.flatMap(({ since, belief }) => (since === undefined || belief === 'copy' ? [] : [since]))
  const oldest = times.toSorted((left, right) => left - right)[0]
  const copies = lights.filter(({ belief }) => belief === 'copy').length
  if (bad.length === 0)
    return (
      <span className={styles.lamp}>
        <Lamp belief={copies === lights.length ? 'copy' : 'live'} />{' '}
        {copies === lights.length
          ? `${counted(copies, 'copy', 'copies')}, none live`
          : copies > 0
            ? `${lights.length - copies} live, ${counted(copies, 'copy', 'copies')}`
            : lights.length === 1
              ? `${lights[0]?.title} live`
              : `all ${lights.length} sources live`}
        {oldest !== undefined && <span className="num"> · {shortAge(oldest, now)}</span>}
      </span>
    )
  return (
    <>
      {bad.map((light) => (
        <Lit key={light.id} light={light} />
      ))}
      {lights.length > bad.length && (
        <span>
          {lights.length - bad.length} of {lights.length} as usual
        </span>
      )}
    </>
  )
}

/** `no room: the last 24 h, 2 notes not shown` */
const noRoom = (leftOut: readonly string[], notes: number): string =>
  [
    ...(leftOut.length > 0 ? [`no room: ${leftOut.join(', ')}`] : []),
    ...(notes > 0 ? [`${counted(notes, 'note')} not shown`] : []),
  ].join(', ')

interface FootProps {
  readonly incidents: readonly Incident[]
  readonly names: Names
  readonly narrowing: Narrowing
  readonly calm: boolean
  readonly kiosk: boolean
  /** Keys that do something here, in words. */
  readonly keys: string
  /** How the last command went. */
  readonly said: string
  /** Whether the screen is kept on, where that was asked for. */
  readonly wake: string
  /** That no sound was asked for, where none was. */
  readonly silent: string
  /** What stands beside the lights and is never dropped: scene, sound, night. */
  readonly standing: ReactNode
  readonly wrong: readonly Wrong[]
  /** Hardly any room: what is left out is counted, not named. */
  readonly brief: boolean
  /** What the layout had no room for. */
  readonly leftOut: readonly string[]
}

/** What is worth knowing beside what burns. Keys go first where there is no room; lights and what was said never do. */
export function Foot(props: FootProps) {
  const { incidents, names, narrowing, calm, kiosk, keys, said, wake, silent, standing, wrong, brief, leftOut } = props
  const [container, gone] = useFit('x')
  const piece = (index: number, extra?: string) => cx(extra, gone.has(index) && styles.gone)
  return (
    <footer className={styles.foot}>
      <div ref={container} className={styles.notes}>
        <span data-rank={2} className={piece(0)}>
          {!calm && <Since narrowing={narrowing} />}
        </span>
        <span data-rank={3} className={piece(1)}>
          <BackToNormal incidents={incidents} names={names} />
        </span>
        <span data-rank={4} className={piece(2)}>
          {!calm && <Planned most={1} />}
        </span>
        <span data-rank={5} className={piece(3)}>
          {wrong.length > 0 &&
            `Left out of the address: ${wrong.map(({ key, text, because }) => `${key}=${text} (${because})`).join(', ')}`}
        </span>
        <span data-rank={7} className={piece(4, styles.keys)}>
          {keys}
        </span>
        <span data-rank={8} className={piece(5)}>
          {!kiosk && (
            <Link to={pathTo('incidents')} aria-label="Leave the wall">
              Leave
            </Link>
          )}
        </span>
        <span data-rank={6} className={piece(6)}>
          {wake}
        </span>
        <span data-rank={9} className={piece(7)}>
          {silent}
        </span>
        <span data-rank={0} role="status">
          {said}
        </span>
        {(gone.size > 0 || leftOut.length > 0) && (
          <span data-rank={0} className={styles.dropped}>
            {brief ? `${leftOut.length + gone.size} not shown` : noRoom(leftOut, gone.size)}
          </span>
        )}
      </div>
      <div className={styles.lamps}>
        {standing}
        <Lamps />
      </div>
    </footer>
  )
}
