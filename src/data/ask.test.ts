import { expect, it } from 'vitest'
import { memorySource } from '../../test/tools/memorySource'
import { instant } from '../domain/units'
import { SourceError } from '../sources/contract'
import { ask } from './ask'
import { Gate } from './gate'
import { HealthBoard } from './health'

const gone = new SourceError('aborted', 'memory', 'no longer wanted')
const answer = { asOf: instant(0), caveats: [] }

it('lets a question be asked anew at once where the probe of a pause is no longer wanted, and only one', async () => {
  const gate = new Gate(
    () => 0.5,
    () => undefined,
  )
  const clock = { now: () => instant(0), subscribe: () => () => undefined }
  const asking = { clock, health: new HealthBoard(), gate }
  const source = memorySource({})
  const asked = (signal: AbortSignal, read: () => Promise<typeof answer>) =>
    ask(asking, source, { kind: 'incidents list', question: '', signal }, read)
  const { signal } = new AbortController()
  const unreachable = new SourceError('unreachable', source.id, 'gone')
  await expect(asked(signal, () => Promise.reject(unreachable))).rejects.toBe(unreachable)
  gate.open(source.id)

  const first = new AbortController()
  const left = Promise.withResolvers<typeof answer>()
  const probe = asked(first.signal, () => left.promise)
  first.abort()
  const second = Promise.withResolvers<typeof answer>()
  const next = asked(signal, () => second.promise)
  left.reject(gone)
  await expect(probe).rejects.toBe(gone)
  await expect(asked(signal, () => Promise.resolve(answer))).rejects.toBe(unreachable)
  second.resolve(answer)
  await expect(next).resolves.toBe(answer)
})
