import { useSyncExternalStore } from 'react'
import { keep, recall } from './storage'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const listeners = new Set<() => void>()
let chosen: Theme = themes.find((each) => each === recall('theme')) ?? 'system'

const light = () => globalThis.matchMedia?.('(prefers-color-scheme: light)')

/** Puts the theme on <html>. `system` follows the computer, also while the page is open. */
function apply(): void {
  const shown = chosen === 'system' ? (light()?.matches ? 'light' : 'dark') : chosen
  document.documentElement.dataset.theme = shown
}

/** Applies the kept theme before anything is drawn, and follows the computer from then on. */
export function startTheme(): void {
  apply()
  light()?.addEventListener('change', apply)
}

export function chooseTheme(theme: Theme): void {
  chosen = theme
  keep('theme', theme)
  apply()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => chosen)
