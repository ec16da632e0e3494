import { type RefObject, useMemo } from 'react'
import { useWindow } from '../../../data'
import type { Ownership, Standing } from '../../../domain/coverage'
import { Drawer } from '../../../ui'
import { Actions } from './Actions'
import { useAsk } from './ask'
import { Claims } from './Claims'
import { Automation, Documents } from './Documents'
import { Exceptions } from './Exceptions'
import { Review, Risk, What, Why } from './Facts'
import { Gaps } from './Gaps'
import { History } from './History'
import { Improvements } from './Improvements'
import { Incidents } from './Incidents'
import { Requests } from './Requests'
import { Observed, Roles } from './Roles'
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

/** Most records about one activity that are read at once. */
const most = 500

/** All that is known of one activity, answered in the order in which people ask, and all that can be done about it. */
export function ActivityDrawer({ standing, ownership, onClose, container }: ActivityDrawerProps) {
  const { ask, fold } = useAsk()
  if (!standing) return null
  const { activity, workload } = standing
  return (
    <Drawer
      open
      onClose={onClose}
      {...(ask && { onEscape: () => fold() })}
      title={activity.name}
      over={workload?.name ?? activity.workload}
      footer={<Foot key={activity.id} standing={standing} ownership={ownership} />}
      {...(container && { container })}
    >
      <Body key={activity.id} standing={standing} ownership={ownership} />
    </Drawer>
  )
}

function useRequests(activity: string) {
  const query = useMemo(() => ({ activities: [activity] }), [activity])
  return useWindow('requests', query, most)
}

const Foot = ({ standing, ownership }: AboutProps) => (
  <Actions standing={standing} ownership={ownership} requests={useRequests(standing.activity.id)} />
)

function Body(about: AboutProps) {
  const { activity } = about.standing
  const query = useMemo(() => ({ activities: [activity.id] }), [activity.id])
  const requests = useRequests(activity.id)
  const improvements = useWindow('improvements', query, most)
  return (
    <>
      <Gaps standing={about.standing} />
      <Requests {...about} requests={requests} />
      <dl className={styles.facts}>
        <Roles {...about} />
        <Why {...about} />
        <Documents {...about} />
        <Automation {...about} />
        <Risk {...about} />
        <Review {...about} />
        <Observed {...about} />
        <Exceptions {...about} />
        <What {...about} />
      </dl>
      <Claims {...about} />
      <Improvements {...about} improvements={improvements} />
      <Incidents activity={activity} />
      <History {...about} requests={requests} />
    </>
  )
}
