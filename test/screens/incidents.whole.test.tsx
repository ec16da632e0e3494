import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { ConfiguredSource } from '../../src/data'
import { SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { configured, now, openApp } from './harness'

const calm = () => configured(memorySource({}, { id: 'calm', asOf: now }), 'Calm')
const opening: ConfiguredSource = { id: 'pager', title: 'Pager', type: 'memory' }
const refused: ConfiguredSource = { ...opening, refused: 'the door is shut', fault: 'unreachable' }
const good = 'Nothing is burning'

it('is good news when every source has said so', async () => {
  openApp('incidents/', [calm(), configured(memorySource({}, { id: 'b', asOf: now }))])
  expect(await screen.findByText(good)).toBeVisible()
})

it.each([
  ['was refused', refused, /Pager: the door is shut/],
  ['is still opening', opening, /Pager is still opening/],
])('is no good news while another source %s', async (_case, other, words) => {
  openApp('incidents/', [calm(), other])
  expect(await screen.findByText(words)).toBeVisible()
  expect(await screen.findByText('No open incident was heard of')).toBeVisible()
  expect(screen.queryByText(good)).not.toBeInTheDocument()
})

it('is no good news while another source has not answered or fails', async () => {
  const other = memorySource({}, { id: 'pager' })
  other.hang(true)
  openApp('incidents/', [calm(), configured(other, 'Pager')])
  expect(await screen.findByText(/Pager has not answered yet/)).toBeVisible()
  expect(screen.queryByText(good)).not.toBeInTheDocument()
  other.fail(new SourceError('unreachable', 'pager', 'gone'))
  other.hang(false)
  expect(await screen.findByText(/Pager: gone/)).toBeVisible()
  expect(screen.queryByText(good)).not.toBeInTheDocument()
  other.fail()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(good)).toBeVisible()
})

it('says of the only source that it was refused, and why', async () => {
  let asked = 0
  openApp('incidents/', [{ ...refused, reopen: () => (asked += 1) }])
  expect(await screen.findByText(/Pager: the door is shut/)).toBeVisible()
  expect(screen.queryByText('No source tells incidents')).not.toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(asked).toBe(1)
})

it('says of the only source that it is still opening', async () => {
  openApp('incidents/', [opening])
  expect(await screen.findByText('Pager is still opening')).toBeVisible()
  expect(screen.queryByText('No source tells incidents')).not.toBeInTheDocument()
})
