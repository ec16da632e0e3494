import { Button } from '../ui'
import type { ConfigAnswer } from './config/read'
import styles from './pages.module.css'

type Bad = Extract<ConfigAnswer, { kind: 'wrong' | 'unreadable' }>

/** The configuration cannot be used: names each wrong key, its place, and what is allowed there. */
export default function ConfigPage({ answer, onRetry }: { readonly answer: Bad; readonly onRetry: () => void }) {
  return (
    <main className={styles.page}>
      <h1>The configuration cannot be used</h1>
      {answer.kind === 'wrong' ? (
        <>
          <p>
            <code>{answer.url}</code> was read, and {answer.faults.length === 1 ? 'one thing' : 'these things'} in it
            cannot be used:
          </p>
          <ul className={styles.faults}>
            {answer.faults.map(({ place, wrong, allowed }) => (
              <li key={`${place} ${wrong}`}>
                <code className={styles.place}>{place}</code>
                <p>{wrong}</p>
                {allowed !== undefined && <p className="muted">Allowed: {allowed}</p>}
              </li>
            ))}
          </ul>
          <p className="muted">
            What may stand in the file is described in <code>watchbill.config.schema.json</code> beside it.
          </p>
        </>
      ) : (
        <>
          <p role="alert">{answer.error.message}.</p>
          <p className="muted">
            Watchbill reads <code>{answer.url}</code> to learn which sources to show. Check that the file can be fetched
            and is whole JSON.
          </p>
        </>
      )}
      <p>
        <Button tone="primary" onClick={onRetry}>
          Read it again
        </Button>
      </p>
    </main>
  )
}
