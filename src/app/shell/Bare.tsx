import type { ReactNode } from 'react'
import { useWindow } from '../../data'
import { Announcer } from '../../ui'
import { useNews } from './news'

const unacknowledged = { states: ['triggered'] } as const
const most = 100

function News(): null {
  useNews(useWindow('incidents', unacknowledged, most).parts)
  return null
}

/** A view that has the whole window: no rail, no bar. A new SEV1 is still said to screen readers. */
export function Bare({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <main>{children}</main>
      <News />
      <Announcer />
    </>
  )
}
