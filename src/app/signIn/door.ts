import type { Sending } from '../../sources/http'
import { SourceError } from '../../sources/contract'
import type { SourceConfig } from '../config/read'
import { providerSource } from './provider'
import type { SignIn } from './settings'
import type { Tokens } from './tokens'

/** Who asks for pages and files of Watchbill itself, or of the provider: none of them is a backend. */
const own: readonly string[] = ['watchbill', 'watchbill.config.json', providerSource]

/** The origins that the options of a source name, relative addresses read against the folder of the app. */
function originsOf({ options }: SourceConfig, base: string): readonly string[] {
  const texts = Object.values(options).filter((value) => typeof value === 'string')
  return texts.filter((text) => URL.canParse(text, base)).map((text) => new URL(text, base).origin)
}

/**
 * Whether a request gets the token: of a source that the configuration names for it, on the origins of that source; where
 * it names none, of any source on the origin of the page. No other origin ever sees one.
 */
export function admitting(
  { sources: named }: SignIn,
  configs: readonly SourceConfig[],
  base: string,
): (source: string, url: string) => boolean {
  const home = new URL(base).origin
  const origins = new Map(
    configs.filter(({ id }) => named?.includes(id)).map((config) => [config.id, [home, ...originsOf(config, base)]]),
  )
  return (source, url) => {
    const { origin } = new URL(url, base)
    return named ? origins.get(source)?.includes(origin) === true : origin === home && !own.includes(source)
  }
}

/** Resolves as the promise does, unless the signal aborts before: then it rejects with its reason. */
function unless<T>(signal: AbortSignal | null | undefined, promise: Promise<T>): Promise<T> {
  if (!signal) return promise
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', abort))
}

function bearing(init: RequestInit, token: string): RequestInit {
  const headers = new Headers(init.headers)
  // A header that the source itself sets is its own matter.
  if (!headers.has('authorization')) headers.set('authorization', `Bearer ${token}`)
  return { ...init, headers }
}

/** A way out that adds the token. One that is refused (401) is renewed and sent once more, and no more than that. */
export function withTokens(tokens: Tokens, admits: (source: string, url: string) => boolean) {
  return (plain: Sending): Sending =>
    async (url, init, source) => {
      if (!admits(source, url)) return plain(url, init, source)
      const wait = <T>(token: Promise<T>) =>
        unless(init.signal, token).catch((cause: unknown) => {
          throw cause instanceof SourceError ? new SourceError(cause.fault, source, cause.message, { cause }) : cause
        })
      const token = await wait(tokens.get())
      const answer = await plain(url, bearing(init, token), source)
      if (answer.status !== 401) {
        tokens.heard(source, false)
        return answer
      }
      // What refuses a new token refuses the next one too: that is told, and goes on with the next renewal.
      const other = tokens.isRefusedBy(source) ? undefined : await wait(tokens.instead(token))
      if (other === undefined || init.body instanceof ReadableStream) {
        tokens.heard(source, true)
        return answer
      }
      await answer.body?.cancel()
      const second = await plain(url, bearing(init, other), source)
      tokens.heard(source, second.status === 401)
      return second
    }
}
