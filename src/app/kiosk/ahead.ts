import { loadCommanding } from '../../data'
import { loadModal } from '../../ui'
import { untilLoaded } from '../untilLoaded'

const parts = [
  loadCommanding,
  loadModal,
  () => import('../keyboard/Keyboard'),
  () => import('../keyboard/Help'),
  () => import('../palette/Palette'),
]

/** Loads all that a display could ask the server for later: scripts only, each until it came. */
export const ahead = (): Promise<unknown> => Promise.all(parts.map((load) => untilLoaded<unknown>(load)()))
