import '../../src/ui/base.css'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { App } from '../../src/app/App'
import { frozenClock } from '../../src/app/clock'
import '../../src/app/keyboard/Keyboard'
import type { Incident } from '../../src/domain/incident'
import type { Problem } from '../../src/domain/problem'
import { duration, instant } from '../../src/domain/units'
import { movesBetween } from '../../src/screens/incidents/list/useSteady'
import { type Source, SourceError } from '../../src/sources/contract'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { anIncident } from '../tools/records'
import '../tools/temporal'

const now = instant(Date.UTC(2026, 10, 20, 9, 42))
const minute = 60_000
const ago = (minutes: number) => instant(now - minutes * minute)
const burning = (id: string, over: Partial<Incident> = {}): Incident =>
  anIncident({
    id,
    title: `Fire ${id}`,
    severity: 3,
    state: 'mitigating',
    opened: ago(60),
    clocks: { detected: ago(60) },
    team: 'team:sre',
    ...over,
  })
const { team: _nobody, ...orphan } = burning('OWNERLESS')
const step = { id: 's', text: 'Tell the partners', dueAfter: duration(50 * minute) }
const incidents = [
  burning('CALM', { severity: 1, plan: { id: 'p', title: 'Plan', steps: [] }, updateDue: ago(-18) }),
  burning('UPDATE', { updateDue: ago(5) }),
  orphan,
  burning('STEP', { plan: { id: 'p', title: 'Plan', steps: [step] } }),
  burning('NEW', { severity: 4, state: 'triggered', opened: ago(6), clocks: { detected: ago(6) } }),
  burning('PLANLESS', { severity: 2 }),
]

const aProblem: Problem = {
  id: 'PRB-1',
  title: 'Bank certificates',
  state: 'analysing',
  workloads: [],
  factors: [],
  fixes: [],
  actions: [],
}

const list = () => page.getByRole('listbox', { name: 'Incidents' })
const order = () =>
  list()
    .getByRole('option')
    .elements()
    .map((row) => row.querySelector('[title^="Fire"]')?.textContent.slice('Fire '.length))
const memory = (options: MemoryOptions = {}) => memorySource({ incidents }, { asOf: now, ...options })

async function open(address: string, source: Source) {
  await page.viewport(1440, 900)
  const base = `${location.origin}/`
  history.replaceState(null, '', new URL(address, base))
  await render(
    <App base={base} clock={frozenClock(now)} sources={[{ id: 'memory', title: 'Memory', type: 'rest', source }]} />,
  )
  await expect.poll(() => order().length, { timeout: 15_000 }).toBe(incidents.length)
}
const bulk = () => page.getByRole('region', { name: 'Marked incidents' })

describe('the queue', () => {
  it('puts first who must act now, and says why with a running clock', async () => {
    await open('/incidents/', memory())
    await expect.poll(order).toEqual(['NEW', 'STEP', 'OWNERLESS', 'PLANLESS', 'UPDATE', 'CALM'])
    for (const why of [
      'not acknowledged for 6 min',
      'step overdue by 10 min: Tell the partners',
      'no owner for 1 h',
      'no response plan',
      'update overdue by 5 min',
      'next due in 18 min',
    ])
      await expect.element(list().getByText(why)).toBeVisible()
  })
  it('goes by something else at one key, and the address says so', async () => {
    await open('/incidents/', memory())
    await userEvent.keyboard('w')
    await expect.poll(() => order()[0]).toBe('CALM')
    await expect.poll(() => location.search).toContain('order=severity')
    await userEvent.keyboard('ww')
    await expect.poll(() => location.search).toContain('order=oldest')
  })
  it('does not offer that order for what has ended', async () => {
    await open('/incidents/?status=all&order=urgent', memory())
    await expect.element(page.getByRole('combobox', { name: 'Order' })).toHaveValue('newest')
  })
})

describe('rows', () => {
  it('do not move under the hand: updates wait until they are asked for', async () => {
    const source = memory()
    await open('/incidents/?id=CALM', source)
    const before = order()
    const command = { kind: 'set-state', incident: 'NEW', to: 'acknowledged' } as const
    const { signal } = new AbortController()
    await source.commands?.send({ key: 'other', actor: 'B', at: now, command }, { signal })
    const show = page.getByRole('button', { name: /updates? waits?/ })
    await expect.element(show).toBeVisible()
    expect(order()).toEqual(before)
    await userEvent.keyboard('.')
    await expect.poll(() => order()[0]).toBe('STEP')
    await expect.poll(() => show.elements()).toEqual([])
  })
  it('keep the cursor on its incident, whatever moves', async () => {
    const source = memory()
    await open('/incidents/?id=CALM', source)
    await expect.poll(() => order()[0]).toBe('NEW')
    list()
      .getByRole('option')
      .elements()
      .find((row) => row.textContent.includes('Fire UPDATE'))
      ?.focus()
    await source.commands?.send(
      { key: 'other', actor: 'B', at: now, command: { kind: 'set-severity', incident: 'UPDATE', to: 1, reason: 'x' } },
      { signal: new AbortController().signal },
    )
    await source.commands?.send(
      { key: 'more', actor: 'B', at: now, command: { kind: 'set-state', incident: 'NEW', to: 'resolved' } },
      { signal: new AbortController().signal },
    )
    await expect.element(page.getByRole('button', { name: /updates? waits?/ })).toBeVisible()
    await expect.element(list().getByText('no longer in this list')).toBeVisible()
    expect(order()).toEqual(['NEW', 'STEP', 'OWNERLESS', 'PLANLESS', 'UPDATE', 'CALM'])
    await userEvent.keyboard('.')
    await expect.poll(order).toEqual(['STEP', 'OWNERLESS', 'UPDATE', 'PLANLESS', 'CALM'])
    expect(document.activeElement?.textContent).toContain('Fire UPDATE')
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(() => document.activeElement?.textContent).toContain('Fire PLANLESS')
  })
  it('tell what is newest of each, though they keep their places', async () => {
    const source = memory()
    await open('/incidents/?id=CALM', source)
    const command = { kind: 'set-severity', incident: 'UPDATE', to: 1, reason: 'x' } as const
    await source.commands?.send(
      { key: 'other', actor: 'B', at: now, command },
      { signal: new AbortController().signal },
    )
    const row = () => list().getByRole('option').elements()[4]
    await expect.poll(() => row()?.querySelector('[aria-label="SEV1"], [title="SEV1"]') !== null).toBe(true)
    expect(row()?.textContent).toContain('Fire UPDATE')
  })
  it('are counted by what comes, goes and changes places', () => {
    const ids = (text: string) => text.split('').map((id) => ({ id }))
    expect(movesBetween(ids('abc'), ids('abc'))).toBe(0)
    expect(movesBetween(ids('abc'), ids('abcd'))).toBe(1)
    expect(movesBetween(ids('abc'), ids('bc'))).toBe(1)
    expect(movesBetween(ids('abc'), ids('acb'))).toBe(1)
    expect(movesBetween(ids('abcdef'), ids('fabcde'))).toBe(1)
    expect(movesBetween(ids('abcdef'), ids('xfecab'))).toBe(5)
  })
})

describe('marked incidents', () => {
  it('are treated as one, each act naming how many', async () => {
    const source = memory()
    await open('/incidents/?id=NEW', source)
    await userEvent.keyboard('xjx')
    await expect.element(bulk().getByText('2 incidents marked')).toBeVisible()
    await expect
      .element(bulk().getByRole('button', { name: 'Acknowledge 1 of 2' }))
      .toHaveAttribute('title', expect.stringContaining('STEP – '))
    await bulk().getByRole('button', { name: 'Resolve 2' }).click()
    await expect.element(bulk().getByText('2 of 2 done')).toBeVisible()
    expect(source.sent.map(({ command }) => command)).toEqual([
      { kind: 'set-state', incident: 'NEW', to: 'resolved' },
      { kind: 'set-state', incident: 'STEP', to: 'resolved' },
    ])
  })
  it('that fail are listed one by one, and only they are tried again', async () => {
    const source = memory()
    let down = true
    const send: NonNullable<Source['commands']>['send'] = (envelope, call) => {
      const { command } = envelope
      if (down && 'incident' in command && command.incident === 'STEP')
        return Promise.reject(new SourceError('unreachable', 'memory', 'The line is down.'))
      return source.commands?.send(envelope, call) ?? Promise.reject(new Error('read-only'))
    }
    await open('/incidents/?id=NEW', { ...source, commands: { takes: ['set-state'], send } })
    await userEvent.keyboard('xjx')
    await bulk().getByRole('button', { name: 'Resolve 2' }).click()
    await expect.element(bulk().getByText('STEP: The line is down.')).toBeVisible()
    await expect.element(bulk().getByText('1 of 2 done')).toBeVisible()
    down = false
    await bulk().getByRole('button', { name: 'Try the 1 again' }).click()
    await expect.element(bulk().getByText('2 of 2 done')).toBeVisible()
    expect(source.sent).toHaveLength(2)
  })
  it('are linked to a problem, and Escape leads back to the list', async () => {
    const source = memorySource({ incidents, problems: [aProblem] }, { asOf: now })
    await open('/incidents/?id=NEW', source)
    await userEvent.keyboard('xjxb')
    await bulk().getByRole('button', { name: 'Link a problem …' }).click()
    await bulk().getByRole('combobox', { name: 'Problem' }).fill('certif')
    await page.getByRole('option', { name: /Bank certificates/ }).click()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => bulk().getByRole('combobox', { name: 'Problem' }).elements()).toEqual([])
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('option')
    await expect.element(bulk().getByText('2 incidents marked')).toBeVisible()
    await bulk().getByRole('button', { name: 'Link a problem …' }).click()
    await bulk().getByRole('combobox', { name: 'Problem' }).fill('certif')
    await page.getByRole('option', { name: /Bank certificates/ }).click()
    await bulk().getByRole('button', { name: 'Link 2' }).click()
    await expect.element(bulk().getByText('2 of 2 done')).toBeVisible()
    expect(source.sent.map(({ command }) => command)).toEqual([
      { kind: 'link-problem', incident: 'NEW', problem: 'PRB-1' },
      { kind: 'link-problem', incident: 'STEP', problem: 'PRB-1' },
    ])
  })
  it('cannot be changed where no source takes it, and the reason is said', async () => {
    await open('/incidents/?id=NEW', memory({ readOnly: true }))
    await userEvent.keyboard('x')
    await expect.element(bulk().getByRole('button', { name: 'Acknowledge 1' })).toHaveAccessibleDescription(/Read-only/)
  })
})
