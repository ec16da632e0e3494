import { render, screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { onTestFinished } from 'vitest'
import '../../src/app/keyboard/Keyboard'
import { frozenClock } from '../../src/app/clock'
import { Root } from '../../src/app/Root'
import type { Holdings } from '../../src/domain/query/facets'
import type { SourceType } from '../../src/sources/catalogue'
import { type Source, SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { base, now } from './harness'

/** A type of source over memory, with an option of every shape a form knows. */
const typeOf = (held: (id: string) => Partial<Holdings>, closed: string[]): SourceType => ({
  type: 'memory',
  title: 'Memory',
  summary: 'For tests.',
  tells: ['workloads', 'parties'],
  options: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: {
      seconds: { type: 'number', minimum: 5, description: 'Ask this often.' },
      url: { type: 'string', minLength: 1, title: 'Address', description: 'Where it is.' },
      mode: { enum: ['poll', 'stream'] },
      strict: { type: 'boolean' },
      labels: { type: 'array', items: { type: 'string' }, description: 'Labels that count.' },
      fields: { type: 'object', additionalProperties: { type: 'string' } },
      rules: { type: 'array', items: { type: 'object' } },
    },
  },
  open: ({ url }, { id }): Promise<Source> => {
    if (url === 'closed') return Promise.reject(new SourceError('unauthenticated', id, `${base}closed answered 401`))
    const source = memorySource(held(id), { id, asOf: now, without: ['events', 'requests'] })
    return Promise.resolve({ ...source, close: () => closed.push(id) })
  },
})

/** The whole app over a deployed configuration, as its sources are opened in earnest. */
export function openConfigured(
  address: string,
  deployed: object | undefined,
  held: (id: string) => Partial<Holdings> = () => ({}),
) {
  const closed: string[] = []
  const types = [typeOf(held, closed)]
  const server = setupServer(
    http.get(`${base}watchbill.config.json`, () =>
      deployed ? HttpResponse.json(deployed) : new HttpResponse('none', { status: 404 }),
    ),
  )
  server.listen({ onUnhandledFrame: 'error' })
  onTestFinished(() => {
    server.close()
    localStorage.removeItem('watchbill.draft.configuration')
  })
  history.replaceState(null, '', new URL(address, base))
  const view = render(<Root base={base} clock={frozenClock(now)} types={() => Promise.resolve(types)} />)
  return { ...view, closed }
}

export const two = {
  sources: [
    { id: 'first', title: 'First', type: 'memory', options: { url: 'one' } },
    { id: 'second', title: 'Second', type: 'memory', options: { url: 'two' } },
  ],
}

export const changes = () => screen.findByRole('list', { name: 'Compared with what is deployed' })
