import { stateOf, toldState, toldStates, useHealth, useNow, useSources } from '../../data'
import { Link, StatusLight } from '../../ui'
import { pathTo } from '../paths'
import styles from './Shell.module.css'

/** The state of all sources, ticking. Opens the screen that tells more. */
export function SourceLights() {
  const sources = useSources()
  const health = useHealth()
  const now = useNow(1)
  const states = sources.map((source) => stateOf(source, health.get(source.id), now))
  const { freshness, text } = toldStates(states)
  const each = states.map((state) => `${state.source.title}: ${toldState(state)}`)
  return (
    <Link className={styles.lights} to={pathTo('sources')} aria-label={`Sources: ${text}`} title={each.join('\n')}>
      <StatusLight light={freshness}>
        <span className={styles.lightText}>{text}</span>
      </StatusLight>
    </Link>
  )
}
