import { useMemo } from 'react'
import { pathTo } from '../../../app/paths'
import { useOutbox, useWhole, type Waiting } from '../../../data'
import { targetOf } from '../../../domain/command'
import { Button, Icon, Link } from '../../../ui'
import { counted } from '../words'
import styles from './unsent.module.css'
import { incidentOf, unsentText } from './words'

interface ItemProps {
  readonly item: Waiting
  /** The version of its record that is on screen. */
  readonly version: string | undefined
  readonly onAnew: (version: string | undefined) => void
  readonly onForget: () => void
}

function Item({ item: { command, refused }, version, onAnew, onForget }: ItemProps) {
  const incident = incidentOf(command)
  const text = unsentText(command)
  return (
    <li className={styles.item}>
      <span>
        {incident !== undefined && <Link to={pathTo('incidents', { id: incident })}>{incident}</Link>} {text}
        {refused && (
          <strong>
            {' '}
            – {refused.fault === 'conflict' ? 'changed meanwhile: ' : 'not carried out: '}
            {refused.message}
          </strong>
        )}
      </span>
      {refused && (
        <Button aria-label={`Send anyway: ${text}`} onClick={() => onAnew(version)}>
          Send anyway
        </Button>
      )}
      <Button tone="quiet" aria-label={`Forget: ${text}`} onClick={onForget}>
        Forget
      </Button>
    </li>
  )
}

/** The incidents that are waited for. A component of its own: it asks only while something waits. */
function Waits() {
  const { waiting, sendNow, anew, forget } = useOutbox()
  const query = useMemo(
    () => ({ ids: [...new Set(waiting.flatMap(({ command }) => incidentOf(command) ?? []))].toSorted() }),
    [waiting],
  )
  const incidents = useWhole('incidents', query)
  const versions = new Map(incidents.items.map(({ id, version }) => [id, version]))
  // An event has a version of its own, which is not read here: it is sent as it is.
  const versionOf = ({ command }: Waiting) => {
    const target = targetOf(command)
    return target?.facet === 'incidents' ? versions.get(target.id) : undefined
  }
  const refused = waiting.filter((item) => item.refused).length
  const told = [
    ...(refused < waiting.length ? [`${counted(waiting.length - refused, 'action')} waiting to be sent`] : []),
    ...(refused > 0 ? [`${counted(refused, 'action')} not carried out`] : []),
  ].join(', ')
  return (
    <section className={styles.unsent} aria-label="Not sent yet">
      <p className={styles.head}>
        <Icon name="warn" size={16} />
        <span role="status">
          {told}.{refused < waiting.length && ' Kept in this browser, and sent by itself once the source answers.'}
        </span>
        {refused < waiting.length && <Button onClick={sendNow}>Send now</Button>}
      </p>
      <ul className={styles.items}>
        {waiting.map((item) => (
          <Item
            key={item.key}
            item={item}
            version={versionOf(item)}
            onAnew={(version) => anew(item.key, version)}
            onForget={() => forget(item.key)}
          />
        ))}
      </ul>
    </section>
  )
}

/** What was given while the line was down, and what became of it. Nothing where nothing waits. */
export function Unsent() {
  return useOutbox().waiting.length === 0 ? null : <Waits />
}
