import { endOf } from '../../domain/incident'
import { justEnded } from '../../domain/wall/recent'
import { useWallClock } from './clock'
import { Moment } from './Ticking'
import type { Names } from './useNames'
import type { Incidents } from './useWall'
import styles from './wall.module.css'

const most = 2

/** What was resolved a moment ago: good news are news too, for a while. */
export function News({ incidents, names }: { readonly incidents: Incidents; readonly names: Names }) {
  const { at } = useWallClock()
  const over = justEnded(incidents.view.items, at)
  if (over.length === 0) return null
  return (
    <div role="status" className={styles.news}>
      {over.slice(0, most).map((incident) => (
        <span key={incident.id}>
          <b>Resolved</b> <Moment at={endOf(incident) ?? at} /> {incident.id} {names.text(incident.title)}
        </span>
      ))}
      {over.length > most && <span>+{over.length - most} more</span>}
    </div>
  )
}
