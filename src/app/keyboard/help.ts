import { useSyncExternalStore } from 'react'
import { keep, recall } from '../storage'

let open = false
let single = recall('keys') !== 'off'
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function openHelp(): void {
  open = true
  tell()
}
export function closeHelp(): void {
  open = false
  tell()
}
export const useHelpOpen = (): boolean => useSyncExternalStore(subscribe, () => open)

/** Whether keys without a modifier do anything. Some people press them by accident, or by voice. */
export const singleKeys = (): boolean => single
export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeys)
export function setSingleKeys(on: boolean): void {
  single = on
  keep('keys', on ? 'on' : 'off')
  tell()
}
