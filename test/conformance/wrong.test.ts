import { describe, expect, it } from 'vitest'
import { cases } from './cases'
import { memory } from './memory'
import { smallWorld } from './world'
import { wrongSources } from './wrong'

const world = smallWorld()

describe('the kit finds what is wrong with a source that', () => {
  it('is one of at least 20 with different faults', () => {
    expect(new Set(wrongSources.map(({ name }) => name)).size).toBe(wrongSources.length)
    expect(wrongSources.length).toBeGreaterThanOrEqual(20)
  })

  it.each(wrongSources)('$name', async ({ caught, harness }) => {
    const make = async (part: typeof world) => harness(await memory(part))
    const suspects = cases(world, make).filter(({ name }) => caught.test(name))
    expect(suspects).toHaveLength(1)
    const outcomes = await Promise.allSettled(suspects.map(({ run }) => run()))
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected'])
  })
})
