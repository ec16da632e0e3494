import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useData } from './provider'

/** Files are kept in this browser: whether it thinks that it is online does not matter. */
const networkMode = 'always'

/** A file a person gave, with its path inside the folder it came from. */
export interface GivenFile {
  readonly path: string
  readonly blob: Blob
}

/** Data opened from disk, kept in this browser until it is removed. */
export interface Workspace {
  readonly id: string
  readonly title: string
  readonly files: number
  readonly bytes: number
}

/** Where opened data lives. The app hands in the one of the files source. */
export interface Shelf {
  list(): Promise<readonly Workspace[]>
  /** Rejects with a readable reason when nothing in the files is known. */
  open(title: string, files: readonly GivenFile[]): Promise<Workspace>
  remove(id: string): Promise<void>
  /** Files behind a drop, a picker or a folder handle. */
  fromDrop(transfer: DataTransfer): Promise<readonly GivenFile[]>
  fromInput(files: FileList): readonly GivenFile[]
}

export interface Workspaces {
  readonly shelf: Shelf | undefined
  readonly workspaces: readonly Workspace[]
  readonly open: (title: string, files: readonly GivenFile[]) => void
  readonly remove: (id: string) => void
  readonly pending: boolean
  readonly error: string | undefined
}

const key = ['workspaces']

/** Opened data of this browser. Opening or removing one makes the app open its sources anew (`onShelf`). */
export function useWorkspaces(): Workspaces {
  const { shelf, onShelf } = useData()
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => shelf?.list() ?? [],
    enabled: shelf !== undefined,
    networkMode,
  })
  const settled = async () => {
    await client.invalidateQueries({ queryKey: key })
    onShelf?.()
  }
  const opening = useMutation({
    mutationFn: async ({ title, files }: { title: string; files: readonly GivenFile[] }) => shelf?.open(title, files),
    onSuccess: settled,
    networkMode,
  })
  const removing = useMutation({ mutationFn: async (id: string) => shelf?.remove(id), onSuccess: settled, networkMode })
  return {
    shelf,
    workspaces: data ?? [],
    open: (title, files) => opening.mutate({ title, files }),
    remove: (id) => removing.mutate(id),
    pending: opening.isPending || removing.isPending,
    error: (opening.error ?? removing.error)?.message,
  }
}
