import { useEffect } from 'react'
import type { Clock } from '../data'
import { send } from '../sources/http'
import { mayReload, reloadNoted } from './reload'

/** Milliseconds until the page is loaded anew. */
const patience = 60_000

/** Stands where not even the code came that mends a display: tries the page again, if it is there and that is allowed. */
export function Last({ what, clock }: { readonly what: string; readonly clock: Clock }) {
  useEffect(() => {
    const { signal } = new AbortController()
    const again = async () => {
      if (!mayReload(clock.now())) return
      await send({ source: 'watchbill', url: location.href, cache: 'reload' }, { signal })
      reloadNoted(clock.now())
    }
    const timer = setInterval(() => void again().catch(() => undefined), patience)
    return () => clearInterval(timer)
  }, [clock])
  return <p role="alert">{what}</p>
}
