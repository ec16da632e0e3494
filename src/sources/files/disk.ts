import type { GivenFile } from './given'

/** Folders that never hold a workspace's own data. */
const skipped = new Set(['node_modules', '.git'])
/** A folder with more files than this was dropped by mistake. */
const mostFiles = 2_000

const givenOf = (path: string, file: File): GivenFile => ({ path, blob: file, modified: file.lastModified })

/** A picked folder names itself first in each path; the paths of a workspace begin inside it. */
function inside(files: readonly GivenFile[]): readonly GivenFile[] {
  const [first] = files
  const folder = first?.path.includes('/') ? first.path.slice(0, first.path.indexOf('/') + 1) : ''
  const shared = folder !== '' && files.every(({ path }) => path.startsWith(folder))
  return shared ? files.map((file) => ({ ...file, path: file.path.slice(folder.length) })) : files
}

/** Files of an `<input type="file">`, with or without `webkitdirectory`. */
export const fromInput = (files: FileList): readonly GivenFile[] =>
  inside(
    [...files]
      .map((file) => givenOf(file.webkitRelativePath || file.name, file))
      .filter(({ path }) => !path.split('/').some((part) => skipped.has(part)))
      .slice(0, mostFiles),
  )

const asFile = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject)
  })

/** All entries of a folder: a browser gives at most a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const more = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (more.length === 0) return entries
    entries.push(...more)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

async function walk(entry: FileSystemEntry, path: string, found: GivenFile[]): Promise<void> {
  if (found.length >= mostFiles || skipped.has(entry.name)) return
  if (isFile(entry)) found.push(givenOf(path, await asFile(entry)))
  else if (isFolder(entry))
    for (const inner of await entriesOf(entry)) await walk(inner, `${path}/${inner.name}`, found)
}

/** Files and folders that were dropped. Call it in the drop event itself: the browser empties the transfer after it. */
export async function fromDrop(transfer: DataTransfer): Promise<readonly GivenFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return inside([...transfer.files].map((file) => givenOf(file.name, file)))
  const found: GivenFile[] = []
  for (const entry of entries) await walk(entry, entry.name, found)
  return inside(found)
}

/** Files of a folder that was picked with `showDirectoryPicker`, or of one remembered from then. */
export async function fromHandle(folder: FileSystemDirectoryHandle, path = ''): Promise<readonly GivenFile[]> {
  const found: GivenFile[] = []
  for await (const handle of folder.values()) {
    if (found.length >= mostFiles || skipped.has(handle.name)) continue
    const name = `${path}${handle.name}`
    if (handle.kind === 'file') found.push(givenOf(name, await handle.getFile()))
    else found.push(...(await fromHandle(handle, `${name}/`)))
  }
  return found
}
