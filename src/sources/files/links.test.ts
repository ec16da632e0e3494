import { describe, expect, it } from 'vitest'
import { documentOf } from './links'
import { placeholderTest } from './placeholders'

describe('documentOf', () => {
  it.each([
    ['https://wiki.example/a', { url: 'https://wiki.example/a' }],
    ['grafana.example.org/d/1', { url: 'https://grafana.example.org/d/1' }],
    ['https%3A%2F%2Fwiki.example%2Fa', { url: 'https://wiki.example/a' }],
    ['https%3A%2F%2F%E0%A4%A', { placeholder: 'https%3A%2F%2F%E0%A4%A' }],
    ['runbooks/restore.md', { url: 'runbooks/restore.md' }],
    ['./restore/db.md', { url: './restore/db.md' }],
    ['TODO', { placeholder: 'TODO' }],
    ['ask Ada', { placeholder: 'ask Ada' }],
    // What a link can do is decided where it is drawn; here it is no address.
    ['javascript:alert(1)', { placeholder: 'javascript:alert(1)' }],
  ])('takes %s for what it is', (text, document) => {
    expect(documentOf(text)).toEqual(document)
  })
})

describe('placeholderTest', () => {
  const isPlaceholder = placeholderTest(['Nobody yet'])
  it.each(['TODO', ' tbd ', 'Unowned', 'N/A', 'nobody YET', '{{ $labels.team }}', '${TEAM}', '<team>'])(
    '%s stands where an owner should',
    (text) => expect(isPlaceholder(text)).toBe(true),
  )
  it.each(['payments', 'todo-app team', 'team:tbd-squad'])('%s is an owner', (text) =>
    expect(isPlaceholder(text)).toBe(false),
  )
})
