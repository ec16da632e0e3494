const number = new Intl.NumberFormat('en')
/** `10,000` */
export const countText = (count: number): string => number.format(count)

/** `+3`, `−3`, or nothing where nothing changed. */
export const changeText = (change: number): string =>
  change === 0 ? '' : `${change > 0 ? '+' : '−'}${number.format(Math.abs(change))}`

/** `87.6%` of a whole; nothing of nothing is not a share. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`
