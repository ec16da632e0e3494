import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { type CsvRow, csvRows } from './csv'
import { linesOf } from './lines'

async function* pieces(...parts: string[]): AsyncGenerator<string> {
  yield* parts
}
const rowsOf = async (text: AsyncIterable<string>, delimiter?: string): Promise<readonly CsvRow[]> =>
  (await Array.fromAsync(csvRows(text, delimiter))).flat()

describe('csvRows', () => {
  it('numbers rows by the line they begin on, through breaks inside cells and blank lines', async () => {
    expect(await rowsOf(pieces('a,b\n"x\ny",1\n', '\n"he said ""no""",2\n3,4'))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\ny', '1'] },
      { line: 5, cells: ['he said "no"', '2'] },
      { line: 6, cells: ['3', '4'] },
    ])
  })
  it('reads CRLF and other delimiters', async () => {
    expect(await rowsOf(pieces('a;b\r\n"1";2\r\n'), ';')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ])
  })
  it('ends a row with a wrong quote at its line, and reads on below', async () => {
    const rows = await rowsOf(pieces('a,b\n"x\ny",2\n"open,3\n4,5\n"x" y,2\n6,7\n8,"never\n9,1\n'))
    expect(rows.map(({ line, cells, fault }) => [line, fault === undefined ? cells : 'fault'])).toEqual([
      [1, ['a', 'b']],
      [2, ['x\ny', '2']],
      [4, 'fault'],
      [5, ['4', '5']],
      [6, 'fault'],
      [7, ['6', '7']],
      [8, 'fault'],
      [9, ['9', '1']],
    ])
  })
  it('refuses a file in which every quote is wrong', async () => {
    await expect(rowsOf(pieces('"a" b,c\n'.repeat(200)))).rejects.toThrow(/More than 100 rows/)
  })
  it('gives back what was written, however it is cut into pieces', async () => {
    const cell = fc.stringMatching(/^[a-z0-9 ,"\n]{0,6}$/)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        async (table, size) => {
          const text = Papa.unparse(table, { newline: '\n', quotes: true })
          const cut = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
            text.slice(index * size, (index + 1) * size),
          )
          expect((await rowsOf(pieces(...cut))).map(({ cells }) => cells)).toEqual(table)
        },
      ),
    )
  })
  it('reads text longer than one piece without losing a row', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `${index},"some ""text"" ${index}\nmore"`)
    const read = await rowsOf(pieces(rows.slice(0, 31_000).join('\n'), `\n${rows.slice(31_000).join('\n')}`))
    expect(read).toHaveLength(60_000)
    expect(read.at(-1)).toEqual({ line: 119_999, cells: ['59999', 'some "text" 59999\nmore'] })
  })
})

describe('linesOf', () => {
  it('numbers lines through blank ones and over pieces', async () => {
    const lines = (await Array.fromAsync(linesOf(pieces('{"a"', ':1}\n\n{"b":', '2}\n{"c":3}')))).flat()
    expect(lines).toEqual([
      { line: 1, text: '{"a":1}' },
      { line: 3, text: '{"b":2}' },
      { line: 4, text: '{"c":3}' },
    ])
  })
})
