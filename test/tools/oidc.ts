import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Token } from 'oidc-provider'
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js'

/** A real OpenID provider (oidc-provider) on 127.0.0.1, whose people need no password. */
export interface Oidc {
  /** Its issuer, without trailing slash. */
  readonly issuer: string
  /** From now on it knows the client `watchbill` at this address, and answers. */
  know(site: string): void
  /** Seconds that access tokens hold from now on. */
  lasts(seconds: number): void
  /** What it was asked: `authorization`, `code`, `refresh`, in that order. */
  readonly asked: readonly string[]
  /** From now on it takes a second to give tokens. */
  slow(): void
  /** How many requests for tokens were under way at once, at most. */
  readonly atOnce: number
  /** Takes every refresh token back. */
  revoke(): Promise<void>
  /** Answers nothing from now on, or again. */
  down(is: boolean): void
  /** Whose token it is and what for; undefined where it does not hold. */
  holder(token: string): Promise<{ readonly who: string; readonly scope: string } | undefined>
  close(): Promise<void>
}

/** Those who may change something; everybody else has the role `reader`. */
export const responders: readonly string[] = ['ines']

const page = (body: string): string =>
  `<!doctype html><html lang="en"><title>Provider</title><body>${body}</body></html>`

const signInForm = page(
  '<h1>Provider</h1><form method="post"><label>Name <input name="login"></label><button>Let me in</button> <button name="deny" value="1">Deny</button></form>',
)

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

function providerAt(issuer: string, site: string, seconds: () => number): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'watchbill',
        application_type: 'web',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [site],
        post_logout_redirect_uris: [site],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'a' }] },
    // The one it takes by itself, taken by name: so it does not warn of it.
    adapter: createMemoryAdapter(),
    cookies: { keys: ['a'] },
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub'], profile: ['preferred_username'], roles: ['roles'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id, roles: [responders.includes(id) ? 'responder' : 'reader'] }),
    }),
    clientBasedCORS: (_context: unknown, origin: string) => origin === new URL(site).origin,
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: seconds,
      AuthorizationCode: 60,
      Grant: 3600,
      IdToken: 3600,
      Interaction: 600,
      RefreshToken: 3600,
      Session: 3600,
    },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: () => true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context: { body: string }, form: string) => {
          context.body = page(
            `${form}<button form="op.logoutForm" name="logout" value="yes">Sign out everywhere</button>`,
          )
        },
      },
    },
  })
}

/** Lets in whoever gives a name, and asks for no consent. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response)
  const finish = (result: object) =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true })
  if (prompt.name === 'consent') {
    const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: params['client_id'] })
    grant.addOIDCScope(params['scope'] ?? '')
    return finish({ consent: { grantId: await grant.save() } })
  }
  if (request.method !== 'POST') return void response.setHeader('content-type', 'text/html').end(signInForm)
  const body = await bodyOf(request)
  if (body.has('deny')) return finish({ error: 'access_denied', error_description: 'The person said no' })
  return finish({ login: { accountId: body.get('login') } })
}

/** Starts it. It knows its client only once `know` was called. */
export async function startOidc(): Promise<Oidc> {
  let seconds = 3600
  let isDown = false
  let isSlow = false
  let underWay = 0
  let atOnce = 0
  let provider: Provider | undefined
  let callback: ReturnType<Provider['callback']> | undefined
  const asked: string[] = []
  const refreshTokens = new Set<Token>()
  const server = createServer((request, response) => {
    if (isDown || !provider || !callback) return void request.socket.destroy()
    const path = request.url ?? '/'
    if (path.startsWith('/auth?')) asked.push('authorization')
    if (path === '/token' && isSlow) {
      underWay += 1
      atOnce = Math.max(atOnce, underWay)
      response.once('close', () => (underWay -= 1))
      return void setTimeout(callback, 1_000, request, response)
    }
    if (!path.startsWith('/interaction/')) return callback(request, response)
    interact(provider, request, response).catch((cause: unknown) => response.writeHead(500).end(String(cause)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    asked,
    know(site) {
      provider = providerAt(issuer, site, () => seconds)
      callback = provider.callback()
      provider.on('grant.success', ({ oidc }) =>
        asked.push(oidc.params['grant_type'] === 'refresh_token' ? 'refresh' : 'code'),
      )
      provider.on('refresh_token.saved', (token) => refreshTokens.add(token))
    },
    lasts: (next) => {
      seconds = next
    },
    slow: () => {
      isSlow = true
    },
    get atOnce() {
      return atOnce
    },
    revoke: async () => {
      for (const token of refreshTokens) await token.destroy()
    },
    down: (is) => {
      isDown = is
    },
    async holder(value) {
      const token = await provider?.AccessToken.find(value)
      return token && !token.isExpired ? { who: token.accountId, scope: token.scope } : undefined
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
