import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '../tools/renderApp'

const card = async (name: string) => within(await screen.findByRole('region', { name }))
const open = async (id: string) => {
  const app = await renderApp(`/problems/?id=${id}`)
  await card('State')
  return { ...app, problem: () => app.backend.get('problems', id) }
}

describe('commands on a problem', () => {
  it('moves it where the rules let it, and says why not elsewhere', async () => {
    const { user, problem } = await open('PRB-124')
    const state = await card('State')
    expect(state.getByRole('button', { name: 'Known error' })).toHaveAccessibleDescription(
      'A known error needs a workaround.',
    )
    expect(state.getByRole('button', { name: 'Resolved' })).toHaveAccessibleDescription(/^Declare the fix first/)
    await user.type(state.getByRole('textbox', { name: /say why it is over/ }), 'The queue is gone.')
    await user.click(state.getByRole('button', { name: 'Resolved' }))
    await waitFor(() => expect(problem()?.state).toBe('resolved'))
    const history = await card('History')
    expect(await history.findByText('State set to resolved: The queue is gone.')).toBeVisible()
    // It may come back, but not to where nothing was known.
    await waitFor(() =>
      expect(state.getByRole('button', { name: 'Identified' })).toHaveAccessibleDescription(/not taken back/),
    )
    await user.click(state.getByRole('button', { name: 'Analysing' }))
    await waitFor(() => expect(problem()?.state).toBe('analysing'))
  })

  it('declares a fix, which is judged at once, and takes it back', async () => {
    const { user, problem } = await open('PRB-124')
    const fixes = await card('Fixes')
    expect(await fixes.findByText(/incidents and no fix is declared/)).toBeVisible()
    await user.click(fixes.getByRole('button', { name: 'Declare a fix…' }))
    const form = within(await screen.findByRole('form', { name: 'Declare a fix' }))
    expect(form.getByRole('button', { name: 'Declare the fix' })).toHaveAccessibleDescription('Say what was done.')
    await user.type(form.getByRole('textbox', { name: 'What was done' }), 'Watch the consumer')
    await user.click(form.getByRole('button', { name: 'Declare the fix' }))
    expect(await fixes.findByText('Watch the consumer')).toBeVisible()
    expect(await fixes.findByText(/^too early to tell/)).toBeVisible()
    await waitFor(() => expect(problem()?.fixes).toHaveLength(1))
    await user.click(await screen.findByRole('button', { name: /^Undo/ }))
    await waitFor(() => expect(problem()?.fixes).toHaveLength(0))
    expect(await (await card('History')).findByText('The last change was undone')).toBeVisible()
  })

  it('adds an action and says that it is done', async () => {
    const { user, problem } = await open('PRB-124')
    const actions = await card('Actions')
    await user.click(actions.getByRole('button', { name: 'Add an action…' }))
    const form = within(await screen.findByRole('form', { name: 'Add an action' }))
    await user.type(form.getByRole('textbox', { name: 'What is to be done' }), 'Alarm on lag')
    await user.selectOptions(form.getByRole('combobox', { name: 'What for' }), 'Detect')
    await user.click(form.getByRole('button', { name: 'Add the action' }))
    const row = within(await screen.findByRole('article', { name: 'Alarm on lag' }))
    expect(row.getByText('nobody owns it')).toBeVisible()
    await user.click(row.getByRole('button', { name: 'Change Alarm on lag' }))
    await user.selectOptions(row.getByRole('combobox', { name: 'State' }), 'Done')
    await user.click(row.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(problem()?.actions[0]).toMatchObject({ kind: 'detect', state: 'done' }))
  })

  it('shows both versions when somebody was faster, and sends on the new one', async () => {
    const { user, backend, problem, now } = await open('PRB-124')
    const facts = await card('Cause and workaround')
    await user.click(facts.getByRole('button', { name: 'Change…' }))
    const form = within(await screen.findByRole('form', { name: 'Owner, cause and workaround' }))
    await user.type(form.getByRole('textbox', { name: 'Workaround' }), 'Restart it')
    const command = { kind: 'set-problem', problem: 'PRB-124', state: 'analysing' } as const
    backend.send({ key: 'theirs', actor: 'S. Perez', at: now, command })
    await user.click(form.getByRole('button', { name: 'Save' }))
    const alert = await form.findByRole('alert')
    expect(alert).toHaveTextContent('Somebody changed it meanwhile')
    await waitFor(() => expect(alert).toHaveTextContent('Theirs: State Analysing (was Identified)'))
    expect(alert).toHaveTextContent('Mine: workaround “Restart it”')
    await user.click(form.getByRole('button', { name: 'Send on the new version' }))
    await waitFor(() => expect(problem()).toMatchObject({ state: 'analysing', workaround: 'Restart it' }))
  })

  it('keeps what was begun over a reload', async () => {
    const { user, unmount } = await open('PRB-121')
    await user.click((await card('Fixes')).getByRole('button', { name: 'Declare a fix…' }))
    await user.type(await screen.findByRole('textbox', { name: 'What was done' }), 'Half a sent')
    unmount()
    const again = await open('PRB-121')
    await again.user.click((await card('Fixes')).getByRole('button', { name: 'Declare a fix…' }))
    expect(await screen.findByRole('textbox', { name: 'What was done' })).toHaveValue('Half a sent')
    await again.user.click(screen.getByRole('button', { name: 'Discard' }))
  })
})

describe('linking', () => {
  it('unlinks an incident, finds another by its words, and links it', async () => {
    const { user, backend } = await open('PRB-124')
    const linked = await card('Linked incidents')
    const [button] = await linked.findAllByRole('button', { name: /^Unlink / })
    const id = (button?.getAttribute('aria-label') ?? '').replace('Unlink ', '')
    await user.click(linked.getByRole('button', { name: `Unlink ${id}` }))
    await waitFor(() => expect(backend.get('incidents', id)?.problem).toBeUndefined())
    await waitFor(() => expect(linked.queryByRole('button', { name: `Unlink ${id}` })).toBeNull())
    await user.click(linked.getByRole('button', { name: 'Link more…' }))
    await user.type(linked.getByRole('searchbox', { name: 'Find incidents to link' }), id)
    await user.click(await linked.findByRole('button', { name: `Link ${id}` }))
    await waitFor(() => expect(backend.get('incidents', id)?.problem).toBe('PRB-124'))
    expect(await linked.findByRole('button', { name: `Unlink ${id}` })).toBeVisible()
  })
})

describe('linking what somebody else has just changed', () => {
  it('says how it stands now, and links it on the new version', async () => {
    const { user, backend, now } = await open('PRB-124')
    const linked = await card('Linked incidents')
    await user.click(linked.getByRole('button', { name: 'Link more…' }))
    const find = linked.getByRole('searchbox', { name: 'Find incidents to link' })
    await user.clear(find)
    await user.type(find, 'INC-2240')
    const link = await linked.findByRole('button', { name: 'Link INC-2240' })
    expect(linked.getByText('belongs to PRB-118')).toBeVisible()
    const command = { kind: 'link-problem', incident: 'INC-2240', problem: 'PRB-104' } as const
    backend.send({ key: 'theirs', actor: 'S. Perez', at: now, command })
    await user.click(link)
    const alert = await linked.findByRole('alert')
    await waitFor(() => expect(alert).toHaveTextContent('Theirs: INC-2240 belongs to PRB-104'))
    expect(alert).toHaveTextContent('Mine: INC-2240 belongs to PRB-124')
    await user.click(within(alert).getByRole('button', { name: 'Send on the new version' }))
    await waitFor(() => expect(backend.get('incidents', 'INC-2240')?.problem).toBe('PRB-124'))
  })
})

describe('recording', () => {
  it('records a problem from the list', async () => {
    const { user, backend } = await renderApp('/problems/')
    await user.click(await screen.findByRole('button', { name: 'Record a problem' }))
    const form = within(await screen.findByRole('form', { name: 'Record a problem' }))
    await user.type(form.getByRole('textbox', { name: 'What keeps going wrong' }), 'Leap seconds')
    await user.click(form.getByRole('button', { name: 'Record' }))
    await waitFor(() => expect(backend.list('problems', { text: 'Leap seconds' })).toHaveLength(1))
    await user.type(screen.getByRole('searchbox', { name: 'Find problems' }), 'leap')
    expect(await screen.findByRole('link', { name: 'Leap seconds' })).toBeVisible()
  })
})
