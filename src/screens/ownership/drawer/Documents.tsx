import type { Document } from '../../../domain/ownership'
import { SafeLink } from '../../../ui'
import { valueText } from '../model/words'
import looks from '../ownership.module.css'
import type { AboutProps } from './ActivityDrawer'
import { Fact, NotRecorded } from './Fact'
import styles from './drawer.module.css'

/** Runbook and playbook. Of the two, one that is not there is left out when the other is. */
export function Documents({ standing: { activity, records } }: AboutProps) {
  const { runbook, playbook } = activity
  return (
    <>
      {(runbook || !playbook) && (
        <Fact term="Runbook">
          {runbook ? (
            <OneDocument document={runbook} />
          ) : records.runbooks ? (
            <span className={looks.sev2}>none</span>
          ) : undefined}
        </Fact>
      )}
      {playbook && (
        <Fact term="Playbook">
          <OneDocument document={playbook} />
        </Fact>
      )}
    </>
  )
}

const versions = (versioned: boolean | undefined) =>
  versioned === undefined ? (
    <span className={styles.absent}>version control not recorded</span>
  ) : versioned ? (
    <span className="muted">under version control</span>
  ) : (
    <span className={looks.warn}>not under version control</span>
  )

const health = (reachable: boolean | undefined) =>
  reachable === undefined ? (
    <span className={styles.absent}>link not checked</span>
  ) : reachable ? (
    <span className="muted">link answers</span>
  ) : (
    <span className={looks.sev2}>link leads nowhere</span>
  )

function OneDocument({ document: { title, url, placeholder, versioned, reachable } }: { readonly document: Document }) {
  if (url === undefined)
    return placeholder === undefined ? (
      <NotRecorded />
    ) : (
      <span className={looks.sev2}>“{placeholder}” stands where a link should</span>
    )
  return (
    <>
      <SafeLink href={url}>{title ?? url}</SafeLink>
      <div>
        {versions(versioned)}
        {' · '}
        {health(reachable)}
      </div>
    </>
  )
}

const percent = (part: number, whole: number): string => (whole === 0 ? '' : ` (${Math.round((100 * part) / whole)}%)`)

/** How much is done without a person, and how well that went. */
export function Automation({ standing: { activity } }: AboutProps) {
  const { automation } = activity
  if (!automation) return <Fact term="Automation" />
  const { level, started, worked, reachedOutcome } = automation
  const runs = [
    started !== undefined && `started ${started} times`,
    worked !== undefined && `worked ${worked}${started === undefined ? '' : percent(worked, started)}`,
    reachedOutcome !== undefined &&
      `reached its outcome ${reachedOutcome}${started === undefined ? '' : percent(reachedOutcome, started)}`,
  ].filter((text) => text !== false)
  return (
    <Fact term="Automation">
      <span className={level === 'none' ? looks.none : undefined}>{valueText(level)}</span>
      <div className="muted num">{runs.length > 0 ? runs.join(', ') : 'runs not recorded'}</div>
    </Fact>
  )
}
