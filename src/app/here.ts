import { basename } from './base'
import { type Place, placeAt } from './views'

/** The view that the address of the page names, where the router is not asked. `base` is the app's folder. */
export const placeHere = (base: string): Place | undefined =>
  placeAt(location.pathname.slice(basename(base).replace(/\/$/, '').length))
