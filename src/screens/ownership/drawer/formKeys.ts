import type { KeyboardEvent } from 'react'

/** The keys of a form within the drawer: Ctrl or ⌘ with Enter sends, Escape folds it and nothing else. */
export const formKeys = (send: () => void, cancel: () => void) => ({
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key === 'Escape') cancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
    else return
    event.preventDefault()
    event.stopPropagation()
  },
})
