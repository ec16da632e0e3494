import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { instant } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { anIncident } from '../tools/records'
import { configured, now, openApp } from './harness'

const incident = anIncident({
  id: 'I-1',
  title: 'Cards fail',
  severity: 3,
  state: 'acknowledged',
  opened: instant(now - 2_400_000),
  team: 'team:sre',
  version: '7',
})
const held = () => memorySource({ incidents: [incident] }, { asOf: now })
const line = new SourceError('unreachable', 'memory', 'The line is down.')
const unsent = () => screen.findByRole('region', { name: 'Not sent yet' })
const gone = () => waitFor(() => expect(screen.queryByRole('region', { name: 'Not sent yet' })).not.toBeInTheDocument())

async function mitigate(source: ReturnType<typeof held>) {
  openApp('/incidents/?id=I-1', [configured(source)])
  const user = userEvent.setup()
  const button = await screen.findByRole('button', { name: /^Mitigating/ })
  source.fail(line)
  await user.click(button)
  return { user, region: await unsent() }
}

afterEach(() => {
  cleanup()
  localStorage.clear()
})

describe('what could not be sent', () => {
  it('is told in place of an error, outlives a reload, and is sent when the person wants it', async () => {
    const source = held()
    const { region } = await mitigate(source)
    expect(region).toHaveTextContent('1 action waiting to be sent. Kept in this browser')
    expect(within(region).getByRole('link', { name: 'I-1' })).toBeVisible()
    expect(region).toHaveTextContent('make it mitigating')
    expect(screen.queryByText(/Not carried out/)).not.toBeInTheDocument()
    cleanup()
    openApp('/incidents/?id=I-1', [configured(source)])
    const send = within(await unsent()).getByRole('button', { name: 'Send now' })
    source.fail()
    await userEvent.setup().click(send)
    await waitFor(() => expect(source.sent).toMatchObject([{ version: '7', command: { to: 'mitigating' } }]))
    await gone()
  })

  it('is told as a conflict when others were faster, and sent anyway on their version', async () => {
    const source = held()
    const { user } = await mitigate(source)
    source.fail()
    const theirs = { kind: 'set-severity', incident: 'I-1', to: 1, reason: 'EU' } as const
    const call = { signal: new AbortController().signal }
    await source.commands?.send({ key: 'theirs', actor: 'B', at: now, command: theirs }, call)
    const send = screen.queryByRole('button', { name: 'Send now' })
    if (send) await user.click(send)
    const region = await unsent()
    await waitFor(() => expect(region).toHaveTextContent('changed meanwhile: I-1 was changed meanwhile.'))
    expect(region).toHaveTextContent('1 action not carried out.')
    await screen.findAllByText(/SEV1/)
    await user.click(within(region).getByRole('button', { name: 'Send anyway: make it mitigating' }))
    await waitFor(() => expect(source.sent.map(({ version }) => version)).toEqual([undefined, '8']))
    await gone()
  })

  it('can be forgotten', async () => {
    const source = held()
    const { user, region } = await mitigate(source)
    await user.click(within(region).getByRole('button', { name: 'Forget: make it mitigating' }))
    await gone()
    expect(await screen.findByRole('button', { name: /^Mitigating/ })).not.toHaveAttribute('aria-disabled')
    expect(source.sent).toEqual([])
  })
})
