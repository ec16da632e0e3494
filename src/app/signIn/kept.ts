import { signInPlace } from '../storage'
import type { Asked } from './provider'
import type { Kind } from './settings'
import type { Who } from './who'

/** A session as it outlasts a reload. The access token is not in it: that lives in the page alone. */
export interface Kept {
  /** Made here; tells sessions apart. */
  readonly id: string
  readonly who: Who
  /** Absent where the provider gave none: then the session ends with its access token. */
  readonly refresh?: string
}

/** A request to sign in, from leaving the page until its answer comes. */
export interface Pending {
  readonly asked: Asked
  readonly kind: Kind
  /** Path and query to come back to. */
  readonly place: string
}

type Fields = Readonly<Record<string, unknown>>

/** Text that only this module wrote: objects hold what they held when written, anything else is nothing. */
function parsed(text: string | null): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined
  } catch {
    return undefined
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const hasTexts = (fields: unknown, ...names: readonly string[]): boolean =>
  typeof fields === 'object' && fields !== null && names.every((name) => isText((fields as Fields)[name]))

/** Guarantee of the casts: `hasTexts` looked at every member that is a text. */
function keptIn(text: string | null): Kept | undefined {
  const fields = parsed(text)
  return hasTexts(fields, 'id') && hasTexts(fields?.['who'], 'sub', 'actor') ? (fields as unknown as Kept) : undefined
}

function pendingIn(text: string | null): Pending | undefined {
  const fields = parsed(text)
  if (!hasTexts(fields, 'place', 'kind') || !hasTexts(fields?.['asked'], 'state', 'nonce', 'verifier')) return undefined
  return fields as unknown as Pending
}

/** Where the session of a kind is kept. Where storage is blocked, it lasts as long as the page. */
export interface Shelf {
  read(): Kept | undefined
  /** Nothing: the session is over. */
  write(kept: Kept | undefined): void
}

/**
 * A person’s session stays in the tab (`sessionStorage`): a reload must not ask for sign-in again, and what is left on a
 * shared computer ends with the tab. A display’s stays in the browser (`localStorage`): it has to survive a power cut.
 */
export function shelfOf(kind: Kind): Shelf {
  const name = `watchbill.session.${kind}`
  const place = () => signInPlace(kind === 'person' ? 'tab' : 'browser')
  let here: Kept | undefined
  let blocked = false
  return {
    read() {
      try {
        return blocked ? here : keptIn(place().getItem(name))
      } catch {
        return here
      }
    },
    write(kept) {
      here = kept
      try {
        if (kept) place().setItem(name, JSON.stringify(kept))
        else place().removeItem(name)
        blocked = false
      } catch {
        blocked = true
      }
    },
  }
}

const pendingName = 'watchbill.signingIn'
const outName = 'watchbill.signedOut'

/** Keeps what the answer to a request has to fit. False: the browser keeps nothing, and no answer could be checked. */
export function keepPending(pending: Pending): boolean {
  try {
    signInPlace('tab').setItem(pendingName, JSON.stringify(pending))
    signInPlace('tab').removeItem(outName)
    return true
  } catch {
    return false
  }
}

/** The request that is under way, once: an answer that comes twice finds none. */
export function takePending(): Pending | undefined {
  try {
    const text = signInPlace('tab').getItem(pendingName)
    signInPlace('tab').removeItem(pendingName)
    return pendingIn(text)
  } catch {
    return undefined
  }
}

/** Notes that somebody signed out in this tab: it does not sign in again by itself. */
export function noteSignedOut(): void {
  try {
    signInPlace('tab').setItem(outName, '1')
  } catch {
    // The page then asks for sign-in when it is next loaded.
  }
}

/** Whether somebody signed out in this tab, and nobody has signed in since. */
export function isSignedOut(): boolean {
  try {
    return signInPlace('tab').getItem(outName) !== null
  } catch {
    return false
  }
}
