import { hasUnsaved } from '../ui'
import { keep, recall } from './storage'

/** Milliseconds between two reloads that nobody asked for. */
const pause = 600_000

/** Whether the page may reload by itself at `now`: not over a draft, and at most once in ten minutes. */
export function mayReload(now: number): boolean {
  if (hasUnsaved()) return false
  const last = Number(recall('reloaded') ?? 0)
  return !(now - last < pause)
}

/**
 * A deploy under an open page takes away the scripts that it has not loaded yet. The page loads itself anew, with the
 * guards above; where they forbid it, the route's error screen says what to do.
 */
export function reloadAfterDeploy(now: () => number): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (!mayReload(now())) return
    event.preventDefault()
    keep('reloaded', String(now()))
    location.reload()
  })
}
