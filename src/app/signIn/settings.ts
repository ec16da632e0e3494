import type { Configuration } from '../../data'

/** What the configuration says of sign-in. */
export type SignIn = NonNullable<Configuration['signIn']>

/** Of a person, until the tab is closed; or of a display, which outlasts the browser and only reads. */
export type Kind = 'person' | 'display'

/** What is asked for. A display’s session has to go on without anybody signing in again. */
export function scopesOf({ scopes = ['openid', 'profile', 'email'], display }: SignIn, kind: Kind): string {
  return (kind === 'person' ? scopes : (display?.scopes ?? ['openid', 'offline_access'])).join(' ')
}
