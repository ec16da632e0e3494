import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { aboutMark, csvText, guard, unguard } from './csv'
import type { Cell, Table } from './table'

const table = (rows: readonly (readonly Cell[])[], more: Partial<Table> = {}): Table => ({
  title: 'Ownership by team',
  scope: ['500 of 500 activities'],
  definitions: ['A: Accountable'],
  columns: [
    { key: 'activity', label: 'Activity' },
    { key: 'held', label: 'Payments, EU' },
  ],
  rows,
  ...more,
})

describe('csvText', () => {
  it('has the header first and says what it is below an empty row, all rows equally long', () => {
    expect(csvText(table([['Restore', ['A', 'R']]])).split('\r\n')).toEqual([
      'Activity,"Payments, EU"',
      'Restore,"A; R"',
      ',',
      `${aboutMark},`,
      'Ownership by team,',
      '500 of 500 activities,',
      'A: Accountable,',
      '',
    ])
  })
  it('quotes what would end a cell, a row or a quote', () => {
    const [, row] = csvText(table([['say "no",\nand; stay', 1]])).split('\r\n')
    expect(row).toBe('"say ""no"",\nand; stay",1')
  })
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1+1', '＋1', '－1', '＠x'])(
    'keeps %j from being computed',
    (text) => {
      expect(guard(text)).toBe(`'${text}`)
      expect(Papa.parse<string[]>(csvText(table([[text, '']]))).data[1]?.[0]).toBe(`'${text}`)
    },
  )
  it('guards no number, and no text that is none of a formula', () => {
    expect(csvText(table([['a-b', -5]]))).toContain('\r\na-b,-5\r\n')
    expect(guard("it's = 1")).toBe("it's = 1")
  })
  it('guards its own scope too: a filter is typed by anybody', () => {
    expect(csvText(table([], { scope: ['=HYPERLINK("x")'] }))).toContain(`"'=HYPERLINK(""x"")",`)
  })
  it('gives back every text that was written', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[='"@\t\n,;+-]{0,6}$/))
    fc.assert(
      fc.property(text, (said) => {
        expect(unguard(guard(said))).toBe(said)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = Papa.parse<string[]>(csvText(table(rows)), { newline: '\r\n', delimiter: ',' }).data
        expect(read.slice(1, rows.length + 1).map((cells) => cells.map(unguard))).toEqual(rows)
      }),
    )
  })
})
