import { isWhole, useRecord, useSources } from '../../../data'
import { endOf, type Incident } from '../../../domain/incident'
import { EmptyState, FailedState, PanelBoundary, PartialNote, Skeleton } from '../../../ui'
import { useMissing } from '../useMissing'
import type { Names } from '../useNames'
import { ActionPanel } from './ActionPanel'
import { Around } from './Around'
import styles from './detail.module.css'
import { Head } from './Head'
import { Narrative } from './Narrative'
import { PhaseBar } from './PhaseBar'
import { ResponseProvider } from './Response'
import { Review } from './Review'
import { Side } from './Side'

interface DetailProps {
  readonly id: string | undefined
  readonly names: Names
  /** As it was at another moment: shown in place of the record. */
  readonly was?: Incident
}

/** One incident, whole. */
export function Detail({ id, names, was }: DetailProps) {
  const view = useRecord('incidents', id)
  const sources = useSources()
  const title = (source: string) => sources.find((each) => each.id === source)?.title ?? source
  const missing = useMissing(view)
  const incident = was ?? view.items[0]
  if (id === undefined)
    return (
      <EmptyState title="No incident chosen">Choose one from the list, or go through them with J and K.</EmptyState>
    )
  if (incident === undefined) {
    if (view.parts.some((part) => part.error !== undefined))
      return (
        <FailedState
          what={`${id} could not be read`}
          where={missing}
          advice="It may well be there: not every source has answered."
          onRetry={view.retry}
        />
      )
    if (view.state !== 'absent' && !isWhole(view)) return <Skeleton label={`${id} is loading. ${missing}`} rows={10} />
    return (
      <EmptyState title={`There is no incident ${id}`}>
        No connected source has it. It may have been removed.
      </EmptyState>
    )
  }
  // What is over is read for what was learned; while it burns, what happens comes first.
  const reviewed = incident.review !== undefined || endOf(incident) !== undefined
  const review = (
    <PanelBoundary name="The review" of={incident}>
      <Review key={incident.id} incident={incident} names={names} />
    </PanelBoundary>
  )
  return (
    <article className={styles.detail} aria-label={`${incident.id} ${incident.title}`}>
      <ResponseProvider incident={incident}>
        <ActionPanel incident={incident} names={names}>
          <Head incident={incident} names={names} />
        </ActionPanel>
        {view.disagreements.length > 0 && (
          <PartialNote>
            Sources disagree:{' '}
            {view.disagreements
              .map(
                ({ field, claims }) =>
                  `${field}: ${claims.map((claim) => `${title(claim.source)} says ${JSON.stringify(claim.value)}`).join(', ')}`,
              )
              .join('; ')}
            . The first is believed.
          </PartialNote>
        )}
        <PanelBoundary name="The phases" of={incident}>
          <PhaseBar incident={incident} />
        </PanelBoundary>
        <PanelBoundary name="What happened around it" of={incident}>
          <Around incident={incident} names={names} />
        </PanelBoundary>
        <div className={styles.body}>
          <div>
            {reviewed && review}
            <PanelBoundary name="The timeline" of={incident}>
              <Narrative incident={incident} names={names} />
            </PanelBoundary>
            {!reviewed && review}
          </div>
          <PanelBoundary name="What belongs to it" of={incident}>
            <Side incident={incident} names={names} />
          </PanelBoundary>
        </div>
      </ResponseProvider>
    </article>
  )
}
