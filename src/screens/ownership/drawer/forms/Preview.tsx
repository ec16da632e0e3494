import { useMemo } from 'react'
import { useZone } from '../../../../data'
import type { ChangeKind } from '../../../../domain/change'
import type { Ownership, Standing } from '../../../../domain/coverage'
import type { Instant } from '../../../../domain/units'
import { Icon } from '../../../../ui'
import looks from '../../ownership.module.css'
import { PartyLinks } from '../PartyLink'
import { gapText, requestText } from '../words'
import { previewOf } from './preview'
import type { wishOf } from './wish'
import styles from './forms.module.css'

interface PreviewProps {
  readonly standing: Standing
  readonly ownership: Ownership
  readonly change: ChangeKind
  readonly wish: ReturnType<typeof wishOf>
  readonly now: Instant
}

/** What the request would change, what that mends and breaks, and who decides. */
export function Preview({ standing, ownership, change, wish: { steps, gap, expires }, now }: PreviewProps) {
  const { name: zone } = useZone()
  const { mended, broken, remarks } = useMemo(
    () => previewOf(steps, standing, ownership, now),
    [steps, standing, ownership, now],
  )
  const approvers = standing.activity.review?.approvers ?? []
  const ready = steps.length > 0 || (gap !== undefined && expires !== undefined)
  const wish = { kind: change, steps, ...(gap && { gap }), ...(expires !== undefined && { expires }) }
  return (
    <div className={styles.preview} role="group" aria-label="What it would change">
      {ready && <p>{`If approved: ${requestText(wish, ownership, zone)}.`}</p>}
      {broken.map(({ kind, reason }) => (
        <p key={kind} className={looks.sev2}>
          <Icon name="warn" size={14} />
          <span>Then: {reason}</span>
        </p>
      ))}
      {remarks.map((text) => (
        <p key={text} className={looks.sev2}>
          <Icon name="warn" size={14} />
          <span>{text}</span>
        </p>
      ))}
      {mended.map(({ kind }) => (
        <p key={kind} className={styles.mends}>
          <Icon name="check" size={14} />
          <span>Mends “{gapText(kind)}”.</span>
        </p>
      ))}
      <p className="muted">
        <span>
          {approvers.length > 0 ? (
            <>
              Decided by <PartyLinks ids={approvers} ownership={ownership} />, as its review policy says.
            </>
          ) : (
            'Its review policy names no approver: anybody may decide.'
          )}
        </span>
      </p>
    </div>
  )
}
