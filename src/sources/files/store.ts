import { createStore, del, get, set, update, type UseStore } from 'idb-keyval'
import type { CommandEnvelope } from '../../domain/command'
import type { GivenFile } from './given'

/** What is known of opened data without its files. */
export interface StoredWorkspace {
  readonly id: string
  readonly title: string
  readonly files: number
  /** Of the files as they were given, packed ones packed. */
  readonly bytes: number
}

/** Opened files and local edits, kept until they are removed. */
export interface Store {
  workspaces(): Promise<readonly StoredWorkspace[]>
  files(workspace: string): Promise<readonly GivenFile[] | undefined>
  keep(workspace: StoredWorkspace, files: readonly GivenFile[]): Promise<void>
  /** Forgets the files and the edits. */
  remove(workspace: string): Promise<void>
  /** Edits made on a workspace, the oldest first. `key` is the id of opened data, or an address. */
  journal(key: string): Promise<readonly CommandEnvelope[]>
  append(key: string, envelope: CommandEnvelope): Promise<void>
}

/** The four things a key-value store must do. */
interface Cupboard {
  get<T>(key: string): Promise<T | undefined>
  set(key: string, value: unknown): Promise<void>
  update<T>(key: string, change: (value: T | undefined) => T): Promise<void>
  del(key: string): Promise<void>
}

const list = 'workspaces'
const filesOf = (id: string): string => `files/${id}`
const journalOf = (key: string): string => `journal/${key}`

const storeIn = (cupboard: Cupboard): Store => ({
  workspaces: async () => (await cupboard.get<readonly StoredWorkspace[]>(list)) ?? [],
  files: (id) => cupboard.get<readonly GivenFile[]>(filesOf(id)),
  keep: async (workspace, files) => {
    // The list last: what it names is there.
    await cupboard.set(filesOf(workspace.id), files)
    await cupboard.update<readonly StoredWorkspace[]>(list, (known = []) => [
      ...known.filter(({ id }) => id !== workspace.id),
      workspace,
    ])
  },
  remove: async (workspace) => {
    await cupboard.update<readonly StoredWorkspace[]>(list, (known = []) => known.filter(({ id }) => id !== workspace))
    await cupboard.del(filesOf(workspace))
    await cupboard.del(journalOf(workspace))
  },
  journal: async (key) => (await cupboard.get<readonly CommandEnvelope[]>(journalOf(key))) ?? [],
  append: (key, envelope) =>
    cupboard.update<readonly CommandEnvelope[]>(journalOf(key), (known = []) => [
      ...known.filter((each) => each.key !== envelope.key),
      envelope,
    ]),
})

const inBrowser = (database: UseStore): Cupboard => ({
  get: (key) => get(key, database),
  set: (key, value) => set(key, value, database),
  update: (key, change) => update(key, change, database),
  del: (key) => del(key, database),
})

/** Forgets everything with the page: for where there is no database, and for tests. */
export function memoryStore(): Store {
  const held = new Map<string, unknown>()
  /** Guarantee: each key is read as the type it is written with, in `storeIn` above and nowhere else. */
  const read = <T>(key: string): T | undefined => held.get(key) as T | undefined
  return storeIn({
    get: (key) => Promise.resolve(read(key)),
    set: (key, value) => Promise.resolve(void held.set(key, value)),
    update: <T>(key: string, change: (value: T | undefined) => T) =>
      Promise.resolve(void held.set(key, change(read<T>(key)))),
    del: (key) => Promise.resolve(void held.delete(key)),
  })
}

let kept: Store | undefined

/** The browser's own database; memory where it has none. */
export function browserStore(): Store {
  kept ??= 'indexedDB' in globalThis ? storeIn(inBrowser(createStore('watchbill', 'files'))) : memoryStore()
  return kept
}
