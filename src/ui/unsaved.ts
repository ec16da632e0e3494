import { useEffect } from 'react'

const drafts = new Set<object>()

/** Whether some text on the page would be lost by leaving it. */
export const hasUnsaved = (): boolean => drafts.size > 0

/** Marks the page as holding a draft while `dirty`: it is not reloaded by itself, and leaving it asks first. */
export function useUnsaved(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return
    const draft = {}
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    drafts.add(draft)
    window.addEventListener('beforeunload', ask)
    return () => {
      drafts.delete(draft)
      window.removeEventListener('beforeunload', ask)
    }
  }, [dirty])
}
