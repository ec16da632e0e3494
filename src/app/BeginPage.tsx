import { Link, PageBar } from '../ui'
import styles from './pages.module.css'
import { pathTo } from './paths'

const example = `{
  "$schema": "./watchbill.config.schema.json",
  "sources": [
    { "id": "files", "type": "files", "options": { "url": "workspace/" } },
    { "id": "backend", "type": "rest", "options": { "url": "api/" } }
  ]
}`

/** There is nothing to show yet: how to begin. */
export default function BeginPage() {
  return (
    <div className={styles.page}>
      <PageBar title="Begin" />
      <h2>There are no sources yet</h2>
      <p>
        <Link to={pathTo('sources')}>Open files or a folder of your own</Link>: an incident export, a status page
        history, alert rules, ownership as code. They stay in this browser.
      </p>
      <p>
        Or put a <code>watchbill.config.json</code> beside <code>index.html</code> that names the sources, first
        believed first:
      </p>
      <pre>{example}</pre>
      <p className="muted">
        What may stand in it is described in <code>watchbill.config.schema.json</code>. It is read when the page loads.
      </p>
    </div>
  )
}
