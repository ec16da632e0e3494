import { ResponseBodyError } from 'oauth4webapi'
import { pauseAfter } from '../../data'
import { SourceError } from '../../sources/contract'
import type { Kept, Shelf } from './kept'
import { type Granted, type Provider, providerSource } from './provider'
import type { SignIn } from './settings'
import { inTurn } from './turns'
import { over, type Told, Telling, told } from './words'

/** How the session stands. */
export interface Standing {
  /** Why it is over; absent while it goes on. */
  readonly over?: Told
  /** Ids of sources that refuse the newest token. */
  readonly refusedBy: readonly string[]
}

/** Access tokens of one session. They live in memory; what renews them lies on the shelf. */
export interface Tokens {
  /** One that holds now, renewed before where it is over. Rejects with a SourceError. */
  readonly get: () => Promise<string>
  /** Another one in place of one that was refused; undefined where that is so new that none would be better. */
  readonly instead: (refused: string) => Promise<string | undefined>
  /** Notes whether a source refuses even a new token. */
  readonly heard: (source: string, refuses: boolean) => void
  /** Whether a source refused a new token, and has taken none since. */
  readonly isRefusedBy: (source: string) => boolean
  readonly read: () => Standing
  readonly subscribe: (listener: () => void) => () => void
  /** Of the newest answer, for signing out. */
  readonly idToken: () => string | undefined
  readonly stop: () => void
}

export interface Keeping {
  readonly provider: Provider
  readonly shelf: Shelf
  readonly settings: SignIn
  readonly now: () => number
  /** In [0, 1). */
  readonly random: () => number
  /** Of a sign-in just now. */
  readonly granted?: Granted | undefined
  /** What to say where nobody has signed in. */
  readonly nobody: Told
}

/** Milliseconds: a token that was refused so soon after it was made will not be bettered by another. */
const young = 2_000
/** No timer waits longer (2³¹ ms fire at once). */
const longest = 2_000_000_000
/** Milliseconds before a token is over at which it is not sent any more, at most. */
const margin = 5_000

interface Current {
  readonly access: string
  readonly at: number
  readonly lasts: number
}

const noMore: Told = {
  what: 'Your sign-in is over',
  where: 'The provider gave no way to renew it.',
  advice: 'Sign in again. To be asked less often, ask for the scope by which your provider gives refresh tokens.',
}

/** Somebody else’s tokens in answer to ours: never to be used. */
const changed: Told = {
  what: 'The provider renewed somebody else’s session',
  where: 'The person of the new token is another one.',
  advice: 'Sign in again, and tell whoever runs the provider.',
}

/** Whether the provider takes the session for over, and not merely failed to answer. */
const isOver = (cause: unknown): boolean =>
  cause instanceof Telling || (cause instanceof ResponseBodyError && cause.error === 'invalid_grant')

/** Keeps a session going: silently before a token is over, and once for each that was refused. */
export function keepTokens({ provider, shelf, settings, now, random, granted, nobody }: Keeping): Tokens {
  let current: Current | undefined
  let idToken: string | undefined
  let renewing: Promise<string> | undefined
  let failed: { readonly error: SourceError; readonly at: number; readonly pause: number } | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The refresh token that is over: another one on the shelf was put there by another page. */
  let spent: string | undefined
  let standing: Standing = shelf.read() ? { refusedBy: [] } : { over: nobody, refusedBy: [] }
  const listeners = new Set<() => void>()

  function stand(next: Standing): void {
    standing = next
    for (const listener of listeners) listener()
  }

  function later(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void renew().catch(() => undefined), Math.min(Math.max(ms, 1_000), longest))
  }

  function take(from: Granted): string {
    const lasts = from.lasts ?? Number.POSITIVE_INFINITY
    current = { access: from.access, at: now(), lasts }
    idToken = from.idToken ?? idToken
    failed = undefined
    failures = 0
    // Not all browsers of a shift that began together renew together.
    if (shelf.read()?.refresh !== undefined && Number.isFinite(lasts)) later(lasts * (0.7 + 0.15 * random()))
    return from.access
  }

  const errorOf = ({ what, where }: Told) => new SourceError('unauthenticated', providerSource, `${what}. ${where}`)

  function end(why: Told): SourceError {
    clearTimeout(timer)
    current = undefined
    if (standing.over !== why) stand({ ...standing, over: why })
    return errorOf(why)
  }

  async function ask(kept: Kept & { readonly refresh: string }): Promise<string> {
    try {
      const next = await provider.renew(kept.refresh)
      const sub = next.claims?.['sub']
      if (sub !== undefined && sub !== kept.who.sub) throw new Telling(changed)
      // Signed out meanwhile, or signed in anew: what was ended must not come back.
      if (shelf.read()?.id !== kept.id) throw new Telling(nobody)
      shelf.write({ ...kept, refresh: next.refresh ?? kept.refresh })
      const access = take(next)
      if (standing.over) stand({ refusedBy: standing.refusedBy })
      return access
    } catch (cause) {
      if (isOver(cause)) {
        spent = kept.refresh
        if (shelf.read()?.refresh === spent) shelf.write(undefined)
        throw end(over(cause, settings))
      }
      const { what, where } = told(cause, settings)
      const error =
        cause instanceof SourceError
          ? cause
          : new SourceError('bad-response', providerSource, `${what}. ${where}`, { cause })
      failures += 1
      failed = { error, at: now(), pause: pauseAfter(failures, error, random) }
      later(failed.pause)
      throw error
    }
  }

  async function turn(): Promise<string> {
    // Not the one that this page had: another page of the same display may have renewed it.
    const kept = shelf.read()
    if (!kept || (kept.refresh !== undefined && kept.refresh === spent)) throw end(standing.over ?? nobody)
    if (kept.refresh === undefined) throw end(noMore)
    return ask({ ...kept, refresh: kept.refresh })
  }

  function renew(): Promise<string> {
    renewing ??= inTurn(`watchbill.renewal.${shelf.read()?.id}`, turn).finally(() => {
      renewing = undefined
    })
    return renewing
  }

  if (granted) take(granted)
  return {
    async get() {
      if (current && now() < current.at + current.lasts - Math.min(margin, current.lasts / 10)) return current.access
      // Either way: a clock that was set back makes no pause longer.
      if (failed && Math.abs(now() - failed.at) < failed.pause) throw failed.error
      return renew()
    },
    async instead(refused) {
      if (current && current.access !== refused) return current.access
      if (current && Math.abs(now() - current.at) < Math.min(young, current.lasts / 4)) return undefined
      return renew()
    },
    heard(source, refuses) {
      if (refuses === standing.refusedBy.includes(source)) return
      const others = standing.refusedBy.filter((each) => each !== source)
      stand({ ...standing, refusedBy: refuses ? [...others, source] : others })
    },
    isRefusedBy: (source) => standing.refusedBy.includes(source),
    read: () => standing,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    idToken: () => idToken,
    stop: () => clearTimeout(timer),
  }
}
