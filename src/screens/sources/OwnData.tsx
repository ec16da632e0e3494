import { useState } from 'react'
import { type GivenFile, useWorkspaces, type Workspace } from '../../data'
import { Card, Icon, IconButton } from '../../ui'
import { Drop } from './Drop'
import styles from './Sources.module.css'
import { count } from './words'

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`

function Opened({ workspace, onRemove }: { readonly workspace: Workspace; readonly onRemove: () => void }) {
  const { title, files, bytes } = workspace
  return (
    <li>
      <Icon name="folder" />
      <span>
        {title}{' '}
        <span className="muted">
          {count(files, 'file', 'files')}, {size(bytes)}
        </span>
      </span>
      <IconButton icon="close" label={`Remove ${title}`} onClick={onRemove} />
    </li>
  )
}

/** Opens data of one's own, and lists what is open. */
export function OwnData() {
  const { shelf, workspaces, open, remove, pending, error } = useWorkspaces()
  const [fault, setFault] = useState<string>()
  if (!shelf) return null
  const take = (files: readonly GivenFile[], title: string) => {
    setFault(undefined)
    if (files.length === 0) setFault('There was no file in what was given.')
    else open(title, files)
  }
  const wrong = fault ?? error
  return (
    <Card title="Your own data" sub="Kept in this browser until you remove it. Nothing is sent anywhere.">
      <Drop shelf={shelf} pending={pending} onFiles={take} onFault={setFault} />
      {wrong !== undefined && (
        <p role="alert" className={styles.more}>
          {wrong}
        </p>
      )}
      <ul className={styles.opened}>
        {workspaces.map((workspace) => (
          <Opened key={workspace.id} workspace={workspace} onRemove={() => remove(workspace.id)} />
        ))}
      </ul>
      <p className="muted">
        Known by their shape: ServiceNow event logs, Statuspage histories, Kubernetes groups, alert rules, ownership as
        code.
      </p>
    </Card>
  )
}
