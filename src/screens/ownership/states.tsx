import { pathTo } from '../../app/paths'
import { EmptyState, Link } from '../../ui'
import styles from './states.module.css'

/** No source offers activities: says which kinds of source could bring them. */
export const Absent = () => (
  <EmptyState
    title="No connected source tells who owns what"
    icon="matrix"
    action={<Link to={pathTo('sources')}>See the sources, or open files of your own</Link>}
  >
    <p>Any of these can bring operations activities and their owners:</p>
    <ul className={styles.ways}>
      <li>
        <b>Files</b>: ownership as code in YAML, a table of activities and owners, the groups of a Kubernetes community,
        a set of alert rules.
      </li>
      <li>
        <b>A backend</b> of your own that speaks the documented contract.
      </li>
    </ul>
  </EmptyState>
)

/** Widths of the lines that stand for names; more than any screen has room for. */
const rows = Array.from({ length: 60 }, (_, index) => 3 + ((index * 7) % 6))
const columns = 12

/** Stands where figures and matrix will be, in their shape. */
export const Waiting = () => (
  <div role="status" className={styles.waiting}>
    <span className="hidden">Ownership is loading</span>
    <div className={styles.cards} aria-hidden="true">
      {rows.slice(0, 7).map((_, index) => (
        <i key={index} />
      ))}
    </div>
    <div className={styles.grid} aria-hidden="true">
      {rows.map((seed, row) => (
        <div key={row}>
          <i style={{ width: `${8 + seed}%` }} />
          {Array.from({ length: columns }, (_, column) => (
            <b key={column} data-filled={(seed * (column + 2) + row) % 5 === 0} />
          ))}
        </div>
      ))}
    </div>
  </div>
)
