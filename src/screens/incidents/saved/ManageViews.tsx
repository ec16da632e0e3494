import { type FormEvent, useState } from 'react'
import { Button, IconButton, Modal, TextField } from '../../../ui'
import styles from './saved.module.css'
import type { Views } from './useViews'
import { moved, type SavedView, whyNotName } from './views'

interface ManageViewsProps {
  readonly views: Views
  readonly onClose: () => void
}

/** One's own views: keep what is shown, rename, put in order, remove. */
export default function ManageViews({ views, onClose }: ManageViewsProps) {
  const { own, keep, search } = views
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const why = whyNotName(name, own)
  const same = views.current
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (why !== undefined) return
    keep([...own, { name: name.trim(), search }])
    setName('')
    setTried(false)
  }
  return (
    <Modal open title="Views of the incidents" onClose={onClose}>
      <form className={styles.save} onSubmit={save}>
        <TextField
          label="Keep what is shown as"
          value={name}
          onChange={setName}
          error={tried ? why : undefined}
          placeholder={same ? `the same as “${same.name}”` : ''}
        />
        <Button type="submit">Keep</Button>
      </form>
      <p className="muted">
        Views are kept in this browser. To give one to others, copy its link. Keys v 1 to v 9 show the first nine.
      </p>
      {own.length === 0 ? (
        <p>None of your own yet.</p>
      ) : (
        <ol className={styles.views} aria-label="Own views">
          {own.map((view, index) => (
            <Own key={`${index} ${view.name} ${view.search}`} view={view} index={index} views={own} keep={keep} />
          ))}
        </ol>
      )}
    </Modal>
  )
}

interface OwnProps {
  readonly view: SavedView
  readonly index: number
  readonly views: readonly SavedView[]
  readonly keep: (views: readonly SavedView[]) => void
}

function Own({ view, index, views, keep }: OwnProps) {
  const [name, setName] = useState(view.name)
  const why = whyNotName(name, views, index)
  const rename = () => {
    if (why === undefined && name.trim() !== view.name) keep(views.with(index, { ...view, name: name.trim() }))
  }
  return (
    <li className={styles.own}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          rename()
        }}
      >
        <TextField label={`Name of “${view.name}”`} value={name} onChange={setName} error={why} />
        {name.trim() !== view.name && <Button type="submit">Rename</Button>}
      </form>
      <IconButton
        label={`Move “${view.name}” up`}
        disabledReason={index === 0 ? 'It is the first.' : undefined}
        onClick={() => keep(moved(views, index, index - 1))}
        icon="up"
      />
      <IconButton
        label={`Move “${view.name}” down`}
        disabledReason={index === views.length - 1 ? 'It is the last.' : undefined}
        onClick={() => keep(moved(views, index, index + 1))}
        icon="down"
      />
      <IconButton icon="close" label={`Remove “${view.name}”`} onClick={() => keep(views.toSpliced(index, 1))} />
    </li>
  )
}
