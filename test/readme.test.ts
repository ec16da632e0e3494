import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkConfig } from '../src/app/config/check'
import { ownershipOf } from '../src/domain/coverage'
import { directoryOf } from '../src/domain/tables/raciDirectory'
import { readSheet } from '../src/domain/tables/raciEntries'
import { planOf } from '../src/domain/tables/raciPlan'
import { instant } from '../src/domain/units'
import { readText } from '../src/screens/ownership/tools/importing/text'
import { catalogue } from '../src/sources/catalogue'
import { readWorkspace } from './tools/workspace'

const readme = readFileSync('README.md', 'utf8')
const block = (language: string) => {
  const [, found] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(readme) ?? []
  if (found === undefined) throw new Error(`No example of ${language} stands in the README.`)
  return found
}

describe('the examples of the README', () => {
  it('are read as they stand: ownership as code, and a table over it', async () => {
    const { of, complaints } = await readWorkspace({ 'ownership.yaml': block('yaml') })
    expect(complaints).toEqual([])
    const [activities, assignments, parties] = [of('activities'), of('assignments'), of('parties')]
    const told = [{ source: 'readme', activities, assignments }]
    const now = instant(Date.UTC(2026, 5, 1))
    const ownership = ownershipOf({ activities, assignments, parties, workloads: of('workloads'), told }, now)
    const held = assignments.map(({ role, party, claim, inheritedFrom }) =>
      [role, party, claim, ...(inheritedFrom === undefined ? [] : ['inherited'])].join(' '),
    )
    expect(held).toEqual(
      expect.arrayContaining([
        'A team:security declared',
        'R person:ines declared',
        'V team:audit declared',
        'R team:platform observed',
        'I team:support declared inherited',
      ]),
    )
    expect(activities.find(({ name }) => name === 'Tidy up')?.noOwnerBecause).toBe('It runs by itself.')

    const directory = directoryOf(ownership, parties)
    const { rows, delimiter } = readText(block('csv'))
    const choices = { support: 'note', extent: 'listed', parties: new Map(), activities: new Map() } as const
    const plan = planOf(readSheet(rows, directory.known), ownership, directory, choices)
    expect(delimiter).toBe(';')
    expect(plan.rows).toHaveLength(3)
    // The first is of an activity that the YAML tells; the others are asked for.
    expect(plan.rows.map(({ faults }) => faults.map(({ text }) => text))).toEqual([
      [],
      [expect.stringMatching(/^No activity/)],
      [expect.stringMatching(/^No activity/)],
    ])
    expect(plan.rows[2]?.letters.map(({ letter }) => letter).toSorted()).toEqual(['A', 'R', 'S'])
  })

  it('are configurations that can be deployed', () => {
    const told = [...readme.matchAll(/```json\n([^]*?)```/g)].map(([, text = '']): unknown => JSON.parse(text))
    const whole = told.filter((each) => typeof each === 'object' && each !== null && 'sources' in each)
    expect(whole.length).toBeGreaterThan(1)
    for (const each of whole) expect(checkConfig(each, catalogue)).not.toHaveProperty('faults')
  })
})
