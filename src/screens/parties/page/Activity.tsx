import type { ReactNode } from 'react'
import { pathTo } from '../../../app/paths'
import type { Standing } from '../../../domain/coverage'
import { Link } from '../../../ui'
import styles from '../page.module.css'

/** An activity on its workload, a way to all that is known of it; under it, what is said of it here. */
export function Activity({ standing, children }: { readonly standing: Standing; readonly children?: ReactNode }) {
  const { activity, workload } = standing
  return (
    <div className={styles.activity}>
      <div>
        <Link to={pathTo('ownership', { activity: activity.id })}>{activity.name}</Link>{' '}
        <span className={styles.place}>{workload?.name ?? activity.workload}</span>
      </div>
      {children !== undefined && <div className={styles.said}>{children}</div>}
    </div>
  )
}
