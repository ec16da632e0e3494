import { createContext } from 'react'

/** A view that a link was followed from, as the entry of the history keeps it. */
export interface Origin {
  /** As it stands after "Back to". */
  readonly name: string
  /** Address inside the app, with all that was chosen there. */
  readonly to: string
  /** What the view finds its place by: the key of its entry in the history. */
  readonly place: string
}

/** Where links below it are followed from. Asked at the click: until then the reader may choose something else. */
export const FromHere = createContext<(() => Origin) | undefined>(undefined)

const isText = (value: unknown): value is string => typeof value === 'string'

/** What an entry of the history says of where it was come from. It outlives builds, so nothing is taken for granted. */
export function originOf(state: unknown): Origin | undefined {
  if (typeof state !== 'object' || state === null) return undefined
  if (!('name' in state && 'to' in state && 'place' in state)) return undefined
  const { name, to, place } = state
  return isText(name) && isText(to) && to.startsWith('/') && isText(place) ? { name, to, place } : undefined
}
