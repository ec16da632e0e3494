import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect } from 'vitest'
import { world } from '../../mocks/world'
import type { Source } from '../../src/sources/contract'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { configured, openApp } from './harness'

export const company = world()
export const leaving = 'team:partner-integrations'

/** The invented company behind a right source, at an address of the screen. */
export function open(query = '', options: MemoryOptions = {}, wrap: (source: Source) => Source = (source) => source) {
  const source = memorySource(company.holdings, { id: 'larkmere', asOf: company.now, ...options })
  const view = openApp(`transfer/${query}`, [configured(wrap(source))])
  return { source, user: userEvent.setup(), ...view }
}
export const steps = () => screen.findByRole('region', { name: 'Steps' })
export const outcome = () => screen.findByRole('region', { name: 'Consequences' })
export const pick = async (user: ReturnType<typeof userEvent.setup>, label: string, text: string) => {
  const field = await screen.findByRole('combobox', { name: label })
  await user.clear(field)
  await user.type(field, text)
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${text}`) }))
}
export const figure = async (title: string) => {
  const heading = await within(await outcome()).findByRole('heading', { name: title })
  return heading.parentElement
}
/** Plans that Partner Integrations is merged into Checkout. */
export async function merge(user: ReturnType<typeof userEvent.setup>) {
  await pick(user, 'Team that takes all over', 'Checkout')
  await user.click(screen.getByRole('button', { name: 'Add the step' }))
  await waitFor(async () => expect(await steps()).toHaveTextContent('Merge Partner Integrations into Checkout'))
}
