/** A part that takes room: the higher its rank, the sooner it is dropped. */
export interface Piece {
  readonly rank: number
  /** Pixels it takes, with the space around it. */
  readonly size: number
}

/**
 * Which pieces go so that the others fit into `room`, by position: the highest rank first, among equals the last one. A
 * piece of rank 0 never goes. What then fits into the room that is left comes back, the lowest rank first: a long piece
 * leaves room for a short one. Nothing shrinks and nothing is cut.
 */
export function dropped(pieces: readonly Piece[], room: number): ReadonlySet<number> {
  const order = pieces
    .map(({ rank }, index) => ({ rank, index }))
    .filter(({ rank }) => rank > 0)
    .toSorted((left, right) => right.rank - left.rank || right.index - left.index)
  const gone = new Set<number>()
  let taken = pieces.reduce((sum, { size }) => sum + size, 0)
  for (const { index } of order) {
    if (taken <= room) break
    taken -= pieces[index]?.size ?? 0
    gone.add(index)
  }
  for (const index of [...gone].toReversed()) {
    const { size } = pieces[index] ?? { size: 0 }
    if (taken + size > room) continue
    taken += size
    gone.delete(index)
  }
  return gone
}
