import { describe, expect, it } from 'vitest'
import { allFolded, foldedIn, toggled } from './fold'

const groups = ['a', 'b', 'c']

describe('folded groups', () => {
  it('are those named', () => expect([...foldedIn(['a'], groups)]).toEqual(['a']))
  it('are all but those named once all are folded', () => {
    expect([...foldedIn(allFolded, groups)]).toEqual(groups)
    const opened = toggled(allFolded, 'b')
    expect([...foldedIn(opened, groups)]).toEqual(['a', 'c'])
    expect([...foldedIn(toggled(opened, 'b'), groups)]).toEqual(groups)
  })
  it('open again when they are chosen again', () => expect(toggled(toggled([], 'a'), 'a')).toEqual([]))
})
