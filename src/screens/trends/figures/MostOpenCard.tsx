import { mostOpenFigure, mostOpenWords } from '../model/mostOpenWords'
import type { Scope } from '../scope'
import { Settling } from '../Settling'
import { useMostOpen } from '../useMostOpen'
import styles from './figures.module.css'
import { Shown, Waiting } from './Shown'

/** The most that were open at once, and when: it opens those that were open then. */
export function MostOpenCard({ scope, enabled }: { readonly scope: Scope; readonly enabled: boolean }) {
  const { span } = scope
  const view = useMostOpen(scope, enabled)
  if (view.state !== 'ready') return <Waiting label={mostOpenWords.label} view={view} className={styles.last} />
  return (
    <Settling waits={view.outdated}>
      <Shown
        figure={mostOpenFigure(view, span.zone)}
        to={view.to}
        about={{ ...mostOpenWords, asOf: view.asOf ?? span.now, zone: span.zone }}
        className={styles.last}
      />
    </Settling>
  )
}
