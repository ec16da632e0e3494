import type { Page } from '@playwright/test'
import { http, HttpResponse } from 'msw'
import { createBackend } from '../../mocks/backend'
import { restHandlers } from '../../mocks/rest/handlers'
import { world } from '../../mocks/world'
import { instant } from '../../src/domain/units'
import { headersWithSignIn } from '../tools/csp'
import { startMockServer } from '../tools/mockServer'
import { type Oidc, responders, startOidc } from '../tools/oidc'
import { test as base, expect } from './base'

/** The backend behind the tokens. */
export interface Api {
  /** Takes no token any more, however good. */
  refuses: boolean
  /** Who sent what, by their token, and who they said they are. */
  readonly writes: { readonly who: string; readonly actor: unknown }[]
  /** What came without a good token. */
  unsigned: number
}

/**
 * The production build under its Content-Security-Policy beside a backend that demands a token, and a real provider on an
 * origin of its own. Clocks are real: the provider's cannot be set.
 */
export const test = base.extend<{ readonly oidc: Oidc; readonly api: Api }>({
  now: 'real',
  oidc: async ({ prefix: _prefix }, provide) => {
    const oidc = await startOidc()
    await provide(oidc)
    await oidc.close()
  },
  api: async ({ prefix: _prefix }, provide) => provide({ refuses: false, writes: [], unsigned: 0 }),
  site: async ({ prefix, oidc, api }, provide) => {
    const backend = createBackend(world().holdings, { now: () => instant(Date.now()) })
    const config = {
      sources: [{ id: 'larkmere', title: 'Larkmere', type: 'rest', options: { url: 'api' } }],
      signIn: {
        issuer: oidc.issuer,
        clientId: 'watchbill',
        scopes: ['openid', 'profile', 'roles'],
        roles: ['responder'],
        display: {},
      },
    }
    const server = await startMockServer({
      folder: process.env.WATCHBILL_DIST ?? 'dist',
      prefix,
      headers: headersWithSignIn(oidc.issuer),
      handlers: [
        http.get(`*${prefix}watchbill.config.json`, () => HttpResponse.json(config)),
        http.all(`*${prefix}api/*`, async ({ request }) => {
          const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '') ?? []
          const holder = await oidc.holder(token)
          if (!holder) api.unsigned += 1
          if (!holder || api.refuses) return HttpResponse.json({ title: 'Sign in first' }, { status: 401 })
          if (request.method === 'GET') return undefined
          const told: unknown = await request.clone().json()
          const actor = typeof told === 'object' && told !== null && 'actor' in told ? told.actor : undefined
          api.writes.push({ who: holder.who, actor })
          // What a real backend does, whatever the page shows.
          return responders.includes(holder.who) && holder.scope.includes('roles')
            ? undefined
            : HttpResponse.json({ title: 'Not yours' }, { status: 403 })
        }),
        ...restHandlers(backend, `*${prefix}api`),
      ],
    })
    oidc.know(`${server.url}${prefix}`)
    await provide({ url: `${server.url}${prefix}`, backend })
    await server.close()
  },
})

/** The page of the provider. */
export const atProvider = (page: Page) => page.getByRole('heading', { name: 'Provider' })

/** Gives a name to the provider. */
export async function letIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Let me in' }).click()
}

/** How often the provider was asked for that. */
export const count = ({ asked }: Oidc, what: string): number => asked.filter((each) => each === what).length

export { expect }
