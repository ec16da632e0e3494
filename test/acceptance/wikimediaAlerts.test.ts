import { describe, expect, it } from 'vitest'
import { alertsOf } from '../../src/domain/alerts'
import { ownershipOf } from '../../src/domain/coverage'
import { all, isAbsent, now, openFolder, truthsOf } from './open'

interface Truths {
  readonly paging_alerts_by_owner: Readonly<Record<string, number>>
  readonly placeholder_runbooks_by_severity: Readonly<Record<string, number>>
}

describe.skipIf(isAbsent('wikimedia-alerts'))('wikimedia-alerts, real data', () => {
  it('which alerts that page have no owner, and which no runbook', async () => {
    const truths = truthsOf<Truths>('wikimedia-alerts')
    const source = await openFolder('wikimedia-alerts')
    const [activities, assignments, parties, workloads] = await Promise.all([
      all(source, 'activities', {}),
      all(source, 'assignments', {}),
      all(source, 'parties', {}),
      all(source, 'workloads', {}),
    ])
    source.close()
    const told = [{ source: 'own', activities, assignments }]
    const { standings } = ownershipOf({ activities, assignments, parties, workloads, told }, now)
    const alerts = alertsOf({ standings, events: [], answeredBy: () => undefined })
    const count = (finding: string) => alerts.filter((each) => each.finding === finding).length
    const paging = Object.values(truths.paging_alerts_by_owner).reduce((sum, each) => sum + each, 0)
    expect(alerts).toHaveLength(paging)
    expect(count('no-owner')).toBe(truths.paging_alerts_by_owner['(missing)'])
    expect(count('no-process')).toBe(truths.placeholder_runbooks_by_severity['page'])
    expect(count('covered')).toBe(paging - count('no-owner') - count('no-process'))
  })
})
