/** Shares by which a card that stands alone may be larger than one of several, the largest first. */
const steps = [2.4, 2.2, 2, 1.9, 1.8, 1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1] as const

/** Width in letters that its lines need at least: what is larger than that breaks after every other word. */
const letters = 24

interface Styled {
  readonly style: Pick<CSSStyleDeclaration, 'setProperty'>
}

/**
 * Sets the type of a card that stands alone, as `--grow`, to the largest at which nothing has to go and nothing is cut:
 * what a room has to read from afar takes the room that is there. `wide`: its width in letters as they usually are.
 */
export function grown<T extends Styled>(card: T, wide: number, isWhole: (card: T) => boolean): void {
  for (const step of steps) {
    if (step > 1 && step > wide / letters) continue
    card.style.setProperty('--grow', String(step))
    if (isWhole(card)) return
  }
}
