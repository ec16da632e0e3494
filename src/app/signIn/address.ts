/** Path, query and hash of a page of the app. */
export type Place = string

/** What the provider added to the address of the folder; undefined where the page was opened otherwise. */
export function answerIn(base: string): URLSearchParams | undefined {
  const query = new URLSearchParams(location.search)
  const isAnswer = query.has('state') && (query.has('code') || query.has('error'))
  return isAnswer && location.pathname === new URL(base).pathname ? query : undefined
}

const wish = /([?&])display=sign-in(?:&|$)/

/** Whether the address asks to sign this browser in as a display: `?display=sign-in`. */
export const wantsDisplay = (): boolean => wish.test(location.search)

/** Where the person stands, letter for letter, without the wish to sign a display in. */
export function placeNow(): Place {
  const query = location.search.replace(wish, '$1').replace(/[?&]$/, '')
  return location.pathname + query + location.hash
}

/** The address of the place; the folder of the app where it is none of this app. */
export function addressOf(place: Place, base: string): string {
  const { href } = new URL(place, base)
  return href.startsWith(base) ? href : base
}

/** Stands at the place again, without loading anything. */
export const standAt = (place: Place, base: string): void =>
  history.replaceState(history.state, '', addressOf(place, base))
