import { describe, it } from 'vitest'
import type { Holdings } from '../../src/domain/query/facets'
import { cases } from './cases'
import type { Make } from './harness'
import { caseLimit } from './kit'

/** Registers every demand on a source as a test. `world` is what each source that `make` makes must tell. */
export function describeSource(name: string, world: Holdings, make: Make): void {
  describe(`${name} conforms`, { concurrent: false }, () => {
    for (const each of cases(world, make)) it(`${each.name}`, { timeout: 2 * caseLimit }, each.run)
  })
}
