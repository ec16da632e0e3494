import { describe, expect, it } from 'vitest'
import { candidateOf } from '../../src/domain/recurrence/candidate'
import { findGroups } from '../../src/domain/recurrence/groups'
import { instant } from '../../src/domain/units'
import { all, isAbsent, openFolder } from './open'

async function foundIn(folder: string) {
  const source = await openFolder(folder)
  try {
    return findGroups((await all(source, 'incidents', {})).map((incident) => candidateOf(incident, instant(0))))
  } finally {
    source.close()
  }
}

describe('recurrence in real data that name no problems', () => {
  it.skipIf(isAbsent('github-status'))('proposes of a status page what its titles say three times', async () => {
    const { groups, placeless } = await foundIn('github-status')
    // “Incident with Actions”, “Degraded performance of …” and the like say nothing of a cause, often as they come.
    expect(groups.map(({ workload, title, rare }) => [workload, title, rare])).toEqual([
      ['Actions', 'Disruption with actions hosted runners', ['hosted', 'runners']],
    ])
    expect(placeless).toBeGreaterThan(100)
  })

  it.skipIf(isAbsent('servicenow-uci'))('proposes nothing where titles are codes', async () => {
    const { groups, compared } = await foundIn('servicenow-uci')
    expect(groups).toEqual([])
    expect(compared).toBeGreaterThan(20_000)
  })
})
