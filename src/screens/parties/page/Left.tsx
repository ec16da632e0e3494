import { pathTo } from '../../../app/paths'
import type { OwnershipView } from '../../../data'
import { isInactive } from '../../../domain/holders'
import { nameOf } from '../../../domain/matrix'
import { isTeamId } from '../../../domain/ownership'
import { orphanedBy } from '../../../domain/party/held'
import type { Id } from '../../../domain/units'
import { Link } from '../../../ui'
import styles from '../page.module.css'
import { activities } from '../words'
import { Activity } from './Activity'
import { Section } from './Section'

/** Of somebody who has left: what has nobody since, and where to hand it over. */
export function Left({ id, view: { ownership, whole } }: { readonly id: Id; readonly view: OwnershipView }) {
  if (!isInactive(id, ownership)) return null
  const orphaned = orphanedBy(id, ownership)
  const who = isTeamId(id) ? `Everybody in ${nameOf(id, ownership)} has left.` : `${nameOf(id, ownership)} has left.`
  return (
    <div className={styles.left}>
      <p>
        {who}{' '}
        {orphaned.length === 0
          ? `Nothing is orphaned by it${whole ? '.' : ', in what could be read.'}`
          : `Since then nobody who is here answers for, or performs, ${activities(orphaned.length)}.`}{' '}
        {orphaned.length > 0 && <Link to={pathTo('transfer', { from: id })}>Plan the transfer</Link>}
      </p>
      <Section
        title="Orphaned"
        items={orphaned}
        itemKey={({ activity }) => activity.id}
        render={(standing) => (
          <Activity standing={standing}>
            {standing.gaps.map(({ kind, reason }) => (
              <span key={kind} className={styles.gap}>
                {reason}
              </span>
            ))}
          </Activity>
        )}
      />
    </div>
  )
}
