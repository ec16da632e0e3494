import { describe, expect, it } from 'vitest'
import type { SignIn } from './settings'
import { leavesOpen, whoOf } from './who'

const settings: SignIn = { issuer: 'https://login.example', clientId: 'watchbill' }

describe('who is signed in', () => {
  it.each([
    [{ sub: '1', email: 'i@x', preferred_username: 'ines' }, 'ines'],
    [{ sub: '1', email: 'i@x', preferred_username: '' }, 'i@x'],
    [{ sub: '1', name: 'Ines' }, 'Ines'],
    [{ sub: '1', email: 7 }, '1'],
  ])('acts by the first claim that names them: %j', (claims, actor) => {
    expect(whoOf(claims, settings).actor).toBe(actor)
  })
  it('acts by the claim that the configuration names, else by the key of the provider', () => {
    const named = { ...settings, actorClaim: 'nick' }
    expect(whoOf({ sub: '1', nick: 'io', email: 'i@x' }, named).actor).toBe('io')
    expect(whoOf({ sub: '1', email: 'i@x' }, named).actor).toBe('1')
  })

  it('writes where no roles are named', () => {
    expect(whoOf({ sub: '1' }, settings).writes).toBe(true)
  })
  it.each([
    ['roles', { roles: ['reader', 'responder'] }, true],
    ['roles', { roles: ['reader'] }, false],
    ['roles', {}, false],
    ['roles', { roles: 'reader responder' }, true],
    ['roles', { roles: { responder: true } }, false],
    ['groups', { groups: ['responder'] }, true],
    ['realm_access.roles', { realm_access: { roles: ['responder'] } }, true],
    ['https://x.example/roles', { 'https://x.example/roles': ['responder'] }, true],
    ['a.b', { 'a.b': ['responder'], a: { b: [] } }, true],
    ['toString', {}, false],
  ])('writes by %s of %j: %s', (rolesClaim, claims, writes) => {
    expect(whoOf({ sub: '1', ...claims }, { ...settings, rolesClaim, roles: ['responder'] }).writes).toBe(writes)
  })

  it('asks for more only where a name or the roles are missing', () => {
    expect(leavesOpen({ sub: '1', preferred_username: 'ines' }, settings)).toBe(false)
    expect(leavesOpen({ sub: '1' }, settings)).toBe(true)
    expect(leavesOpen({ sub: '1', preferred_username: 'ines' }, { ...settings, roles: ['a'] })).toBe(true)
    expect(leavesOpen({ sub: '1', preferred_username: 'ines', roles: [] }, { ...settings, roles: ['a'] })).toBe(false)
  })
})
