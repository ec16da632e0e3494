import { setupServer } from 'msw/node'
import type { Backend } from './backend'
import { restHandlers } from './rest/handlers'

/** Intercepts requests to `base` in Node and answers them from the backend. Call `listen`, and `close` at the end. */
export const mockNode = (backend: Backend, base: string) => setupServer(...restHandlers(backend, base))
