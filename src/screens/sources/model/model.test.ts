import { describe, expect, it } from 'vitest'
import type { Configuration } from '../../../data'
import {
  configurationText,
  draftOf,
  draftText,
  isSame,
  moved,
  withAlias,
  withEntry,
  without,
  withSource,
} from './draft'
import { differences } from './differences'

const main = { id: 'main', title: 'Main', type: 'rest', options: { url: 'api' } }
const issues = { id: 'issues', title: 'issues', type: 'github', options: { url: 'gh', repository: 'a/b' } }
const deployed: Configuration = { sources: [main, issues] }

describe('draft', () => {
  it('keeps nothing while it says what is deployed', () => {
    expect(draftText({ ...deployed, actor: '' }, deployed)).toBe('')
    expect(draftOf(draftText(moved(deployed, 0, 1), deployed))).toEqual({ sources: [issues, main] })
  })
  it('is none where what was kept is of another kind', () => {
    expect(draftOf('')).toBeUndefined()
    expect(draftOf('{"sources":[{"id":1}]}')).toBeUndefined()
    expect(draftOf('{')).toBeUndefined()
  })
  it('gives a new source an id of its own, and a title that goes with the id', () => {
    const draft = withSource(withSource({ sources: [] }, 'rest'), 'rest')
    expect(draft.sources.map(({ id }) => id)).toEqual(['rest', 'rest-2'])
    const [first] = draft.sources
    const renamed = first && withEntry(draft, 0, { ...first, id: 'ops' }).sources[0]
    expect(renamed?.title).toBe('ops')
  })
  it('moves a source by one place, and no further than the ends', () => {
    expect(moved(deployed, 0, -1)).toBe(deployed)
    expect(moved(deployed, 1, 1)).toBe(deployed)
    expect(moved(deployed, 1, -1).sources).toEqual([issues, main])
  })
  it('writes a file without titles that say nothing', () => {
    expect(JSON.parse(configurationText(deployed))).toEqual({
      $schema: './watchbill.config.schema.json',
      sources: [main, { id: 'issues', type: 'github', options: { url: 'gh', repository: 'a/b' } }],
    })
    expect(isSame(undefined, { sources: [] })).toBe(true)
  })
  it('changes the rule that a name came from instead of adding one that would never match', () => {
    const entry = { ...main, aliases: { teams: { PAY: 'pay' } } }
    expect(withAlias(entry, 'teams', 'pay', 'payments').aliases).toEqual({ teams: { PAY: 'payments' } })
    expect(withAlias(entry, 'teams', 'ops', 'operations').aliases?.teams).toEqual({ PAY: 'pay', ops: 'operations' })
  })
})

describe('differences', () => {
  it('are none where nothing differs', () => {
    expect(differences(deployed, deployed)).toEqual([])
  })
  it('name what is new, gone, changed and moved', () => {
    const draft = {
      actor: 'Night shift',
      sources: [{ ...issues, options: { ...issues.options, url: 'git' } }, main, { ...main, id: 'new' }],
    }
    expect(differences(deployed, draft)).toEqual([
      'actor: nothing becomes "Night shift"',
      'new is new (rest)',
      'issues: options.url: "gh" becomes "git"',
      'The order of belief is issues, main; it was main, issues',
    ])
    expect(differences(deployed, without(deployed, 0))).toEqual(['main is taken out'])
  })
})
