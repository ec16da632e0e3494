import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'

/**
 * A form takes the focus when it opens, and gives it back to where it came from when it closes with the focus inside.
 * Escape closes it; what was written stays a draft.
 */
export function useFormFocus(onClose: () => void): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    const own = form.current
    const opener = document.activeElement
    own?.querySelector<HTMLElement>('input, textarea, select')?.focus()
    return () => {
      if (opener instanceof HTMLElement && own?.contains(document.activeElement)) opener.focus()
    }
  }, [])
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const own = form.current
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    own?.addEventListener('keydown', escape)
    return () => own?.removeEventListener('keydown', escape)
  }, [])
  return form
}
