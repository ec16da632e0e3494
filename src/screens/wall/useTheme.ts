import { useEffect } from 'react'
import type { Parameters } from './address'

/** The theme of the address, as long as the wall is shown; then what was there before. */
export function useTheme(theme: Parameters['theme']): void {
  useEffect(() => {
    if (theme === undefined) return undefined
    const { dataset } = document.documentElement
    const before = dataset.theme
    dataset.theme = theme
    return () => {
      if (before === undefined) delete dataset.theme
      else dataset.theme = before
    }
  }, [theme])
}
