import { useEffect, useRef, useState } from 'react'
import type { GivenFile, Shelf } from '../../data'
import { Button, cx, Icon } from '../../ui'
import styles from './Sources.module.css'

/** What to call what was given: its folder, or its only file. Otherwise its manifest names it. */
const titleOf = (folders: readonly string[], files: readonly GivenFile[]): string => {
  const [folder, another] = new Set(folders)
  if (folder !== undefined && another === undefined) return folder
  return files.length === 1 ? (files[0]?.path ?? '') : ''
}

const droppedFolders = (transfer: DataTransfer): readonly string[] =>
  [...transfer.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry()
    return entry?.isDirectory ? [entry.name] : []
  })

const pickedFolders = (files: FileList): readonly string[] =>
  [...files].flatMap(({ webkitRelativePath: path }) => (path ? [path.slice(0, path.indexOf('/'))] : []))

/** Text and links are dragged over pages too. */
const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true

interface DropProps {
  readonly shelf: Shelf
  readonly pending: boolean
  readonly onFiles: (files: readonly GivenFile[], title: string) => void
  readonly onFault: (reason: string) => void
}

/** Takes files by picker, as a whole folder, or dropped anywhere on the page that it stands on. */
export function Drop({ shelf, pending, onFiles, onFault }: DropProps) {
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const dragover = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    // Only from the window itself: between its parts the files are still over the page.
    const dragleave = (event: DragEvent) => setOver(event.relatedTarget !== null)
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(false)
      const transfer = event.dataTransfer
      if (!transfer) return
      // Now, in the event itself: the browser empties the transfer after it.
      const folders = droppedFolders(transfer)
      shelf.fromDrop(transfer).then(
        (given) => onFiles(given, titleOf(folders, given)),
        (cause: unknown) => onFault(String(cause)),
      )
    }
    // Anywhere on the page: a folder that misses the area would take the browser away from it.
    document.addEventListener('dragover', dragover)
    document.addEventListener('dragleave', dragleave)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', dragover)
      document.removeEventListener('dragleave', dragleave)
      document.removeEventListener('drop', drop)
    }
  }, [shelf, onFiles, onFault])
  const take = (input: HTMLInputElement) => {
    if (input.files && input.files.length > 0) {
      const given = shelf.fromInput(input.files)
      onFiles(given, titleOf(pickedFolders(input.files), given))
    }
    input.value = ''
  }
  const busy = pending ? 'The files are being read.' : undefined
  return (
    <div role="group" aria-label="Drop files or a folder here" className={cx(styles.drop, over && styles.over)}>
      <Icon name="folder" size={26} />
      <span>{pending ? 'Reading…' : 'Drop files or a folder here'}</span>
      <div className={styles.buttons}>
        <Button disabledReason={busy} onClick={() => files.current?.click()}>
          Choose files
        </Button>
        <Button disabledReason={busy} onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
      </div>
      <input ref={files} hidden type="file" multiple aria-label="Files" onChange={(event) => take(event.target)} />
      <input
        ref={folder}
        hidden
        type="file"
        multiple
        aria-label="Folder"
        onChange={(event) => take(event.target)}
        {...{ webkitdirectory: '' }}
      />
    </div>
  )
}
