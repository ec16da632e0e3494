/**
 * A name without case, accents, punctuation and spaces: `Pay-Squad` and `pay squad` are one. Nothing is guessed beyond
 * that; empty where nothing is left.
 */
export const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
