import { pathTo } from '../../../../app/paths'
import type { Activity } from '../../../../domain/ownership'
import { Link, SafeLink } from '../../../../ui'
import styles from './who.module.css'

/** The runbook, or what stands where it should be and the way to close the gap. */
export function Runbook({ activity }: { readonly activity: Activity }) {
  const document = activity.runbook?.url === undefined ? (activity.playbook ?? activity.runbook) : activity.runbook
  if (document?.url !== undefined)
    return (
      <>
        <SafeLink href={document.url}>{document.title ?? document.url.split('/').at(-1) ?? document.url}</SafeLink>
        {document.reachable === false && <span className={styles.gap}> does not answer</span>}
      </>
    )
  return (
    <>
      <span className={styles.gap}>{document?.placeholder ? `“${document.placeholder}” stands there` : 'none'}</span>
      <Link className={styles.close ?? ''} to={pathTo('ownership', { activity: activity.id, ask: 'improvement' })}>
        Ask for one
      </Link>
    </>
  )
}
