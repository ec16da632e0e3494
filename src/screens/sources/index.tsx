import { useSources } from '../../data'
import { EmptyState, PageBar, PanelBoundary } from '../../ui'
import { Disagreements } from './Disagreements'
import { asked } from './asked'
import { Asking } from './Asking'
import { OwnData } from './OwnData'
import { SourceCard } from './SourceCard'
import styles from './Sources.module.css'

/** Every source: what it offers, its age and health, what it could not read; and the way to open data of one's own. */
export default function Sources() {
  const sources = useSources()
  return (
    <>
      <PageBar title="Sources" />
      {asked(sources).map((facet) => (
        <Asking key={facet} facet={facet} />
      ))}
      <div className={styles.page}>
        {sources.length === 0 ? (
          <EmptyState title="No sources yet" icon="data">
            Open files of your own, or name sources in watchbill.config.json.
          </EmptyState>
        ) : (
          <ul className={styles.list} aria-label="Sources, first believed first">
            {sources.map((configured) => (
              <PanelBoundary key={configured.id} name={configured.title} of={configured}>
                <SourceCard configured={configured} />
              </PanelBoundary>
            ))}
          </ul>
        )}
        <div className={styles.list}>
          <OwnData />
          <Disagreements />
        </div>
      </div>
    </>
  )
}
