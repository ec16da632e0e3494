import { useOwnership, useWhole } from '../../../data'
import { cameBack, firstFixes, ownerKnown, reopened, reviewsOnTime } from '../model/shareKinds'
import styles from './figures.module.css'
import { type ShareCardProps, ShareCard } from './ShareCard'
import { Waiting } from './Shown'

export type Given = Pick<ShareCardProps, 'scope' | 'comparable'>

const everything = {}

const missingOf = (parts: readonly { readonly source: string; readonly error?: Error }[]) =>
  parts.flatMap(({ source, error }) => (error ? [{ source, error }] : []))

/** Incidents that began after their problem was said to be fixed. */
export function CameBack(given: Given) {
  const problems = useWhole('problems', everything)
  if (problems.state !== 'ready')
    return <Waiting label={cameBack.words.label} view={{ state: problems.state, missing: missingOf(problems.parts) }} />
  return <ShareCard {...given} {...cameBack} more={{ fixes: firstFixes(problems.items) }} />
}

/** Incidents that were opened again after they had ended. */
export const Reopened = (given: Given) => <ShareCard {...given} {...reopened} />

/** Post-incident reviews that were held within the policy. */
export const ReviewsOnTime = (given: Given) => <ShareCard {...given} {...reviewsOnTime} className={styles.wider} />

/** Incidents whose activity has somebody who answers for it. */
export function OwnerKnown(given: Given) {
  const { ownership, state } = useOwnership()
  const kind = ownerKnown(ownership)
  if (state !== 'ready') return <Waiting label={kind.words.label} view={{ state, missing: [] }} />
  return <ShareCard {...given} {...kind} />
}
