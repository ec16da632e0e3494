import { useLocation } from 'react-router-dom'
import { useWindow } from '../../data'
import { Icon, Link } from '../../ui'
import { pathTo } from '../paths'
import { placeAt, places } from '../views'
import { useNews } from './news'
import styles from './Shell.module.css'

const unacknowledged = { states: ['triggered'] } as const
/** More than this are shown as "99+". */
const most = 99

/** How many incidents nobody has acknowledged. Nothing where no source tells incidents, or none has answered yet. */
function Pip() {
  const { state, items, parts } = useWindow('incidents', unacknowledged, most + 1)
  useNews(parts)
  if (state !== 'ready' || items.length === 0) return null
  const count = items.length > most ? `${most}+` : String(items.length)
  return (
    <span className={styles.pip}>
      <span className="hidden">, </span>
      {count}
      <span className="hidden"> not acknowledged</span>
    </span>
  )
}

/** The ways to the views: at the left, on a phone at the bottom. */
export function Rail() {
  const here = placeAt(useLocation().pathname)
  return (
    <nav className={styles.rail} aria-label="Views">
      <svg className={styles.mark} viewBox="0 0 28 28" aria-hidden="true">
        <rect width="28" height="28" rx="7" fill="var(--accent)" />
        <path
          d="M7 8v12M12.5 8v12M18 8v7M18 20h3"
          stroke="var(--on-accent)"
          strokeWidth="2.6"
          strokeLinecap="round"
          fill="none"
        />
      </svg>
      {places
        .filter(({ inRail }) => inRail)
        .map((place) => (
          <Link
            key={place.view}
            to={pathTo(place.view)}
            title={place.label}
            aria-current={place === here ? 'page' : undefined}
          >
            <Icon name={place.icon} size={20} />
            <span className={styles.place}>{place.label}</span>
            {place.view === 'incidents' && <Pip />}
          </Link>
        ))}
    </nav>
  )
}
