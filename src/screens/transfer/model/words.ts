import { countText } from '../../../domain/countText'

export { countText }

/** `+3`, `−3`, or nothing where nothing changed. */
export const changeText = (change: number): string =>
  change === 0 ? '' : `${change > 0 ? '+' : '−'}${countText(Math.abs(change))}`

/** `87.6%` of a whole; nothing of nothing is not a share. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`
