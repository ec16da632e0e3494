import { expect, it } from 'vitest'
import { cellBits, inheritedBits } from '../../../domain/matrix'
import { buildMatrix } from '../../../ui/matrix'
import { columnWords } from './columnWords'

const model = buildMatrix(
  ['a', 'b', 'c'].map((id) => ({ id, name: id })),
  ['Security', 'Payments'].map((name) => ({ id: name, name })),
  {
    row: [0, 1, 2, 2],
    column: [0, 0, 0, 1],
    code: [cellBits.A | cellBits.R, cellBits.A | inheritedBits.A, cellBits.C, cellBits.missing],
  },
)

it('counts what a team holds in the activities that are shown', () => {
  const all = columnWords(model, undefined)
  expect(all(0)).toBe('Security: accountable for 2, responsible for 1 of 3 activities shown')
  expect(all(1)).toBe('Payments: accountable for 0, responsible for 0 of 3 activities shown')
  expect(columnWords(model, [1])(0)).toBe('Security: accountable for 1, responsible for 0 of 1 activity shown')
})
