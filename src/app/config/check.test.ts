import { describe, expect, it } from 'vitest'
import type { SourceType } from '../../sources/catalogue'
import { placeOf } from './faults'
import { checkConfig } from './check'

const rest: SourceType = {
  type: 'rest',
  title: 'REST',
  summary: 'Watchbill’s own contract.',
  options: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: { url: { type: 'string' }, mode: { enum: ['poll', 'stream'] } },
  },
  open: () => Promise.reject(new Error('not opened here')),
}

const check = (value: unknown) => checkConfig(value, [rest])
const faults = (value: unknown) => {
  const checked = check(value)
  return 'faults' in checked ? checked.faults : []
}

describe('checkConfig', () => {
  it('gives sources their defaults', () => {
    const checked = check({ sources: [{ id: 'main', type: 'rest', options: { url: 'api/' } }] })
    expect(checked).toEqual({
      config: { sources: [{ id: 'main', type: 'rest', title: 'main', options: { url: 'api/' } }] },
    })
  })
  it('names a wrong key, its place, what is allowed, and what was probably meant', () => {
    const [fault, ...others] = faults({ sources: [], acter: 'me' })
    expect(others).toEqual([])
    expect(fault).toEqual({
      place: 'acter',
      wrong: '“acter” is not known here. Did you mean “actor”?',
      allowed: '$schema, actor, signIn, sources',
    })
  })
  it('names a wrong key deep in a source', () => {
    const [fault] = faults({ sources: [{ id: 'main', type: 'rest', options: { url: 'x', urll: 1 } }] })
    expect(fault?.place).toBe('sources[0].options.urll')
    expect(fault?.allowed).toBe('url, mode')
  })
  it('names a missing key', () => {
    expect(faults({})).toEqual([{ place: 'the file as a whole', wrong: '“sources” is missing.' }])
    expect(faults({ sources: [{ id: 'main', type: 'rest' }] })).toEqual([
      { place: 'sources[0].options', wrong: '“url” is missing.' },
    ])
  })
  it('names a value of the wrong type', () => {
    expect(faults({ sources: { id: 'main' } })).toEqual([
      { place: 'sources', wrong: 'A value of type object stands here.', allowed: 'array' },
    ])
  })
  it('names a value outside a list', () => {
    expect(faults({ sources: [{ id: 'a', type: 'rest', options: { url: 'x', mode: 'pol' } }] })).toEqual([
      { place: 'sources[0].options.mode', wrong: '“pol” is not known. Did you mean “poll”?', allowed: 'poll, stream' },
    ])
  })
  it('lists the known types of source when one is unknown', () => {
    expect(faults({ sources: [{ id: 'a', type: 'rests' }] })).toEqual([
      {
        place: 'sources[0].type',
        wrong: '“rests” is no known type of source. Did you mean “rest”?',
        allowed: 'rest (REST)',
      },
    ])
  })
  it('refuses an id that stands twice or does not fit', () => {
    const main = { id: 'main', type: 'rest', options: { url: 'x' } }
    expect(faults({ sources: [main, main] })[0]?.place).toBe('sources[1].id')
    expect(faults({ sources: [{ ...main, id: 'Main Source' }] })[0]).toMatchObject({
      place: 'sources[0].id',
      wrong: '“Main Source” does not fit.',
    })
  })
})

describe('sign-in', () => {
  const main = { id: 'main', type: 'rest', options: { url: 'x' } }
  const of = (signIn: object) => faults({ sources: [main], signIn })
  const right = { issuer: 'https://login.example/realms/ops', clientId: 'watchbill' }

  it('takes what it needs and no more', () => {
    expect(of(right)).toEqual([])
    expect(
      of({
        ...right,
        scopes: ['openid'],
        parameters: { audience: 'api' },
        roles: ['ops'],
        sources: ['main'],
        display: {},
      }),
    ).toEqual([])
    expect(of({ issuer: 'http://127.0.0.1:4000', clientId: 'a' })).toEqual([])
  })
  it.each([
    ['a secret', { ...right, clientSecret: 's' }, 'signIn.clientSecret', 'is not known here'],
    ['no client', { issuer: right.issuer }, 'signIn', '“clientId” is missing'],
    ['an issuer in plain HTTP', { ...right, issuer: 'http://login.example' }, 'signIn.issuer', 'does not fit'],
    ['scopes of no OpenID', { ...right, scopes: ['email'] }, 'signIn.scopes', '“openid” is missing.'],
    ['a parameter of the flow', { ...right, parameters: { state: 'x' } }, 'signIn.parameters', '"state"'],
    ['a source that is not there', { ...right, sources: ['mian'] }, 'signIn.sources[0]', 'Did you mean “main”?'],
  ])('names %s', (_what, signIn, place, wrong) => {
    const found = of(signIn)
    expect(found[0]?.place).toBe(place)
    expect(`${found[0]?.wrong} ${found[0]?.allowed}`).toContain(wrong)
  })
})

describe('placeOf', () => {
  it('reads JSON pointers with escapes', () => {
    expect(placeOf('#/sources/0/a~1b')).toBe('sources[0].a/b')
    expect(placeOf('#')).toBe('the file as a whole')
  })
})
