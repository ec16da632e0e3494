import { describe, expect, it } from 'vitest'
import { readWorkspace } from '../../../../test/tools/workspace'

const people = `
teams:
  - id: payments
    name: Payments
    parent: commerce
    aliases: [pay]
    contacts: { chat: '#payments', pager: Payments on call }
  - id: commerce
people:
  - { id: okafor, name: Ada Okafor, teams: [payments], aliases: ['@ada'] }
  - { id: gone, active: false }
runbooks:
  restore: { title: Restore, url: 'https://git.example/restore.md', versioned: true }
`
const checkout = `
workloads:
  - id: checkout
    tier: 1
    team: payments
    owners:
      A: payments
      I: [commerce]
    activities:
      - name: Restore the database
        why: They know the schema.
        R: [okafor, person:external]
        runbook: restore
        review: { every: 90 days, last: 2026-05-01, reviewers: [Ada Okafor] }
        observed:
          - { role: R, party: commerce, evidence: three tickets }
      - id: keys
        name: Rotate keys
        A: TODO
        R: '@ada'
        runbook: TODO
        automation: scripted
        risk: unheard-of
      - name: Nobody's
        noOwnerBecause: It stops by itself.
`

describe('ownership as code', () => {
  it('maps teams, people, workloads and activities, over several files', async () => {
    const { of, complaints } = await readWorkspace({ 'a.yaml': checkout, 'people.yaml': people })
    expect(complaints).toEqual([])
    expect(of('parties').find(({ id }) => id === 'team:payments')).toEqual({
      type: 'team',
      id: 'team:payments',
      name: 'Payments',
      parent: 'team:commerce',
      aliases: ['pay'],
      contacts: [
        { kind: 'chat', text: '#payments' },
        { kind: 'pager', text: 'Payments on call' },
      ],
      tags: [],
    })
    expect(of('parties').find(({ id }) => id === 'person:gone')).toMatchObject({ name: 'gone', active: false })
    expect(of('workloads')).toEqual([{ id: 'checkout', name: 'checkout', tier: 1, team: 'team:payments', tags: [] }])
    const [nobodys, restore, keys] = of('activities').toSorted((left, right) => (left.id < right.id ? -1 : 1))
    expect(restore).toMatchObject({
      id: 'checkout/restore-the-database',
      kind: 'process',
      runbook: { url: 'https://git.example/restore.md', versioned: true },
      review: { every: 90 * 86_400_000, last: Date.UTC(2026, 4, 1), reviewers: ['person:okafor'] },
    })
    expect(nobodys).toMatchObject({ id: 'checkout/nobody-s' })
    expect(keys).toMatchObject({
      id: 'keys',
      runbook: { placeholder: 'TODO' },
      automation: { level: 'scripted' },
      risk: 'unknown:unheard-of',
    })
  })

  it('gives roles: own ones, those of the workload, observed ones; a placeholder is no owner', async () => {
    const { of } = await readWorkspace({ 'a.yaml': checkout, 'people.yaml': people })
    const told = of('assignments').map(({ activity, role, party, placeholder, claim, inheritedFrom }) => [
      activity,
      role,
      party ?? `“${placeholder ?? ''}”`,
      ...(claim === 'observed' ? ['observed'] : []),
      ...(inheritedFrom === undefined ? [] : [`from ${inheritedFrom}`]),
    ])
    expect(told).toEqual(
      expect.arrayContaining([
        ['checkout/restore-the-database', 'A', 'team:payments', 'from checkout'],
        ['checkout/restore-the-database', 'I', 'team:commerce', 'from checkout'],
        ['checkout/restore-the-database', 'R', 'person:okafor'],
        ['checkout/restore-the-database', 'R', 'person:external'],
        ['checkout/restore-the-database', 'R', 'team:commerce', 'observed'],
        ['keys', 'A', '“TODO”'],
        ['keys', 'I', 'team:commerce', 'from checkout'],
        ['keys', 'R', 'person:okafor'],
      ]),
    )
    // By design without owner: nothing is inherited.
    expect(told).toHaveLength(8)
  })

  it('says file, line, reason and remedy for every mistake, and opens the rest', async () => {
    const broken = `
teams:
  - id: payments
  - name: without a key
wrkloads: []
workloads:
  - id: checkout
    teir: 1
  - id: search
    activities:
      - name: Reindex
        R: somebody
      - name: Deploy
        R: payments
        review: { every: 3 months }
      - name: Restore
        R: payments
        pages: perhaps
  - id: search
`
    const { of, complaints } = await readWorkspace({ 'owners.yaml': broken })
    expect(complaints).toEqual([
      'owners.yaml:5: “wrkloads” is not known here. Known: $schema, teams, people, runbooks, workloads.',
      'owners.yaml:4: “id” is missing. Add it.',
      'owners.yaml:8: teir: “teir” is not known here. Check the spelling, or leave it out.',
      'owners.yaml:15: review.every: “3 months” is not a length of time such as 90 days, 12h or PT30M (months and years have no fixed length).',
      'owners.yaml:18: pages: It should be boolean, not string.',
      'owners.yaml:19: It is told already: the first one counts. Give it another id.',
      'owners.yaml:12: No team or person “somebody” is told in this workspace. Add it to teams or people, or write team:somebody or person:somebody.',
    ])
    expect(of('activities').map(({ name }) => name)).toEqual(['Reindex'])
    expect(of('workloads').map(({ id }) => id)).toEqual(['search'])
  })

  it('asks which when a name stands for two', async () => {
    const { complaints } = await readWorkspace({
      'owners.yaml':
        'teams: [{id: lee}]\npeople: [{id: lee}]\nworkloads: [{id: w, activities: [{name: a, R: lee}, {name: b, R: "team:lee"}]}]\n',
    })
    expect(complaints).toEqual(['owners.yaml:3: “lee” may be team:lee or person:lee. Write which.'])
  })

  it('takes further placeholders from the manifest', async () => {
    const { of } = await readWorkspace({
      'watchbill.yaml': 'placeholders: [nobody yet]\nfiles: [{path: o.yaml, kind: ownership}]\n',
      'o.yaml': 'workloads: [{id: w, activities: [{name: a, A: Nobody yet, R: "{{ team }}"}]}]\n',
    })
    expect(of('assignments').map(({ role, party, placeholder }) => [role, party, placeholder])).toEqual([
      ['A', undefined, 'Nobody yet'],
      ['R', undefined, '{{ team }}'],
    ])
  })
})
