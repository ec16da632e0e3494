/** Of the real provider, what the tests use. The package tells no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export interface Token {
    readonly accountId: string
    readonly scope: string
    readonly isExpired: boolean
    destroy(): Promise<void>
  }
  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }
  interface Interaction {
    readonly uid: string
    readonly prompt: { readonly name: string }
    readonly params: Readonly<Record<string, string>>
    readonly session?: { readonly accountId: string }
  }
  export default class Provider {
    constructor(issuer: string, configuration: object)
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    on(event: string, listener: (token: Token & { oidc: { params: Readonly<Record<string, string>> } }) => void): void
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { readonly mergeWithLastSubmission: boolean },
    ): Promise<void>
    readonly AccessToken: { find(value: string): Promise<Token | undefined> }
    readonly Grant: new (of: { readonly accountId: string; readonly clientId: string | undefined }) => Grant
  }
}

declare module 'oidc-provider/lib/adapters/memory_adapter.js' {
  /** Keeps what one provider has to remember. */
  export function createMemoryAdapter(): (model: string) => object
}
