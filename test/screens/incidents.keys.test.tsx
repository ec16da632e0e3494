import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Incident } from '../../src/domain/incident'
import { duration, instant } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { memorySource, type MemoryOptions, type MemorySource } from '../tools/memorySource'
import { anIncident } from '../tools/records'
import { configured, now, openApp } from './harness'

const incident = anIncident({
  id: 'I-1',
  title: 'Cards fail',
  severity: 3,
  state: 'triggered',
  opened: instant(now - 600_000),
  clocks: { detected: instant(now - 600_000) },
  team: 'team:payments',
  workloads: ['ledger'],
  plan: {
    id: 'plan',
    title: 'SEV1 payments',
    steps: [
      { id: 's1', text: 'Open the bridge', owner: 'commander', dueAfter: duration(300_000) },
      { id: 's2', text: 'Freeze deploys' },
      { id: 's3', text: 'Decide: fail over or wait' },
    ],
  },
})
const problem = (id: string, title: string, workloads: readonly string[] = []) => ({
  id,
  title,
  state: 'analysing' as const,
  workloads,
  factors: [],
  fixes: [],
  actions: [],
})

function open(over: Partial<Incident> = {}, options: MemoryOptions = {}, address = '/incidents/?id=I-1') {
  const source = memorySource(
    {
      incidents: [{ ...incident, ...over }],
      parties: [
        { type: 'team', id: 'team:payments', name: 'Payments', contacts: [], tags: [] },
        { type: 'team', id: 'team:sre', name: 'SRE', contacts: [], tags: [] },
        { type: 'person', id: 'person:me', name: 'M. Okafor', teams: ['team:sre'], contacts: [], tags: [] },
      ],
      problems: [
        ...Array.from({ length: 500 }, (_, index) => problem(`PRB-${index}`, `Old ${index}`)),
        problem('PRB-X', 'Bank certificate', ['ledger']),
      ],
    },
    { asOf: now, ...options },
  )
  openApp(address, [configured(source)], { actor: 'M. Okafor' })
  return { source, user: userEvent.setup() }
}
const commands = (source: MemorySource) => source.sent.map(({ command }) => command)
const last = (source: MemorySource) => source.sent.at(-1)?.command
const ready = () => screen.findByRole('heading', { name: 'Cards fail' })
const form = (name: string) => screen.findByRole('form', { name })

afterEach(() => localStorage.clear())

describe('a whole response by keyboard', () => {
  it('goes from the alert to the resolution', async () => {
    const { source, user } = open({}, {}, '/incidents/')
    await ready()
    const sent = async (wish: object, count: number) => {
      await waitFor(() => expect(commands(source)).toHaveLength(count))
      expect(last(source)).toEqual({ incident: 'I-1', ...wish })
      await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument())
    }
    await user.keyboard('a')
    await sent({ kind: 'set-state', to: 'acknowledged' }, 1)
    await user.keyboard('s')
    await form('Change severity')
    await user.keyboard('1All of the EU is hit{Enter}')
    await sent({ kind: 'set-severity', to: 1, reason: 'All of the EU is hit' }, 2)
    await user.keyboard('t')
    await form('Take a role')
    await user.keyboard('1{Enter}')
    await sent({ kind: 'take-role', role: 'commander', person: 'person:me' }, 3)
    await user.keyboard('t')
    await form('Take a role')
    await user.keyboard('s{Enter}')
    await sent({ kind: 'take-role', role: 'scribe', person: 'person:me' }, 4)
    await user.keyboard('m')
    await form('Assign')
    await user.keyboard('SR{Enter}{Enter}')
    await sent({ kind: 'assign', team: 'team:sre' }, 5)
    await user.keyboard('p')
    await form('Plan step')
    await user.keyboard('{Enter}')
    await sent({ kind: 'set-step', step: 's1', to: 'done' }, 6)
    await user.keyboard('p')
    await form('Plan step')
    await user.keyboard('s')
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Why it is skipped' })).toHaveFocus())
    await user.keyboard('Nothing is deployed today{Enter}')
    await sent({ kind: 'set-step', step: 's2', to: 'skipped', because: 'Nothing is deployed today' }, 7)
    await user.keyboard('i')
    await sent({ kind: 'set-state', to: 'mitigating' }, 8)
    await user.keyboard('n')
    await form('Post update')
    await user.keyboard('Half is back.{Control>}{Enter}{/Control}')
    await sent({ kind: 'add-entry', entry: 'update', text: 'Half is back.' }, 9)
    await user.keyboard('l')
    await form('Link a problem')
    await screen.findByText('501 problems.')
    await user.keyboard('bank cert{Enter}{Enter}')
    await sent({ kind: 'link-problem', problem: 'PRB-X' }, 10)
    await user.keyboard('r')
    await form('Resolve')
    await user.keyboard('The certificate was renewed.{Control>}{Enter}{/Control}')
    await sent({ kind: 'set-state', to: 'resolved', note: 'The certificate was renewed.' }, 11)
  })

  it('sets the severity by a digit however fast it follows, and once the form stands open', async () => {
    const { user } = open()
    await ready()
    await user.keyboard('s2')
    const severity = await form('Change severity')
    await waitFor(() => expect(within(severity).getByRole('radio', { name: 'SEV2' })).toBeChecked())
    await waitFor(() => expect(within(severity).getByRole('textbox', { name: 'Why' })).toHaveFocus())
    within(severity).getByRole('radio', { name: 'SEV2' }).focus()
    await user.keyboard('4')
    expect(within(severity).getByRole('radio', { name: 'SEV4' })).toBeChecked()
  })

  it('asks what was decided, and lets arrows choose another step', async () => {
    const { source, user } = open()
    await ready()
    await user.keyboard('p')
    const step = await form('Plan step')
    expect(within(step).getByRole('radio', { name: /Open the bridge/ })).toHaveFocus()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(within(step).getByRole('radio', { name: /Decide/ })).toBeChecked()
    await user.type(within(step).getByRole('textbox', { name: 'What was decided' }), 'Fail over{Enter}')
    await waitFor(() =>
      expect(last(source)).toEqual({ kind: 'set-step', incident: 'I-1', step: 's3', to: 'done', because: 'Fail over' }),
    )
  })

  it('unlinks a problem', async () => {
    const { source, user } = open({ problem: 'PRB-X' })
    await ready()
    await user.keyboard('l')
    const link = await form('Link a problem')
    await user.click(within(link).getByRole('button', { name: 'No problem' }))
    await user.click(within(link).getByRole('button', { name: 'Unlink PRB-X' }))
    await waitFor(() => expect(last(source)).toEqual({ kind: 'link-problem', incident: 'I-1' }))
  })

  it('says on screen why a key did nothing', async () => {
    const { source, user } = open({ state: 'acknowledged', plan: { id: 'plan', title: 'None', steps: [] } })
    await ready()
    await user.keyboard('a')
    expect(await screen.findByText('Acknowledge: It is acknowledged already.')).toBeVisible()
    await user.keyboard('p')
    expect(await screen.findByText('Plan step: It has no response plan.')).toBeVisible()
    await user.keyboard('z')
    expect(await screen.findByText('Undo: Nothing was done here in the last ten seconds.')).toBeVisible()
    expect(commands(source)).toEqual([])
  })

  it('lists every key of the response in the help', async () => {
    const { user } = open()
    await ready()
    await user.keyboard('?')
    const help = await screen.findByRole('dialog', { name: 'Keys' })
    for (const label of [
      'Acknowledge',
      'Mitigating',
      'Close',
      'Severity',

      'Assign',
      'Post update',
      'Take role',
      'Plan step',
      'Link problem',
      'Resolve',
      'Undo',
      'Copy as chat text',
      'Next incident',
      'Previous incident',
      'Mark, to treat several as one',
    ])
      // prettier-ignore
      expect(await within(help).findByText(label)).toBeVisible()
  })
})

describe('undo', () => {
  it('takes the last command back within ten seconds', async () => {
    const { source, user } = open()
    await ready()
    await user.keyboard('a')
    expect(await screen.findByRole('button', { name: /^Undo/ })).toBeVisible()
    expect(screen.getByText('Acknowledged')).toBeVisible()
    await user.keyboard('z')
    await waitFor(() => expect(last(source)).toMatchObject({ kind: 'undo', of: source.sent[0]?.key }))
    expect(await screen.findByRole('button', { name: /^Acknowledge/ })).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Undo/ })).not.toBeInTheDocument())
  })
  it('says why, where the source takes nothing back', async () => {
    const source = memorySource({ incidents: [incident] }, { asOf: now })
    const { commands: all } = source
    if (!all) throw new Error('It takes commands.')
    const once = { ...source, commands: { ...all, takes: all.takes.filter((kind) => kind !== 'undo') } }
    openApp('/incidents/?id=I-1', [configured(once, 'Old tool')])
    const user = userEvent.setup()
    await ready()
    await user.keyboard('a')
    expect(await screen.findByText(/Cannot be undone: .* takes nothing back\./)).toBeVisible()
  })
})

describe('the plan beside', () => {
  it('does a step with a click, and asks first where something must be said', async () => {
    const { source, user } = open()
    const side = await screen.findByRole('complementary', { name: 'About the incident' })
    await user.click(within(side).getByRole('button', { name: 'Done: Open the bridge' }))
    await waitFor(() => expect(last(source)).toMatchObject({ kind: 'set-step', step: 's1', to: 'done' }))
    expect(await within(side).findByText(/done 5 min late/)).toBeVisible()
    await user.click(within(side).getByRole('button', { name: 'Skip: Freeze deploys' }))
    expect(await form('Plan step')).toHaveTextContent('Say why it is skipped.')
    await user.keyboard('{Escape}')
    await user.click(within(side).getByRole('button', { name: 'Done: Decide: fail over or wait' }))
    expect(await screen.findByRole('textbox', { name: 'What was decided' })).toBeVisible()
  })
})

describe('an end that did not last', () => {
  const at = (minutesAgo: number) => instant(now - minutesAgo * 60_000 - 20_000)
  it('stands in the phase bar, with when it was taken up again', async () => {
    const reopened = {
      ...incident,
      state: 'mitigating' as const,
      reopened: 1,
      clocks: { detected: at(60), acknowledged: at(50) },
    }
    const source = memorySource(
      {
        incidents: [reopened],
        timeline: [
          { id: 'a', incident: 'I-1', at: at(30), sequence: 1, kind: 'state', from: 'mitigating', to: 'resolved' },
          { id: 'b', incident: 'I-1', at: at(20), sequence: 2, kind: 'resume', from: 'resolved', to: 'mitigating' },
        ],
      },
      { asOf: now },
    )
    openApp('/incidents/?id=I-1', [configured(source)])
    const told = 'Phases: to ack 10 min, to resolve 20 min, over, it seemed 10 min, resumed, mitigating 20 min …'
    await waitFor(() => expect(screen.getByRole('img', { name: /^Phases/ })).toHaveAccessibleName(told))
  })
  it('is named where nobody recorded when', async () => {
    open({ state: 'mitigating', reopened: 2 })
    const phases = await screen.findByRole('region', { name: 'Phases' })
    await waitFor(() => expect(phases).toHaveTextContent('Reopened 2 times; when is not recorded.'))
  })
})

describe('what was typed', () => {
  it('outlasts a reload in every form', async () => {
    const source = memorySource({ incidents: [incident] }, { asOf: now })
    const { unmount } = openApp('/incidents/?id=I-1', [configured(source)])
    const user = userEvent.setup()
    await ready()
    source.fail(new SourceError('bad-response', 'memory', 'It broke.'))
    await user.keyboard('s2')
    await user.type(await screen.findByRole('textbox', { name: 'Why' }), 'EU is hit')
    await user.keyboard('{Enter}')
    await screen.findByText('Not carried out: It broke.')
    source.fail()
    unmount()
    openApp('/incidents/?id=I-1', [configured(source)])
    await ready()
    expect(await screen.findByTitle('A draft is kept')).toBeInTheDocument()
    await user.keyboard('s')
    expect(await screen.findByRole('textbox', { name: 'Why' })).toHaveValue('EU is hit')
    expect(screen.getByRole('radio', { name: 'SEV2' })).toBeChecked()
  })
})

describe('handing on', () => {
  it('copies the incident as a message, and its own address', async () => {
    const { user } = open()
    await ready()
    await user.keyboard('y')
    expect((await screen.findAllByText('Copied as chat text'))[0]).toBeInTheDocument()
    const message = await navigator.clipboard.readText()
    expect(message).toContain('SEV3 · unacknowledged · Cards fail')
    expect(message).toContain('/incidents/?id=I-1')
  })
  it('draws the address as a QR code', async () => {
    const { user } = open()
    await ready()
    await user.click(screen.getByRole('button', { name: 'Share' }))
    await user.click(await screen.findByRole('menuitem', { name: 'QR code and short link' }))
    const sheet = await screen.findByRole('dialog', { name: 'Link to I-1' })
    expect(within(sheet).getByRole('img', { name: /^QR code of .*\/incidents\/\?id=I-1$/ })).toBeVisible()
    expect(within(sheet).getByRole('textbox')).toHaveValue(`${location.origin}/incidents/?id=I-1`)
  })
})
