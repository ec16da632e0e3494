import { type SetupFault, useSetup } from '../../../data'
import { announce, Button, Card, Icon } from '../../../ui'
import { saveFile } from '../../../ui/save'
import { configurationText, isSame } from '../model/draft'
import { differences } from '../model/differences'
import type { DraftConfiguration } from '../model/useDraftConfiguration'
import { count } from '../words'
import styles from './setup.module.css'

const fileName = 'watchbill.config.json'

/** What scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0, role: 'region' }

/** What the draft changes, what is wrong with it, and the ways out: try it in this tab, take the file, drop it. */
export function Deploy({
  draft,
  deployed,
  begun,
  discard,
  faults,
}: DraftConfiguration & { readonly faults: readonly SetupFault[] }) {
  const setup = useSetup()
  const changes = differences(deployed, draft)
  const text = configurationText(draft)
  const stop =
    faults.length > 0 ? `${count(faults.length, 'thing', 'things')} in the draft cannot be used yet.` : undefined
  const tried = setup?.tried !== undefined
  const current = tried && isSame(setup.tried, draft)
  const save = () => {
    saveFile({ name: fileName, type: 'application/json', text })
    announce(`${fileName} was saved.`)
  }
  const forget = () => {
    discard()
    setup?.onTry(undefined)
    announce('The draft was dropped.')
  }
  return (
    <Card
      title="Draft"
      sub={
        begun
          ? 'Kept in this browser until it is dropped. Nobody else sees it before it is deployed.'
          : 'Nothing is changed: the draft says what is deployed.'
      }
    >
      <div className={styles.draft}>
        {faults.length > 0 && (
          <ul className={styles.faults} aria-label="What cannot be used yet">
            {faults.map(({ place, wrong, allowed }) => (
              <li key={place + wrong}>
                <code>{place}</code> {wrong}
                {allowed !== undefined && ` Allowed: ${allowed}.`}
              </li>
            ))}
          </ul>
        )}
        {changes.length > 0 && (
          <ul className={styles.changes} aria-label="Compared with what is deployed">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
        <div className={styles.buttons}>
          <Button tone="primary" onClick={save} disabledReason={stop}>
            <Icon name="download" size={14} />
            Download {fileName}
          </Button>
          <Button
            onClick={() => setup?.onTry(draft)}
            disabledReason={
              stop ??
              (current ? 'It is tried in this tab already.' : !begun && !tried ? 'It is what is deployed.' : undefined)
            }
          >
            Try it in this tab
          </Button>
          {tried && <Button onClick={() => setup.onTry(undefined)}>Back to what is deployed</Button>}
          <Button tone="quiet" onClick={forget} disabledReason={begun ? undefined : 'There is no draft.'}>
            Drop the draft
          </Button>
        </div>
        <p className="muted">
          To deploy it, put the file beside <code>index.html</code>. A page that is open goes by it when it is loaded
          anew. It holds no secrets, for every browser can read it: a proxy on the same origin adds what a backend asks
          for.
        </p>
        <details>
          <summary className={styles.summary}>The file</summary>
          <pre className={styles.file} aria-label={fileName} {...reachable}>
            <code>{text}</code>
          </pre>
        </details>
      </div>
    </Card>
  )
}
