import * as oauth from 'oauth4webapi'
import { send } from '../../sources/http'
import { type Kind, scopesOf, type SignIn } from './settings'

/** What a token tells of somebody; names and shapes are the provider’s. */
export type Claims = Readonly<Record<string, unknown>>

/** What the provider gave. */
export interface Granted {
  readonly access: string
  /** Milliseconds that the access token holds, where the provider says so. */
  readonly lasts?: number
  readonly refresh?: string
  readonly idToken?: string
  /** Of the ID token, where one came. */
  readonly claims?: Claims
}

/** What the answer to a request to sign in has to fit. */
export interface Asked {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** The OpenID provider. Every method rejects with what `told` has words for. */
export interface Provider {
  /** Where to go to sign in, and what the answer has to fit. */
  ask(kind: Kind): Promise<{ readonly url: string; readonly asked: Asked }>
  /** What the answer in an address is worth. Once only. */
  redeem(answer: URLSearchParams, asked: Asked): Promise<Granted>
  renew(refresh: string): Promise<Granted>
  /** What it tells of the person beside the ID token; nothing where it has no such place. */
  about(granted: Granted): Promise<Claims>
  /** Takes the session back, as far as the provider can. Gives where to go so that it ends there too. Never rejects. */
  end(refresh: string | undefined, idToken: string | undefined): Promise<string | undefined>
}

/** Milliseconds that taking a token back may take: who signs out must not wait for a provider that is down. */
const leaving = 3_000

/** Statuses whose bodies say what was wrong with a request for tokens (RFC 6749, 5.2). */
const refusals = [400, 401, 403]

/** Binds the provider that the configuration names. `callback` is the address it answers to. Nothing is sent yet. */
export function providerOf(settings: SignIn, callback: string): Provider {
  const { issuer, clientId } = settings
  const plain = issuer.startsWith('http:')
  const client: oauth.Client = { client_id: clientId }
  const auth = oauth.None()
  /** Whoever sends these goes through the house’s one door to the network, which gives every fault its name. */
  const through = (patience?: number) => ({
    [oauth.allowInsecureRequests]: plain,
    [oauth.customFetch]: (
      url: string,
      {
        method,
        headers,
        body,
      }: { method: string; headers: Record<string, string>; body?: BodyInit | null | undefined },
    ) =>
      send(
        {
          source: providerSource,
          url,
          method,
          headers,
          ...(patience !== undefined && { patience }),
          ...(body && { body, accept: refusals }),
        },
        { signal: new AbortController().signal },
      ),
  })

  let known: Promise<oauth.AuthorizationServer> | undefined
  /** What the provider says of itself; asked again where it could not be heard. */
  const server = (): Promise<oauth.AuthorizationServer> => {
    const address = new URL(issuer)
    known ??= oauth
      .discoveryRequest(address, through())
      .then((response) => oauth.processDiscoveryResponse(address, response))
      .catch((cause: unknown) => {
        known = undefined
        throw cause
      })
    return known
  }

  /** One of its addresses that the browser is sent to. */
  const place = (name: string, text: string | undefined): URL | undefined => {
    if (text === undefined) return undefined
    const url = new URL(text)
    if (url.protocol === 'https:' || (plain && url.protocol === 'http:')) return url
    throw new Error(`Its ${name} is no https address: ${text}`)
  }

  const granted = (answer: oauth.TokenEndpointResponse): Granted => {
    if (answer.token_type !== 'bearer')
      throw new Error(`It gave a token of type “${answer.token_type}”, not a bearer’s.`)
    const claims = oauth.getValidatedIdTokenClaims(answer)
    return {
      access: answer.access_token,
      ...(answer.expires_in !== undefined && { lasts: answer.expires_in * 1000 }),
      ...(answer.refresh_token !== undefined && { refresh: answer.refresh_token }),
      ...(answer.id_token !== undefined && { idToken: answer.id_token }),
      ...(claims && { claims: { ...claims } }),
    }
  }

  return {
    async ask(kind) {
      const at = await server()
      const url = place('authorization_endpoint', at.authorization_endpoint)
      if (!url) throw new Error('It names no authorization_endpoint.')
      const asked = {
        state: oauth.generateRandomState(),
        nonce: oauth.generateRandomNonce(),
        verifier: oauth.generateRandomCodeVerifier(),
      }
      const parameters = {
        // Without consent, a provider may leave `offline_access` out (OpenID Connect Core, 11).
        ...(kind === 'display' && { prompt: 'consent' }),
        ...settings.parameters,
        client_id: clientId,
        redirect_uri: callback,
        response_type: 'code',
        scope: scopesOf(settings, kind),
        state: asked.state,
        nonce: asked.nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(asked.verifier),
        code_challenge_method: 'S256',
      }
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
      return { url: url.href, asked }
    },
    async redeem(answer, { state, nonce, verifier }) {
      const at = await server()
      const valid = oauth.validateAuthResponse(at, client, answer, state)
      const response = await oauth.authorizationCodeGrantRequest(at, client, auth, valid, callback, verifier, through())
      const options = { expectedNonce: nonce, requireIdToken: true }
      return granted(await oauth.processAuthorizationCodeResponse(at, client, response, options))
    },
    async renew(refresh) {
      const at = await server()
      const response = await oauth.refreshTokenGrantRequest(at, client, auth, refresh, through())
      return granted(await oauth.processRefreshTokenResponse(at, client, response))
    },
    async about({ access, claims }) {
      const at = await server()
      const subject = claims?.['sub']
      if (at.userinfo_endpoint === undefined || typeof subject !== 'string') return {}
      const response = await oauth.userInfoRequest(at, client, access, through())
      return { ...(await oauth.processUserInfoResponse(at, client, subject, response)) }
    },
    async end(refresh, idToken) {
      try {
        const at = await server()
        if (refresh !== undefined && at.revocation_endpoint !== undefined)
          await oauth.revocationRequest(at, client, auth, refresh, through(leaving)).catch(() => undefined)
        const url = place('end_session_endpoint', at.end_session_endpoint)
        url?.searchParams.set('client_id', clientId)
        url?.searchParams.set('post_logout_redirect_uri', callback)
        if (idToken !== undefined) url?.searchParams.set('id_token_hint', idToken)
        return url?.href
      } catch {
        return undefined
      }
    },
  }
}

/** What faults of the provider are told under; no source can have such an id. */
export const providerSource = 'sign-in provider'
