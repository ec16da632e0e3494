import { hasUnsaved } from '../ui'
import { keepsAll, noteReload, reloadNotes } from './storage'

/** Milliseconds between two reloads that nobody asked for. */
const pause = 600_000

/** The last reload that nobody asked for. */
interface Reload {
  readonly at: number
  /** The build it was to bring, where it was for one. */
  readonly build?: string
}

/** Every place that can keep the note is asked: the newest holds. */
export function lastReload(): Reload | undefined {
  const notes = reloadNotes().map((text): Reload => {
    const [at, build] = text.split(' ')
    return { at: Number(at), ...(build && { build }) }
  })
  return notes.filter(({ at }) => Number.isFinite(at)).toSorted((left, right) => right.at - left.at)[0]
}

/**
 * Whether the page may reload by itself at `now`: not over a draft, not over what it could not keep, and at most once
 * in ten minutes. A clock that was set back is no exception.
 */
export function mayReload(now: number): boolean {
  if (hasUnsaved() || !keepsAll()) return false
  const last = lastReload()
  return last === undefined || Math.abs(now - last.at) >= pause
}

/** Loads the page anew, once that is noted: a reload that nobody remembers could go on for ever. */
export function reloadNoted(now: number, build?: string, reload = () => location.reload()): boolean {
  if (!noteReload(build === undefined ? String(now) : `${now} ${build}`)) return false
  reload()
  return true
}

/**
 * A deploy under an open page takes away the scripts that it has not loaded yet. The page loads itself anew, with the
 * guards above; where they forbid it, the route's error screen says what to do. A display (`alone`) does not: it asks
 * for the script again, and sees to new versions by itself, for nobody is there should the server answer with an error.
 */
export function reloadAfterDeploy(now: () => number, alone: () => boolean): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (alone() || !mayReload(now())) return
    if (reloadNoted(now())) event.preventDefault()
  })
}
