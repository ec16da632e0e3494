import { screen, within } from '@testing-library/react'
import type userEvent from '@testing-library/user-event'
import { renderApp } from '../tools/renderApp'
import { records } from './ownershipRecords'

/** The address of an activity's drawer. */
export const address = (id: string, more = '') => `/ownership/?activity=${id}${more}`
export const findDrawer = async () => {
  const drawer = await screen.findByRole('dialog')
  await within(drawer).findByRole('button', { name: 'Request change' })
  return drawer
}
/** What stands beside a term of the drawer. */
export const answer = (drawer: HTMLElement, term: string): HTMLElement => {
  const found = within(drawer).getByText(term, { selector: 'dt' }).nextElementSibling
  if (!(found instanceof HTMLElement)) throw new Error(`${term} has no answer.`)
  return found
}
export const findForm = (name: string) => screen.findByRole('form', { name })
export const waiting = (drawer: HTMLElement, count: number) =>
  within(drawer).findByRole('region', { name: `Waiting for a decision (${count})` })

/** The app over the mock backend. */
export async function open(id = 'rotate', more = '') {
  const app = await renderApp(address(id, more), { holdings: records })
  return { ...app, drawer: await findDrawer() }
}

/** Fills the form that gives the accountable role to another party. */
export async function askForTransfer(user: ReturnType<typeof userEvent.setup>, reason = 'They run it') {
  await user.click(screen.getByRole('button', { name: 'Request change' }))
  const form = await findForm('Request a change')
  await user.click(within(form).getByRole('radio', { name: 'Change' }))
  await user.selectOptions(within(form).getByRole('combobox', { name: 'Which role' }), 'Accountable: Security')
  await user.type(within(form).getByRole('combobox', { name: 'Held by' }), 'pay')
  await user.click(await within(form).findByRole('option', { name: /^Payments/ }))
  if (reason !== '') await user.type(within(form).getByRole('textbox', { name: 'Why' }), reason)
  return form
}
