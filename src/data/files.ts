import { useQueries } from '@tanstack/react-query'
import type { Activity, Assignment, Party, Workload } from '../domain/ownership'
import type { ChangedFile, SourceError } from '../sources/contract'
import { useData } from './provider'

export type { ChangedFile }

/** What people changed in one source, as files. */
export interface ChangedFilesView {
  readonly source: string
  readonly title: string
  /** False where the source keeps changes itself: then there is nothing to commit. */
  readonly keepsFiles: boolean
  /** Absent until the source has told. */
  readonly files?: readonly ChangedFile[]
  readonly error?: SourceError
}

/** What people changed, source by source, as the files that hold it. Asked anew after each command. */
export function useChangedFiles(): readonly ChangedFilesView[] {
  const { sources } = useData()
  const opened = sources.flatMap(({ id, title, source }) => (source ? [{ id, title, source }] : []))
  const answers = useQueries({
    queries: opened.map(({ id, source }) => ({
      queryKey: [id, 'changed-files'],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.changedFiles?.({ signal }) ?? [],
      enabled: source.changedFiles !== undefined,
      staleTime: 0,
      gcTime: 0,
      retry: false,
      networkMode: 'always' as const,
    })),
  })
  return opened.map(({ id, title, source }, index): ChangedFilesView => {
    const answer = answers[index]
    return {
      source: id,
      title,
      keepsFiles: source.changedFiles !== undefined,
      ...(answer?.data && { files: answer.data }),
      ...(answer?.error && { error: answer.error as SourceError }),
    }
  })
}

/** Ownership as code tells these. */
export interface CodeRecords {
  readonly workloads: readonly Workload[]
  readonly activities: readonly Activity[]
  readonly assignments: readonly Assignment[]
  readonly parties: readonly Party[]
}

/** Records of any source as the text of an `ownership.yaml` that opened files may hold. Its writer is loaded when asked for. */
export const ownershipAsCode = async (records: CodeRecords): Promise<string> =>
  (await import('../sources/files/ownership/write')).ownershipYaml(records)
