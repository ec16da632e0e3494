import { describe, expect, it } from 'vitest'
import { memorySource } from '../../../../test/tools/memorySource'
import { anIncident } from '../../../../test/tools/records'
import { instant } from '../../../domain/units'
import { SourceError } from '../../../sources/contract'
import { checkConnection, type Connection } from './connection'
import { diagnose } from './diagnose'

let clock = 0
const run = async (open: Parameters<typeof checkConnection>[0]) => {
  const told: Connection[] = []
  const { signal } = new AbortController()
  const now = () => instant((clock += 10))
  await checkConnection(open, { fresh: true, now, signal, tell: (each) => told.push(each) })
  return { told, last: told.at(-1) }
}

describe('checkConnection', () => {
  it('asks every facet one small question, one after the other', async () => {
    const incidents = Array.from({ length: 7 }, (_each, index) => anIncident({ id: `INC-${index}` }))
    const source = memorySource({ incidents }, { without: ['events', 'problems', 'improvements', 'requests'] })
    const { told, last } = await run(() => Promise.resolve({ id: 'm', title: 'M', type: 'memory', source }))
    expect(last).toMatchObject({ stage: 'done', opened: 10 })
    expect(last?.answers.find(({ facet }) => facet === 'incidents')).toMatchObject({
      records: 5,
      total: 7,
      more: true,
      took: 10,
    })
    expect(told.map(({ asking }) => asking).filter(Boolean)).toEqual(last?.answers.map(({ facet }) => facet))
  })
  it('goes on past a facet that fails', async () => {
    const source = memorySource({})
    source.fail(new SourceError('forbidden', 'm', 'no'))
    const { last } = await run(() => Promise.resolve({ id: 'm', title: 'M', type: 'memory', source }))
    expect(last?.answers).toHaveLength(10)
    expect(last?.answers.every(({ failure }) => failure?.fault === 'forbidden')).toBe(true)
  })
  it('says why a source does not open', async () => {
    const { last } = await run(() =>
      Promise.resolve({ id: 'm', title: 'M', type: 'x', refused: 'no', fault: 'timeout' }),
    )
    expect(last).toEqual({
      stage: 'done',
      refused: { fault: 'timeout', message: 'no', retryAfter: undefined },
      answers: [],
    })
  })
})

describe('diagnose', () => {
  const at = (url: string, base = 'https://ops.example/app/') => ({ id: 'tickets', options: { url }, base })
  const told = (
    fault: 'unreachable' | 'unauthenticated' | 'forbidden' | 'bad-response' | 'unsupported',
    message = 'x',
  ) => ({
    fault,
    message,
    retryAfter: undefined,
  })
  it('explains CORS, and gives the lines of a proxy', () => {
    const { advice, lines } = diagnose(told('unreachable'), at('https://tickets.example/api?x=1'))
    expect(advice).toMatch(/another origin .* \(CORS\)/)
    expect(lines).toContain('location /app/tickets/ {\n  proxy_pass https://tickets.example/api/;')
  })
  it('tells what is not encrypted from what is not allowed', () => {
    expect(diagnose(told('unreachable'), at('http://tickets.example')).advice).toMatch(/not encrypted/)
  })
  it('does not speak of CORS on its own origin', () => {
    expect(diagnose(told('unreachable'), at('tickets')).lines).toBeUndefined()
  })
  it('says who must do what', () => {
    expect(diagnose(told('unauthenticated'), at('tickets')).advice).toMatch(/Whoever runs the proxy/)
    expect(diagnose(told('forbidden'), at('tickets')).advice).toMatch(/Whoever runs the backend/)
    expect(diagnose(told('bad-response', 'x answered with a web page'), at('t')).advice).toMatch(/sign-in page/)
    expect(diagnose(told('unsupported', 'x speaks version 2.0'), at('t')).name).toBe('Another version')
  })
})
