import '../../../test/tools/temporal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incident, limitArbitrary } from '../../../test/conformance/arbitrary'
import { withinAll } from '../dimension'
import { instant } from '../units'
import { readEventWithin, readWithin, writeEventWithin, writeWithin } from './within'

describe('limits as a text', () => {
  it('mean the same when they are read again', () => {
    fc.assert(
      fc.property(fc.array(limitArbitrary, { maxLength: 3 }), fc.array(incident, { maxLength: 20 }), (limits, some) => {
        const read = readWithin(writeWithin(limits))
        expect(some.filter(withinAll(read))).toEqual(some.filter(withinAll(limits)))
      }),
      { seed: 5, numRuns: 300 },
    )
  })

  it('leave out what the dimension does not heed', () => {
    const now = instant(Date.UTC(2026, 0, 1))
    expect(writeWithin([{ by: 'team', values: ['a'], zone: 'UTC', now, clock: 'close' }])).toBe(
      '[{"by":"team","values":["a"]}]',
    )
    expect(writeWithin([{ by: 'reading', values: ['open'], zone: 'UTC', now, clock: 'close', locked: true }])).toBe(
      '[{"by":"reading","values":["open"],"now":"2026-01-01T00:00:00Z","clock":"close","locked":true}]',
    )
  })

  it.each([
    'open',
    '{}',
    '[1]',
    '[{"by":"mood","values":[]}]',
    '[{"by":"team"}]',
    '[{"by":"team","values":["a",1]}]',
    '[{"by":"reading","values":["open"]}]',
    '[{"by":"review","values":["due"],"now":"yesterday"}]',
    '[{"by":"factor","values":["a"],"locked":true}]',
    '[{"by":"hourOfWeek","values":["1"],"zone":"Europe/Atlantis"}]',
    '[{"by":"fixed","values":["yes"],"fixes":{"p":"soon"}}]',
  ])('%s is none', (text) => {
    expect(readWithin(text)).toBeUndefined()
  })

  it('of events read as they were written', () => {
    const limits = [{ by: 'rule', values: ['a,b', ''] }] as const
    expect(readEventWithin(writeEventWithin(limits))).toEqual(limits)
    expect(readEventWithin('[{"by":"team","values":[]}]')).toBeUndefined()
  })
})
