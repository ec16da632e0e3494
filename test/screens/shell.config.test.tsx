import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { frozenClock } from '../../src/app/clock'
import { closePalette } from '../../src/app/palette/open'
import { Root } from '../../src/app/Root'
import type { SourceType } from '../../src/sources/catalogue'
import { memorySource } from '../tools/memorySource'
import { base, now } from './harness'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const answer = (body: () => Response) => server.use(http.get(`${base}watchbill.config.json`, body))

let opened = 0
const types: readonly SourceType[] = [
  {
    type: 'memory',
    title: 'Memory',
    summary: 'For tests.',
    options: { type: 'object', additionalProperties: false, properties: { broken: { type: 'boolean' } } },
    open: ({ broken }, { id }) => {
      opened += 1
      return broken === true
        ? Promise.reject(new Error('the disk is full'))
        : Promise.resolve(memorySource({}, { id, asOf: now }))
    },
  },
]
const clock = frozenClock(now)

function open(address = 'sources/') {
  opened = 0
  closePalette()
  history.replaceState(null, '', new URL(address, base))
  return render(<Root base={base} clock={clock} types={() => Promise.resolve(types)} />)
}

describe('configuration', () => {
  it('opens the sources it names; one that fails is shown as failed', async () => {
    answer(() =>
      HttpResponse.json({
        sources: [
          { id: 'good', title: 'Good one', type: 'memory' },
          { id: 'bad', title: 'Bad one', type: 'memory', options: { broken: true } },
        ],
      }),
    )
    open()
    expect(await screen.findByRole('heading', { name: 'Good one' })).toBeVisible()
    expect(screen.getByText('Could not be opened')).toBeVisible()
    expect(screen.getByText('the disk is full')).toBeVisible()
  })

  it('names a wrong key, its place and what is allowed, and reads it again when asked', async () => {
    answer(() => HttpResponse.json({ sources: [{ id: 'good', type: 'memory', options: { brokn: true } }] }))
    open()
    expect(await screen.findByRole('heading', { name: 'The configuration cannot be used' })).toBeVisible()
    expect(screen.getByText('sources[0].options.brokn')).toBeVisible()
    expect(screen.getByText('“brokn” is not known here. Did you mean “broken”?')).toBeVisible()
    expect(screen.getByText('Allowed: broken')).toBeVisible()
    expect(opened).toBe(0)

    answer(() => HttpResponse.json({ sources: [{ id: 'good', type: 'memory' }] }))
    await userEvent.click(screen.getByRole('button', { name: 'Read it again' }))
    expect(await screen.findByRole('heading', { name: 'good' })).toBeVisible()
  })

  it('lists the types of source there are when one is unknown', async () => {
    answer(() => HttpResponse.json({ sources: [{ id: 'a', type: 'memori' }] }))
    open()
    expect(await screen.findByText('“memori” is no known type of source. Did you mean “memory”?')).toBeVisible()
    expect(screen.getByText('Allowed: memory (Memory)')).toBeVisible()
  })

  it('says what is wrong with a file that is no JSON', async () => {
    answer(() => new HttpResponse('{ "sources": [', { headers: { 'content-type': 'application/json' } }))
    open()
    expect(await screen.findByRole('alert')).toHaveTextContent('broken JSON instead of JSON')
  })

  it.each([
    ['answers 404', () => new HttpResponse('not found', { status: 404 })],
    ['answers with the page of the app', () => HttpResponse.html('<!doctype html>')],
  ])('says how to begin when the host %s', async (_case, body) => {
    answer(body)
    open('')
    expect(await screen.findByRole('heading', { name: 'There are no sources yet' })).toBeVisible()
  })
})
