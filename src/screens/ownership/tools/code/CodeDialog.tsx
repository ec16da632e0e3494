import { useState } from 'react'
import { type ChangedFilesView, ownershipAsCode, useChangedFiles, useOwnership } from '../../../../data'
import type { Ownership } from '../../../../domain/coverage'
import { announce, Button, Modal } from '../../../../ui'
import { saveFile } from '../../../../ui/save'
import type { Book, Listing } from '../../model/listing'
import { countText } from '../../model/words'
import styles from './code.module.css'
import { recordsOf } from './records'

interface CodeDialogProps {
  readonly book: Book
  readonly listing: Listing
  readonly onClose: () => void
}

const save = (name: string, text: string) => {
  saveFile({ name: name.split('/').at(-1) ?? name, type: 'text/plain;charset=utf-8', text })
  announce(`${name} saved`)
}

/** Ownership as files to be committed: what was changed here, and all of it in one file. */
export default function CodeDialog({ book, listing, onClose }: CodeDialogProps) {
  const views = useChangedFiles()
  const { parties } = useOwnership()
  const [fault, setFault] = useState<string>()
  const { listed } = listing
  const whole = () =>
    ownershipAsCode(recordsOf(listed, parties)).then(
      (text) => save('ownership.yaml', text),
      () => setFault('The writer could not be loaded. Try again.'),
    )
  return (
    <Modal open onClose={onClose} title="Ownership as code">
      {views.map((view) => (
        <Changed key={view.source} view={view} ownership={book.ownership} />
      ))}
      <section aria-label="All that is shown" className={styles.part}>
        <h3>All that is shown, in one file</h3>
        <p>
          {countText(listed.length)} of {countText(book.standings.length)} activities with their workloads, and all{' '}
          {countText(parties.length)} teams and people, as YAML. Put it into a repository and open that folder as a
          source: it tells the same.
        </p>
        <div>
          <Button
            disabledReason={listed.length === 0 ? 'Nothing is listed.' : undefined}
            onClick={() => {
              setFault(undefined)
              void whole()
            }}
          >
            Download ownership.yaml
          </Button>
        </div>
        {fault !== undefined && <p role="alert">{fault}</p>}
      </section>
    </Modal>
  )
}

/** Names that fit on a line or two. */
const fewNames = 12

function Changed({ view, ownership }: { readonly view: ChangedFilesView; readonly ownership: Ownership }) {
  const { title, keepsFiles, files, error } = view
  const ids = new Set((files ?? []).flatMap(({ records }) => records))
  const changed = [...ids].flatMap((id) => ownership.byId.get(id)?.activity.name ?? [])
  const replaced = [...new Set((files ?? []).flatMap(({ replaces }) => replaces))]
  const refusal = !keepsFiles
    ? 'It keeps changes itself.'
    : error
      ? error.message
      : !files
        ? 'The changed files are being written.'
        : files.length === 0
          ? 'Nothing was changed here.'
          : undefined
  return (
    <section aria-label={title} className={styles.part}>
      <h3>{title}</h3>
      {!keepsFiles && <p>It keeps changes itself: there is nothing to commit.</p>}
      {error && <p role="alert">The changed files cannot be told: {error.message}</p>}
      {keepsFiles && !error && files?.length === 0 && (
        <p>It is read from files, and nothing was changed here: there is nothing to commit.</p>
      )}
      {files && files.length > 0 && (
        <>
          <p>
            {countText(files.length)} {files.length === 1 ? 'file' : 'files'} changed
            {changed.length > 0 && (
              <>
                , {countText(changed.length)} {changed.length === 1 ? 'activity' : 'activities'}:{' '}
                {changed.slice(0, fewNames).join(', ')}
                {changed.length > fewNames && ` and ${countText(changed.length - fewNames)} more`}
              </>
            )}
            . Commit them in the place of those you opened.
          </p>
          <ul aria-label={`Changed files of ${title}`} className={styles.files}>
            {files.map(({ name, text, anew }) => (
              <li key={name}>
                <span>
                  <code>{name}</code>
                  {anew && <span className="muted">written anew: comments are not in it</span>}
                </span>
                <Button onClick={() => save(name, text)}>Download {name}</Button>
              </li>
            ))}
          </ul>
          {replaced.length > 0 && (
            <p>
              They take the place of {replaced.map((path) => `“${path}”`).join(', ')}: take{' '}
              {replaced.length === 1 ? 'that' : 'those'} out of the folder.
            </p>
          )}
        </>
      )}
      <div>
        <Button
          tone={refusal === undefined ? 'primary' : 'default'}
          disabledReason={refusal}
          onClick={() => files?.forEach(({ name, text }) => save(name, text))}
        >
          Download changed files
        </Button>
      </div>
    </section>
  )
}
