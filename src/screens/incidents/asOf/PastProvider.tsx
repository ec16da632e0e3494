import type { ReactNode } from 'react'
import { ReadOnlyProvider } from '../../../data'
import type { Instant } from '../../../domain/units'
import { Button, PartialNote } from '../../../ui'
import type { Anchor } from '../anchor'
import { useMoments } from '../useMoments'
import { AsOfProvider } from './context'
import { Past } from './Past'
import type { AsOfUrl } from './useAsOfUrl'

interface PastProviderProps {
  readonly at: Instant | undefined
  readonly url: AsOfUrl
  readonly newest: Anchor
  readonly children: ReactNode
}

/** Everything below shows the incidents as they were at that moment, and takes no command; at present, as they are. */
export function PastProvider({ at, url, newest, children }: PastProviderProps) {
  const { moment } = useMoments()
  const ignored =
    url.wrong !== undefined
      ? `“${url.wrong}” is no moment with an offset, such as 2026-11-20T09:00:00Z: the newest state is shown.`
      : url.at !== undefined && at === undefined
        ? 'The moment asked for is not over yet: the newest state is shown.'
        : undefined
  return (
    <AsOfProvider value={at}>
      <ReadOnlyProvider
        value={at === undefined ? undefined : `The screen shows ${moment(at)}: the past cannot be changed.`}
      >
        {at !== undefined && <Past at={at} url={url} anchor={newest} />}
        {ignored !== undefined && (
          <PartialNote action={<Button onClick={() => url.go(undefined)}>Dismiss</Button>}>{ignored}</PartialNote>
        )}
        {children}
      </ReadOnlyProvider>
    </AsOfProvider>
  )
}
