import type { RefObject } from 'react'
import type { Ownership, Standing } from '../../../domain/coverage'
import { Drawer } from '../../../ui'
import { Automation, Documents } from './Documents'
import { Gaps } from './Gaps'
import { Incidents } from './Incidents'
import { MarkReviewed } from './MarkReviewed'
import { Observed, Roles } from './Roles'
import { Review, Risk, What, Why } from './Facts'
import styles from './drawer.module.css'

export interface AboutProps {
  readonly standing: Standing
  readonly ownership: Ownership
}

interface ActivityDrawerProps {
  readonly standing: Standing | undefined
  readonly ownership: Ownership
  readonly onClose: () => void
  /** Where it stands beside the matrix; absent: it lies over the page. */
  readonly container?: RefObject<HTMLElement | null>
}

/** All that is known of one activity, answered in the order in which people ask. */
export function ActivityDrawer({ standing, ownership, onClose, container }: ActivityDrawerProps) {
  if (!standing) return null
  const { activity, workload } = standing
  return (
    <Drawer
      open
      onClose={onClose}
      title={activity.name}
      over={workload?.name ?? activity.workload}
      footer={<MarkReviewed key={activity.id} activity={activity} />}
      {...(container && { container })}
    >
      <Gaps standing={standing} />
      <dl className={styles.facts}>
        <Roles standing={standing} ownership={ownership} />
        <Why standing={standing} ownership={ownership} />
        <Documents standing={standing} ownership={ownership} />
        <Automation standing={standing} ownership={ownership} />
        <Risk standing={standing} ownership={ownership} />
        <Review standing={standing} ownership={ownership} />
        <Observed standing={standing} ownership={ownership} />
        <What standing={standing} ownership={ownership} />
      </dl>
      <Incidents activity={activity} />
    </Drawer>
  )
}
