import { parseAsString, useQueryState } from 'nuqs'
import { useSetup, useSources } from '../../data'
import { Button, EmptyState, PageBar, PanelBoundary, PartialNote, Segmented } from '../../ui'
import { asked } from './asked'
import { Asking } from './Asking'
import { OwnData } from './OwnData'
import { Setup } from './setup'
import { SourceCard } from './SourceCard'
import styles from './Sources.module.css'
import { Together } from './together'

const views = [
  { value: 'now', label: 'Now' },
  { value: 'together', label: 'Together' },
  { value: 'setup', label: 'Set up' },
] as const
type View = (typeof views)[number]['value']

/** Every source, what several of them make together, and the way to configure them. */
export default function Sources() {
  const [raw, setRaw] = useQueryState('view', parseAsString.withDefault('now').withOptions({ history: 'push' }))
  const setup = useSetup()
  const view = views.find(({ value }) => value === raw)?.value ?? 'now'
  const go = (next: View) => void setRaw(next === 'now' ? null : next)
  return (
    <>
      <PageBar title="Sources">
        <Segmented label="View of the sources" options={views} value={view} onChange={go} />
      </PageBar>
      {view !== raw && (
        <PartialNote>
          The address asks for the view “{raw}”, which does not exist. What is open now is shown instead.
        </PartialNote>
      )}
      {setup?.tried && (
        <PartialNote action={<Button onClick={() => setup.onTry(undefined)}>Back to what is deployed</Button>}>
          This tab shows the sources of the draft, on every screen, until it is loaded anew.
        </PartialNote>
      )}
      {view === 'now' ? <Now onSetup={() => go('setup')} /> : view === 'together' ? <Together /> : <Setup />}
    </>
  )
}

/** What each source offers, its age and health, what it could not read; and the way to open data of one's own. */
function Now({ onSetup }: { readonly onSetup: () => void }) {
  const sources = useSources()
  return (
    <>
      {asked(sources).map((facet) => (
        <Asking key={facet} facet={facet} />
      ))}
      <div className={styles.page}>
        {sources.length === 0 ? (
          <EmptyState title="No sources yet" icon="data" action={<Button onClick={onSetup}>Set up a source</Button>}>
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
        </div>
      </div>
    </>
  )
}
