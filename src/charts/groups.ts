import { type SeriesLook, textures } from './bars'

/** Told apart by light and dark too, and each with a texture of its own. */
const colours = ['var(--accent)', 'var(--fill3)', 'var(--r)', 'var(--stale)', 'var(--fill2)', 'var(--sev5)']

/** At most so many groups are drawn apart; the rest are "others". */
export const mostGroups = 5

const rest = { fill: 'var(--line-strong)', texture: 'plain' as const }

/** Looks of groups that have no order and no colour of their own: the first `mostGroups`, then what is left over. */
export const groupLooks = (names: readonly { readonly key: string; readonly label: string }[]): readonly SeriesLook[] =>
  names.map((name, index) => {
    const [fill, texture] = [colours[index], textures[index]]
    return index >= mostGroups || fill === undefined || texture === undefined
      ? { ...name, ...rest }
      : { ...name, fill, texture }
  })
