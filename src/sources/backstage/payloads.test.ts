import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { processed, type RawEntity } from '../../../mocks/backstage/process'
import { assignmentsOf } from './duties'
import { partyOf, refOf, workloadOf } from './map'
import { refText } from './refs'
import { type Entity, entity } from './wire'
import { maintain } from './written'

const payloads = join(process.cwd(), '..', 'shared', 'data', 'payloads')
const text = (name: string) => readFileSync(join(payloads, name), 'utf8')
const raw = (name: string) => JSON.parse(text(`backstage/${name}.json`)) as readonly RawEntity[]
/** As the catalogue tells what stands in a sample. */
const told = (name: string): readonly Entity[] => processed(raw(name)).map((each) => v.parse(entity, each))

const reading = { prefix: 'watchbill.io', tier: 'watchbill.io/tier' }
const isParty = ({ kind }: Entity) => kind === 'Group' || kind === 'User'
const counted = (values: readonly string[]) =>
  Object.fromEntries([...new Set(values)].map((each) => [each, values.filter((other) => other === each).length]))

describe.runIf(existsSync(payloads))('the samples of Backstage and of a product', () => {
  const truths = () =>
    (JSON.parse(text('truths.json')) as { readonly backstage: Readonly<Record<string, unknown>> }).backstage

  it('hold as many entities of each kind as counted by hand', () => {
    expect(counted(told('acme-examples').map(({ kind }) => kind))).toEqual(truths()['acme_entities'])
    expect(counted(told('elastic-logstash.catalog-info').map(({ kind }) => kind))).toEqual(
      truths()['logstash_entities'],
    )
  })

  it('tell two people of one name apart, and call one without a display name by the name', () => {
    const people = told('acme-examples')
      .flatMap((each) => partyOf(each, reading))
      .filter(({ type }) => type === 'person')
    expect(people.map(({ id }) => id).filter((id) => id.endsWith('guest'))).toEqual([
      'person:guest',
      'person:development/guest',
    ])
    expect(truths()['user_names_used_in_two_namespaces']).toEqual(['guest'])
    const unnamed = people.filter(({ id, name }) => id === `person:${name}`)
    expect(unnamed).toMatchObject([{ name: 'breanna.davison', teams: ['team:team-a'] }])
    expect(truths()['users_without_display_name']).toBe(unnamed.length)
  })

  it.each([
    ['acme-examples', 'acme_owner_forms', { 'team:team-a': 4, 'team:team-c': 1, 'person:guest': 1 }],
    ['elastic-logstash.catalog-info', 'logstash_owner_forms', { 'team:logstash': 21 }],
  ])('%s: every form of an owner is one party', (name, truth, owners) => {
    expect(counted(raw(name).flatMap(({ spec }) => spec?.owner ?? []))).toEqual(truths()[truth])
    const things = told(name).filter((each) => !isParty(each))
    const held = things.flatMap((each) => assignmentsOf(each, maintain, {}, new Set()))
    expect(counted(held.filter(({ role }) => role === 'A').map(({ party }) => party ?? ''))).toEqual(owners)
  })

  it('tell owners whom the catalogue does not have as placeholders', () => {
    const things = told('elastic-logstash.catalog-info')
    const there = new Set(things.map((each) => refText(refOf(each))))
    expect(there).not.toContain('group:default/logstash')
    const held = things.flatMap((each) => assignmentsOf(each, maintain, {}, new Set(['group:default/logstash'])))
    expect(held).toHaveLength(2 * things.length)
    expect(new Set(held.map(({ party, placeholder }) => party ?? placeholder))).toEqual(
      new Set(['group:default/logstash']),
    )
    expect(held.filter(({ party }) => party !== undefined)).toEqual([])
  })

  it('tell workloads with their system or domain, team and tags', () => {
    const things = new Map(told('acme-examples').map((each) => [refText(refOf(each)), workloadOf(each, reading)]))
    expect(things.get('component:default/playback-order')).toEqual({
      id: 'playback-order',
      name: 'playback-order',
      aliases: ['component:default/playback-order'],
      description: 'Playback Order',
      group: 'audio-playback',
      tags: ['java', 'playback', 'kind:component', 'type:service', 'lifecycle:production'],
    })
    expect(things.get('system:default/audio-playback')).toMatchObject({ group: 'playback', team: 'team:team-c' })
    expect(things.get('domain:default/artists')).toMatchObject({
      id: 'domain:artists',
      name: 'Artists',
      url: 'http://example.com/domain/artists/',
    })
  })
})
