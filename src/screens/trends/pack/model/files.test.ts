import '../../../../../test/tools/temporal'
import { describe, expect, it } from 'vitest'
import { instant } from '../../../../domain/units'
import type { Span } from '../../model/range'
import { openPack, packFile, packJson, packMarkdown, type ToldPack } from './files'
import { joined, noNotes, readNotes } from './notes'

const now = instant(Date.UTC(2026, 10, 20, 9, 42))
const span: Span = {
  choice: { range: 'custom' },
  zone: 'UTC',
  from: instant(Date.UTC(2026, 9, 24)),
  to: instant(Date.UTC(2026, 10, 21)),
  now,
  live: true,
  step: 'day',
  steps: ['day'],
  periods: [],
}
const pack: ToldPack = {
  title: 'Review pack',
  link: 'https://watchbill.example/trends/?zone=UTC&pack=2026-11-20T09%3A42%3A00Z&range=custom&theme=dark',
  scope: ['As of 20 Nov 2026, locked'],
  limits: [],
  sections: [
    {
      key: 'figures',
      title: 'Figures and verdicts',
      state: 'ready',
      told: [],
      columns: ['Figure', 'Value'],
      rows: [{ key: 'Reopened', cells: [{ text: 'Reopened' }, { text: '25 %', to: '/incidents/' }] }],
      figures: [
        {
          label: 'Reopened',
          value: '25 %',
          basis: ['3 of 12', 'left out: 7'],
          exact: { value: 0.25, unit: 'share', n: 12, leftOut: 7 },
          verdict: { tone: 'neutral', text: '≈ within noise', change: '+2 pt', interval: '(95 %: −4…+8)' },
          definition: 'Opened again.',
          formula: 'Share = k ÷ n.',
          source: 'Rubin 1981',
        },
      ],
    },
    {
      key: 'lessons',
      title: 'Lessons',
      state: 'ready',
      told: ['1 review'],
      columns: ['Incident', 'Lessons'],
      rows: [{ key: 'a', cells: [{ text: 'INC-1' }, { text: 'use <b> | not *it*' }] }],
    },
  ],
  notes: {
    notes: { '': 'Good talk', lessons: '# no heading\nsecond [line](x)' },
    decisions: [{ what: 'Page | less', owner: 'team:sre', due: '2026-12-04', recorded: false }],
  },
  name: () => 'SRE',
  span,
  before: undefined,
}

describe('Markdown', () => {
  const text = packMarkdown(pack)
  it('has the sections in their order, with notes and decisions', () => {
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '# Review pack',
      '## Notes of the meeting',
      '## Decisions',
      '## Figures and verdicts',
      '## Lessons',
      '## How the figures are reckoned',
      '## What must be known',
    ])
    expect(text).toContain('| Reopened | 25 % |')
  })

  it('takes nothing in a text for a mark', () => {
    expect(text).toContain(String.raw`| INC-1 | use \<b\> \| not \*it\* |`)
    expect(text).toContain(String.raw`| Page \| less | SRE | 2026-12-04 |  |`)
    expect(text).toContain(String.raw`\# no heading`)
    expect(text).toContain(String.raw`second \[line\](x)`)
  })
})

describe('JSON', () => {
  it('tells each figure with its value, n, what was left out, interval, verdict and formula', () => {
    const told: unknown = JSON.parse(packJson(pack))
    expect(told).toMatchObject({
      kind: 'watchbill-review-pack',
      version: 1,
      locked: '2026-11-20T09:42:00+00:00',
      scope: { from: '2026-10-24T00:00:00+00:00', zone: 'UTC' },
      figures: [
        {
          label: 'Reopened',
          exact: { value: 0.25, unit: 'share', n: 12, leftOut: 7 },
          verdict: { text: '≈ within noise', interval: '(95 %: −4…+8)' },
          formula: 'Share = k ÷ n.',
        },
      ],
      sections: [{ key: 'lessons', rows: [['INC-1', 'use <b> | not *it*']] }],
      decisions: [{ what: 'Page | less', ownerName: 'SRE' }],
    })
    expect(packFile(pack, 'json').name).toBe('review-pack-2026-11-20-0942-utc.json')
  })

  it('opens again as the same pack with the same notes', () => {
    expect(openPack(packJson(pack))).toEqual({
      search: 'pack=2026-11-20T09%3A42%3A00Z&range=custom&zone=UTC',
      notes: pack.notes,
    })
  })

  it.each([
    ['no JSON', /is no JSON/],
    ['[]', /is no review pack/],
    ['null', /is no review pack/],
    ['{"kind":"watchbill-review-pack","version":2}', /of version 2/],
    ['{"kind":"watchbill-review-pack","version":1,"link":"x"}', /which moment/],
  ])('%s is refused with the reason', (text, reason) => {
    expect(openPack(text)).toMatch(reason)
  })
})

describe('notes of two', () => {
  it('are both kept', () => {
    const theirs = readNotes({
      notes: { '': 'theirs', figures: 'same', bad: 'x', lessons: 4 },
      decisions: [{ what: 'Page less', recorded: true }, { what: '' }, 7],
    })
    const mine = {
      notes: { '': 'mine', figures: 'same' },
      decisions: [{ what: 'Page less', owner: '', due: '', recorded: false }],
    }
    expect(joined(mine, theirs)).toEqual({
      notes: { '': 'mine\n\ntheirs', figures: 'same' },
      decisions: [{ what: 'Page less', owner: '', due: '', recorded: true }],
    })
    expect(joined(mine, noNotes)).toEqual(mine)
    expect(joined(joined(mine, theirs), theirs)).toEqual(joined(mine, theirs))
  })
})
