import { describe, expect, it } from 'vitest'
import { instant } from '../units'
import { tableFile } from './file'
import { jsonText } from './json'
import { markdownTable, markdownText } from './markdown'
import { fileStem, type Table } from './table'

const at = instant(Date.UTC(2026, 10, 20, 23, 42))

const table: Table = {
  title: 'Load',
  scope: ['Sources: a | b'],
  definitions: ['R: Responsible'],
  columns: [
    { key: 'team', label: 'Team' },
    { key: '__proto__', label: 'Held' },
    { key: 'sole', label: 'Sole *owner*' },
  ],
  rows: [
    ['Pay|ments', ['A', 'R'], 3],
    ['two\nlines', undefined, 0],
  ],
}

describe('jsonText', () => {
  it('tells records by key, with lists and numbers, and what they are', () => {
    expect(JSON.parse(jsonText(table))).toEqual(
      JSON.parse(`{
        "title": "Load", "scope": ["Sources: a | b"], "definitions": ["R: Responsible"],
        "columns": { "team": "Team", "__proto__": "Held", "sole": "Sole *owner*" }, "count": 2,
        "records": [{ "team": "Pay|ments", "__proto__": ["A", "R"], "sole": 3 }, { "team": "two\\nlines", "sole": 0 }]
      }`),
    )
  })
})

describe('markdownTable', () => {
  it('keeps every cell in its place', () => {
    expect(markdownTable(table)).toBe(
      [
        '# Load',
        '',
        String.raw`- Sources: a \| b`,
        '',
        String.raw`| Team | Held | Sole \*owner\* |`,
        '| --- | --- | ---: |',
        String.raw`| Pay\|ments | A; R | 3 |`,
        '| two<br>lines |  | 0 |',
        '',
        '- R: Responsible',
        '',
      ].join('\n'),
    )
  })
  it.each([
    ['<img src=x>', String.raw`\<img src=x\>`],
    ['[x](javascript:1)', String.raw`\[x\](javascript:1)`],
    ['a\\|b', String.raw`a\\\|b`],
    ['# no heading', String.raw`\# no heading`],
    ['1. no list', String.raw`\1. no list`],
    ['&lt;', String.raw`\&lt;`],
  ])('takes nothing in %s for a mark', (text, shown) => {
    expect(markdownText(text)).toBe(shown)
  })
})

describe('files', () => {
  it('are named by title, scope and the moment in the zone shown', () => {
    expect(fileStem('Ownership by team', at, 'UTC')).toBe('ownership-by-team-2026-11-20-2342-utc')
    expect(fileStem('Load', at, 'Asia/Kathmandu', '12 of 500')).toBe('load-12-of-500-2026-11-21-0527-utc-5-45')
    expect(fileStem('Besitz: Zürich / ../x', at, 'UTC')).toBe('besitz-zurich-x-2026-11-20-2342-utc')
  })
  it('begin with a byte order mark where spreadsheets open them', () => {
    expect(tableFile(table, 'csv', at, 'UTC')).toMatchObject({ name: 'load-2026-11-20-2342-utc.csv' })
    expect(tableFile(table, 'csv', at, 'UTC').text).toMatch(/^\uFEFFTeam,/)
    expect(tableFile(table, 'markdown', at, 'UTC').name).toMatch(/\.md$/)
    expect(tableFile(table, 'json', at, 'UTC').text).toMatch(/^\{/)
  })
})
