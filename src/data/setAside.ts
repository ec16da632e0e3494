import { useQuery } from '@tanstack/react-query'
import type { SetAside, SourceError } from '../sources/contract'
import type { ConfiguredSource } from './provider'

export interface SetAsideView {
  /** Absent until the source has told. */
  readonly records?: readonly SetAside[]
  readonly error?: SourceError
}

/** The records of one source that could not be read. Asked again whenever the source has answered anew (`asOf`). */
export function useSetAside({ id, source }: ConfiguredSource, asOf: number | undefined): SetAsideView {
  const { data, error } = useQuery<readonly SetAside[], SourceError>({
    queryKey: [id, 'set-aside', asOf ?? 0],
    queryFn: ({ signal }) => source?.setAside?.({ signal }) ?? [],
    enabled: source?.setAside !== undefined,
    retry: false,
    networkMode: 'always',
    placeholderData: (before) => before,
  })
  return { ...(data && { records: data }), ...(error && { error }) }
}
