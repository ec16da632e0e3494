import { SourceError } from '../contract'
import { fromDrop, fromInput } from './disk'
import type { GivenFile } from './given'
import type { Host } from './host'
import { startHost } from './start'
import { browserStore, type Store, type StoredWorkspace } from './store'

/** Data opened from disk: kept in this browser until it is removed. */
export interface FilesShelf {
  list(): Promise<readonly StoredWorkspace[]>
  /** Rejects with a readable reason when nothing in the files is known, and then keeps nothing. */
  open(title: string, files: readonly GivenFile[]): Promise<StoredWorkspace>
  remove(id: string): Promise<void>
  fromDrop(transfer: DataTransfer): Promise<readonly GivenFile[]>
  fromInput(files: FileList): readonly GivenFile[]
}

export interface ShelfParts {
  /** The browser's clock, milliseconds since 1970. */
  readonly now: () => number
  readonly store?: Store
  readonly host?: (source: string) => Promise<Host>
}

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40) || 'data'

export function createShelf({ now, store = browserStore(), host: start = startHost }: ShelfParts): FilesShelf {
  return {
    list: () => store.workspaces(),
    open: async (title, files) => {
      const id = `${slug(title)}-${now().toString(36)}`
      const host = await start(id)
      try {
        const told = await host.survey(id, { files })
        if ('fault' in told) throw new SourceError(told.fault, id, told.message)
        const workspace = {
          id,
          title: title || told.value.name || 'Opened files',
          files: files.length,
          bytes: files.reduce((sum, { blob }) => sum + blob.size, 0),
        }
        await store.keep(workspace, files)
        return workspace
      } finally {
        host.stop()
      }
    },
    remove: (id) => store.remove(id),
    fromDrop,
    fromInput,
  }
}
