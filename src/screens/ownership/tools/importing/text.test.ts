import { describe, expect, it } from 'vitest'
import { markdownTable } from '../../../../domain/tables/markdown'
import { mostRows, readText } from './text'

const cells = (text: string) => readText(text).rows.map((row) => row.cells)

describe('readText', () => {
  it.each([
    [',', 'Task,Payments\nDeploy,"R,A"'],
    [';', 'Task;Payments\nDeploy;R,A'],
    ['\t', 'Task\tPayments\nDeploy\tR,A'],
    ['|', '| Task | Payments |\n| --- | :-: |\n| Deploy | R,A |'],
  ])('finds %j between the cells', (delimiter, text) => {
    const read = readText(text)
    expect(read.delimiter).toBe(delimiter)
    expect(read.rows.map((row) => row.cells.map((cell) => cell.trim()))).toEqual([
      ['Task', 'Payments'],
      ['Deploy', 'R,A'],
    ])
  })
  it('reads a byte order mark, CRLF, quotes, and breaks within cells, by line', () => {
    const read = readText('\uFEFFTask,"Pay ""EU"""\r\n"Restore\r\nit",A\r\n\r\nDeploy,R\r\n')
    expect(read.rows).toEqual([
      { line: 1, cells: ['Task', 'Pay "EU"'] },
      { line: 2, cells: ['Restore\nit', 'A'] },
      { line: 4, cells: [''] },
      { line: 5, cells: ['Deploy', 'R'] },
      { line: 6, cells: [''] },
    ])
  })
  it('gives up only the row whose quote is wrong', () => {
    const { rows } = readText('Task,Payments\n"Restore,A\nDeploy,R\n"x" y,A\nTidy,I')
    expect(rows.map(({ line, cells: [first], fault }) => [line, first, fault !== undefined])).toEqual([
      [1, 'Task', false],
      [2, '"Restore,A', true],
      [3, 'Deploy', false],
      [4, '"x" y,A', true],
      [5, 'Tidy', false],
    ])
  })
  it('reads its own Markdown back', () => {
    const columns = ['Activity', 'A|B *team*'].map((label) => ({ key: label, label }))
    const text = markdownTable({ title: 't', scope: [], definitions: [], columns, rows: [['[x] #1\nline', 'A']] })
    expect(cells(text.replace('# t\n\n', '')).slice(0, 2)).toEqual([
      [' Activity ', ' A|B *team* '],
      [' [x] #1\nline ', ' A '],
    ])
  })
  it('says what it did not read', () => {
    const { rows, cut } = readText('a,b\n'.repeat(mostRows + 5))
    expect([rows.length, cut]).toEqual([mostRows, expect.stringContaining('first 20,000 rows')])
  })
  it('is quick with a wrong quote at the start of a long file', () => {
    const before = performance.now()
    expect(readText(`a,b\n"x,y\n${'c,d\n'.repeat(5_000)}`).rows.length).toBeGreaterThan(5_000)
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})
