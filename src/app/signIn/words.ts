import {
  AuthorizationResponseError,
  JSON_ATTRIBUTE_COMPARISON,
  JWT_TIMESTAMP_CHECK,
  OperationProcessingError,
  ResponseBodyError,
} from 'oauth4webapi'
import { durationText } from '../../domain/time/format'
import { duration } from '../../domain/units'
import { SourceError } from '../../sources/contract'
import type { SignIn } from './settings'

/** What did not work, where, and what to do about it: three sentences for people. */
export interface Told {
  readonly what: string
  readonly where: string
  readonly advice: string
}

/** Something told in words already. */
export class Telling extends Error {
  override readonly name = 'Telling'
  readonly told: Told
  constructor(told: Told, options?: ErrorOptions) {
    super(`${told.what}. ${told.where}`, options)
    this.told = told
  }
}

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])

/** By how many milliseconds this computer’s clock is fast, as a token that was made a moment ago tells. */
function fastBy(cause: unknown): number | undefined {
  const told = fieldsOf(cause)
  const now = told.get('now')
  const made = fieldsOf(told.get('claims')).get('iat')
  return typeof now === 'number' && typeof made === 'number' ? (now - made) * 1000 : undefined
}

function ofClock(cause: unknown): Told {
  const fast = fastBy(cause)
  return {
    what: 'This computer’s clock is wrong',
    where:
      fast === undefined
        ? 'What the provider gave does not hold at the time shown here.'
        : `It is ${durationText(duration(Math.abs(fast)))} ${fast > 0 ? 'fast' : 'slow'} beside the provider’s, so that what that gave does not hold here.`,
    advice: 'Set the clock of this computer by the network, then sign in again.',
  }
}

const words = (code: string, description: string | null | undefined): string =>
  `It says “${code}”${description ? `: ${description.replace(/\.$/, '')}` : ''}.`

const refused = (issuer: string, said: string, advice: string): Told => ({
  what: `${issuer} did not sign you in`,
  where: said,
  advice,
})

/** Why signing in, or going on with a session, did not work. */
export function told(cause: unknown, { issuer, clientId }: SignIn): Told {
  if (cause instanceof Telling) return cause.told
  if (cause instanceof AuthorizationResponseError)
    return refused(
      issuer,
      words(cause.error, cause.error_description),
      cause.error === 'access_denied'
        ? 'Sign in again and let Watchbill in, or ask whoever runs it for access.'
        : `Sign in again. If it says the same, whoever runs it should look at the client “${clientId}”.`,
    )
  if (cause instanceof ResponseBodyError)
    return refused(
      issuer,
      words(cause.error, cause.error_description),
      cause.error === 'invalid_grant'
        ? 'Sign in again: what it had given is used up, taken back, or over.'
        : `Whoever runs it should look at the client “${clientId}”: it has to be a public one (no secret) with the grants authorization_code and refresh_token.`,
    )
  if (cause instanceof SourceError)
    return ['unreachable', 'timeout', 'rate-limited'].includes(cause.fault)
      ? {
          what: `${issuer} cannot be reached`,
          where: `${cause.message}.`,
          advice: `Check the network and whether it runs. If it does: it has to allow ${location.origin} by CORS, and the Content-Security-Policy of this page has to name it under connect-src.`,
        }
      : {
          what: `${issuer} does not answer as a provider does`,
          where: `${cause.message}.`,
          advice: 'Check “signIn.issuer” in watchbill.config.json, or ask whoever runs the provider.',
        }
  if (cause instanceof OperationProcessingError) {
    if (cause.code === JWT_TIMESTAMP_CHECK) return ofClock(cause.cause)
    if (cause.code === JSON_ATTRIBUTE_COMPARISON)
      return {
        what: `${issuer} calls itself something else`,
        where: `${cause.message}.`,
        advice: 'Write “signIn.issuer” in watchbill.config.json as the provider writes its issuer, letter for letter.',
      }
  }
  const said = cause instanceof Error ? cause.message : String(cause)
  return {
    what: 'Signing in did not work',
    where: `With ${issuer}: ${said}`,
    advice: 'Sign in again. If it fails the same way, these words help whoever runs the provider.',
  }
}

/** Why a session is over that went on until now. */
export function over(cause: unknown, { issuer }: SignIn): Told {
  if (cause instanceof Telling) return cause.told
  const said = cause instanceof ResponseBodyError ? ` ${words(cause.error, cause.error_description)}` : ''
  return {
    what: 'Your sign-in is over',
    where: `${issuer} does not renew it any more.${said}`,
    advice: 'Sign in again to go on.',
  }
}

/** Browsers give what sign-in is made of only to pages that came over a safe line. */
export const unsafe = (): Told => ({
  what: 'Signing in needs HTTPS',
  where: `${location.origin} came over plain HTTP: there the browser has no cryptography.`,
  advice: 'Open this page by its https address, or on the computer itself by http://localhost.',
})

/** The answer belongs to no request of this tab. */
export const usedUp: Told = {
  what: 'This answer of the provider was used already, or belongs to another tab',
  where: 'It came to a tab that had not asked, or came a second time.',
  advice: 'Sign in again: it takes a moment where the provider still knows you.',
}

/** The answer to a request must be checked against what is kept of it. */
export const keepsNothing = (): Told => ({
  what: 'This browser keeps nothing for this page',
  where: `Storage of ${location.origin} is blocked or full, so that the answer of the provider could not be checked.`,
  advice: 'Allow this site to store data, or leave the private mode, then sign in again.',
})

/** On a display that nobody signed in, or whose session was ended there. */
export const nobody: Told = {
  what: 'Nobody is signed in here',
  where: 'Backends tell nothing to nobody.',
  advice: 'Sign in once.',
}
