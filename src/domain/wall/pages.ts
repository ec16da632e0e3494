import type { Incident } from '../incident'
import { isPressing } from './order'

/** What one page of the wall shows of a list, and what it does not. */
export interface Page {
  readonly shown: readonly Incident[]
  /** Not on this page, the worst first. */
  readonly rest: readonly Incident[]
  /** From 0. */
  readonly at: number
  readonly count: number
}

/**
 * Page `turn` of a list in the order of the wall, `size` a page; turns go on for ever, and round. No page turns away
 * from an unacknowledged SEV1: those stand at the top of every page and the others take turns below them. Where they
 * alone are more than a page, only they take turns.
 */
export function pageOf(ordered: readonly Incident[], size: number, turn: number): Page {
  const room = Math.max(1, Math.floor(size))
  const pressing = ordered.filter(isPressing)
  const alone = pressing.length >= room && ordered.length > room
  const held = alone ? [] : pressing
  const turning = alone ? pressing : ordered.filter((incident) => !isPressing(incident))
  const each = room - held.length
  const count = Math.max(1, Math.ceil(turning.length / each))
  const at = ((Math.floor(turn) % count) + count) % count
  const shown = [...held, ...turning.slice(at * each, (at + 1) * each)]
  const ids = new Set(shown.map(({ id }) => id))
  return { shown, rest: ordered.filter(({ id }) => !ids.has(id)), at, count }
}

/** The page on which an incident stands; the first where it is on none. */
export function turnOf(ordered: readonly Incident[], size: number, id: Incident['id']): number {
  const { count } = pageOf(ordered, size, 0)
  const found = Array.from({ length: count }, (_page, turn) => turn).find((turn) =>
    pageOf(ordered, size, turn).shown.some((incident) => incident.id === id),
  )
  return found ?? 0
}
