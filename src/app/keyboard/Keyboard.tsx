import { lazy, Suspense, useEffect } from 'react'
import { useNavigate } from 'react-router-dom'
import { tinykeys } from 'tinykeys'
import { type KeyBinding, useKeyGroups, useKeys } from '../../ui'
import { closePalette, openPalette, usePaletteOpen } from '../palette/open'
import { pathTo } from '../paths'
import { places } from '../views'
import { openHelp, singleKeys, useHelpOpen } from './help'

const Help = lazy(() => import('./Help'))
const Palette = lazy(() => import('../palette/Palette'))

const textual = /^(text|search|email|url|tel|password|number|date|time|datetime-local|month|week)$/

/** Whether keys belong to where the focus is: a text being typed, a menu, a modal. */
function taken(event: KeyboardEvent): boolean {
  const { target } = event
  if (event.isComposing) return true
  if (!(target instanceof Element)) return false
  if (target instanceof HTMLInputElement) return textual.test(target.type)
  const inside = 'textarea, select, [contenteditable="true"], [role="menu"], [data-modal]'
  return target.closest(inside) !== null
}

const guarded =
  ({ always, run }: KeyBinding) =>
  (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    if (!always && (!singleKeys() || taken(event))) return
    event.preventDefault()
    run(event)
  }

/** Listens to every registered key, the newest group first where two want the same. */
function useRegistered(): void {
  const groups = useKeyGroups()
  useEffect(() => {
    const all = groups.toReversed().flatMap(({ bindings }) => bindings)
    const map = Object.fromEntries(all.map((binding) => [binding.keys, guarded(binding)]))
    return tinykeys(window, map, { ignore: () => false })
  }, [groups])
}

/** The keys that work everywhere, the help that lists all keys, and the palette. */
export default function Keyboard() {
  const navigate = useNavigate()
  const palette = usePaletteOpen()
  const help = useHelpOpen()
  useKeys('Everywhere', [
    {
      keys: '$mod+k',
      label: 'Find anything',
      always: true,
      run: () => (palette ? closePalette() : openPalette()),
    },
    { keys: '[Shift]+/', label: 'Find anything', run: openPalette },
    { keys: '[Shift]+?', label: 'Show the keys', run: openHelp },
    ...places.map(({ view, label, key }) => ({
      keys: `g ${key}`,
      label: `Go to ${label}`,
      run: () => void navigate(pathTo(view)),
    })),
  ])
  useRegistered()
  return (
    <Suspense>
      {palette && <Palette />}
      {help && <Help />}
    </Suspense>
  )
}
