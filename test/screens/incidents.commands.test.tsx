import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Command } from '../../src/domain/command'
import { instant } from '../../src/domain/units'
import type { Source } from '../../src/sources/contract'
import { SourceError } from '../../src/sources/contract'
import { memorySource, type MemorySource } from '../tools/memorySource'
import { anIncident } from '../tools/records'
import { configured, now, openApp } from './harness'

const incident = anIncident({
  id: 'I-1',
  title: 'Cards fail',
  severity: 3,
  state: 'acknowledged',
  opened: instant(now - 2_400_000),
  team: 'team:sre',
})
const another = anIncident({
  id: 'I-2',
  title: 'Other',
  severity: 5,
  state: 'acknowledged',
  opened: instant(now - 9e6),
})

const held = (id = 'memory') => memorySource({ incidents: [incident, another] }, { id, asOf: now })

/** Somebody else's commands are carried out between what the person saw and what the person sends. */
function overtaken(source: MemorySource, theirs: readonly Command[]): Source {
  const waiting = [...theirs]
  const { commands } = source
  if (!commands) throw new Error('It takes commands.')
  return {
    ...source,
    commands: {
      ...commands,
      send: async (envelope, call) => {
        for (const command of waiting.splice(0))
          await commands.send({ key: 'theirs', actor: 'B', at: now, command }, call)
        return commands.send(envelope, call)
      },
    },
  }
}
const severityTo = (to: 1 | 2): Command => ({ kind: 'set-severity', incident: 'I-1', to, reason: 'EU is hit' })
const mine = (source: MemorySource) => source.sent.filter(({ key }) => key !== 'theirs')
const update = () => screen.findByRole('textbox', { name: 'What people should know now' })

async function post(user: ReturnType<typeof userEvent.setup>, text: string) {
  await user.click(await screen.findByRole('button', { name: /Post update/ }))
  await user.type(await update(), text)
  await user.keyboard('{Control>}{Enter}{/Control}')
}

afterEach(() => localStorage.clear())

describe('a conflict', () => {
  it('shows base, theirs and mine, and sends anew on the new version', async () => {
    const source = held()
    openApp('/incidents/?id=I-1', [configured(overtaken(source, [severityTo(1)]))])
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: /^Mitigating/ }))
    const refused = await screen.findByText(/Somebody changed it meanwhile/)
    expect(refused).toHaveTextContent('You saw: State acknowledged, Severity SEV3')
    expect(refused).toHaveTextContent('Theirs: State acknowledged, Severity SEV1 (was SEV3)')
    expect(refused).toHaveTextContent('Mine: state mitigating')
    expect(mine(source)).toHaveLength(0)
    await user.click(screen.getByRole('button', { name: 'Send anyway on the new version' }))
    await waitFor(() => expect(mine(source)).toMatchObject([{ version: '2', command: { to: 'mitigating' } }]))
    expect(screen.queryByText(/Somebody changed it/)).not.toBeInTheDocument()
  })
  it('keeps what was typed when theirs is kept', async () => {
    const source = held()
    openApp('/incidents/?id=I-1', [configured(overtaken(source, [severityTo(2)]))])
    const user = userEvent.setup()
    await post(user, 'Half is back.')
    expect(await screen.findByText(/Somebody changed it/)).toHaveTextContent('Mine: update “Half is back.”')
    await user.click(screen.getByRole('button', { name: 'Keep theirs' }))
    expect(await update()).toHaveValue('Half is back.')
    expect(mine(source)).toHaveLength(0)
  })
})

describe('what was typed', () => {
  it('outlasts a failure, another incident and a reload, and is forgotten once it is posted', async () => {
    const source = held()
    const { unmount } = openApp('/incidents/?id=I-1', [configured(source)])
    const user = userEvent.setup()
    await screen.findByRole('button', { name: /Post update/ })
    source.fail(new SourceError('bad-response', 'memory', 'It broke.'))
    await post(user, 'Half is back.')
    expect(await screen.findByText(/Not carried out/)).toBeVisible()
    source.fail()
    unmount()
    openApp('/incidents/?id=I-1', [configured(source)])
    expect(await screen.findByTitle('A draft is kept')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /Post update/ }))
    expect(await update()).toHaveValue('Half is back.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(mine(source)).toHaveLength(1))
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument())
    expect(screen.queryByTitle('A draft is kept')).not.toBeInTheDocument()
  })
})

describe('which source takes a command', () => {
  it('is the next one where the first cannot be asked', async () => {
    const dead = held('dead')
    const source = held('alive')
    openApp('/incidents/?id=I-1', [configured(dead), configured(source)])
    const user = userEvent.setup()
    await screen.findByRole('button', { name: /^Mitigating/ })
    dead.fail(new SourceError('unreachable', 'dead', 'The line is down.'))
    await user.click(screen.getByRole('button', { name: /^Mitigating/ }))
    await waitFor(() => expect(mine(source)).toHaveLength(1))
    expect(mine(source)[0]?.key).toMatch(/^[0-9a-f]{32}$/)
  })
  it('tells even a failure that nobody foresaw', async () => {
    const source = held()
    const send = () => Promise.reject(new TypeError('It broke.'))
    const broken: Source = { ...source, commands: { takes: ['set-state'], send } }
    openApp('/incidents/?id=I-1', [configured(broken)])
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: /^Mitigating/ }))
    expect(await screen.findByText('Not carried out: It broke.')).toBeVisible()
  })
})

describe('the focus', () => {
  it('goes back to the button that opened a form, whether it was left or sent', async () => {
    const source = held()
    openApp('/incidents/?id=I-1', [configured(source)])
    const user = userEvent.setup()
    const opener = await screen.findByRole('button', { name: /Post update/ })
    await user.keyboard('n')
    await screen.findByRole('form')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(opener).toHaveFocus())
    await user.click(opener)
    await user.click(within(await screen.findByRole('form')).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(opener).toHaveFocus())
    await post(user, 'Done.')
    await waitFor(() => expect(mine(source)).toHaveLength(1))
    await waitFor(() => expect(opener).toHaveFocus())
  })
})
