import { lazy, Suspense, useLayoutEffect, useRef } from 'react'
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

/**
 * Listens to every registered key, the newest group first where two want the same. It begins anew only when there are
 * other keys than before, so that two keys one after the other are not parted by what is drawn between them; and before
 * anything is painted, so that no key is lost whose button can be seen.
 */
function useRegistered(): void {
  const groups = useKeyGroups()
  const newest = useRef(groups)
  const keys = [...new Set(groups.flatMap(({ bindings }) => bindings.map((binding) => binding.keys)))].toSorted()
  const shape = keys.join('\n')
  useLayoutEffect(() => {
    newest.current = groups
  }, [groups])
  useLayoutEffect(() => {
    const run = (key: string) => (event: KeyboardEvent) => {
      const binding = newest.current.flatMap(({ bindings }) => bindings).find((each) => each.keys === key)
      if (binding) guarded(binding)(event)
    }
    const map = Object.fromEntries(shape.split('\n').map((key) => [key, run(key)]))
    return tinykeys(window, map, { ignore: () => false })
  }, [shape])
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
