import { load } from 'js-yaml'
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { activityOf, assignmentsOf } from './duties'
import { workloadOf } from './map'
import { type WireEntity, entity, writtenActivity } from './wire'
import { writtenIn } from './written'

const reading = { prefix: 'watchbill.io', tier: 'watchbill.io/tier', app: 'https://backstage.example' }

const ledger = (annotations: Record<string, string>, more: Partial<WireEntity['metadata']> = {}) =>
  v.parse(entity, {
    kind: 'Component',
    metadata: { name: 'Ledger', annotations, ...more },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  })

const read = (annotations: Record<string, string>, id: string) => {
  const of = ledger(annotations)
  const written = writtenIn(of, 'watchbill.io').find((each) => each.id === id)
  return { of, written: v.parse(writtenActivity, written?.written) }
}

describe('annotations', () => {
  it('tell an activity field by field, and go over the list', () => {
    const { of, written } = read(
      {
        'watchbill.io/activities': '[{"id": "keys", "name": "Rotate keys", "risk": "high", "R": ["user:ines"]}]',
        'watchbill.io/keys.risk': 'low',
        'watchbill.io/keys.review.every': '13 weeks',
        'watchbill.io/keys.review.last': '2026-05-01',
        'watchbill.io/keys.review.reviewers': 'security, user:ines',
        'watchbill.io/keys.runbook': 'https://runbooks.example/keys',
        'watchbill.io/keys.playbook': 'TODO',
        'watchbill.io/keys.pages': 'true',
        'backstage.io/techdocs-ref': 'dir:.',
      },
      'keys',
    )
    expect(activityOf(of, 'keys', written, reading)).toEqual({
      id: 'ledger/keys',
      name: 'Rotate keys',
      workload: 'ledger',
      kind: 'process',
      events: [],
      tags: [],
      risk: 'low',
      pages: true,
      runbook: { url: 'https://runbooks.example/keys' },
      playbook: { placeholder: 'TODO' },
      review: {
        every: 91 * 86_400_000,
        last: Date.UTC(2026, 4, 1),
        reviewers: ['team:security', 'person:ines'],
        approvers: [],
      },
    })
  })

  it.each([
    ['{"name": "Rotate keys"}', 'it should be a JSON list of activities'],
    ['[', 'it should be a JSON list: '],
    ['[{"R": "x"}]', 'number 1 needs a name or an id'],
    ['[{"id": "a"}, {"id": "a"}]', '“a” stands twice'],
  ])('that say %s are told to be wrong, with the reason', (text, reason) => {
    const [last] = writtenIn(ledger({ 'watchbill.io/activities': text }), 'watchbill.io').slice(-1)
    expect(last?.fault).toContain(`watchbill.io/activities: ${reason}`)
  })

  it('may not say a text and a part of it', () => {
    const said = { 'watchbill.io/keys.review': 'yearly', 'watchbill.io/keys.review.every': '52 weeks' }
    expect(writtenIn(ledger(said), 'watchbill.io')[0]?.fault).toMatch(/keys\.review\.every: another annotation/)
  })

  it.each([
    [{ review: { every: '3 months' } }, /review\.every says “3 months”.*90 days/],
    [{ review: { last: '01.05.2026' } }, /review\.last says “01\.05\.2026”.*2026-05-01/],
    [{ review: { reviewers: 'the board, of course' } }, /reviewers says “the board”.*group:name/],
  ])('that nobody can read are refused: %j', (written, reason) =>
    expect(() => activityOf(ledger({}), 'keys', written, reading)).toThrow(reason),
  )

  it.each([
    ['3', { tier: 3 }, []],
    ['tier-1', { tier: 1 }, []],
    ['gold', {}, ['tier:gold']],
  ])('of tier %s', (said, told, tags) => {
    const workload = workloadOf(ledger({ 'watchbill.io/tier': said }), reading)
    expect(workload).toMatchObject(told)
    expect(workload.tags).toEqual(['kind:component', ...tags])
    expect('tier' in workload).toBe('tier' in told)
  })

  it('of PagerDuty give the workload the name that it has there', () =>
    expect(workloadOf(ledger({ 'pagerduty.com/service-id': 'PX1' }), reading).aliases).toEqual([
      'component:default/ledger',
      'PX1',
    ]))
})

describe('holders', () => {
  const held = (written: object, id = 'keys', unresolved: readonly string[] = []) =>
    assignmentsOf(ledger({}), id, written, new Set(unresolved)).map(
      ({ role, party, placeholder, inheritedFrom }) =>
        `${role} ${party ?? `“${placeholder ?? ''}”`}${inheritedFrom === undefined ? '' : ` from ${inheritedFrom}`}`,
    )

  it.each([
    [{}, ['A team:payments from ledger']],
    [{ A: 'user:ines' }, ['A person:ines']],
    [{ A: [] }, []],
    [{ noOwnerBecause: 'It runs by itself.' }, []],
    [
      { A: 'TODO', R: '{{ $labels.team }}, group:other/Sre, group:other/sre' },
      ['A team:todo', 'R “{{ $labels.team }}”', 'R team:other/sre'],
    ],
  ])('of %j', (written, expected) => expect(held(written)).toEqual(expected))

  it('whom the catalogue does not have are told by the text that stands there', () => {
    expect(held({ A: 'TODO' }, 'keys', ['group:default/todo'])).toEqual(['A “TODO”'])
    expect(held({}, 'keys', ['group:default/payments'])).toEqual(['A “group:default/payments” from ledger'])
  })

  it('of what every entity has by itself: the owner answers for it and performs it', () =>
    expect(held({}, 'maintain')).toEqual(['A team:payments', 'R team:payments']))
})

describe('the runbook of what every entity has by itself', () => {
  const runbook = (annotations: Record<string, string>, links: { url: string; title?: string; type?: string }[]) =>
    activityOf(ledger(annotations, { links }), 'maintain', {}, reading).runbook

  it('is a link of that type or name, else its TechDocs', () => {
    const docs = { 'backstage.io/techdocs-ref': 'dir:.' }
    const link = { url: 'https://runbooks.example/ledger', title: 'Ledger runbook' }
    expect(runbook(docs, [{ url: 'https://example.com' }, link])).toEqual(link)
    expect(runbook(docs, [])).toEqual({
      title: 'TechDocs',
      url: 'https://backstage.example/docs/default/component/ledger',
      versioned: true,
    })
    expect(runbook({}, [{ url: 'https://example.com' }])).toBeUndefined()
  })
})

describe('the example of the README', () => {
  const blocks = readFileSync('README.md', 'utf8').match(/(?<=```yaml\n)[^]*?(?=```)/g) ?? []
  const yaml = blocks.find((each) => each.includes('watchbill.io/tier')) ?? ''
  const of = v.parse(entity, {
    kind: 'Component',
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
    metadata: { ...v.parse(v.object({ metadata: v.looseObject({}) }), load(yaml)).metadata, name: 'ledger' },
  })
  const told = writtenIn(of, 'watchbill.io').map(({ id, written }) => ({
    id,
    written: v.parse(writtenActivity, written),
  }))

  it('is read as it stands', () => {
    expect(writtenIn(of, 'watchbill.io').filter(({ fault }) => fault !== undefined)).toEqual([])
    expect(workloadOf(of, reading)).toMatchObject({ tier: 1, aliases: ['component:default/ledger', 'PX12345'] })
    expect(told.map(({ id, written }) => activityOf(of, id, written, reading))).toMatchObject([
      { id: 'ledger/restore-the-database', kind: 'procedure', risk: 'high' },
      { id: 'ledger/rotate-keys', name: 'Rotate keys', review: { every: 90 * 86_400_000, last: Date.UTC(2026, 4, 1) } },
      { id: 'ledger/maintain', name: 'Develop and maintain', review: { every: 182 * 86_400_000 } },
    ])
    const held = told.flatMap(({ id, written }) => assignmentsOf(of, id, written, new Set()))
    expect(held.map(({ role, party }) => `${role} ${party ?? ''}`)).toEqual([
      'A team:data-infra',
      'R team:data-infra',
      'A team:security',
      'R person:ines',
      'R team:payments',
      'A team:payments',
      'R team:payments',
    ])
  })
})
